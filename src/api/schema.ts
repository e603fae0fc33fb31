import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { mergeResolvers } from '@graphql-tools/merge';
import { addResolversToSchema } from '@graphql-tools/schema';
import { type GraphQLSchema, defaultFieldResolver, isIntrospectionType, isObjectType, parse } from 'graphql';
import { authorResolvers } from '../author/author.resolvers.ts';
import { catalogueResolvers } from '../catalogue/catalogue.resolvers.ts';
import { categoryResolvers } from '../category/category.resolvers.ts';
import { countryResolvers } from '../country/country.resolvers.ts';
import { facetResolvers } from '../facet/facet.resolvers.ts';
import { resolveEntities } from './entities.ts';
import { projectFolder } from '../project.ts';
import { publicationResolvers } from '../publication/publication.resolvers.ts';
import { relatedResolvers } from '../related/related.resolvers.ts';
import { regionResolvers } from '../region/region.resolvers.ts';
import { statisticsResolvers } from '../statistics/statistics.resolvers.ts';
import { suggestResolvers } from '../suggest/suggest.resolvers.ts';
import { topicResolvers } from '../topic/topic.resolvers.ts';
import { nodeResolvers } from './node.resolvers.ts';
import { shareArguments } from './share-arguments.ts';
import { DateTime, JSONScalar, URLScalar } from '../graphql/scalars.ts';

/** The SDL, whole: the files of schema/ in the order of their names. */
export function readTypeDefs(): string {
  const folder = path.join(projectFolder, 'schema');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** Types whose objects are plain rows, many in an answer: compiled operations read their fields as they are. */
const PLAIN_TYPES = new Set([
  'Publication',
  'Contribution',
  'Country',
  'Region',
  'Author',
  'Topic',
  'Category',
  'PageInfo',
]);

/** The schema with its resolvers, a Federation 2 subgraph. @throws where a resolver answers no field of the SDL */
export function createSchema(): GraphQLSchema {
  const schema = addResolversToSchema({
    schema: buildSubgraphSchema(parse(readTypeDefs())),
    resolvers: mergeResolvers([
      { DateTime, URL: URLScalar, JSON: JSONScalar },
      { Query: { _entities: resolveEntities } },
      nodeResolvers,
      publicationResolvers,
      countryResolvers,
      relatedResolvers,
      regionResolvers,
      authorResolvers,
      topicResolvers,
      categoryResolvers,
      catalogueResolvers,
      facetResolvers,
      statisticsResolvers,
      suggestResolvers,
    ]),
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
    updateResolversInPlace: true,
  });
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type) && !PLAIN_TYPES.has(type.name))
      for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver;
  return shareArguments(schema);
}
