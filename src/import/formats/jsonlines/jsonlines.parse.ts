import { z } from 'zod';
import { toStorable } from '../../../text/storable.ts';
import {
  AUTHOR_SCHEMES,
  PUBLICATION_SCHEMES,
  type Scheme,
  readIdentifier,
  recognizeIdentifier,
} from '../../../identifier/identifier.ts';
import { readLanguage } from '../../../publication/language.ts';
import { CONTRIBUTION_ROLES, PUBLICATION_TYPES } from '../../../publication/publication.ts';
import {
  FIELDS,
  FIELD_NAMES,
  type FieldName,
  HOST_FIELDS,
  HOST_FIELD_NAMES,
} from '../../../publication/publication.fields.ts';
import type { Reference } from '../../../reference/reference.ts';
import type { HostWorkRecord, PublicationRecord, Repair, Unresolved } from '../../record.ts';
import type { Stated, StatedDescription } from '../../stated.ts';
import { isSlug } from '../../slugs.ts';
import { takeInvalidIdentifiers } from './jsonlines.identifiers.ts';
import { resolveContributions, resolvePlaces } from './jsonlines.names.ts';

/** An error message that says what a field must be. */
const mustBe = (what: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : `must be ${what}`),
});

const A_NAME = mustBe('a text of 1 to 1000 characters');
const text = (error = mustBe('a text')) => z.string(error).transform((value) => toStorable(value).trim());
const name = text(A_NAME).pipe(z.string().min(1, A_NAME).max(1000, A_NAME));
const words = text()
  .transform((value) => (value === '' ? null : value))
  .nullish();
const A_YEAR = mustBe('a whole number from 1000 to 2999');
const year = z.int(A_YEAR).min(1000, A_YEAR).max(2999, A_YEAR).nullish();
const A_SLUG = mustBe('lower-case words joined by hyphens, of 200 characters at most');
const slug = text(A_SLUG).refine(isSlug, A_SLUG).nullish();
const A_URL = mustBe('an http or https address');
const url = text(A_URL)
  .pipe(z.url({ protocol: /^https?$/, ...A_URL }))
  .nullish();

/**
 * Identifiers as objects of the API, or as texts that name their scheme ("doi:10.1000/182"). Check digits are verified.
 */
function identifiersOf<const Schemes extends readonly [Scheme, ...Scheme[]]>(schemes: Schemes) {
  const error = mustBe(`an object with a scheme (${schemes.join(', ')}) and a value`);
  const identifier = z.preprocess(
    (value) => (typeof value === 'string' ? (recognizeIdentifier(value) ?? value) : value),
    only(
      {
        scheme: oneOf(schemes),
        value: text().pipe(z.string().min(1).max(1000)),
        url: z.unknown().optional(),
      },
      error.error({ input: '' }).replace(/^must be /, ''),
    ).transform(({ scheme, value }, context) => {
      const read = readIdentifier(scheme as Schemes[number], value);
      if (read !== null) return read;
      context.addIssue({
        code: 'custom',
        message: `must be a valid ${scheme}: its form or check digit is wrong`,
      });
      return z.NEVER;
    }),
  );
  return listOf(identifier, 'identifiers');
}

/** A list of texts without duplicates. */
function textsOf<T extends z.ZodType<string>>(item: T, what: string) {
  const A_FEW = mustBe(`a list of 200 ${what} at most`);
  return listOf(item, what)
    .refine((list) => (list ?? []).length <= 200, A_FEW)
    .transform((list) => [...new Set(list ?? [])]);
}

const A_LANGUAGE = mustBe('a BCP 47 tag such as "en" or "pt-BR"');
const language = text(A_LANGUAGE).transform((value, context) => {
  const tag = readLanguage(value);
  if (tag !== null) return tag;
  context.addIssue({ code: 'custom', message: A_LANGUAGE.error({ input: value }) });
  return z.NEVER;
});
const A_DATE = mustBe('a date: "2016", "2016-05" or "2016-05-12"');
const date = text(A_DATE).refine(isPartialDate, A_DATE).nullish();
const AN_ISSN = mustBe('an ISSN with a right check digit, such as "2049-3630"');
const issn = text(AN_ISSN)
  .transform((value, context) => {
    const read = readIdentifier('ISSN', value);
    if (read !== null) return read.value;
    context.addIssue({ code: 'custom', message: AN_ISSN.error({ input: value }) });
    return z.NEVER;
  })
  .nullish();

