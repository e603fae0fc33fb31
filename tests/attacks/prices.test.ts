import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { getFieldCost } from '../../src/api/cost.rules.ts';
import { createSchema } from '../../src/api/schema.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

/** One client's dearest operations: what they cost has to be refused, or bounded, before it is done. */

const UNUSUAL = 300;
let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  const abstract = 'A long text about everything. '.repeat(4000);
  const contributions = Array.from({ length: UNUSUAL }, (_, i) => ({ author: { name: `Author ${i}` } }));
  await catalogue.importTexts({
    'unusual.jsonl': JSON.stringify({ slug: 'unusual', title: 'Unusual', abstract, contributions }),
  });
});
afterAll(() => catalogue.close());

const schema = createSchema();
const fields = Object.values(schema.getTypeMap())
  .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));

/** The items that the price assumes of a list without pages. */
const readAssumedSize = (field: GraphQLField<unknown, unknown>) => getFieldCost(field).size(() => undefined);

describe('prices', () => {
  const lists = (typeName: string) =>
    fields.filter(
      ({ type, field }) =>
        type.name === typeName && isListType(getNullableType(field.type)) && field.args.length < 2,
    );

  it.each([
    ['Country', 'countries(first: 100, after: $after)'],
    ['Region', 'regions(first: 100, after: $after)'],
  ])('are those of the longest lists that a %s has', async (type, list) => {
    const names = lists(type).map(({ field }) => field.name);
    const longest = Object.fromEntries(names.map((name) => [name, 0]));
    let after: string | null = null;
    do {
      const selection = lists(type)
        .map(({ field }) =>
          getNamedType(field.type).name === 'String' ? field.name : `${field.name} { __typename }`,
        )
        .join(' ');
      const { data, errors }: { data: Record<string, Page>; errors: unknown } = await catalogue.execute(
        `query ($after: String) { ${list} { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      const [{ nodes, pageInfo }] = Object.values(data) as [Page];
      for (const node of nodes)
        for (const name of names) longest[name] = Math.max(longest[name] ?? 0, node[name]?.length ?? 0);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const prices = Object.fromEntries(lists(type).map(({ field }) => [field.name, readAssumedSize(field)]));
    expect(longest).toEqual(prices);
  });

  it('are at least those of the lists that a publication of the listing has', async () => {
    const names = ['countries', 'regions', 'authors', 'contributions', 'topics', 'categories'];
    const { data } = await catalogue.execute<{ publications: { nodes: Record<string, unknown[]>[] } }>(
      `{ publications(first: 100, filter: { not: { slugs: ["unusual"] } }) { nodes {
        countries { id } regions { id } authors { id } contributions { position } topics { id } categories { id } } } }`,
    );
    const type = schema.getType('Publication') as GraphQLObjectType;
    for (const name of names) {
      const longest = Math.max(...data.publications.nodes.map((node) => node[name]?.length ?? 0));
      expect([
        name,
        longest <= readAssumedSize(type.getFields()[name] as GraphQLField<unknown, unknown>),
      ]).toEqual([name, true]);
    }
  });
});

interface Page {
  nodes: Record<string, unknown[]>[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function refusal(query: string, from = catalogue) {
  const { data, errors, sql } = await from.execute<unknown>(query);
  return { data, extensions: errors?.[0]?.extensions, message: errors?.[0]?.message, statements: sql.length };
}
const aliases = (count: number, selection: (i: number) => string) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${selection(i)}`).join(' ')} }`;

describe('an operation is refused before it runs', () => {
  const toRefusal = (limit: string) => ({ extensions: { code: 'LIMIT_EXCEEDED', limit }, statements: 0 });

  it('with two statistics of three dimensions', async () => {
    const statistics = () => 'publicationStatistics(by: [AUTHOR, COUNTRY, REGION]) { rowCount }';
    expect(await refusal(aliases(20, statistics))).toMatchObject(toRefusal('cost'));
    expect(await refusal(aliases(2, statistics))).toMatchObject(toRefusal('cost'));
    expect((await refusal(aliases(1, statistics))).extensions).toBeUndefined();
  });

  it('with all countries of the world and a hundred publications of each', async () => {
    const query = `{ region(slug: "world") { countries { publications(first: 100) { nodes {
      title abstract contributions { author { name } } } } } } }`;
    expect(await refusal(query)).toMatchObject(toRefusal('cost'));
  });

  it('with facets of a hundred countries', async () => {
    const query = '{ countries(first: 100) { nodes { publications { facets { authors { distinct } } } } } }';
    expect(await refusal(query)).toMatchObject(toRefusal('cost'));
  });
});

describe('an operation is ended', () => {
  it('with three dimensions over more publications than PostgreSQL may count', async () => {
    const few = await testCatalogue('listing', { statistics: 9 });
    const statistics = (by: string, filter = '{}') =>
      `{ publicationStatistics(by: [${by}], filter: ${filter}) { rows { count } } }`;
    expect(await refusal(statistics('AUTHOR, COUNTRY, TOPIC'), few)).toEqual({
      data: { publicationStatistics: { rows: null } },
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'statistics', value: 10, most: 9 },
      message:
        'by: three dimensions over 10 publications, and 9 is the limit while PostgreSQL counts alone. Use two dimensions or a narrower filter.',
      statements: 1,
    });
    expect((await refusal(statistics('AUTHOR, COUNTRY'), few)).extensions).toBeUndefined();
    const narrow = '{ countries: { anyOf: ["NG"] } }';
    expect((await refusal(statistics('AUTHOR, COUNTRY, TOPIC', narrow), few)).extensions).toBeUndefined();
    await few.countInColumns('columns');
    expect((await refusal(statistics('AUTHOR, COUNTRY, TOPIC'), few)).extensions).toBeUndefined();
    await few.close();
  });

  it('at the limit of statements', async () => {
    const count = (i: number) => `publications(filter: { year: { from: ${1000 + i} } }) { totalCount }`;
    expect((await refusal(aliases(100, count))).extensions).toBeUndefined();
    const { extensions, message, statements } = await refusal(aliases(101, count));
    expect(extensions).toEqual({ code: 'LIMIT_EXCEEDED', limit: 'statements', value: null, most: 100 });
    expect(message).toBe(
      'The operation needs more than 100 SQL statements, which is the limit. Split it into several operations; lists and aliases with the same arguments share statements.',
    );
    expect(statements).toBeLessThanOrEqual(100);
  });

  it('at the limit of bytes, however few values it has', async () => {
    const query = (count: number) => `{ publication(slug: "unusual") ${aliases(count, () => 'abstract')} }`;
    expect((await refusal(query(41))).extensions).toBeUndefined();
    expect(await refusal(query(42))).toEqual({
      data: undefined,
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'answer', value: null, most: 5_000_000 },
      message:
        'The answer has more than 5,000,000 bytes, which is the limit. Select fewer items or fewer long texts (abstracts).',
      statements: 1,
    });
  });

  it('at the limit of cost, where publications have longer lists than the price assumes', async () => {
    const query = (count: number) =>
      `{ publication(slug: "unusual") ${aliases(count, () => 'contributions { position }')} }`;
    expect((await refusal(query(166))).extensions).toBeUndefined();
    expect(await refusal(query(167))).toMatchObject({
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost', value: null, most: 50_000 },
      message:
        "The answer's lists have more than 50,000 items, which is the limit. Ask for fewer objects at a time.",
    });
  });
});
