import { z } from 'zod';
import { storable } from '../text/storable.ts';
import type { Reference } from '../reference/reference.ts';
import type { AuthorRecord, Unresolved } from './record.ts';
import type { Stated } from './stated.ts';

const text = z.string().transform((value) => storable(value).trim());
const name = text.pipe(z.string().min(1).max(1000));
const words = text.transform((value) => (value === '' ? null : value)).nullish();
const year = z.int().min(1000).max(2999).nullish();

/** By its name alone, or as the API gives it. */
const author = z.union([
  name.transform((of) => ({ name: of })),
  z.strictObject({
    id: z.unknown().optional(),
    slug: z.unknown().optional(),
    name,
    sortName: name.nullish(),
    kind: z.enum(['PERSON', 'ORGANIZATION', 'UNKNOWN']).nullish(),
    acronym: words,
    aliases: z.array(name).nullish(),
  }),
]);

/** By its key alone, or as the API gives it, of which the key is read. */
const keyed = (key: 'code' | 'slug' | 'name') =>
  z.union([name, z.looseObject({ [key]: name }).transform((of) => of[key] as string)]);

/**
 * A publication as a line of JSON Lines states it: an object with the API's field names, of which only `title` is
 * needed. What the API alone decides (`id`, `createdAt`, `updatedAt`) may stand there and is not read.
 */
const publication = z.strictObject({
  id: z.unknown().optional(),
  createdAt: z.unknown().optional(),
  updatedAt: z.unknown().optional(),
  slug: text
    .pipe(
      z
        .string()
        .regex(
          /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
          'must be lower-case words joined by hyphens',
        )
        .max(200),
    )
    .nullish(),
  title: name,
  abstract: words,
  year,
  url: text.pipe(z.url({ protocol: /^https?$/ })).nullish(),
  isWorldwide: z.boolean().nullish(),
  countries: z.array(keyed('code')).nullish(),
  regions: z.array(keyed('slug')).nullish(),
  authors: z.array(author).nullish(),
  contributions: z
    .array(
      z.strictObject({
        author,
        role: z.enum(['AUTHOR', 'EDITOR', 'TRANSLATOR', 'CONTRIBUTOR']).nullish(),
        position: z.unknown().optional(),
        printedAs: name.nullish(),
      }),
    )
    .nullish(),
  topics: z.array(keyed('name')).nullish(),
  categories: z.array(keyed('name')).nullish(),
  partOf: z.strictObject({ title: name, publisher: words, place: words, year }).nullish(),
});

/**
 * Reads one line. A country or region that the reference data does not have stays unresolved, the rest is read.
 * @returns what the line states, or the reason why it states nothing: which field is wrong, and what would be right
 */
export function parseJsonLine(line: string, lineNumber: number, reference: Reference): Stated | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `it is no JSON: ${(error as Error).message}`;
  }
  const read = publication.safeParse(value);
  if (!read.success) return read.error.issues.map(describe).slice(0, 3).join('; ');
  const { data } = read;
  const unresolved: Unresolved[] = [];
  const known = <T>(
    field: Unresolved['field'],
    names: string[],
    find: (name: string) => T | undefined,
  ): T[] =>
    names.flatMap((of) => {
      const found = find(of);
      if (found === undefined) unresolved.push({ field, value: of });
      return found === undefined ? [] : [found];
    });
  const contributions =
    data.contributions ??
    (data.authors ?? []).map((of) => ({ author: of, role: undefined, printedAs: undefined }));
  const record: Stated['record'] = {
    title: data.title,
    abstract: data.abstract ?? null,
    year: data.year ?? null,
    url: data.url ?? null,
    isWorldwide: data.isWorldwide ?? false,
    countries: known('country', data.countries ?? [], (code) => reference.countries.byName(code)?.code),
    regions: known('region', data.regions ?? [], (slug) => reference.regions.byName(slug)?.slug),
    contributions: contributions.map((of) => ({
      author: toAuthor(of.author),
      role: of.role ?? 'AUTHOR',
      printedAs: of.printedAs ?? of.author.name,
    })),
    topics: data.topics ?? [],
    categories: data.categories ?? [],
    partOf: data.partOf
      ? {
          title: data.partOf.title,
          publisher: data.partOf.publisher ?? null,
          place: data.partOf.place ?? null,
          year: data.partOf.year ?? null,
        }
      : null,
  };
  return {
    record,
    slug: data.slug ?? null,
    firstLine: lineNumber,
    lastLine: lineNumber,
    isComplete: true,
    raw: null,
    repairs: [],
    unresolved,
  };
}

function toAuthor(of: z.infer<typeof author>): AuthorRecord {
  const more = 'kind' in of || 'sortName' in of || 'acronym' in of || 'aliases' in of ? of : null;
  return {
    name: of.name,
    sortName: more?.sortName ?? of.name,
    kind: more?.kind ?? 'UNKNOWN',
    acronym: more?.acronym ?? null,
    aliases: more?.aliases ?? [],
  };
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `"${path.join('.')}": ${message}`;
}
