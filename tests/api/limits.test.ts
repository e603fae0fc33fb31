import { getIntrospectionQuery } from 'graphql';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
/** The same limits but for that of cost: searches and filters have a price of their own. */
let roomy: TestCatalogue;
beforeAll(async () => {
  const limits = {
    depth: 4,
    tokens: 60,
    pageSize: 30,
    searchLength: 10,
    filterParts: 3,
    filterDepth: 2,
    listLength: 3,
  };
  catalogue = await testCatalogue('listing', { ...limits, cost: 60 });
  roomy = await testCatalogue('listing', limits);
});
afterAll(async () => {
  await catalogue.close();
  await roomy.close();
});

async function refusal(query: string, variables: Record<string, unknown> = {}, from = catalogue) {
  const { errors, sql } = await from.execute(query, variables);
  expect(errors).toHaveLength(1);
  expect(sql).toEqual([]);
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions };
}

/** The refusal of an argument. */
const badInput = (argument: string, problem: string) => ({
  code: 'BAD_USER_INPUT',
  argument,
  message: `${argument}: ${problem}`,
});

async function answer(query: string, variables: Record<string, unknown> = {}, from = catalogue) {
  const { data, errors } = await from.execute<unknown>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

describe('the limit of cost', () => {
  const query = (n: number) =>
    `{ countries(first: ${n}, filter: { codes: ["NG"] }) { nodes { code name } } }`;

  it('lets through what costs as much, and refuses what costs more by price, limit and dearest path', async () => {
    expect(await answer(query(29))).toEqual({ countries: { nodes: [{ code: 'NG', name: 'Nigeria' }] } });
    expect(await refusal(query(30))).toEqual({
      message:
        'The operation costs 62, and 60 is the limit. The most expensive part is "countries.nodes": select fewer items or fields there.',
      code: 'LIMIT_EXCEEDED',
      limit: 'cost',
      value: 62,
      most: 60,
    });
  });

  it('goes by the value of a variable, each time', async () => {
    const query = 'query ($n: Int = 30) { publications(first: $n) { nodes { title year } } }';
    await answer(query, { n: 29 });
    expect(await refusal(query, { n: 30 })).toMatchObject({ value: 62 });
    expect(await refusal(query)).toMatchObject({ value: 62 });
    await answer(query, { n: 29 });
    await answer(query, { n: null });
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
    await answer(query, { on: false, n: 30 });
    expect(await refusal(query, { on: true, n: 30 })).toMatchObject({ value: 65 });
    await answer(query, { on: true, n: 1 });
    await answer(query, { on: false, n: 30 });
    expect(await refusal(query, { on: true, n: 30 })).toMatchObject({ value: 65 });
  });

  it('counts federation representations', async () => {
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Country { code name } } }';
    const typeErrors = (count: number) => ({
      of: Array.from({ length: count }, () => ({ __typename: 'Country', code: 'NG' })),
    });
    await answer(query, typeErrors(29));
    expect(await refusal(query, typeErrors(30))).toMatchObject({ limit: 'cost', value: 61 });
  });

  it('knows no variable that was not sent, whatever its name', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      await answer(`query ($${name}: Int) { publications(first: $${name}) { nodes { title year } } }`);
  });
});

describe('the limit of depth', () => {
  const query = (inside: string) =>
    `{ author(slug: "lori-j-mann") { publications(first: 1) { nodes { ${inside} } } } }`;

  it('lets through as many levels, and refuses more', async () => {
    expect(await answer(query('year'))).toEqual({ author: { publications: { nodes: [{ year: 2018 }] } } });
    expect(await refusal(query('topics { name }'))).toEqual({
      message:
        'The operation nests 5 levels of fields, and 4 is the limit. Select deeper fields in another operation.',
      code: 'LIMIT_EXCEEDED',
      limit: 'depth',
      value: 5,
      most: 4,
    });
  });
});

describe('the limit of tokens', () => {
  it('lets through as many, and refuses more', async () => {
    expect(await answer(`{ ${'__typename '.repeat(58)} }`)).toEqual({ __typename: 'Query' });
    expect(await refusal(`{ ${'__typename '.repeat(59)} }`)).toEqual({
      message:
        'The document has more than 60 tokens (names, brackets, values), which is the limit. Send values as variables, or split the document into several operations.',
      code: 'LIMIT_EXCEEDED',
      limit: 'tokens',
      value: null,
      most: 60,
    });
  });
});

