import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, hasName, not } from '../db/conditions.ts';
import { isNameGiven } from '../graphql/arguments.ts';
import type { TopicFilter } from '../schema.generated.ts';
import { hasPublications } from '../publication/publication.queries.ts';
import { KIND_OF_PLURAL, type FiledPlural, type ReferenceKind } from '../publication/memberships.ts';
import { readFiled } from './read.ts';
import type { Reference } from './reference.ts';

const t = columnsOf('country', 't');

/** Translates `hasPublications` into a condition on the row `t`. Null if the filter does not set it. */
export function hasPublicationsToSql(
  kind: ReferenceKind,
  wanted: boolean | null | undefined,
): Condition | null {
  if (typeof wanted !== 'boolean') return null;
  const isListing = hasPublications(kind, { isDirect: false });
  return wanted ? isListing : not(isListing);
}

/** True for the rows with these ids. */
export function idIn(ids: readonly number[]): Condition {
  return sql<boolean>`${t('id')} = any(${ids}::integer[])`;
}

/** The current snapshot of the reference data, which may be stale, and a function that loads an up-to-date one. */
export interface ReferenceLookup {
  reference: Reference;
  renewReference(): Promise<Reference>;
}

/**
 * Translates a filter of topics or categories into a condition on the row `t`.
 * @throws BAD_USER_INPUT naming a slug that does not exist, or a name without a word
 */
export const filedFilterToSql =
  (kind: FiledPlural) =>
  async (filter: TopicFilter | null | undefined, lookup: ReferenceLookup): Promise<Condition> => {
    const { slugs, name } = filter ?? {};
    const isKnown = (slugs ?? []).every((slug) => lookup.reference[kind].byName(slug));
    const reference = isKnown ? lookup.reference : await lookup.renewReference();
    return all([
      slugs ? idIn(slugs.map((slug, i) => readFiled(reference, kind, slug, `filter.slugs[${i}]`).id)) : null,
      isNameGiven(name, 'filter.name')
        ? hasName(columnsOf(KIND_OF_PLURAL[kind], 't')('sort_key'), name)
        : null,
    ]);
  };
