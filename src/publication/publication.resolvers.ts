import { formatCitation } from '../citation/citation.ts';
import { toCslItem } from '../export/formats/csl/csl.item.ts';
import { toBibliography } from '../export/to-record.ts';
import { eitherOf } from '../graphql/arguments.ts';
import type { Context } from '../api/context.ts';
import { globalId, readGlobalIdOf } from '../graphql/global-id.ts';
import {
  type PublicationScheme,
  packIdentifier,
  readIdentifier,
  unpackIdentifier,
} from '../identifier/identifier.ts';
import { badInput, quoted } from '../graphql/errors.ts';
import type { QueryPublicationArgs, Resolvers } from '../schema.generated.ts';
import { publications } from './publication.connection.ts';
import { partsAsked } from './publication.parts.ts';
import { type Contribution, type Publication, authorsOf, publishersOf, unpack } from './publication.ts';

export const publicationResolvers: Resolvers = {
  Query: {
    async publication(_, args, context, info) {
      const slug = await slugGiven(args, context);
      if (slug === null) return null;
      const [found] = await context.loaders.publication.bySlugs({ slugs: [slug], parts: partsAsked(info) });
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
    publishers(publication, _, context) {
      const contributions = contributionsTo(publication, context);
      return contributions instanceof Promise
        ? contributions.then(publishersOf)
        : publishersOf(contributions);
    },
    identifiers: ({ identifiers }) =>
      identifiers.map((packed) => unpackIdentifier<PublicationScheme>(packed)),
    async citation(publication, { style, format }, context) {
      const contributions = await contributionsTo(publication, context);
      return formatCitation(toCslItem(toBibliography(publication, contributions)), style, format);
    },
    partOf: ({ hostTitle: title, ...publication }) =>
      title === null
        ? null
        : {
            title,
            publisher: publication.hostPublisher,
            place: publication.hostPlace,
            year: publication.hostYear,
            volume: publication.hostVolume,
            issue: publication.hostIssue,
            pages: publication.hostPages,
            issn: publication.hostIssn,
          },
  },
};

/** The slug of the publication that is asked for; null if no publication has the DOI. */
async function slugGiven(
  { id, slug, doi }: QueryPublicationArgs,
  { loaders }: Context,
): Promise<string | null> {
  if (typeof doi !== 'string') {
    const given = eitherOf(id, slug);
    return 'id' in given ? readGlobalIdOf('Publication', given.id, 'id') : given.slug;
  }
  if (typeof id === 'string' || typeof slug === 'string')
    throw badInput('doi', 'give only one of "id", "slug" and "doi".');
  const identifier = readIdentifier('DOI', doi);
  if (identifier === null)
    throw badInput('doi', `${quoted(doi)} is not a DOI; give one such as "10.1000/182".`);
  return loaders.publication.slugByIdentifier.load(packIdentifier(identifier));
}

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
