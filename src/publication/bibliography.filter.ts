import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, any, not, oneOf, overlapsTexts } from '../db/conditions.ts';
import { badInput, quote } from '../graphql/errors.ts';
import { packIdentifier, readIdentifier } from '../identifier/identifier.ts';
import type { IdentifierInput } from '../schema.generated.ts';
import { plain } from '../text/plain.ts';
import type { Translations } from './filter-field.ts';
import { readLanguage } from './language.ts';

const p = columnsOf('publication', 'p');

/**
 * Translates `types`, `languages`, `keywords` and `identifiers` of a filter into conditions on the row `p`. Each throws
 * BAD_USER_INPUT naming the argument, for an invalid language tag or identifier, or a keyword without a letter or digit.
 */
export const BIBLIOGRAPHY_TRANSLATIONS = {
  types: (choice, { argument }) => textsToSql(choice, isOfType, (type) => type, argument),
  languages: (choice, { argument }) =>
    textsToSql(choice, (keys) => overlapsTexts(p('language_keys'), keys), languageKey, argument),
  keywords: (choice, { argument }) =>
    textsToSql(choice, (keys) => overlapsTexts(p('keyword_keys'), keys), readKeyword, argument),
  identifiers: ({ anyOf }, { argument }) => {
    if (!anyOf) return [];
    const packed = anyOf.map((value, i) => readPacked(value, `${argument}.anyOf[${i}]`));
    return [overlapsTexts(p('identifiers'), packed)];
  },
} satisfies Partial<Translations>;

interface TextChoice<Value> {
  anyOf?: readonly Value[] | null | undefined;
  allOf?: readonly Value[] | null | undefined;
  noneOf?: readonly Value[] | null | undefined;
}

/**
 * Translates a choice of texts into conditions. None of them is ever null, so `not` works.
 * @param has builds the condition that a publication has at least one of the keys
 */
function textsToSql<Value extends string>(
  choice: TextChoice<Value>,
  has: (keys: readonly string[]) => Condition,
  toKey: (value: Value, argument: string) => string,
  argument: string,
): Condition[] {
  const keysOf = (list: keyof TextChoice<Value>) =>
    (choice[list] ?? []).map((value, i) => toKey(value, `${argument}.${list}[${i}]`));
  return [
    ...(choice.anyOf ? [has(keysOf('anyOf'))] : []),
    ...(choice.allOf ? [all(keysOf('allOf').map((key) => has([key])))] : []),
    ...(choice.noneOf ? [not(has(keysOf('noneOf')))] : []),
  ];
}

/** A publication of unknown type gives false instead of null, so that `noneOf` finds it. */
function isOfType(types: readonly string[]): Condition {
  if (types.length === 0) return any([]);
  return all([sql<boolean>`${p('type')} is not null`, oneOf(p('type'), types)]);
}

/** The key of a language in `publication.language_keys`. @throws BAD_USER_INPUT if the tag is invalid */
export function languageKey(value: string, argument: string): string {
  const tag = readLanguage(value);
  if (tag === null)
    throw badInput(
      argument,
      `${quote(value)} is not a language tag; give a BCP 47 tag such as "en" or "pt-BR".`,
    );
  return tag.toLowerCase();
}

function readKeyword(value: string, argument: string): string {
  const key = plain(value);
  if (key === '') throw badInput(argument, `${quote(value)} has no letter or digit; give a keyword.`);
  return key;
}

function readPacked({ scheme, value }: IdentifierInput, argument: string): string {
  const identifier = readIdentifier(scheme, value);
  if (identifier === null)
    throw badInput(
      `${argument}.value`,
      `${quote(value)} is not a valid ${scheme}; its form or its check digit is wrong.`,
    );
  return packIdentifier(identifier);
}
