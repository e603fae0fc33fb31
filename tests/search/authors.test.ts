import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const AUTHORS = [
  { name: 'Lori J. Mann', kind: 'PERSON' },
  { name: 'Laurie Manning', kind: 'PERSON' },
  { name: 'José Núñez O’Hara', kind: 'PERSON' },
  { name: 'Łukasz Żak', kind: 'PERSON' },
  {
    name: 'International Organization for Migration',
    acronym: 'IOM',
    aliases: ['Organisation internationale pour les migrations', 'المنظمة الدولية للهجرة'],
    kind: 'ORGANIZATION',
  },
  { name: 'Ministry of Justice of Sweden', kind: 'ORGANIZATION' },
];

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await catalogue.importTexts({ 'a.jsonl': JSON.stringify({ title: 'A', authors: AUTHORS }) });
});
afterAll(() => catalogue.close());

interface Found {
  totalCount: number;
  nodes: { name: string }[];
}

async function find(search: string | null, args = ''): Promise<string[]> {
  const { data, errors } = await catalogue.execute<{ authors: Found }>(
    `query ($search: String) { authors(search: $search ${args}) { totalCount nodes { name } } }`,
    { search },
  );
  expect(errors).toBeUndefined();
  expect(data.authors.totalCount).toBe(data.authors.nodes.length);
  return data.authors.nodes.map(({ name }) => name);
}

describe('Query.authors(search:)', () => {
  it.each([
    ['mann lori', ['Lori J. Mann']],
    ['MANN', ['Lori J. Mann', 'Laurie Manning']],
    ['man', ['Lori J. Mann', 'Laurie Manning']],
    ['nunez', ['José Núñez O’Hara']],
    ['lukasz zak', ['Łukasz Żak']],
    ['ŁUKASZ', ['Łukasz Żak']],
    ["o'hara josé", ['José Núñez O’Hara']],
    ['iom', ['International Organization for Migration']],
    ['organisation internationale', ['International Organization for Migration']],
    ['المنظمة للهجرة', ['International Organization for Migration']],
    ['للهجرة', ['International Organization for Migration']],
    ['justice sweden', ['Ministry of Justice of Sweden']],
    // Typos.
    ['intrnational migation', ['International Organization for Migration']],
    ['minstry justise', ['Ministry of Justice of Sweden']],
    ['mann xyz', []],
  ])('%j finds %j', async (search, names) => {
    expect(await find(search)).toEqual(names);
  });

  it('is no condition where it has no word, and holds together with the filter', async () => {
    for (const search of [null, '', '?!', '\ud800']) expect(await find(search)).toHaveLength(AUTHORS.length);
    expect(await find('justice', 'filter: { kinds: [PERSON] }')).toEqual([]);
  });

  it('takes any text, and refuses one that is too long', async () => {
    for (const search of ["' or 1=1 --", '\\m(', '%_*', '\0', '人口', 'a '.repeat(500), '(((', 'a{1,5'])
      expect((await find(search)).length).toBeLessThanOrEqual(AUTHORS.length);
    const { errors } = await catalogue.execute(`{ authors(search: "${'a'.repeat(1001)}") { totalCount } }`);
    expect(errors?.[0]).toMatchObject({
      message: 'search: 1001 characters are too many; give 1000 at most.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'search' },
    });
  });

  it('belongs to its cursors', async () => {
    const { data } = await catalogue.execute<{ authors: { pageInfo: { endCursor: string } } }>(
      '{ authors(search: "mann", first: 1) { pageInfo { endCursor } } }',
    );
    const cursor = data.authors.pageInfo.endCursor;
    const next = await catalogue.execute<{ authors: Found }>(
      `{ authors(search: "mann", after: "${cursor}") { nodes { name } } }`,
    );
    expect(next.data.authors.nodes).toEqual([{ name: 'Laurie Manning' }]);
    const other = await catalogue.execute(`{ authors(search: "lori", after: "${cursor}") { totalCount } }`);
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});
