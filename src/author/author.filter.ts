import { sql } from 'kysely';
import { type Condition, all, hasName, oneOf } from '../db/conditions.ts';
import { nameGiven } from '../graphql/arguments.ts';
import type { AuthorFilter } from '../graphql/schema.generated.ts';

/** Which authors a filter finds, of the row `a`. */
export function matchingAuthors(filter: AuthorFilter | null | undefined): Condition {
  const { slugs, name, kind } = filter ?? {};
  return all([
    slugs ? oneOf(sql`a.slug`, slugs) : null,
    nameGiven(name, 'filter.name') ? hasName(sql`a.plain_names`, name) : null,
    kind ? oneOf(sql`a.kind`, kind) : null,
  ]);
}
