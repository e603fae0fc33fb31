import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, any, idAmong, not, overlaps } from '../db/conditions.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { BIBLIOGRAPHY_TRANSLATIONS } from './bibliography.filter.ts';
import { choiceToSql } from './choice.filter.ts';
import { authorsToSql, contributorsToSql, publishersToSql } from './contributors.filter.ts';
import type { FilterField, Translations } from './filter-field.ts';
import { type FiledPlural, type HasField, idsColumnOf, mapFiled, mapHasFiled } from './memberships.ts';
import { type Names, resolveCountry, resolveFiled, resolvePublications } from './publication.names.ts';
import { instantToSql, yearToSql } from './ranges.filter.ts';
import { DEFAULT_MATCH, resolveRegion, regionsColumn } from './regions.filter.ts';

const p = columnsOf('publication', 'p');

/** How each field is translated. A field that is missing here is a compile error. */
const TRANSLATIONS: Translations = {
  and: (parts, { names, argument }) => parts.map((part, i) => toSql(part, names, `${argument}[${i}]`)),
  or: (parts, { names, argument }) => [
    any(parts.map((part, i) => all([toSql(part, names, `${argument}[${i}]`)]))),
  ],
  not: (part, { names, argument }) => [not(all([toSql(part, names, argument)]))],
  ids: (ids, { names }) => [idAmong(p('id'), resolvePublications(names, { ids }))],
  slugs: (slugs, { names }) => [idAmong(p('id'), resolvePublications(names, { slugs }))],
  year: (range, { argument }) => yearToSql(range, argument),
  countries: (choice, { filter, names, argument }) =>
    choiceToSql(
      choice,
      (ids) => overlaps(p('country_ids'), ids),
      resolveCountry(names.reference),
      argument,
      orWorldwide(filter),
    ),
  regions: (choice, { filter, names, argument }) =>
    choiceToSql(
      choice,
      (ids) => overlaps(regionsColumn(matchOf(filter)), ids),
      resolveRegion(names.reference, matchOf(filter)),
      argument,
      orWorldwide(filter),
    ),
  authors: (choice, { names, argument }) => authorsToSql(choice, names, argument),
  contributors: (choice, { names, argument }) => contributorsToSql(choice, names, argument),
  publishers: (choice, { names, argument }) => publishersToSql(choice, names, argument),
  ...BIBLIOGRAPHY_TRANSLATIONS,
  ...mapFiled(
    (plural): Translations[FiledPlural] =>
      (choice, { names, argument }) =>
        choiceToSql(
          choice,
          (ids) => overlaps(p(idsColumnOf(plural)), ids),
          resolveFiled(names.reference, plural),
          argument,
        ),
  ),
  isWorldwide: (wanted) => flagToSql(wanted, p('is_worldwide')),
  // Read by `orWorldwide`.
  includeWorldwide: () => [],
  hasCountries: (wanted) => flagToSql(wanted, hasAny(p('country_ids'))),
  hasRegions: (wanted, { filter }) => flagToSql(wanted, hasAny(regionsColumn(matchOf(filter)))),
  hasAuthors: (wanted) => flagToSql(wanted, hasAny(p('author_role_ids'))),
  hasContributors: (wanted) => flagToSql(wanted, hasAny(p('author_ids'))),
  ...mapHasFiled(
    (plural): Translations[HasField<FiledPlural>] =>
      (wanted) =>
        flagToSql(wanted, hasAny(p(idsColumnOf(plural)))),
  ),
  hasType: (wanted) => flagToSql(wanted, sql`${p('type')} is not null`),
  hasLanguages: (wanted) => flagToSql(wanted, hasAnyText(p('language_keys'))),
  hasPublishers: (wanted) => flagToSql(wanted, hasAny(p('publisher_ids'))),
  hasKeywords: (wanted) => flagToSql(wanted, hasAnyText(p('keywords'))),
  hasIdentifiers: (wanted) => flagToSql(wanted, hasAnyText(p('identifiers'))),
  hasYear: (wanted) => flagToSql(wanted, sql`${p('year_key')} > 0`),
  hasUrl: (wanted) => flagToSql(wanted, sql`${p('url')} is not null`),
  hasAbstract: (wanted) => flagToSql(wanted, sql`${p('abstract')} is not null`),
  created: (range, { argument }) => instantToSql(p('created_at'), range, argument),
  updated: (range, { argument }) => instantToSql(p('updated_at'), range, argument),
};

const FIELDS = Object.keys(TRANSLATIONS) as (keyof PublicationFilter)[];

/**
 * Translates a filter into a condition on the row `p`. An empty filter gives null.
 * @throws BAD_USER_INPUT naming the argument of a value that does not exist, or of a range that ends before it starts
 */
export function toSql(filter: PublicationFilter, names: Names, argument: string): Condition | null {
  const conditions = FIELDS.flatMap((name) =>
    translateField(name, { filter, names, argument: `${argument}.${name}` }),
  ).filter((condition) => condition !== null);
  return conditions.length === 0 ? null : all(conditions);
}

function translateField<Name extends keyof PublicationFilter>(
  name: Name,
  field: FilterField,
): readonly (Condition | null)[] {
  const value = field.filter[name];
  return value === null || value === undefined ? [] : TRANSLATIONS[name](value, field);
}

function matchOf({ regions }: PublicationFilter) {
  return regions?.match ?? DEFAULT_MATCH;
}

function orWorldwide({ includeWorldwide }: PublicationFilter) {
  return (condition: Condition) => (includeWorldwide ? any([condition, p('is_worldwide')]) : condition);
}

function flagToSql(wanted: boolean, condition: Condition): Condition[] {
  return [wanted ? condition : not(condition)];
}

/** True if the array column has at least one id. */
function hasAny(column: Expression<unknown>): Condition {
  return sql`${column} <> array[]::integer[]`;
}

/** True if the array column has at least one text. */
function hasAnyText(column: Expression<unknown>): Condition {
  return sql`${column} <> array[]::text[]`;
}
