import { sql } from 'kysely';
import { type Condition, all, hasName, not, oneOf } from '../db/conditions.ts';
import { nameGiven } from '../graphql/arguments.ts';
import type { TopicFilter } from '../schema.generated.ts';
import type { ReferenceTable } from './reference.lists.ts';

/** True of a row `t` that any publication is filed under, or false of it; null where that is not asked. */
export function filed(table: ReferenceTable, wanted: boolean | null | undefined): Condition | null {
  if (typeof wanted !== 'boolean') return null;
  const isFiled = sql<boolean>`exists (
    select from ${sql.table(`publication_${table}`)} m where ${sql.ref(`m.${table}_id`)} = t.id)`;
  return wanted ? isFiled : not(isFiled);
}

/** True of the rows with these ids. */
export function idIn(ids: readonly number[]): Condition {
  return sql<boolean>`t.id = any(${ids}::integer[])`;
}

/** Which topics or categories a filter finds, of the row `t`. */
export function matchingFiled(filter: TopicFilter | null | undefined): Condition {
  const { slugs, name } = filter ?? {};
  return all([
    slugs ? oneOf(sql`t.slug`, slugs) : null,
    nameGiven(name, 'filter.name') ? hasName(sql`t.sort_key`, name) : null,
  ]);
}
