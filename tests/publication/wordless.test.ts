import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

const LISTS = [
  'topic(slug: "capacity-building")',
  'country(code: "NG")',
  'region(slug: "africa")',
  'author(slug: "lori-j-mann")',
  'countries(first: 3, filter: { hasPublications: true })',
];

async function slugs(list: string, args: string) {
  const selection = `publications(${args}) { totalCount edges { cursor node { slug } } }`;
  const { data, errors } = await catalogue.execute<unknown>(
    `{ ${list} { ${list.startsWith('countries') ? `nodes { ${selection} }` : selection} } }`,
  );
  expect(errors).toBeUndefined();
  return JSON.stringify(data).replaceAll(/"cursor":"[^"]*"/g, '');
}

describe.each(LISTS)('%s.publications', (list) => {
  it.each(['""', '"-"', '"😀"', '"\\\\"', '" "'])('takes the search %s for none', async (search) => {
    const newest = await slugs(list, 'first: 5');
    expect(await slugs(list, `first: 5, search: ${search}`)).toEqual(newest);
    expect(await slugs(list, `first: 5, search: ${search}, orderBy: { field: RELEVANCE }`)).toEqual(newest);
  });

  it('refuses the order RELEVANCE without a search', async () => {
    const selection = 'publications(orderBy: { field: RELEVANCE }) { totalCount }';
    const { errors } = await catalogue.execute(
      `{ ${list} { ${list.startsWith('countries') ? `nodes { ${selection} }` : selection} } }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: 'orderBy.field: RELEVANCE needs a search; give "search", or another field.',
      extensions: { code: 'BAD_USER_INPUT', argument: 'orderBy.field' },
    });
  });
});