describe('the limit of a page', () => {
  it.each([
    ['countries', 'first', 30],
    ['countries', 'last', 30],
    ['regions', 'first', 30],
    ['publications', 'first', 10],
    ['authors', 'last', 10],
    ['topics', 'first', 1],
    ['categories', 'first', 0],
  ])('lets through as many %s by %s, and refuses more', async (list, argument, found) => {
    const query = (n: number) => `{ ${list}(${argument}: ${n}) { nodes { id } } }`;
    expect(await answer(query(30))).toEqual({
      [list]: { nodes: Array(found).fill({ id: expect.any(String) }) },
    });
    expect(await refusal(query(31))).toEqual(
      badInput(argument, '31 is out of range; give 0 to 30, and "after" or "before" for more.'),
    );
  });

  it('holds for nodes and for co-authors', async () => {
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = (count: number) => Array<string>(count).fill('Q291bnRyeTpORw');
    expect(await answer(nodes, { ids: ids(30) })).toEqual({ nodes: ids(30).map((id) => ({ id })) });
    expect(await refusal(nodes, { ids: ids(31) })).toEqual(
      badInput('ids', '31 ids are too many; give 30 at most.'),
    );
    const coAuthors = (n: number) =>
      `{ author(slug: "lori-j-mann") { coAuthors(first: ${n}) { publicationCount } } }`;
    expect(await answer(coAuthors(30))).toEqual({ author: { coAuthors: [] } });
    const { errors } = await catalogue.execute(coAuthors(31));
    expect(errors).toMatchObject([
      {
        message: 'first: 31 is out of range; give 0 to 30.',
        extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
      },
    ]);
  });
});

describe('the limit of a search', () => {
  it.each([
    ['publications', 'publications(search: $text) { totalCount }', 'search', { totalCount: 8 }],
    ['authors', 'authors(search: $text) { totalCount }', 'search', { totalCount: 0 }],
    [
      'topic',
      'topic(slug: "capacity-building") { publications(search: $text) { totalCount } }',
      'search',
      { publications: { totalCount: 8 } },
    ],
    ['suggest', 'suggest(text: $text, first: 1, kinds: [TOPIC]) { label }', 'text', []],
  ])('lets through as many characters to %s, and refuses more', async (field, selection, argument, found) => {
    const query = `query ($text: String!) { ${selection} }`;
    expect(await answer(query, { text: 'trafficked' }, roomy)).toEqual({ [field]: found });
    expect(await refusal(query, { text: 'trafficked ' }, roomy)).toEqual(
      badInput(argument, '11 characters are too many; give 10 at most.'),
    );
  });
});

