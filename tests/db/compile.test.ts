import { sql } from 'kysely';
import { type Parameter, compileOnce } from '../../src/db/compile.ts';
import type { Db } from '../../src/db/database.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
});
afterAll(() => catalogue.close());

interface Shape {
  factor: number;
  isKept: boolean;
}

function multiplier() {
  const built: number[] = [];
  const multiply = compileOnce(
    ({ factor, isKept }: Shape) => (isKept ? String(factor) : null),
    (db: Db, { factor }, parameter: Parameter<{ value: number }>) => {
      built.push(factor);
      return db.selectNoFrom(sql<number>`${factor}::integer * ${parameter('value')}::integer`.as('product'));
    },
  );
  return { built, multiply };
}

describe('compileOnce', () => {
  it('builds a query once for each shape, and executes it with the values of each call', async () => {
    const { built, multiply } = multiplier();
    const { db } = catalogue;
    expect(await multiply(db, { factor: 2, isKept: true }, { value: 5 })).toEqual([{ product: 10 }]);
    expect(await multiply(db, { factor: 3, isKept: true }, { value: 5 })).toEqual([{ product: 15 }]);
    expect(await multiply(db, { factor: 2, isKept: true }, { value: 7 })).toEqual([{ product: 14 }]);
    expect(built).toEqual([2, 3]);
  });

  it('builds a query each time if its shape has no key', async () => {
    const { built, multiply } = multiplier();
    const { db } = catalogue;
    expect(await multiply(db, { factor: 2, isKept: false }, { value: 5 })).toEqual([{ product: 10 }]);
    expect(await multiply(db, { factor: 2, isKept: false }, { value: 7 })).toEqual([{ product: 14 }]);
    expect(built).toEqual([2, 2]);
  });
});
