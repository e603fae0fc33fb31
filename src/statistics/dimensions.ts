import { type RawBuilder, sql } from 'kysely';
import type { PublicationColumn } from '../counts/copied.ts';
import {
  FILED_KINDS,
  type FiledKind,
  MEMBERSHIPS,
  type MembershipKind,
  mapNames,
} from '../publication/memberships.ts';
import type * as Sdl from '../schema.generated.ts';
import { printText } from '../facet/texts.ts';
import { upperCase } from '../text/capitalize.ts';
import type { StatisticsDimension } from './statistics.ts';

/**
 * How a dimension is counted and displayed. `id` is the expression of a value's id. Without a value it is 0, or an
 * empty text for types and languages. `row` is the alias of the table with the labels.
 */
export interface DimensionSql {
  /** The column of `publication` with the values. */
  column: PublicationColumn;
  /** Groups ids: values with the same result share a row, such as the years of a decade. */
  group: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** The table with the labels. Null if the values need no table: years, types and languages. */
  table: MembershipKind | null;
  value: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  label: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  order: (id: RawBuilder<unknown>, row: string) => RawBuilder<unknown>;
  /** A number that breaks ties between values with equal `order`; 0 if there is no value. */
  tie: (id: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** Converts the value in the database to a value and label for clients. Absent if no conversion is needed. */
  print?: (value: string) => { value: string; label: string };
}

interface TableDimension {
  table: MembershipKind;
  column?: PublicationColumn;
  value?: string;
}

const fromTable = ({
  table,
  column = MEMBERSHIPS[table].listedColumn,
  value = 'slug',
}: TableDimension): DimensionSql => ({
  column,
  group: (id) => id,
  tie: (id) => id,
  table,
  value: (_, row) => sql.ref(`${row}.${value}`),
  label: (_, row) => sql.ref(`${row}.name`),
  order: (_, row) =>
    table === 'author'
      ? sql`split_part(${sql.ref(`${row}.plain_names`)}, e'\n', 1)`
      : sql.ref(`${row}.sort_key`),
});

const fromYears = (grouped: DimensionSql['group'], suffix: RawBuilder<unknown>): DimensionSql => ({
  column: 'year_key',
  group: grouped,
  tie: (id) => id,
  table: null,
  value: (id) => sql`nullif(${id}, 0)::text`,
  label: (id) => sql`nullif(${id}, 0)::text || ${suffix}`,
  order: (id) => sql`lpad(${id}::text, 4, '0')`,
});

const fromTexts = (dimension: 'type' | 'language', column: PublicationColumn): DimensionSql => ({
  column,
  group: (id) => id,
  tie: (id) => sql`case when ${id} = '' then 0 else 1 end`,
  table: null,
  value: (id) => sql`nullif(${id}, '')`,
  label: (id) => sql`nullif(${id}, '')`,
  order: (id) => id,
  print: (value) => printText(dimension, value),
});

/** How each dimension is counted and displayed. */
export const DIMENSIONS: Record<StatisticsDimension, DimensionSql> = {
  YEAR: fromYears((id) => id, sql`''`),
  DECADE: fromYears((id) => sql`(${id} - ${id} % 10)`, sql`'s'`),
  COUNTRY: fromTable({ table: 'country', value: 'code' }),
  REGION: fromTable({ table: 'region' }),
  AUTHOR: fromTable({ table: 'author', column: 'author_role_ids' }),
  CONTRIBUTOR: fromTable({ table: 'author' }),
  PUBLISHER: fromTable({ table: 'author', column: 'publisher_ids' }),
  ...(mapNames(FILED_KINDS, upperCase, (kind) => fromTable({ table: kind })) satisfies Pick<
    Record<Sdl.StatisticsDimension, DimensionSql>,
    Uppercase<FiledKind>
  >),
  TYPE: fromTexts('type', 'type'),
  LANGUAGE: fromTexts('language', 'language_keys'),
};
