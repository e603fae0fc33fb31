import { z } from 'zod';
import type { PublicationRecord } from './record.ts';

const text = z.string().nullish().default(null);
const year = z.number().nullish().default(null);
const names = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

const contribution = z.object({
  author: z.object({
    name: z.string(),
    sortName: z.string().optional(),
    kind: z.enum(['PERSON', 'ORGANIZATION', 'UNKNOWN']).default('UNKNOWN'),
    acronym: text,
    aliases: names,
  }),
  role: z.enum(['AUTHOR', 'EDITOR', 'TRANSLATOR', 'CONTRIBUTOR']).default('AUTHOR'),
  printedAs: z.string().optional(),
});

/** A stored publication record. Every field but the title has a default, so that a record may be older than a field. */
const publicationRecord = z.object({
  title: z.string(),
  abstract: text,
  year,
  url: text,
  isWorldwide: z
    .boolean()
    .nullish()
    .transform((is) => is ?? false),
  countries: names,
  regions: names,
  contributions: z
    .array(contribution)
    .nullish()
    .transform((list) => list ?? []),
  topics: names,
  categories: names,
  partOf: z.object({ title: z.string(), publisher: text, place: text, year }).nullish().default(null),
});

/**
 * Reads what a source record of the database says.
 * @param said the column `said`
 * @param row the title and abstract of its publication, which the only record of a publication leaves out
 */
export function parseStoredRecord(
  said: unknown,
  row: { title: string; abstract: string | null },
): PublicationRecord {
  const read = publicationRecord.parse({ title: row.title, abstract: row.abstract, ...Object(said) });
  return {
    ...read,
    contributions: read.contributions.map(({ author, role, printedAs }) => ({
      author: { ...author, sortName: author.sortName ?? author.name },
      role,
      printedAs: printedAs ?? author.name,
    })),
  };
}
