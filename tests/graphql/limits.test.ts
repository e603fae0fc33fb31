import { getIntrospectionQuery } from 'graphql';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('listing', {
    cost: 60,
    depth: 4,
    tokens: 60,
    pageSize: 30,
    searchLength: 10,
    filterParts: 3,
    filterDepth: 2,
    listLength: 3,
  });
});
afterAll(() => catalogue.close());

async function refusal(query: string, variables: Record<string, unknown> = {}) {
  const { errors, sql } = await catalogue.execute(query, variables);
  expect(errors).toHaveLength(1);
  expect(sql).toEqual([]);
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions };
}

async function passes(query: string, variables: Record<string, unknown> = {}) {
  expect((await catalogue.execute(query, variables)).errors).toBeUndefined();
}

describe('the limit of cost', () => {
  const query = (n: number) => `{ publications(first: ${n}) { nodes { title year } } }`;

  it('lets through what costs as much, and refuses what costs more by price, limit and dearest path', async () => {
    await passes(query(29));
    expect(await refusal(query(30))).toEqual({
      message:
        'The operation costs 62, and 60 is the limit. Most of that is at "publications.nodes": ask for fewer items or fields there.',
      code: 'LIMIT_EXCEEDED',
      limit: 'cost',
      value: 62,
      most: 60,
    });
  });

  it('goes by the value of a variable, each time', async () => {
    const query = 'query ($n: Int = 30) { publications(first: $n) { nodes { title year } } }';
    await passes(query, { n: 29 });
    expect(await refusal(query, { n: 30 })).toMatchObject({ value: 62 });
    expect(await refusal(query)).toMatchObject({ value: 62 });
    await passes(query, { n: 29 });
    await passes(query, { n: null });
    // A text is no number: it is refused as one, and is not taken for the price of the number.
    expect((await catalogue.execute(query, { n: '30' })).errors?.[0]?.extensions?.code).toBe(
      'BAD_USER_INPUT',
    );
    expect(await refusal(query, { n: 30 })).toMatchObject({ value: 62 });
  });

  it('goes by all variables that matter, also those that matter only with others', async () => {
    const query = `query ($on: Boolean!, $n: Int!) {
      publications(first: 1) { nodes { title } } ... @include(if: $on) { more: publications(first: $n) { nodes { title year } } }
    }`;
    await passes(query, { on: false, n: 30 });
    expect(await refusal(query, { on: true, n: 30 })).toMatchObject({ value: 65 });
    await passes(query, { on: true, n: 1 });
    await passes(query, { on: false, n: 30 });
    expect(await refusal(query, { on: true, n: 30 })).toMatchObject({ value: 65 });
  });

  it('counts federation representations', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Country { code name } } }';
    const of = (count: number) => ({
      of: Array.from({ length: count }, () => ({ __typename: 'Country', code: 'NG' })),
    });
    await passes(query, of(29));
    expect(await refusal(query, of(30))).toMatchObject({ limit: 'cost', value: 61 });
  });

  it('knows no variable that was not sent, whatever its name', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      await passes(`query ($${name}: Int) { publications(first: $${name}) { nodes { title year } } }`);
  });
});

describe('the limit of depth', () => {
  const query = (inside: string) => `{ publication(slug: "x") { authors { publications { ${inside} } } } }`;

  it('lets through as many levels, and refuses more', async () => {
    await passes(query('totalCount'));
    expect(await refusal(query('pageInfo { hasNextPage }'))).toEqual({
      message:
        'The operation nests 5 levels of fields, and 4 is the limit. Ask for what is deeper in an operation of its own.',
      code: 'LIMIT_EXCEEDED',
      limit: 'depth',
      value: 5,
      most: 4,
    });
  });
});

describe('the limit of tokens', () => {
  it('lets through as many, and refuses more', async () => {
    await passes(`{ ${'__typename '.repeat(58)} }`);
    expect(await refusal(`{ ${'__typename '.repeat(59)} }`)).toEqual({
      message:
        'The document has more than 60 tokens (names, brackets, values), which is the limit. Send values as variables, and ask in several operations.',
      code: 'LIMIT_EXCEEDED',
      limit: 'tokens',
      value: null,
      most: 60,
    });
  });
});

describe('the limit of a page', () => {
  const pages = (n: number) => [
    `{ publications(first: ${n}) { totalCount nodes { title } } }`,
    `{ countries(last: ${n}) { nodes { code } } }`,
    `{ authors(first: ${n}) { nodes { name } } }`,
  ];

  it('lets through as many items, and refuses more', async () => {
    for (const query of pages(30)) await passes(query);
    for (const query of pages(31))
      expect(await refusal(query)).toMatchObject({
        message: expect.stringMatching(/^(first|last): 31 is out of range; give 0 to 30/),
        code: 'BAD_USER_INPUT',
      });
  });

  it('holds for nodes and for co-authors', async () => {
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = (count: number) => ({ ids: Array.from({ length: count }, () => 'Q291bnRyeTpORw') });
    await passes(nodes, ids(30));
    expect(await refusal(nodes, ids(31))).toMatchObject({
      message: 'ids: 31 ids are too many; give 30 at most.',
    });
    const coAuthors = (n: number) =>
      `{ author(slug: "lori-j-mann") { coAuthors(first: ${n}) { publicationCount } } }`;
    await passes(coAuthors(30));
    const { errors } = await catalogue.execute(coAuthors(31));
    expect(errors?.[0]?.message).toBe('first: 31 is out of range; give 0 to 30.');
  });
});

