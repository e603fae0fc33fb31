import { type Compilable, type CompiledQuery, type Expression, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from './database.ts';

/** Stands among the parameters of a compiled query for a value that each execution gives. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Stands for a value in a query. */
export type Parameter<Values> = <Name extends keyof Values & string>(name: Name) => Expression<Values[Name]>;

/** Queries of each builder that are kept, the most recently used: shapes depend on selections, which clients choose. */
const MOST_COMPILED = 500;

/**
 * Compiles a query once for each shape, because building one takes longer than executing it. The values are not part of the
 * shape.
 *
 * @param keyOf what distinguishes shapes with different SQL; null if a shape is too rare to be kept
 * @param build builds the query of a shape, with parameters in place of the values
 * @returns executes the query of a shape with values
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
