import { type GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

/** Every field of a publication that needs no argument, as a selection. */
const FIELDS = Object.values((createSchema().getType('Publication') as GraphQLObjectType).getFields())
  .filter(({ args }) => args.every(({ defaultValue }) => defaultValue !== undefined))
  .map(({ name, type }) => [name, isLeafType(getNamedType(type)) ? name : `${name} { __typename }`] as const);

const ALL = FIELDS.map(([, selection]) => selection).join(' ');
const caring = 'caring-for-trafficked-persons-guidance-for-health-providers';

describe('what is read of a publication', () => {
  test.each(FIELDS)('%s alone is as among all fields', async (name, selection) => {
    const ask = async (fields: string) => {
      const { data, errors } = await catalogue.execute<Record<string, unknown>>(
        `{ publications { nodes { ${fields} } edges { node { ${fields} } } }
           publication(slug: "${caring}") { ${fields} }
           _entities(representations: [{ __typename: "Publication", slug: "${caring}" }]) { ... on Publication { ${fields} } }
           topic(slug: "capacity-building") { publications { nodes { ${fields} } } } }`,
      );
      expect(errors).toBeUndefined();
      return data;
    };
    const only = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(only);
      if (typeof value !== 'object' || value === null) return value;
      if (name in value) return { [name]: (value as Record<string, unknown>)[name] };
      return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, only(of)]));
    };
    expect(await ask(selection)).toEqual(only(await ask(ALL)));
  });

  test('is no abstract and no contribution that is not asked for', async () => {
    const { sql } = await catalogue.execute(`{ publications { ...Page } }
      fragment Page on PublicationConnection { edges { node { ... on Node { id } title } } }`);
    expect(sql).toHaveLength(1);
    expect(sql[0]).not.toMatch(/abstract|author_ids|country_ids|created_at/);
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
    expect(sql[0]).toContain('p.abstract');
    expect(data.publications.edges).toEqual([
      { a: { title: expect.any(String) as string }, node: { text: expect.any(String) as string } },
    ]);
  });
});
