import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely';

type SqlType = 'bigint' | 'boolean' | 'integer' | 'json' | 'jsonb' | 'text' | 'text[]' | 'timestamptz';

/**
 * Rows as a table of a statement, sent as one parameter however many they are.
 * @param alias what the statement calls the table
 * @param types the type of each column; a property of a row without one is not sent as a column
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

/** Any of the numbers, sent as one parameter: `where('id', '=', anyOf(ids))`. */
export function anyOf(numbers: readonly number[]): RawBuilder<number> {
  return sql<number>`any(${numbers}::integer[])`;
}

/** The same for numbers that may be larger than an integer. */
export function anyBigOf(numbers: readonly number[]): RawBuilder<number> {
  return sql<number>`any(${numbers}::bigint[])`;
}

/** Any of the texts, sent as one parameter. */
export function anyTextOf(texts: Iterable<string>): RawBuilder<string> {
  return sql<string>`any(${[...texts]}::text[])`;
}
