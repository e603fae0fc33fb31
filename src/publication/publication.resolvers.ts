import { formatCitation } from '../citation/citation.ts';
import { toCslItem } from '../export/formats/csl/csl.item.ts';
import { toBibliography } from '../export/to-record.ts';
import { eitherOf } from '../graphql/arguments.ts';
import type { Context } from '../api/context.ts';
import { globalId, readGlobalIdOf } from '../graphql/global-id.ts';
import type { Resolvers } from '../schema.generated.ts';
import { publications } from './publication.connection.ts';
import { partsAsked } from './publication.parts.ts';
import { type Contribution, type Publication, authorsOf, unpack } from './publication.ts';

export const publicationResolvers: Resolvers = {
  Query: {
    async publication(_, args, { loaders }, info) {
      const by = eitherOf(args.id, args.slug);
      const slug = 'id' in by ? readGlobalIdOf('Publication', by.id, 'id') : by.slug;
      const [found] = await loaders.publication.bySlugs({ slugs: [slug], parts: partsAsked(info) });
      return found ?? null;
    },
    publications: (_, args, context, info) => publications(args, context, info),
  },
  Publication: {
    id: ({ slug }) => globalId('Publication', slug),
    abstract: ({ id, abstract }, _, { loaders }) =>
      abstract === undefined ? loaders.publication.abstract.load(id) : abstract,
    countries: ({ countryIds }, _, context) => context.find('countries', countryIds),
    regions: ({ regionIds }, _, context) => context.find('regions', regionIds),
    topics: ({ topicIds }, _, context) => context.find('topics', topicIds),
    categories: ({ categoryIds }, _, context) => context.find('categories', categoryIds),
    contributions: (publication, _, context) => contributionsTo(publication, context),
    authors(publication, _, context) {
      const contributions = contributionsTo(publication, context);
      return contributions instanceof Promise ? contributions.then(authorsOf) : authorsOf(contributions);
    },
    async citation(publication, { style, format }, context) {
      const contributions = await contributionsTo(publication, context);
      return formatCitation(toCslItem(toBibliography(publication, contributions)), style, format);
    },
    partOf: ({ hostTitle, hostPublisher, hostPlace, hostYear }) =>
      hostTitle === null
        ? null
        : { title: hostTitle, publisher: hostPublisher, place: hostPlace, year: hostYear },
  },
};

function contributionsTo(
  { id, packedContributions: packed }: Publication,
  { loaders, countItems }: Context,
): Contribution[] | Promise<Contribution[]> {
  if (packed !== undefined)
    return counted(
      (packed ?? []).map((of) => unpack(of, id)),
      countItems,
    );
  return loaders.publication.contributions.load(id).then((found) => counted(found, countItems));
}

function counted<Item>(items: Item[], countItems: Context['countItems']): Item[] {
  countItems(items.length);
  return items;
}
