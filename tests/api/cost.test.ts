import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type GraphQLObjectType,
  type OperationDefinitionNode,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  getIntrospectionQuery,
  parse,
  validate,
} from 'graphql';
import { getFieldCost } from '../../src/api/cost.rules.ts';
import { priceOperation } from '../../src/api/cost.ts';
import { createSchema } from '../../src/api/schema.ts';
import { projectFolder } from '../../src/project.ts';

const schema = createSchema();

function price(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions as OperationDefinitionNode[];
  return priceOperation(schema, document, operation as OperationDefinitionNode, (name) => variables[name], {
    mostFields: 10_000,
    pageSize: 100,
  });
}

const cost = (query: string, variables?: Record<string, unknown>) => price(query, variables).cost;

describe('the cost of an operation', () => {
  it('counts its values', () => {
    expect(cost('{ country(code: "NG") { code name } }')).toBe(3);
    expect(cost('{ __typename }')).toBe(1);
  });

  it('multiplies what is in a list by its size', () => {
    // publications, pageInfo and one value in it; nodes, and 5 times title, authors and 20 names
    expect(
      cost('{ publications(first: 5) { pageInfo { hasNextPage } nodes { title authors { name } } } }'),
    ).toBe(1 + 2 + 1 + 5 * (1 + 1 + 20));
    expect(cost('{ publications(last: 5) { edges { cursor node { title } } } }')).toBe(1 + 1 + 5 * 3);
  });

  it('multiplies sizes that are nested', () => {
    const nested = `{ countries(first: 10) { nodes { publications(first: 30) { nodes { title } } } } }`;
    expect(cost(nested)).toBe(2 + 10 * (2 + 30));
  });

  it('takes the size of a page that nobody gave', () => {
    for (const given of ['', '(first: null)']) {
      expect(cost(`{ publications${given} { nodes { title } } }`)).toBe(22);
    }
  });

  it('takes the size that a variable has, or its default', () => {
    const query = 'query ($n: Int = 7) { publications(first: $n) { nodes { title } } }';
    expect(cost(query, { n: 50 })).toBe(52);
    expect(cost(query, { n: null })).toBe(22);
    expect(cost(query, { n: '50' })).toBe(22); // refused when it runs
  });

  it('takes the default that the schema gives an argument', () => {
    expect(cost('{ author(slug: "a") { coAuthors { publicationCount } } }')).toBe(1 + 10 + 10);
    expect(cost('{ author(slug: "a") { coAuthors(first: 2) { publicationCount } } }')).toBe(1 + 10 + 2);
  });

  it('is never less than of a list with one item', () => {
    expect(cost('{ publications(first: 0) { nodes { title } } }')).toBe(3);
    expect(cost('{ publications(first: -5) { nodes { title } } }')).toBe(3);
  });

  it('is that of the largest page where more is asked for, which the list itself refuses', () => {
    expect(cost('{ publications(first: 2147483647) { nodes { title } } }')).toBe(102);
    const rows = (first: number) => `{ publicationStatistics(by: YEAR, first: ${first}) { rows { count } } }`;
    expect(cost(rows(1000)) - cost(rows(100))).toBe(900); // a list without pages
  });

  it('counts every alias', () => {
    expect(cost('{ a: publications(first: 5) { nodes { x: title y: title } } b: __typename }')).toBe(13);
  });

  it('counts a field once that is selected twice', () => {
    expect(
      cost(`{ publications(first: 5) { nodes { title authors { name } } }
              publications(first: 5) { nodes { title authors { slug } ...F } } }
            fragment F on Publication { title authors { name } }`),
    ).toBe(2 + 5 * (1 + 1 + 20 * 2));
  });

  it('counts fragments wherever they are spread', () => {
    expect(
      cost(`{ a: country(code: "NG") { ...F } b: country(code: "GH") { ... { ...F } } }
            fragment F on Country { publications(first: 9) { nodes { title } } }`),
    ).toBe(2 * (1 + 2 + 9));
  });

  it('takes the dearest type of several', () => {
    const query = `{ node(id: "x") {
        id
        ... on Country { publications(first: 9) { nodes { title } } }
        ... on Topic { name }
      } }`;
    expect(cost(query)).toBe(1 + 1 + 2 + 9);
    expect(cost('{ node(id: "x") { ... on Node { id } } }')).toBe(2);
  });

  it('leaves out what is skipped', () => {
    const query = `query ($yes: Boolean!) {
      publications(first: 5) @include(if: $yes) { nodes { title } }
      a: __typename @skip(if: $yes)
    }`;
    expect(cost(query, { yes: true })).toBe(7);
    expect(cost(query, { yes: false })).toBe(1);
  });

  it('takes as many nodes and entities as are named', () => {
    const ids = { ids: ['a', 'b', 'c'] };
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', ids)).toBe(1 + 3);
    expect(cost('{ nodes(ids: ["a", "b"]) { id } }')).toBe(1 + 2);
    expect(
      cost('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Publication { title } } }', {
        of: Array.from({ length: 70 }, () => ({})),
      }),
    ).toBe(71);
  });

  it('adds the weights of the SDL', () => {
    expect(cost('{ publications { totalCount } }')).toBe(11);
    expect(cost('{ catalogue { version } }')).toBe(101);
    expect(cost('{ publications(search: "a") { pageInfo { hasNextPage } } }')).toBe(2003);
    expect(
      cost('query ($text: String) { publications(search: $text) { pageInfo { hasNextPage } } }', {
        text: 'a'.repeat(201),
      }),
    ).toBe(4003);
    expect(cost('{ publications(search: null) { pageInfo { hasNextPage } } }')).toBe(3);
    expect(cost('{ publications(filter: { year: { from: 1 } }) { pageInfo { hasNextPage } } }')).toBe(103);
  });

  it('adds the weights of input fields, of each filter in a list, and in variables', () => {
    const price = (filter: unknown) =>
      cost('query ($filter: PublicationFilter) { publications(filter: $filter) { __typename } }', { filter });
    const filter = (literal: string) => cost(`{ publications(filter: ${literal}) { __typename } }`);
    expect(filter('{}')).toBe(102);
    expect(price({})).toBe(102);
    expect(filter('{ year: { from: 1 }, isWorldwide: true, hasUrl: true }')).toBe(102);
    expect(filter('{ or: [{ year: { from: 1 } }, { year: { from: 2 } }], not: { and: [] } }')).toBe(132);
    expect(price({ or: [{ year: { from: 1 } }, { year: { from: 2 } }], not: { and: [] } })).toBe(132);
    expect(filter('{ or: { contributors: { name: "a" } }, and: null }')).toBe(6112);
    expect(price({ or: { contributors: { name: 'a' } }, and: null })).toBe(6112);
    expect(price(null)).toBe(2);
    const inside = `query ($part: PublicationFilter, $parts: [PublicationFilter!]) {
      publications(filter: { not: $part, or: $parts }) { __typename } }`;
    expect(cost(inside, { part: { authors: { name: 'a' } }, parts: [{}, {}] })).toBe(6132);
    expect(cost(inside, { part: {}, parts: [] })).toBe(112);
    expect(cost('{ _service { sdl } }')).toBe(1001);
  });

  it('of introspection is moderate, and counts its aliases', () => {
    const whole = cost(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }));
    expect(whole).toBe(17_651);
    expect(cost('{ __schema { a: types { name } b: types { name } } }')).toBe(1 + 2 * 101);
  });

  it('is not counted to the end where fragments multiply without bound', () => {
    const levels = Array.from(
      { length: 40 },
      (_, i) =>
        `fragment F${i} on Country { a: regions { countries { ...F${i + 1} } } b: regions { countries { ...F${i + 1} } } }`,
    );
    const query = `{ country(code: "NG") { ...F0 } } ${levels.join(' ')} fragment F40 on Country { code }`;
    expect(price(query)).toEqual({ cost: Infinity, depth: 0, mostExpensive: '' });
  });

  it.each([
    [
      '{ countries { nodes { name many: publications(first: 50) { nodes { title year } } } } }',
      'countries.nodes.many.nodes',
    ],
    ['{ publications(first: 1) { totalCount nodes { title } } }', 'publications.totalCount'],
    ['{ country(code: "NG") { code } }', 'country'],
  ])('of %s is mostly at %s', (query, mostExpensive) =>
    expect(price(query)).toMatchObject({ mostExpensive }),
  );

  it('is known of every list of objects: the SDL says how long it is', () => {
    const fields = Object.values(schema.getTypeMap())
      .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_'))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
    const sized = new Set(
      fields.flatMap(({ field }) =>
        (getFieldCost(field).sizedFields ?? []).map((name) => `${getNamedType(field.type).name}.${name}`),
      ),
    );
    const unsaid = fields
      .filter(({ field }) => isListType(getNullableType(field.type)) && !isLeafType(getNamedType(field.type)))
      .filter(({ type, field }) => {
        const isSized = sized.has(`${type.name}.${field.name}`);
        const isMadeOfList = ['nodes', '_entities'].includes(field.name) && type === schema.getQueryType();
        const listSize = field.astNode?.directives?.find(({ name }) => name.value === 'listSize');
        return !isSized && !isMadeOfList && !listSize;
      })
      .map(({ type, field }) => `${type.name}.${field.name}`);
    expect(unsaid).toEqual([]);
  });
});

describe('docs/explanation/cost.md', () => {
  it('gives an example of the cost of an operation', () => {
    const page = readFileSync(path.join(projectFolder, 'docs/explanation/cost.md'), 'utf8');
    const [, query = '', total] = /```graphql\n([^`]*# (\d+)\n)```/.exec(page) ?? [];
    expect(cost(query)).toBe(Number(total));
    const parts = [...query.matchAll(/# (\d+)$/gm)].map(([, part]) => Number(part)).slice(0, -1);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(total));
  });
});

describe('the depth of an operation', () => {
  const depth = (query: string) => price(query).depth;

  it('counts levels of fields, through fragments', () => {
    expect(depth('{ __typename }')).toBe(1);
    expect(depth('{ publications { nodes { title } } }')).toBe(3);
    expect(
      depth('{ publications { nodes { ... { ...F } } } } fragment F on Publication { authors { name } }'),
    ).toBe(4);
    expect(depth('{ node(id: "x") { id ... on Topic { publications { nodes { title } } } } }')).toBe(4);
  });

  it('leaves introspection alone', () => expect(depth(getIntrospectionQuery())).toBe(0));
});
