import { sql } from 'kysely';
import { type Condition, all, hasName, not } from '../db/conditions.ts';
import { nameGiven } from '../graphql/arguments.ts';
import type { TopicFilter } from '../schema.generated.ts';
import { readFiled } from './read.ts';
import type { Reference } from './reference.ts';
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

/** Where the reference data is read: a snapshot, which may be behind, and one that is not. */
export interface ReferenceLookup {
  reference: Reference;
  renewReference(): Promise<Reference>;
}

/**
 * Which topics or categories a filter finds, of the row `t`.
 * @throws BAD_USER_INPUT naming a slug that does not exist, or a name without a word
 */
export const matchingFiled =
  (kind: 'topics' | 'categories') =>
  async (filter: TopicFilter | null | undefined, lookup: ReferenceLookup): Promise<Condition> => {
    const { slugs, name } = filter ?? {};
    const isKnown = (slugs ?? []).every((slug) => lookup.reference[kind].byName(slug));
    const reference = isKnown ? lookup.reference : await lookup.renewReference();
    return all([
      slugs ? idIn(slugs.map((slug, i) => readFiled(reference, kind, slug, `filter.slugs[${i}]`).id)) : null,
      nameGiven(name, 'filter.name') ? hasName(sql`t.sort_key`, name) : null,
    ]);
  };
