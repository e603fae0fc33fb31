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
