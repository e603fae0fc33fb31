import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { createSchema } from '../../src/api/schema.ts';
import { requireParts } from '../../src/publication/publication.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { some } from '../support/generated.ts';
import { seededRandom } from '../support/random.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

/** Every field of a publication that needs no argument, as a selection. */
const FIELDS = Object.values((createSchema().getType('Publication') as GraphQLObjectType).getFields())
  .filter(({ args }) => args.every(({ defaultValue }) => defaultValue !== undefined))
  .map(({ name, type }) => [name, isLeafType(getNamedType(type)) ? name : `${name} { __typename }`] as const);

type Row = Record<string, unknown>;

const ALL = FIELDS.map(([, selection]) => selection).join(' ');
const caring = 'caring-for-trafficked-persons-guidance-for-health-providers';

describe('what is read of a publication', () => {
  test.each(FIELDS)('%s alone is as among all fields', async (name, selection) => {
    const ask = async (fields: string) => {
      const { data, errors } = await catalogue.execute<Record<string, unknown>>(
        `{ publications { nodes { ${fields} } edges { node { ${fields} } } }
           publication(slug: "${caring}") { ${fields} }
           _entities(representations: [{ __typename: "Publication", slug: "${caring}" }]) { ... on Publication { ${fields} } }
           topic(slug: "capacity-building") { publications { nodes { ${fields} } } }
           several: topics(first: 3) { nodes { publications(first: 2) { nodes { ${fields} } } } } }`,
      );
      expect(errors).toBeUndefined();
      return data;
    };
    const only = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(only);
      if (typeof value !== 'object' || value === null) return value;
      if (name in value) return { [name]: (value as Record<string, unknown>)[name] };
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, only(item)]));
    };
    expect(await ask(selection)).toEqual(only(await ask(ALL)));
  });

  test('is no abstract and no contribution that is not asked for', async () => {
    const { sql } = await catalogue.execute(`{ publications { ...Page } }
      fragment Page on PublicationConnection { edges { node { ... on Node { id } title } } }`);
    expect(sql).toHaveLength(1);
    expect(sql[0]).not.toMatch(/abstract|author_ids|country_ids|created_at/);
  });

  test('is what is asked for, whatever fragments it is in and whatever is asked for elsewhere', async () => {
    const random = seededRandom(5);
    const names = (most: number) => some(random, FIELDS, most);
    const { data: all } = await catalogue.execute<{ topic: { publications: { nodes: Row[] } } }>(
      `{ topic(slug: "capacity-building") { publications { nodes { ${ALL} } } } }`,
    );
    for (let i = 0; i < 40; i++) {
      const fragments = [0, 1, 2].map(() => names(3));
      const lists = ['a', 'b', 'c'].map((alias) => ({
        alias,
        own: names(2),
        ofNodes: some(random, [0, 1, 2], 2),
        ofLists: some(random, [0, 1, 2], 2),
      }));
      const joinSelections = (fields: typeof FIELDS) => fields.map(([, selection]) => selection).join(' ');
      const { data, errors } = await catalogue.execute<Record<string, { publications: { nodes: Row[] } }>>(
        `{ ${lists
          .map(
            ({ alias, own, ofNodes, ofLists }) => `${alias}: topic(slug: "capacity-building") {
              ${ofLists.map((n) => `...List${n}`).join(' ')}
              publications { nodes { __typename ${joinSelections(own)} ${ofNodes.map((n) => `...Node${n}`).join(' ')} } } }`,
          )
          .join('\n')}
          none: topic(slug: "none") { ${[0, 1, 2].map((n) => `...List${n}`).join(' ')} } }
        ${fragments
          .map(
            (fields, n) => `fragment Node${n} on Publication { __typename ${joinSelections(fields)} }
              fragment List${n} on Topic { publications { nodes { ...Node${n} } } }`,
          )
          .join('\n')}`,
      );
      expect(errors).toBeUndefined();
      for (const { alias, own, ofNodes, ofLists } of lists) {
        const fields = [...own, ...[...ofNodes, ...ofLists].flatMap((n) => fragments[n] ?? [])];
        const asked = ['__typename', ...new Set(fields.map(([name]) => name))];
        const expected = all.topic.publications.nodes.map((row) =>
          Object.fromEntries(asked.map((name) => [name, name === '__typename' ? 'Publication' : row[name]])),
        );
        expect(data[alias]?.publications.nodes).toEqual(expected);
      }
    }
  });

  test('is what is asked for beside a fragment that is spread elsewhere too', async () => {
    const { data, errors } = await catalogue.execute(
      `{ alone: topic(slug: "capacity-building") { ...First }
         beside: topic(slug: "capacity-building") { ...First publications(first: 1) { totalCount nodes { year countries { code } } } } }
       fragment First on Topic { publications(first: 1) { nodes { slug } } }`,
    );
    expect(errors).toBeUndefined();
    const slug = expect.any(String) as string;
    expect(data).toEqual({
      alone: { publications: { nodes: [{ slug }] } },
      beside: {
        publications: { totalCount: 10, nodes: [{ slug, year: 2020, countries: [{ code: 'NG' }] }] },
      },
    });
  });

  test('is what fragments and aliases ask for', async () => {
    const { data, sql } = await catalogue.execute<{ publications: { edges: { node: object }[] } }>(
      `{ publications(first: 1) { edges { a: node { ...Title } node { ...Body } } } }
       fragment Title on Publication { title }
       fragment Body on Publication { ... on Node { ... on Publication { text: abstract } } }`,
    );
    expect(sql).toHaveLength(1);
    expect(sql[0]).toContain('"p"."abstract"');
    expect(data.publications.edges).toEqual([
      { a: { title: expect.any(String) as string }, node: { text: expect.any(String) as string } },
    ]);
  });
});

describe('requireParts', () => {
  const publication = { id: 1, title: 'Ports', year: null };

  it('returns a publication that has the parts, though their values are null', () => {
    expect(requireParts(publication, 'year')).toBe(publication);
  });

  it('throws if a part was not read', () => {
    expect(() => requireParts(publication, 'year', 'slug')).toThrow(
      'A publication was read without one of the parts that a field needs: year, slug.',
    );
  });
});
