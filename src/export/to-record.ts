import { toGlobalId } from '../graphql/global-id.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import { type AuthorScheme, type PublicationScheme, parsePacked } from '../identifier/identifier.ts';
import { KIND_OF_PLURAL, mapFiled } from '../publication/memberships.ts';
import { unpack } from '../publication/packed-contributions.ts';
import { BIBLIOGRAPHIC_FIELDS, type BibliographicFields } from '../publication/publication.fields.ts';
import type { Contribution, Part, PublicationWith } from '../publication/publication.ts';
import type { Reference } from '../reference/reference.ts';
import type { Bibliography, ExportRecord, ExportedContribution } from './export.record.ts';

/** A publication with all parts and its former slugs. */
export type ExportRow = PublicationWith<Exclude<Part, 'place'>> & { formerSlugs: string[] };

/** Converts a row to the record that export formats write. */
export function toExportRecord(row: ExportRow, reference: Reference): ExportRecord {
  const contributions = (row.packedContributions ?? []).map((packed) => unpack(packed, row.id));
  return {
    ...toBibliography(row, contributions),
    id: toGlobalId('Publication', row.slug),
    formerSlugs: row.formerSlugs,
    abstract: row.abstract,
    isWorldwide: row.isWorldwide,
    countries: reference.countries.byIds(row.countryIds).map(({ code, name }) => ({ code, name })),
    regions: toNames(reference.regions.byIds(row.regionIds)),
    ...mapFiled((plural) => toNames(reference[plural].byIds(row[`${KIND_OF_PLURAL[plural]}Ids`]))),
    createdAt: toRfc3339(row.createdAt),
    updatedAt: toRfc3339(row.updatedAt),
  };
}

/**
 * Converts a row to the fields of a reference. Only this function and `toExportRecord` depend on the fields in the
 * database.
 */
export function toBibliography(
  row: PublicationWith<'slug' | 'year' | 'details' | 'bibliography'>,
  contributions: readonly Contribution[],
): Bibliography {
  return {
    slug: row.slug,
    title: row.title,
    year: row.year,
    url: row.url,
    contributions: contributions.map(toContribution),
    partOf:
      row.hostTitle === null
        ? null
        : {
            title: row.hostTitle,
            publisher: row.hostPublisher,
            place: row.hostPlace,
            year: row.hostYear,
            volume: row.hostVolume,
            issue: row.hostIssue,
            pages: row.hostPages,
            issn: row.hostIssn,
          },
    ...toBibliographicFields(row),
  };
}

function toBibliographicFields(row: PublicationWith<'bibliography'>): BibliographicFields {
  const fields: Partial<Record<keyof BibliographicFields, unknown>> = {};
  for (const name of BIBLIOGRAPHIC_FIELDS)
    fields[name] =
      name === 'identifiers'
        ? row.identifiers.map((packed) => parsePacked<PublicationScheme>(packed))
        : row[name];
  return fields as BibliographicFields;
}

function toNames(objects: readonly { slug: string; name: string }[]) {
  return objects.map(({ slug, name }) => ({ slug, name }));
}

function toContribution({ author, role, position, printedAs }: Contribution): ExportedContribution {
  const { slug, name, sortName, kind, acronym, aliases } = author;
  const identifiers = author.identifiers.map((packed) => parsePacked<AuthorScheme>(packed));
  const exported = { slug, name, sortName, kind, acronym, aliases, identifiers };
  return { author: { id: toGlobalId('Author', slug), ...exported }, role, position, printedAs };
}
