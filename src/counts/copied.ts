import type { MembershipKind } from '../publication/memberships.ts';
import type { DB } from '../db/tables.generated.ts';

/**
 * The types of the copied columns, as both PostgreSQL and DuckDB name them. Texts in arrays must not contain `,` or
 * `;`.
 */
export type ColumnType = 'integer' | 'boolean' | 'text' | 'integer[]' | 'text[]';

type Copied<Table extends keyof DB> = { [Column in keyof DB[Table] & string]?: ColumnType };

/** The columns of `publication` that lists are filtered and counted by. */
const PUBLICATION = {
  id: 'integer',
  year_key: 'integer',
  is_worldwide: 'boolean',
  country_ids: 'integer[]',
  region_ids: 'integer[]',
  around_region_ids: 'integer[]',
  within_region_ids: 'integer[]',
  topic_ids: 'integer[]',
  category_ids: 'integer[]',
  author_ids: 'integer[]',
  author_role_ids: 'integer[]',
  publisher_ids: 'integer[]',
  type: 'text',
  language_keys: 'text[]',
} as const satisfies Copied<'publication'> & Record<`${MembershipKind}_ids`, ColumnType>;

export type PublicationColumn = keyof typeof PUBLICATION;

const FILED = { id: 'integer', slug: 'text', name: 'text', sort_key: 'text' } as const;

/** The copied tables, under their PostgreSQL names. */
export const COPIED = {
  publication: PUBLICATION,
  country: { id: 'integer', code: 'text', name: 'text', sort_key: 'text' },
  region: FILED,
  topic: FILED,
  category: FILED,
  author: { id: 'integer', slug: 'text', name: 'text', plain_names: 'text' },
} as const satisfies { [Table in keyof DB]?: Copied<Table> };

/** Whether the copy has a column of `publication`. */
export function isCopied(column: string): column is PublicationColumn {
  return column in PUBLICATION;
}

/** The type of a copied column of `publication`. */
export function typeOf(column: PublicationColumn): ColumnType {
  return PUBLICATION[column];
}
