import { type RawBuilder, sql } from 'kysely';
import type { PublicationColumn } from '../counts/copied.ts';
import { MEMBERSHIPS, type MembershipKind } from '../publication/memberships.ts';
import { printText } from '../facet/texts.ts';
import type { StatisticsDimension } from './statistics.ts';

/**
 * How a dimension is counted and shown. `id` is a value's: 0 if there is none, of types and languages an empty text. `row` is
 * the alias of the table that has its label.
 */
export interface Dimension {
  /** The publication's column that has the values. */
  column: PublicationColumn;
  /** What values of the same row have the same of. */
  grouped: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Where labels are read; null of years, which are their own. */
  table: MembershipKind | null;
  value: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  label: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  order: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  /** A number that tells values of the same order apart; 0 for none. */
  tie: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** How clients get a value that the database has otherwise. */
  print?: (value: string) => { value: string; label: string };
}

interface Named {
  table: MembershipKind;
  column?: PublicationColumn;
  value?: string;
}

const named = ({ table, column = MEMBERSHIPS[table].listedColumn, value = 'slug' }: Named): Dimension => ({
  column,
  grouped: (id) => id,
  tie: (id) => id,
  table,
  value: (_, row) => sql.ref(`${row}.${value}`),
  label: (_, row) => sql.ref(`${row}.name`),
  order: (_, row) =>
    table === 'author'
      ? sql`split_part(${sql.ref(`${row}.plain_names`)}, e'\n', 1)`
      : sql.ref(`${row}.sort_key`),
});

const years = (grouped: Dimension['grouped'], suffix: RawBuilder<unknown>): Dimension => ({
  column: 'year_key',
  grouped,
  tie: (id) => id,
  table: null,
  value: (id) => sql`nullif(${id}, 0)::text`,
  label: (id) => sql`nullif(${id}, 0)::text || ${suffix}`,
  order: (id) => sql`lpad(${id}::text, 4, '0')`,
});

const texts = (dimension: 'type' | 'language', column: PublicationColumn): Dimension => ({
  column,
  grouped: (id) => id,
  tie: (id) => sql`case when ${id} = '' then 0 else 1 end`,
  table: null,
  value: (id) => sql`nullif(${id}, '')`,
  label: (id) => sql`nullif(${id}, '')`,
  order: (id) => id,
  print: (value) => printText(dimension, value),
});

export const DIMENSIONS: Record<StatisticsDimension, Dimension> = {
  YEAR: years((id) => id, sql`''`),
  DECADE: years((id) => sql`(${id} - ${id} % 10)`, sql`'s'`),
  COUNTRY: named({ table: 'country', value: 'code' }),
  REGION: named({ table: 'region' }),
  AUTHOR: named({ table: 'author', column: 'author_role_ids' }),
  CONTRIBUTOR: named({ table: 'author' }),
  PUBLISHER: named({ table: 'author', column: 'publisher_ids' }),
  TOPIC: named({ table: 'topic' }),
  CATEGORY: named({ table: 'category' }),
  TYPE: texts('type', 'type'),
  LANGUAGE: texts('language', 'language_keys'),
};
