import { type RawBuilder, type SelectType, sql } from 'kysely';
import type { DB } from './tables.generated.ts';

/**
 * Returns a function that makes references to a table's columns for SQL fragments. TypeScript checks the names:
 * `columnsOf('publication', 'p')('topic_ids')` is `"p"."topic_ids"`.
 *
 * @param alias the table's alias in the statement
 */
export function columnsOf<Table extends keyof DB>(table: Table, alias: string = table) {
  return <Column extends keyof DB[Table] & string>(
    column: Column,
  ): RawBuilder<SelectType<DB[Table][Column]>> => sql.ref(`${alias}.${column}`);
}

/**
 * Selects from a table whose name is known only at run time, with columns that all candidates have:
 * `tableOf(kind, ['id', 'slug'], 't')`. Given a union of names, Kysely's own builder would also accept columns that
 * only one of the tables has.
 */
export function tableOf<Table extends keyof DB, Column extends keyof DB[Table], Alias extends string>(
  table: Table,
  _columns: readonly Column[],
  alias: Alias,
) {
  return sql<Pick<DB[Table], Column>>`${sql.table(table)}`.as(alias);
}
