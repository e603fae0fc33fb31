import { type RawBuilder, type SelectType, sql } from 'kysely';
import type { DB } from './tables.generated.ts';

/**
 * Returns a function that refers to columns of a table's rows in SQL fragments. The compiler checks the names:
 * `columnsOf('publication', 'p')('topic_ids')` is `"p"."topic_ids"`.
 *
 * @param alias what the statement calls the rows
 */
export function columnsOf<Table extends keyof DB>(table: Table, alias: string = table) {
  return <Column extends keyof DB[Table] & string>(
    column: Column,
  ): RawBuilder<SelectType<DB[Table][Column]>> => sql.ref(`${alias}.${column}`);
}

/**
 * One of several tables, with columns that all of them have: `tableOf(kind, ['id', 'slug'], 't')`. (With a union of names, the
 * builder accepts columns that only one of the tables has.)
 */
export function tableOf<Table extends keyof DB, Column extends keyof DB[Table], Alias extends string>(
  table: Table,
  _columns: readonly Column[],
  alias: Alias,
) {
  return sql<Pick<DB[Table], Column>>`${sql.table(table)}`.as(alias);
}
