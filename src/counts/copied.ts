import { FILED_KINDS, MEMBERSHIPS, MEMBERSHIP_KINDS, mapNames } from '../publication/memberships.ts';
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
  ...mapNames(
    MEMBERSHIP_KINDS,
    (kind) => MEMBERSHIPS[kind].idsColumn,
    () => 'integer[]' as const,
  ),
  around_region_ids: 'integer[]',
  within_region_ids: 'integer[]',
  author_role_ids: 'integer[]',
  publisher_ids: 'integer[]',
  type: 'text',
  language_keys: 'text[]',
} as const satisfies Copied<'publication'>;

export type PublicationColumn = keyof typeof PUBLICATION;

/** The columns of each table with slugs and names. */
const NAMED = { id: 'integer', slug: 'text', name: 'text', sort_key: 'text' } as const;

/** The copied tables, under their PostgreSQL names. */
export const COPIED = {
  publication: PUBLICATION,
  country: { id: 'integer', code: 'text', name: 'text', sort_key: 'text' },
  region: NAMED,
  ...mapNames(
    FILED_KINDS,
    (kind) => kind,
    () => NAMED,
  ),
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
