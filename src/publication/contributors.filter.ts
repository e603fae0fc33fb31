import { expressionBuilder, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, hasName, overlaps } from '../db/conditions.ts';
import type { DB } from '../db/tables.generated.ts';
import { isNameGiven } from '../graphql/arguments.ts';
import type { AuthorsFilter, ContributorsFilter, PublishersFilter } from '../schema.generated.ts';
import { choiceToSql } from './choice.filter.ts';
import { type Names, resolveAuthor } from './publication.names.ts';
import { type ContributionRole, contributorsColumn } from './publication.ts';

const p = columnsOf('publication', 'p');
const c = columnsOf('contribution', 'c');
const a = columnsOf('author', 'a');

/**
 * Translates `filter.authors` into conditions on the row `p`. @throws BAD_USER_INPUT if the name has no letter or digit
 */
export function authorsToSql(filter: AuthorsFilter, names: Names, argument: string): Condition[] {
  return partToSql({ ...filter, roles: ['AUTHOR'] }, names, argument);
}

/**
 * Translates `filter.publishers` into conditions on the row `p`.
 * @throws BAD_USER_INPUT if the name has no letter or digit
 */
export function publishersToSql(filter: PublishersFilter, names: Names, argument: string): Condition[] {
  return partToSql({ ...filter, roles: ['PUBLISHER'] }, names, argument);
}

/**
 * Translates `filter.contributors` into conditions on the row `p`.
 * @throws BAD_USER_INPUT if the name has no letter or digit
 */
export function contributorsToSql(filter: ContributorsFilter, names: Names, argument: string): Condition[] {
  const { roles, ...others } = filter;
  const isRoleAlone = Object.values(others).every((value) => value === null || value === undefined);
  return [
    ...partToSql(filter, names, argument),
    ...(roles && (isRoleAlone || roles.length === 0) ? [hasContribution([hasRole(roles)])] : []),
  ];
}

/** Whether the filter reads only the columns of contributor ids, not the contributions or their authors. */
export function readsIdsOnly({ roles, name, kinds }: ContributorsFilter): boolean {
  return !name && !kinds && !roles;
}

function partToSql(
  { roles, name, kinds, ...choice }: ContributorsFilter,
  names: Names,
  argument: string,
): Condition[] {
  const authors = [
    isNameGiven(name, `${argument}.name`) ? hasName(a('plain_names'), name) : null,
    kinds ? sql<boolean>`${a('kind')} = any(${kinds}::text[])` : null,
  ].filter((condition) => condition !== null);
  return [
    ...choiceToSql(choice, (ids) => hasContributor(ids, roles), resolveAuthor(names), argument),
    ...(authors.length > 0 ? [hasContribution([hasRole(roles), isByOneOf(all(authors))])] : []),
  ];
}

type Roles = readonly ContributionRole[] | null | undefined;

/**
 * True if at least one of the contributors has one of the roles (null: any role). The id columns are indexed. The index
 * on publishers skips empty arrays, so its condition has to exclude them too.
 */
function hasContributor(ids: readonly number[], roles: Roles): Condition {
  const column = contributorsColumn(roles);
  if (column === 'publisher_ids')
    return all([sql<boolean>`${p(column)} <> array[]::integer[]`, overlaps(p(column), ids)]);
  if (column !== null) return overlaps(p(column), ids);
  return all([
    overlaps(p('author_ids'), ids),
    hasContribution([hasRole(roles), sql`${c('author_id')} = any(${ids}::integer[])`]),
  ]);
}

/** True if the contribution `c` has one of the roles. Null if any role is accepted. */
function hasRole(roles: Roles): Condition | null {
  return roles ? sql`${c('role')} = any(${roles}::text[])` : null;
}

const rows = expressionBuilder<DB & { c: DB['contribution']; p: DB['publication'] }, 'c' | 'p'>();

/** True if the author of the contribution `c` meets a condition on the row `a`. */
function isByOneOf(authors: Condition): Condition {
  return sql`${rows('c.author_id', 'in', rows.selectFrom('author as a').select('a.id').where(authors))}`;
}

/** True if the publication `p` has a contribution that meets conditions on the row `c`. */
function hasContribution(conditions: readonly (Condition | null)[]): Condition {
  const contributions = rows
    .selectFrom('contribution as c')
    .select(rows.lit(1).as('found'))
    .whereRef('c.publication_id', '=', 'p.id')
    .where(all(conditions));
  return sql`${rows.exists(contributions)}`;
}