/** The schema of each form of field. */
const FORMS = {
  title: name,
  text: words,
  year,
  url,
  boolean: z.boolean(mustBe('true or false')).nullish(),
  type: oneOf(PUBLICATION_TYPES).nullish(),
  date,
  issn,
  languages: textsOf(language, 'languages'),
  keywords: textsOf(name, 'keywords'),
  identifiers: identifiersOf(PUBLICATION_SCHEMES),
};

type Shape<Fields extends Record<string, { form: keyof typeof FORMS }>> = {
  [Name in keyof Fields]: (typeof FORMS)[Fields[Name]['form']];
};

const fields = Object.fromEntries(FIELD_NAMES.map((key) => [key, FORMS[FIELDS[key].form]])) as Shape<
  typeof FIELDS
>;

const hostFields = Object.fromEntries(
  HOST_FIELD_NAMES.map((key) => [key, FORMS[HOST_FIELDS[key].form]]),
) as Shape<typeof HOST_FIELDS>;

function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, mustBe(`one of ${values.join(', ')}`));
}

function listOf<T extends z.ZodType>(of: T, what: string) {
  return z.array(of, mustBe(`a list of ${what}`)).nullish();
}

/** A list of topics or categories, at most 200. */
function filed() {
  const A_FEW = mustBe('a list of 200 names at most');
  return listOf(keyed('name', 'a name'), 'names').refine((names) => (names ?? []).length <= 200, A_FEW);
}

/** An object with these fields and no others. */
function only<T extends z.ZodRawShape>(fields: T, what: string) {
  const known = Object.keys(fields).join(', ');
  return z.strictObject(fields, {
    error: ({ code, keys, input }) => {
      if (code !== 'unrecognized_keys') return mustBe(what).error({ input });
      return `has no field ${(keys as string[]).map((key) => JSON.stringify(key)).join(', ')}; known are ${known}`;
    },
  });
}

/** An author as a name, or as an object of the API. */
const author = z.preprocess(
  (of) => (typeof of === 'string' ? { name: of } : of),
  only(
    {
      id: z.unknown().optional(),
      slug: z.unknown().optional(),
      name,
      sortName: name.nullish(),
      kind: oneOf(['PERSON', 'ORGANIZATION', 'UNKNOWN']).nullish(),
      acronym: words,
      aliases: listOf(name, 'names'),
      identifiers: identifiersOf(AUTHOR_SCHEMES),
    },
    'a name, or an object with a name',
  ),
);

/** A value as its key, or as an object of the API that has the key. */
function keyed(key: 'code' | 'slug' | 'name', what: string) {
  const error = mustBe(`${what}, or an object with a ${key}`);
  return z.preprocess(
    (of) => (typeof of === 'object' && of !== null ? ((of as Record<string, unknown>)[key] ?? null) : of),
    text(error).pipe(z.string().min(1, error).max(1000, error)),
  );
}

/** An invalid timestamp doesn't make the line wrong; it is ignored. */
const instant = z.iso.datetime({ offset: true }).nullable().catch(null).optional();
const slugs = z
  .array(z.string().max(200))
  .catch(() => [])
  .optional();

/**
 * A publication as a line of JSON Lines: an object with the API's field names, of which only `title` is required. `id`
 * is derived from the slug, so it is not read.
 */
const publication = only(
  {
    id: z.unknown().optional(),
    createdAt: instant,
    updatedAt: instant,
    formerSlugs: slugs,
    slug,
    ...fields,
    countries: listOf(keyed('code', 'an ISO 3166 code'), 'ISO 3166 codes'),
    regions: listOf(keyed('slug', 'a slug or M49 code'), 'slugs or M49 codes'),
    authors: listOf(author, 'authors'),
    publishers: listOf(author, 'publishers'),
    contributions: listOf(
      only(
        {
          author,
          role: oneOf(CONTRIBUTION_ROLES).nullish(),
          position: z.unknown().optional(),
          printedAs: name.nullish(),
        },
        'an object with an author',
      ),
      'contributions',
    ),
    topics: filed(),
    categories: filed(),
    partOf: only(hostFields, 'an object with a title').nullish(),
  },
  'an object, one a line',
);

