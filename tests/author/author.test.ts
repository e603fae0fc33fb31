import { toGlobalId } from '../../src/graphql/global-id.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

describe('Query.author', () => {
  test('is found by id or by slug, with its names and works', async () => {
    const author = {
      name: 'International Organization for Migration',
      sortName: 'International Organization for Migration',
      kind: 'ORGANIZATION',
      acronym: 'IOM',
      publications: { totalCount: 1, nodes: [{ year: 2010 }] },
      coAuthors: [{ author: { name: "Sweden's Ministry of Justice" }, publicationCount: 1 }],
    };
    const { data, errors } = await catalogue.execute<Record<string, unknown>>(
      `query ($id: ID!) {
        byId: author(id: $id) { ...A } bySlug: author(slug: "international-organization-for-migration") { ...A }
        none: author(slug: "no-such") { name } }
      fragment A on Author { name sortName kind acronym publications { totalCount nodes { year } }
        coAuthors(first: 5) { author { name } publicationCount } }`,
      { id: toGlobalId('Author', 'international-organization-for-migration') },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ byId: author, bySlug: author, none: null });
  });

  test.each([
    ['author', 'id: give either "id" or "slug".'],
    ['author(id: "x", slug: "x")', 'id: give either "id" or "slug".'],
    [
      `author(id: "${toGlobalId('Topic', 'health')}")`,
      `id: "${toGlobalId('Topic', 'health')}" is an id of the type Topic; give one of the type Author.`,
    ],
  ])('refuses %s', async (field, message) => {
    const { errors } = await catalogue.execute(`{ ${field} { name } }`);
    expect(errors?.map((error) => error.message)).toEqual([message]);
  });
});

describe('Query.authors', () => {
  const names = async (args: string) => {
    const { data, errors } = await catalogue.execute<{
      authors: { totalCount: number; nodes: { name: string }[] };
    }>(`{ authors(${args}) { totalCount nodes { name } } }`);
    expect(errors).toBeUndefined();
    expect(data.authors.totalCount).toBe(data.authors.nodes.length);
    return data.authors.nodes.map(({ name }) => name);
  };

  test('are in the order of their names as sorted, both ways', async () => {
    const people = [
      'Jacqueline Berman',
      'Donatella Bradic',
      'Shukri Hirabe Gesod',
      'M. Klein Solomon',
      'G. Liu',
      'Lori J. Mann',
      'Phil Marshal',
      'M. McAuliffe',
    ];
    expect(await names('filter: { kinds: [PERSON] }')).toEqual(people);
    expect(await names('filter: { kinds: [PERSON] }, orderBy: { direction: DESC }')).toEqual(
      people.reverse(),
    );
  });

  test('are found by slug, by a part of any name, by acronym, by kind', async () => {
    expect(await names('filter: { slugs: ["g-liu"] }')).toEqual(['G. Liu']);
    expect(await names('filter: { name: "MINISTRY of" }')).toEqual(["Sweden's Ministry of Justice"]);
    expect(await names('filter: { name: "iom" }')).toEqual(['International Organization for Migration']);
    expect(await names('filter: { name: "m", kinds: [ORGANIZATION] }')).toHaveLength(2);
    expect(await names('filter: { kinds: [] }')).toEqual([]);
    expect(await names('filter: { kinds: [UNKNOWN] }')).toEqual([]);
    expect(await names(`filter: { name: "'; drop table author; --" }`)).toEqual([]);
  });
});

describe('Publication.authors', () => {
  test('names an author once who has two roles; a role that is stated twice is one contribution', async () => {
    const own = await testCatalogue('empty');
    try {
      const contribution = (name: string, role: string) => ({ author: { name, kind: 'PERSON' }, role });
      const contributions = [
        contribution('Ana Díaz', 'AUTHOR'),
        contribution('Bo Li', 'AUTHOR'),
        contribution('Ana Díaz', 'EDITOR'),
        contribution('Ana Díaz', 'AUTHOR'),
      ];
      await own.importTexts({ 'a.jsonl': JSON.stringify({ slug: 'a', title: 'A', contributions }) });
      const { data, errors } = await own.execute<{ publication: object }>(
        `{ publication(slug: "a") { authors { name } contributions { author { name } role } } }`,
      );
      expect(errors).toBeUndefined();
      expect(data.publication).toEqual({
        authors: [{ name: 'Ana Díaz' }, { name: 'Bo Li' }],
        contributions: contributions
          .slice(0, 3)
          .map(({ author, role }) => ({ author: { name: author.name }, role })),
      });
    } finally {
      await own.close();
    }
  });
});
