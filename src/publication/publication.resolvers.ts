import { formatCitation } from '../citation/citation.ts';
import type { Author } from '../author/author.ts';
import { toCslItem } from '../export/formats/csl/csl.item.ts';
import { toBibliography } from '../export/to-record.ts';
import { eitherOf } from '../graphql/arguments.ts';
import type { Context } from '../context.ts';
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
import { unpack, unpackContributors } from './packed-contributions.ts';
import { partsAsked } from './publication.parts.ts';
import {
  type Contribution,
  type ContributionRole,
  type Publication,
  contributorsAs,
  demandParts,
} from './publication.ts';

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
    id: (publication) => globalId('Publication', demandParts(publication, 'slug').slug),
    abstract: ({ id, abstract }, _, { loaders }) =>
      abstract === undefined ? loaders.publication.abstract.load(id) : abstract,
    countries: (publication, _, context) =>
      context.find('countries', demandParts(publication, 'countries').countryIds),
    regions: (publication, _, context) =>
      context.find('regions', demandParts(publication, 'regions').regionIds),
    topics: (publication, _, context) => context.find('topics', demandParts(publication, 'topics').topicIds),
    categories: (publication, _, context) =>
      context.find('categories', demandParts(publication, 'categories').categoryIds),
    contributions: (publication, _, context) => contributionsTo(publication, context),
    authors: (publication, _, context) => contributorsTo(publication, 'AUTHOR', context),
    publishers: (publication, _, context) => contributorsTo(publication, 'PUBLISHER', context),
    identifiers: (publication) =>
      demandParts(publication, 'bibliography').identifiers.map((packed) =>
        unpackIdentifier<PublicationScheme>(packed),
      ),
    async citation(publication, { style, format }, context) {
      const row = demandParts(publication, 'slug', 'year', 'details', 'bibliography');
      const contributions = await contributionsTo(publication, context);
      return formatCitation(toCslItem(toBibliography(row, contributions)), style, format);
    },
    partOf(publication) {
      const { hostTitle: title, ...host } = demandParts(publication, 'details');
      if (title === null) return null;
      return {
        title,
        publisher: host.hostPublisher,
        place: host.hostPlace,
        year: host.hostYear,
        volume: host.hostVolume,
        issue: host.hostIssue,
        pages: host.hostPages,
        issn: host.hostIssn,
      };
    },
  },
};

/** The slug of the requested publication. Null if no publication has the DOI. */
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
  context: Context,
): Contribution[] | Promise<Contribution[]> {
  if (packed === undefined) return loadContributions(id, context);
  context.countItems(packed?.length ?? 0);
  return (packed ?? []).map((contribution) => unpack(contribution, id));
}

function contributorsTo(
  { id, packedContributions: packed }: Publication,
  role: ContributionRole,
  context: Context,
): Author[] | Promise<Author[]> {
  if (packed === undefined)
    return loadContributions(id, context).then((contributions) => contributorsAs(role, contributions));
  context.countItems(packed?.length ?? 0);
  return unpackContributors(role, packed ?? []);
}

async function loadContributions(id: number, { loaders, countItems }: Context): Promise<Contribution[]> {
  const contributions = await loaders.publication.contributions.load(id);
  countItems(contributions.length);
  return contributions;
}
