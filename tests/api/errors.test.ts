import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

/** The errors of an operation, without their extensions. */
async function errorsOf(query: string, variables: Record<string, unknown> = {}) {
  const { errors = [] } = await catalogue.execute(query, variables);
  return errors.map(({ message, locations, path }) => ({
    message,
    ...(locations && { locations }),
    ...(path && { path }),
  }));
}

describe('the location of an error', () => {
  const lines = '\r\n\n\r# a comment\n';

  it('is the place in the text of a field that fails', async () => {
    expect(await errorsOf(`${lines}{\n  publications(first: -1) { nodes { title } } }`)).toMatchObject([
      { locations: [{ line: 6, column: 3 }], path: ['publications'] },
    ]);
  });

  it('is the place of an unknown field, and of what is wrong with the syntax', async () => {
    expect(await errorsOf(`${lines}{\n  __typename nothing }`)).toMatchObject([
      { locations: [{ line: 6, column: 14 }] },
    ]);
    expect(await errorsOf(`${lines}{\n  __typename ( }`)).toMatchObject([
      { locations: [{ line: 6, column: 16 }] },
    ]);
  });

  it('is the definition of a variable whose value is wrong', async () => {
    expect(
      await errorsOf(`${lines} query ($n: Int) { publications(first: $n) { totalCount } }`, { n: 'x' }),
    ).toEqual([
      {
        message: 'Variable "$n" has an invalid value: Int cannot represent non-integer value: "x"',
        locations: [{ line: 5, column: 9 }],
      },
    ]);
  });

  it('is the literal that is not a DateTime', async () => {
    const query = (literal: string) =>
      `{ publications(filter: {\n  updated: { from: ${literal} } }) { totalCount } }`;
    const problem =
      'is not a DateTime; give a date such as "2026-11-24" (00:00 UTC), or an instant in the form of RFC 3339, with microseconds at most: "2026-11-24T20:15:00Z".';
    const locations = [{ line: 2, column: 20 }];
    expect(await errorsOf(query('"yesterday"'))).toEqual([{ message: `"yesterday" ${problem}`, locations }]);
    expect(await errorsOf(query('2020'))).toEqual([{ message: `The value ${problem}`, locations }]);
  });

  it('is the same for an operation that is asked again', async () => {
    const query = `${lines}{ topics(after: "x") { nodes { name } } }`;
    const errors = await errorsOf(query);
    expect(errors).toMatchObject([{ locations: [{ line: 5, column: 3 }] }]);
    expect(await errorsOf(query)).toEqual(errors);
  });
});

describe('the errors of an answer', () => {
  it('name an argument with a default whose variable is null, also if the operation is asked often', async () => {
    const query = 'query ($n: Int) { suggest(text: "a", first: $n) { label } __typename }';
    for (let i = 0; i < 8; i++) {
      const { data, errors } = await catalogue.execute(query, { n: null });
      expect(data).toEqual({ suggest: null, __typename: 'Query' });
      expect(errors).toEqual([
        {
          message: 'first: null is not of the type Int!; give a value, or leave it out.',
          locations: [{ line: 1, column: 45 }],
          path: ['suggest'],
          extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
        },
      ]);
    }
  });

  it('are 100 at most, and the last says how many are left out', async () => {
    const fields = Array.from({ length: 130 }, (_, i) => `a${i}: publication(id: "x") { title }`);
    const { errors = [] } = await catalogue.execute(`{ ${fields.join(' ')} }`);
    expect(errors).toHaveLength(101);
    expect(errors.slice(0, 100).every(({ extensions }) => extensions?.code === 'BAD_USER_INPUT')).toBe(true);
    expect(errors[100]).toEqual({
      message: '30 more errors are left out: an answer lists 100 at most.',
      extensions: { code: 'ERRORS_LEFT_OUT', leftOut: 30 },
    });
  });

  it('are 20 at most of a document that is wrong', async () => {
    const errors = await errorsOf(`{ ${Array.from({ length: 50 }, (_, i) => `x${i}`).join(' ')} }`);
    expect(errors).toHaveLength(21);
    expect(errors[20]?.message).toBe('Too many validation errors, error limit reached. Validation aborted.');
  });

  it('are 20 at most of variables, and short for large values', async () => {
    const large = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, 1]));
    const query = 'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }';
    const errors = await errorsOf(query, { f: large });
    expect(errors).toHaveLength(20);
    expect(errors[0]?.message).toBe(
      'Variable "$f" has an invalid value: Field "k0" is not defined by type "PublicationFilter".',
    );
    const [error] = await errorsOf('query ($n: Int) { publications(first: $n) { totalCount } }', {
      n: 'x'.repeat(100_000),
    });
    expect(error?.message).toHaveLength(1001);
  });

  it('of a variable name its place in a list and an object', async () => {
    const query = 'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }';
    expect(await errorsOf(query, { f: { or: [{}, { year: { from: 1.5 } }] } })).toMatchObject([
      {
        message:
          'Variable "$f" has an invalid value at "f.or[1].year.from": Int cannot represent non-integer value: 1.5',
      },
    ]);
  });
});
