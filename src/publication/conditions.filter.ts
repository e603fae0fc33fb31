import { type Expression, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, any, idAmong, not, overlaps } from '../db/conditions.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { bibliographyToSql } from './bibliography.filter.ts';
import { choiceToSql } from './choice.filter.ts';
import { authorsToSql, contributorsToSql, publishersToSql } from './contributors.filter.ts';
import { type Names, resolveCountry, resolveFiled, resolvePublications } from './publication.names.ts';
import { instantToSql, yearToSql } from './ranges.filter.ts';
import { DEFAULT_MATCH, resolveRegion, regionsColumn } from './regions.filter.ts';

const p = columnsOf('publication', 'p');

/**
 * Translates a filter into a condition on the row `p`. An empty filter gives null.
 * @throws BAD_USER_INPUT naming the argument of a value that does not exist, or of a range that ends before it starts
 */
export function toSql(filter: PublicationFilter, names: Names, argument: string): Condition | null {
  const { reference } = names;
  const orWorldwide = (condition: Condition) =>
    filter.includeWorldwide ? any([condition, p('is_worldwide')]) : condition;
  const match = filter.regions?.match ?? DEFAULT_MATCH;
  const conditions = [
    ...(filter.and ?? []).map((part, i) => toSql(part, names, `${argument}.and[${i}]`)),
    ...(filter.or
      ? [any(filter.or.map((part, i) => all([toSql(part, names, `${argument}.or[${i}]`)])))]
      : []),
    ...(filter.not ? [not(all([toSql(filter.not, names, `${argument}.not`)]))] : []),
    ...(filter.ids ? [idAmong(p('id'), resolvePublications(names, { ids: filter.ids }))] : []),
    ...(filter.slugs ? [idAmong(p('id'), resolvePublications(names, { slugs: filter.slugs }))] : []),
    ...(filter.year ? yearToSql(filter.year, `${argument}.year`) : []),
    ...choiceToSql(
      filter.countries,
      (ids) => overlaps(p('country_ids'), ids),
      resolveCountry(reference),
      `${argument}.countries`,
      orWorldwide,
    ),
    ...choiceToSql(
      filter.regions,
      (ids) => overlaps(regionsColumn(match), ids),
      resolveRegion(reference, match),
      `${argument}.regions`,
      orWorldwide,
    ),
    ...authorsToSql(filter.authors, names, `${argument}.authors`),
    ...contributorsToSql(filter.contributors, names, `${argument}.contributors`),
    ...publishersToSql(filter.publishers, names, `${argument}.publishers`),
    ...bibliographyToSql(filter, argument),
    ...choiceToSql(
      filter.topics,
      (ids) => overlaps(p('topic_ids'), ids),
      resolveFiled(reference, 'topics'),
      `${argument}.topics`,
    ),
    ...choiceToSql(
      filter.categories,
      (ids) => overlaps(p('category_ids'), ids),
      resolveFiled(reference, 'categories'),
      `${argument}.categories`,
    ),
    flagToSql(filter.isWorldwide, p('is_worldwide')),
    flagToSql(filter.hasCountries, hasAny(p('country_ids'))),
    flagToSql(filter.hasRegions, hasAny(regionsColumn(match))),
    flagToSql(filter.hasAuthors, hasAny(p('author_role_ids'))),
    flagToSql(filter.hasContributors, hasAny(p('author_ids'))),
    flagToSql(filter.hasTopics, hasAny(p('topic_ids'))),
    flagToSql(filter.hasCategories, hasAny(p('category_ids'))),
    flagToSql(filter.hasType, sql`${p('type')} is not null`),
    flagToSql(filter.hasLanguages, hasAnyText(p('language_keys'))),
    flagToSql(filter.hasPublishers, hasAny(p('publisher_ids'))),
    flagToSql(filter.hasKeywords, hasAnyText(p('keywords'))),
    flagToSql(filter.hasIdentifiers, hasAnyText(p('identifiers'))),
    flagToSql(filter.hasYear, sql`${p('year_key')} > 0`),
    flagToSql(filter.hasUrl, sql`${p('url')} is not null`),
    flagToSql(filter.hasAbstract, sql`${p('abstract')} is not null`),
    ...(filter.created ? instantToSql(p('created_at'), filter.created, `${argument}.created`) : []),
    ...(filter.updated ? instantToSql(p('updated_at'), filter.updated, `${argument}.updated`) : []),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? null : all(conditions);
}

/** Translates a boolean field of the filter. Null if the filter does not set it. */
function flagToSql(wanted: boolean | null | undefined, condition: Condition): Condition | null {
  if (typeof wanted !== 'boolean') return null;
  return wanted ? condition : not(condition);
}

/** True if the array column has at least one id. */
function hasAny(column: Expression<unknown>): Condition {
  return sql`${column} <> array[]::integer[]`;
}

/** True if the array column has at least one text. */
function hasAnyText(column: Expression<unknown>): Condition {
  return sql`${column} <> array[]::text[]`;
}
