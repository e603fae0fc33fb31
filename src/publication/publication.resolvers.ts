import { formatCitation } from '../citation/citation.ts';
import type { Author } from '../author/author.ts';
import { toCslItem } from '../export/formats/csl/csl.item.ts';
import { toBibliography } from '../export/to-record.ts';
import type { Context } from '../context.ts';
import { toGlobalId, readGlobalIdOf } from '../graphql/global-id.ts';
import {
  type PublicationScheme,
  packIdentifier,
  readIdentifier,
  unpackIdentifier,
} from '../identifier/identifier.ts';
import { badInput, quote } from '../graphql/errors.ts';
import type { PublicationResolvers, QueryPublicationArgs, Resolvers } from '../schema.generated.ts';
import { type FiledPlural, KIND_OF_PLURAL, mapFiled } from './memberships.ts';
import { createPublicationConnection } from './publication.connection.ts';
import { unpack, unpackContributors } from './packed-contributions.ts';
import { findSelectedParts } from './publication.parts.ts';
import {
  type Contribution,
  type ContributionRole,
  type Publication,
  filterContributors,
  requireParts,
} from './publication.ts';

export const publicationResolvers: Resolvers = {
  Query: {
    async publication(_, args, context, info) {
      const slug = await readSlug(args, context);
      if (slug === null) return null;
      const [found] = await context.loaders.publication.bySlugs({
        slugs: [slug],
        parts: findSelectedParts(info),
      });
      return found ?? null;
    },
    publications: (_, args, context, info) => createPublicationConnection(args, context, info),
  },
  Publication: {
    id: (publication) => toGlobalId('Publication', requireParts(publication, 'slug').slug),
    abstract: ({ id, abstract }, _, { loaders }) =>
      abstract === undefined ? loaders.publication.abstract.load(id) : abstract,
    countries: (publication, _, context) =>
      context.find('countries', requireParts(publication, 'countries').countryIds),
    regions: (publication, _, context) =>
      context.find('regions', requireParts(publication, 'regions').regionIds),
    ...(mapFiled(createFiledField) satisfies Pick<PublicationResolvers, FiledPlural>),
    contributions: (publication, _, context) => loadContributions(publication, context),
    authors: (publication, _, context) => loadContributors(publication, 'AUTHOR', context),
    publishers: (publication, _, context) => loadContributors(publication, 'PUBLISHER', context),
    identifiers: (publication) =>
      requireParts(publication, 'bibliography').identifiers.map((packed) =>
        unpackIdentifier<PublicationScheme>(packed),
      ),
    async citation(publication, { style, format }, context) {
      const row = requireParts(publication, 'slug', 'year', 'details', 'bibliography');
      const contributions = await loadContributions(publication, context);
      return formatCitation(toCslItem(toBibliography(row, contributions)), style, format);
    },
    partOf(publication) {
      const { hostTitle: title, ...host } = requireParts(publication, 'details');
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

/** Resolves `Publication.topics`. */
function createFiledField(plural: FiledPlural) {
  const ids = `${KIND_OF_PLURAL[plural]}Ids` as const;
  return (publication: Publication, _: unknown, context: Context) =>
    context.find(plural, requireParts(publication, plural)[ids]);
}

/** The slug of the requested publication. Null if no publication has the DOI. */
async function readSlug(
  { id, slug, doi }: QueryPublicationArgs,
  { loaders }: Context,
): Promise<string | null> {
  const [key, ...others] = [id, slug, doi].filter((key) => typeof key === 'string');
  if (key === undefined || others.length > 0)
    throw badInput('id', 'give exactly one of "id", "slug" and "doi".');
  if (typeof id === 'string') return readGlobalIdOf('Publication', id, 'id');
  if (typeof slug === 'string') return slug;
  const identifier = readIdentifier('DOI', key);
  if (identifier === null)
    throw badInput('doi', `${quote(key)} is not a DOI; give one such as "10.1000/182".`);
  return loaders.publication.slugByIdentifier.load(packIdentifier(identifier));
}

function loadContributions(
  { id, packedContributions: packed }: Publication,
  context: Context,
): Contribution[] | Promise<Contribution[]> {
  if (packed === undefined) return fetchContributions(id, context);
  context.countItems(packed?.length ?? 0);
  return (packed ?? []).map((contribution) => unpack(contribution, id));
}

function loadContributors(
  { id, packedContributions: packed }: Publication,
  role: ContributionRole,
  context: Context,
): Author[] | Promise<Author[]> {
  if (packed === undefined)
    return fetchContributions(id, context).then((contributions) => filterContributors(role, contributions));
  context.countItems(packed?.length ?? 0);
  return unpackContributors(role, packed ?? []);
}

async function fetchContributions(id: number, { loaders, countItems }: Context): Promise<Contribution[]> {
  const contributions = await loaders.publication.contributions.load(id);
  countItems(contributions.length);
  return contributions;
}
