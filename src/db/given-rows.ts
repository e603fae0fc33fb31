import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely';

type SqlType = 'bigint' | 'boolean' | 'integer' | 'json' | 'jsonb' | 'text' | 'text[]' | 'timestamptz';

/**
 * Makes a table of a statement from rows. All rows are sent as one parameter, so their number doesn't change the SQL.
 * @param alias the table's alias in the statement
 * @param types the SQL type of each column; row properties that are not listed are ignored
 */
export function givenRows<Row extends object, Alias extends string>(
  alias: Alias,
  types: { readonly [Name in keyof Row]: SqlType },
  rows: readonly Row[],
): AliasedRawBuilder<Row, Alias> {
  const columns = Object.entries<SqlType>(types).map(
    ([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`,
  );
  return sql<Row>`json_to_recordset(${JSON.stringify(rows)}::json)`.as<Alias>(
    sql`${sql.ref(alias)} (${sql.join(columns)})`,
  );
}

/** Makes `any(…)` over 32-bit integers, as one parameter: `where('id', '=', anyOf(ids))`. */
export function anyOf(numbers: readonly number[]): RawBuilder<number> {
  return sql<number>`any(${numbers}::integer[])`;
}

/** Makes `any(…)` over 64-bit integers, as one parameter. */
export function anyBigOf(numbers: readonly number[]): RawBuilder<number> {
  return sql<number>`any(${numbers}::bigint[])`;
}

/** Makes `any(…)` over texts, as one parameter. */
export function anyTextOf(texts: Iterable<string>): RawBuilder<string> {
  return sql<string>`any(${[...texts]}::text[])`;
}