describe('the limit of a search', () => {
  const query = 'query ($search: String) { publications(search: $search, first: 1) { nodes { title } } }';

  it('lets through as many characters, and refuses more', async () => {
    await passes(query, { search: 'abcdefghij' });
    expect(await refusal(query, { search: 'abcdefghijk' })).toMatchObject({
      message: 'search: 11 characters are too many; give 10 at most.',
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('the limits of a filter', () => {
  const query = 'query ($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }';

  it.each([
    [
      'parts',
      { and: [{}, {}] },
      { and: [{}, {}, {}] },
      'filter: it is made of more than 3 filters; give 3 at most.',
    ],
    [
      'levels',
      { not: {} },
      { not: { not: {} } },
      'filter.not.not: it nests more than 2 levels deep; give 2 at most.',
    ],
    [
      'values in a list',
      { topics: { anyOf: ['a', 'b', 'c'] } },
      { topics: { anyOf: ['a', 'b', 'c', 'd'] } },
      'filter.topics.anyOf: 4 values are too many; give 3 at most.',
    ],
    [
      'characters of a name',
      { authors: { name: 'abcdefghij' } },
      { authors: { name: 'abcdefghijk' } },
      'filter.authors.name: 11 characters are too many; give 10 at most.',
    ],
  ])('let through as many %s, and refuse more', async (_, most, over, message) => {
    await passes(query, { filter: most });
    expect(await refusal(query, { filter: over })).toMatchObject({ message, code: 'BAD_USER_INPUT' });
  });

  it.each([
    ['authors', 'AuthorFilter', 'slugs'],
    ['countries', 'CountryFilter', 'codes'],
    ['topics', 'TopicFilter', 'slugs'],
  ])('hold for %s too', async (list, type, field) => {
    const query = `query ($filter: ${type}) { ${list}(filter: $filter) { totalCount } }`;
    await passes(query, { filter: { name: 'abcdefghij', [field]: ['NG', 'GH', 'KE'] } });
    expect(await refusal(query, { filter: { [field]: ['NG', 'GH', 'KE', 'TD'] } })).toMatchObject({
      message: `filter.${field}: 4 values are too many; give 3 at most.`,
    });
    expect(await refusal(query, { filter: { name: 'abcdefghijk' } })).toMatchObject({
      message: 'filter.name: 11 characters are too many; give 10 at most.',
    });
  });
});

describe('the default limits', () => {
  let defaults: TestCatalogue;
  beforeAll(async () => (defaults = await testCatalogue('listing')));
  afterAll(() => defaults.close());

  it('let introspection through', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true });
    expect((await defaults.execute(query)).errors).toBeUndefined();
  });

  it('refuse it many times over', async () => {
    const { errors } = await defaults.execute(
      `{ ${Array.from({ length: 300 }, (_, i) => `t${i}: __schema { types { name } }`).join(' ')} }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'tokens' });
    const { errors: dear } = await defaults.execute(
      `{ ${Array.from({ length: 260 }, (_, i) => `t${i}: __schema { ...F }`).join(' ')} } fragment F on __Schema { types { name kind } }`,
    );
    expect(dear?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'cost' });
  });

  it('refuse fragments that multiply without bound', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, i) =>
        `fragment F${i} on Country { a: regions { countries { ...F${i + 1} } } b: regions { countries { ...F${i + 1} } } }`,
    );
    const { errors } = await defaults.execute(
      `{ country(code: "NG") { ...F0 } } ${levels.join(' ')} fragment F40 on Country { code }`,
    );
    expect(errors?.[0]).toMatchObject({
      message:
        "The operation's fragments spell out more than 5,000 fields. Ask for less, in several operations.",
      extensions: { limit: 'cost', value: null },
    });
  });

  it.each([1, 2, 240])('refuse %d fragments in a circle as what they are', async (count) => {
    const circle = Array.from(
      { length: count },
      (_, i) => `fragment F${i} on Country { ...F${(i + 1) % count} }`,
    );
    const { errors } = await defaults.execute(`{ country(code: "NG") { ...F0 } } ${circle.join(' ')}`);
    expect(errors).toEqual([
      {
        message: 'Cannot spread fragment "F0" within itself.',
        locations: expect.any(Array),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  it('answer operations of any depth that parses', async () => {
    const deep = `{ country(code: "NG") { ${'regions { countries { '.repeat(400)} code ${'} } '.repeat(400)} } }`;
    const { errors } = await defaults.execute(deep);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(defaults.unexpected).toEqual([]);
  });
});
