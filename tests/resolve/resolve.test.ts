import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await catalogue.importTexts({ 'a.jsonl': '{"title":"Atlas","authors":["IOM"]}' });
});
afterAll(() => catalogue.close());

interface Resolved {
  resolve: { name: string; meanings: Record<string, unknown>[] }[];
}

async function meanings(names: string[], kinds?: string[]) {
  const { data, errors } = await catalogue.execute<Resolved>(
    `query ($names: [String!]!, $kinds: [NameKind!]) {
      resolve(names: $names, kinds: $kinds) {
        name meanings { kind value rule certainty node { __typename ... on Author { acronym } } }
      }
    }`,
    { names, kinds },
  );
  if (errors) return errors.map(({ message }) => message);
  return data.resolve.map(({ meanings: found }) =>
    found.map(({ kind, value, rule, certainty, node }) =>
      [kind, value, rule, certainty, (node as { __typename: string } | null)?.__typename ?? null].join(' '),
    ),
  );
}

describe('Query.resolve', () => {
  it.each([
    ["Cote D'Ivoire", ['COUNTRY CI country-name CERTAIN Country']],
    ['Ivory Coast', ['COUNTRY CI country-name CERTAIN Country']],
    ['ng', ['COUNTRY NG country-code PROBABLE Country']],
    ['West Africa', ['REGION west-africa region-name CERTAIN Region']],
    ['IOM', ['ORGANIZATION international-organization-for-migration organisation-acronym PROBABLE Author']],
    [
      'International Organisation For Migration (IOM)',
      ['ORGANIZATION international-organization-for-migration organisation-name CERTAIN Author'],
    ],
    ['Nowhere at All', []],
    ['', []],
  ])('reads %s', async (name, expected) => {
    expect(await meanings([name])).toEqual([expected]);
  });

  it('keeps the order of the names, and gives only the kinds asked for', async () => {
    expect(await meanings(['IOM', 'Kenya'], ['COUNTRY'])).toEqual([
      [],
      ['COUNTRY KE country-name CERTAIN Country'],
    ]);
  });

  it('has no node of an organisation that the catalogue does not have', async () => {
    expect(await meanings(['UNICEF'])).toEqual([
      [expect.stringMatching(/^ORGANIZATION .* organisation-acronym PROBABLE $/)],
    ]);
  });

  it('refuses more names than it takes', async () => {
    expect(await meanings(Array.from({ length: 51 }, () => 'Kenya'))).toEqual([
      'names: 51 names are too many; give 50 at most.',
    ]);
  });
});
