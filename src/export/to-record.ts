import { globalId } from '../graphql/global-id.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import { type Publication, unpack } from '../publication/publication.ts';
import type { Reference } from '../reference/reference.ts';
import type { ExportRecord, ExportedContribution } from './export.record.ts';

/** A row of an export: a publication with every part, and its former slugs. */
export type ExportRow = Required<Publication> & { formerSlugs: string[] };

/** What export formats write of a row. The one place that knows which fields the database has. */
export function toExportRecord(row: ExportRow, reference: Reference): ExportRecord {
  return {
    id: globalId('Publication', row.slug),
    slug: row.slug,
    formerSlugs: row.formerSlugs,
    title: row.title,
    abstract: row.abstract,
    year: row.year,
    url: row.url,
    isWorldwide: row.isWorldwide,
    countries: reference.countries.byIds(row.countryIds).map(({ code, name }) => ({ code, name })),
    regions: toNames(reference.regions.byIds(row.regionIds)),
    topics: toNames(reference.topics.byIds(row.topicIds)),
    categories: toNames(reference.categories.byIds(row.categoryIds)),
    contributions: toContributions(row),
    partOf:
      row.hostTitle === null
        ? null
        : {
            title: row.hostTitle,
            publisher: row.hostPublisher,
            place: row.hostPlace,
            year: row.hostYear,
            volume: null,
            issue: null,
            pages: null,
            issn: null,
          },
    createdAt: toRfc3339(row.createdAt),
    updatedAt: toRfc3339(row.updatedAt),
    type: null,
    languages: [],
    identifiers: [],
    issued: null,
    place: null,
    edition: null,
    pages: null,
    volume: null,
    issue: null,
    keywords: [],
    license: null,
  };
}

function toNames(objects: readonly { slug: string; name: string }[]) {
  return objects.map(({ slug, name }) => ({ slug, name }));
}

function toContributions({ id, packedContributions }: ExportRow): ExportedContribution[] {
  return (packedContributions ?? []).map((packed) => {
    const { author, role, position, printedAs } = unpack(packed, id);
    const { slug, name, sortName, kind, acronym, aliases } = author;
    const exported = { slug, name, sortName, kind, acronym, aliases, identifiers: [] };
    return { author: { id: globalId('Author', slug), ...exported }, role, position, printedAs };
  });
}
