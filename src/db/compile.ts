import { type Compilable, type CompiledQuery, type Expression, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from './database.ts';

/** Marks a parameter of a compiled query whose value is given at each execution. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Returns the expression for a named value in a query. */
export type Parameter<Values> = <Name extends keyof Values & string>(name: Name) => Expression<Values[Name]>;

/**
 * Compiled queries cached per builder (LRU). The limit is needed because clients choose the selections that shapes
 * depend on.
 */
const MOST_COMPILED = 500;

/**
 * Compiles a query once per shape and caches it, because building a query takes longer than executing it. Values are
 * not part of the shape.
 *
 * @param keyOf the cache key, which must differ for shapes with different SQL; null if a shape is too rare to cache
 * @param build builds the query of a shape, with parameters in place of the values
 * @returns a function that executes the query of a shape with values
 */
export function compileOnce<Shape, Values extends object, Row>(
  keyOf: (shape: Shape) => string | null,
  build: (db: Db, shape: Shape, parameter: Parameter<Values>) => Compilable<Row>,
): (db: Db, shape: Shape, values: Values) => Promise<Row[]> {
  const compiled = new LRUCache<string, CompiledQuery<Row>>({ max: MOST_COMPILED });
  return async (db, shape, values) => {
    const key = keyOf(shape);
    if (key === null) {
      const { rows } = await db.executeQuery<Row>(build(db, shape, (name) => sql`${values[name]}`));
      return rows;
    }
    let query = compiled.get(key);
    if (query === undefined) {
      query = build(db, shape, (name) => sql`${new Placeholder(name)}`).compile();
      compiled.set(key, query);
    }
    const parameters = query.parameters.map((value) =>
      value instanceof Placeholder ? values[value.name as keyof Values] : value,
    );
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