/** A topic or category as a line, with its description. */
const filedLine = only(
  {
    type: oneOf(['topic', 'category']),
    id: z.unknown().optional(),
    slug: z.unknown().optional(),
    name,
    description: words,
  },
  'an object, one a line',
);

/** The description of a topic or category; empty if it is null. */
export interface DescriptionLine {
  descriptions: StatedDescription[];
}

/**
 * Reads one line: a publication, or with `"type": "topic"` or `"category"` a description. Unknown countries and regions
 * go to `unresolved`, and the rest is read.
 * @returns the content of the line; or, as a string, which field is wrong and what would be right
 */
export function parseJsonLine(
  line: string,
  lineNumber: number,
  reference: Reference,
): Stated | DescriptionLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `is no JSON object on a line of its own: ${(error as Error).message}`;
  }
  if (isDescription(value)) {
    const read = filedLine.safeParse(value);
    if (!read.success) return read.error.issues.map(describe).slice(0, 3).join('; ');
    const { type: kind, name, description } = read.data;
    return { descriptions: description ? [{ kind, name, description }] : [] };
  }
  const unresolved: Unresolved[] = [];
  const hasIdentifiers = /"(?:identifiers|issn)"/.test(line);
  const read = publication.safeParse(hasIdentifiers ? takeInvalidIdentifiers(value, unresolved) : value);
  if (!read.success) return read.error.issues.map(describe).slice(0, 3).join('; ');
  const { data } = read;
  const issuedYear = data.issued ? Number(data.issued.slice(0, 4)) : null;
  if (issuedYear !== null && (data.year ?? issuedYear) !== issuedYear)
    return `"issued" must be in the year ${data.year}, as "year" says`;
  const repairs: Repair[] = [];
  const places = resolvePlaces(data, reference, { repairs, unresolved });
  const record: Stated['record'] = {
    ...pickFields(data),
    year: data.year ?? issuedYear,
    ...places,
    contributions: resolveContributions(data, repairs),
    topics: data.topics ?? [],
    categories: data.categories ?? [],
    partOf: data.partOf ? pickHostFields(data.partOf) : null,
  };
  return {
    record,
    slug: data.slug ?? null,
    firstLine: lineNumber,
    lastLine: lineNumber,
    isComplete: true,
    raw: null,
    repairs,
    unresolved,
    ...pickHistory(data),
  };
}

function pickHistory({
  createdAt = null,
  updatedAt = null,
  formerSlugs = [],
}: z.infer<typeof publication>): Pick<Stated, 'history'> {
  const isSaid = createdAt !== null || updatedAt !== null || formerSlugs.length > 0;
  return isSaid ? { history: { createdAt, updatedAt, formerSlugs } } : {};
}

/** The fields that the line states. Null and empty fields count as not stated. */
function pickFields(data: z.infer<typeof publication>): Pick<PublicationRecord, FieldName> {
  const { title, abstract = null, url = null, isWorldwide } = data;
  const stated = FIELD_NAMES.filter((key) => !isEmpty(data[key])).map((key) => [key, data[key]]);
  return {
    ...(Object.fromEntries(stated) as Partial<PublicationRecord>),
    title,
    abstract,
    year: data.year ?? null,
    url,
    isWorldwide: isWorldwide ?? false,
  };
}

function pickHostFields(host: NonNullable<z.infer<typeof publication>['partOf']>): HostWorkRecord {
  const { title, publisher = null, place = null, year: hostYear = null } = host;
  const stated = HOST_FIELD_NAMES.filter((key) => !isEmpty(host[key])).map((key) => [key, host[key]]);
  return {
    ...(Object.fromEntries(stated) as Partial<HostWorkRecord>),
    title,
    publisher,
    place,
    year: hostYear,
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Whether a text is a year, month or day of the calendar, from 1000 to 2999. */
function isPartialDate(value: string): boolean {
  const [, year, month = '01', day = '01'] = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  if (year === undefined) return false;
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.getUTCDate() === Number(day);
}

function isDescription(value: unknown): boolean {
  const { type } = (typeof value === 'object' && value !== null ? value : {}) as { type?: unknown };
  return type === 'topic' || type === 'category';
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `"${path.join('.')}" ${message}`;
}
