import { z } from 'zod';
import {
  PUBLICATION_SCHEMES,
  type Scheme,
  readIdentifier,
  recognizeIdentifier,
} from '../../../identifier/identifier.ts';
import { readLanguage } from '../../../publication/language.ts';
import { PUBLICATION_TYPES } from '../../../publication/publication.ts';
import { toStorable } from '../../../text/storable.ts';
import { isSlug } from '../../slugs.ts';
import { readDate } from '../values/dates.ts';

/** An error message that says what a field must be. */
export const mustBe = (what: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : `must be ${what}`),
});

const A_NAME = mustBe('a text of 1 to 1000 characters');
const text = (error = mustBe('a text')) => z.string(error).transform((value) => toStorable(value).trim());
export const name = text(A_NAME).pipe(z.string().min(1, A_NAME).max(1000, A_NAME));
export const words = text()
  .transform((value) => (value === '' ? null : value))
  .nullish();
const A_YEAR = mustBe('a whole number from 1000 to 2999');
const year = z.int(A_YEAR).min(1000, A_YEAR).max(2999, A_YEAR).nullish();
const A_SLUG = mustBe('lower-case words joined by hyphens, of 200 characters at most');
export const slug = text(A_SLUG).refine(isSlug, A_SLUG).nullish();
const A_URL = mustBe('an http or https address');
const url = text(A_URL)
  .pipe(z.url({ protocol: /^https?$/, ...A_URL }))
  .nullish();

/**
 * Identifiers as objects of the API, or as texts that name their scheme ("doi:10.1000/182"). Check digits are verified.
 */
export function identifiersOf<const Schemes extends readonly [Scheme, ...Scheme[]]>(schemes: Schemes) {
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
const date = text(A_DATE)
  .refine((value) => readDate(value) === value, A_DATE)
  .nullish();
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
export const FORMS = {
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

/** One of some words. */
export function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, mustBe(`one of ${values.join(', ')}`));
}

/** A list; null and absent count as not stated. */
export function listOf<T extends z.ZodType>(item: T, what: string) {
  return z.array(item, mustBe(`a list of ${what}`)).nullish();
}

/** An object with these fields and no others. */
export function only<T extends z.ZodRawShape>(fields: T, what: string) {
  const known = Object.keys(fields).join(', ');
  return z.strictObject(fields, {
    error: ({ code, keys, input }) => {
      if (code !== 'unrecognized_keys') return mustBe(what).error({ input });
      return `has no field ${(keys as string[]).map((key) => JSON.stringify(key)).join(', ')}; known are ${known}`;
    },
  });
}

/** A value as its key, or as an object of the API that has the key. */
export function keyed(key: 'code' | 'slug' | 'name', what: string) {
  const error = mustBe(`${what}, or an object with a ${key}`);
  return z.preprocess(
    (value) =>
      typeof value === 'object' && value !== null ? ((value as Record<string, unknown>)[key] ?? null) : value,
    text(error).pipe(z.string().min(1, error).max(1000, error)),
  );
}