describe('the limits of a filter', () => {
  const query = 'query ($filter: PublicationFilter) { publications(filter: $filter) { totalCount } }';
  const count = (totalCount: number) => ({ publications: { totalCount } });

  it.each([
    [
      'parts',
      { and: [{ countries: { anyOf: ['NG'] } }, {}] },
      1,
      { and: [{ countries: { anyOf: ['NG'] } }, {}, {}] },
      'filter',
      'it is made of more than 3 filters; give 3 at most.',
    ],
    [
      'levels',
      { not: { countries: { anyOf: ['NG'] } } },
      9,
      { not: { not: { countries: { anyOf: ['NG'] } } } },
      'filter.not.not',
      'it nests more than 2 levels deep; give 2 at most.',
    ],
    [
      'values in a list',
      { topics: { anyOf: ['capacity-building', 'capacity-building', 'Capacity-Building'] } },
      10,
      { topics: { anyOf: ['capacity-building', 'b', 'c', 'd'] } },
      'filter.topics.anyOf',
      '4 values are too many; give 3 at most.',
    ],
    [
      'years',
      { year: { in: [2016, 2017, 2018] } },
      5,
      { year: { in: [2016, 2017, 2018, 2019] } },
      'filter.year.in',
      '4 values are too many; give 3 at most.',
    ],
    [
      'values in a list of a filter within',
      { or: [{ ids: [] }, { slugs: [] }] },
      0,
      { or: [{ slugs: ['a', 'b', 'c', 'd'] }] },
      'filter.or[0].slugs',
      '4 values are too many; give 3 at most.',
    ],
    [
      'characters of a name',
      { authors: { name: 'Lori J Man' } },
      1,
      { authors: { name: 'Lori J Mann' } },
      'filter.authors.name',
      '11 characters are too many; give 10 at most.',
    ],
  ])('let through as many %s, and refuse more', async (_, most, found, over, argument, problem) => {
    expect(await answer(query, { filter: most }, roomy)).toEqual(count(found));
    expect(await refusal(query, { filter: over }, roomy)).toEqual(badInput(argument, problem));
  });

  it.each([
    [
      'authors',
      'AuthorFilter',
      'slugs',
      ['lori-j-mann', 'g-liu', 'donatella-bradic'],
      'Lori J Man',
      'Lori J. Mann',
    ],
    ['countries', 'CountryFilter', 'codes', ['NL', 'GH', 'KE'], 'Netherland', 'Netherlands'],
    ['regions', 'RegionFilter', 'slugs', ['west-africa', 'africa', 'asia'], 'West Afric', 'West Africa'],
    [
      'topics',
      'TopicFilter',
      'slugs',
      ['capacity-building', 'capacity-building', 'Capacity-Building'],
      'Capacity B',
      'Capacity Building',
    ],
    ['categories', 'CategoryFilter', 'slugs', [], 'Handbooks ', null],
  ])('hold for %s too', async (list, type, field, values, name, found) => {
    const query = `query ($filter: ${type}) { ${list}(filter: $filter) { nodes { name } } }`;
    expect(await answer(query, { filter: { name, [field]: values } }, roomy)).toEqual({
      [list]: { nodes: found === null ? [] : [{ name: found }] },
    });
    expect(
      await refusal(query, { filter: { [field]: [...values, 'TD', 'TD', 'TD', 'TD'].slice(0, 4) } }, roomy),
    ).toEqual(badInput(`filter.${field}`, '4 values are too many; give 3 at most.'));
    expect(await refusal(query, { filter: { name: `${name}x` } }, roomy)).toEqual(
      badInput('filter.name', '11 characters are too many; give 10 at most.'),
    );
  });

  it('let through a variable that nests as deep as a filter may, and refuse a deeper one before it is read', async () => {
    expect(await answer(query, { filter: { and: [{ countries: { anyOf: ['NG'] } }] } }, roomy)).toEqual(
      count(1),
    );
    const nestNot = (levels: number): object => (levels === 1 ? {} : { not: nestNot(levels - 1) });
    expect(await refusal(query, { filter: nestNot(8) }, roomy)).toEqual(
      badInput('filter.not.not', 'it nests more than 2 levels deep; give 2 at most.'),
    );
    expect(await refusal(query, { filter: nestNot(9) }, roomy)).toEqual({
      message:
        'The value of "$filter" nests more than 8 levels, and a filter may nest 2; send a flatter filter.',
      code: 'LIMIT_EXCEEDED',
      limit: 'filterDepth',
      value: null,
      most: 2,
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
        'Spread out, the fragments of the operation have more than 5,000 fields. Split it into several operations.',
      extensions: { limit: 'cost', value: null },
    });
  });

  it('let fragments spell out 5000 fields, and refuse more', async () => {
    // Each country is one field, and has 49.
    const query = (more: string) => `
      { ${Array.from({ length: 100 }, (_, i) => `c${i}: country(code: "NG") { ...F }`).join(' ')} ${more} }
      fragment F on Country { ${Array.from({ length: 49 }, (_, i) => `f${i}: code`).join(' ')} }`;
    const country = Object.fromEntries(Array.from({ length: 49 }, (_, i) => [`f${i}`, 'NG']));
    expect(await answer(query(''), {}, defaults)).toEqual(
      Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`c${i}`, country])),
    );
    const { errors } = await defaults.execute(query('__typename'));
    expect(errors).toMatchObject([
      {
        message:
          'Spread out, the fragments of the operation have more than 5,000 fields. Split it into several operations.',
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost', value: null, most: 50_000 },
      },
    ]);
  });

  it.each([
    ['suggest(text: "lori", kinds: [AUTHOR], first: 50) { label }', { suggest: [{ label: 'Lori J. Mann' }] }],
    [
      'publicationStatistics(by: [TOPIC, CATEGORY, DECADE], first: 1000) { publicationCount }',
      { publicationStatistics: { publicationCount: 10 } },
    ],
    [
      'publications(first: 0) { facets { topics(first: 100) { distinct } years(first: 100, width: 1000) { distinct } } }',
      { publications: { facets: { topics: { distinct: 1 }, years: { distinct: 1 } } } },
    ],
  ])('let through %s, whose numbers are the largest', async (selection, found) => {
    expect(await answer(`{ ${selection} }`, {}, defaults)).toEqual(found);
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

  it('refuse a hundred fragments that spread three others each in a circle, without running out of stack', async () => {
    const fragments = Array.from(
      { length: 100 },
      (_, i) =>
        `fragment F${i} on Country { ...F${(i + 1) % 100} ...F${(i + 2) % 100} ...F${(7 * i) % 100} code }`,
    );
    const { errors } = await defaults.execute(`{ country(code: "NG") { ...F0 } } ${fragments.join(' ')}`);
    expect(errors).toMatchObject([{ message: 'Cannot spread fragment "F0" within itself.' }]);
  });

  it('answer operations of any depth that parses', async () => {
    const deep = `{ country(code: "NG") { ${'regions { countries { '.repeat(400)} code ${'} } '.repeat(400)} } }`;
    const { errors } = await defaults.execute(deep);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(defaults.unexpected).toEqual([]);
  });
});
