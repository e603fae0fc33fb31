import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

interface Found {
  totalCount: number;
  nodes: { year: number }[];
}

async function find(args: string): Promise<Found> {
  const { data, errors } = await catalogue.execute<{ publications: Found }>(
    `{ publications(${args}) { totalCount nodes { year } } }`,
  );
  expect(errors).toBeUndefined();
  return data.publications;
}

describe('Query.publications(search:)', () => {
  it('finds what the search and the filter find together', async () => {
    expect(await find('search: "TRAFFICKING persons"')).toEqual({
      totalCount: 3,
      nodes: [{ year: 2020 }, { year: 2016 }, { year: 2010 }],
    });
    expect(await find('search: "trafficking persons", filter: { isWorldwide: true }')).toEqual({
      totalCount: 1,
      nodes: [{ year: 2016 }],
    });
  });

  it('is no condition where it has no word', async () => {
    for (const search of ['null', '""', '" \\t"', '"?!"'])
      expect((await find(`search: ${search}`)).totalCount).toBe(10);
  });

  it('is refused where it is too long', async () => {
    const { errors } = await catalogue.execute(
      `{ publications(search: "${'a '.repeat(600)}") { totalCount } }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: 'search: 1200 characters are too many; give 1000 at most.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'search' },
    });
  });
});
