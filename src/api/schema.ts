import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { mergeResolvers } from '@graphql-tools/merge';
import { addResolversToSchema } from '@graphql-tools/schema';
import { type GraphQLSchema, defaultFieldResolver, isIntrospectionType, isObjectType, parse } from 'graphql';
import { authorResolvers } from '../author/author.resolvers.ts';
import { catalogueResolvers } from '../catalogue/catalogue.resolvers.ts';
import { countryResolvers } from '../country/country.resolvers.ts';
import { facetResolvers } from '../facet/facet.resolvers.ts';
import { filedResolvers } from '../filed/filed.resolvers.ts';
import { FILED_KINDS } from '../publication/memberships.ts';
import { resolveEntities } from './entities.ts';
import { projectFolder } from '../project.ts';
import { publicationResolvers } from '../publication/publication.resolvers.ts';
import { relatedResolvers } from '../related/related.resolvers.ts';
import { regionResolvers } from '../region/region.resolvers.ts';
import { resolveResolvers } from '../resolve/resolve.resolvers.ts';
import { statisticsResolvers } from '../statistics/statistics.resolvers.ts';
import { suggestResolvers } from '../suggest/suggest.resolvers.ts';
import { nodeResolvers } from './node.resolvers.ts';
import { shareArguments } from './share-arguments.ts';
import { NODE_TYPES } from '../graphql/global-id.ts';
import { scalarResolvers } from '../graphql/scalars.ts';

/** Concepts whose root fields come first, in the order of use. Documentation and autocompletion keep this order. */
const FIRST = [
  ...['schema', 'publication', 'suggest', 'statistics', 'country', 'region', 'author'],
  ...FILED_KINDS,
  'catalogue',
];
/** Concepts for programs only, whose root fields come last. */
const LAST = ['node'];

/** Reads the whole SDL: the files of schema/ in the order of use. */
export function readTypeDefs(): string {
  const folder = path.join(projectFolder, 'schema');
  const rank = (file: string) => {
    const concept = path.basename(file, '.graphql');
    return FIRST.includes(concept) ? FIRST.indexOf(concept) : FIRST.length + LAST.indexOf(concept) + 1;
  };
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** Types whose objects are plain rows: compiled operations read their fields without resolvers. */
const PLAIN_TYPES = new Set<string>([...NODE_TYPES, 'Contribution', 'PageInfo']);

/** Creates the schema with its resolvers, a Federation 2 subgraph. @throws if a resolver has no field in the SDL */
export function createSchema(): GraphQLSchema {
  const schema = addResolversToSchema({
    schema: buildSubgraphSchema(parse(readTypeDefs())),
    resolvers: mergeResolvers([
      scalarResolvers,
      { Query: { _entities: resolveEntities } },
      nodeResolvers,
      publicationResolvers,
      countryResolvers,
      relatedResolvers,
      regionResolvers,
      resolveResolvers,
      authorResolvers,
      ...filedResolvers,
      catalogueResolvers,
      facetResolvers,
      statisticsResolvers,
      suggestResolvers,
    ]),
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    updateResolversInPlace: true,
  });
  moveLast(schema, ['_service', '_entities']);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type) && !PLAIN_TYPES.has(type.name))
      for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver;
  return shareArguments(schema);
}

/** Moves root fields to the end. Introspection and documentation keep this order. */
function moveLast(schema: GraphQLSchema, names: readonly string[]): void {
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const name of names) {
    const field = fields[name];
    if (!field) continue;
    delete fields[name];
    fields[name] = field;
  }
}
