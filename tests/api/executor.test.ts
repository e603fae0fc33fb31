import type { ApolloServer } from '@apollo/server';
import { getIntrospectionQuery } from 'graphql';
import { type Readers, openReaders } from '../../src/db/readers.ts';
import { type Session, createSessions } from '../../src/db/sessions.ts';
import { createApollo } from '../../src/api/apollo.ts';
import { createContext } from '../../src/api/context.ts';
import type { Context } from '../../src/context.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.ts';
import { createSchema } from '../../src/api/schema.ts';
import { createReferenceCache } from '../../src/reference/reference.cache.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
let readers: Readers;
let openSession: () => Session;
let asItIs: ApolloServer<Context>;
let compiled: ApolloServer<Context>;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  readers = openReaders(catalogue.url, {});
  openSession = createSessions(readers);
  asItIs = await startApollo(Infinity);
  compiled = await startApollo(0);
});
afterAll(async () => {
  await Promise.all([asItIs.stop(), compiled.stop(), readers.end()]);
  await catalogue.close();
});

async function startApollo(executionsBefore: number): Promise<ApolloServer<Context>> {
  const apollo = createApollo(createSchema(), () => undefined, DEFAULT_LIMITS, executionsBefore);
  await apollo.start();
  return apollo;
}

type Variables = Record<string, unknown>;

async function answer(
  apollo: ApolloServer<Context>,
  query: string,
  variables: Variables,
  change = (context: Context) => context,
) {
  const cache = createReferenceCache(catalogue.db, () => undefined);
  const contextValue = change(await createContext(openSession(), cache));
  const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
  // The id of a masked error is another each time.
  return JSON.parse(JSON.stringify(body).replace(/[0-9a-f-]{36}/g, 'ID')) as unknown;
}

const caring = 'caring-for-trafficked-persons-guidance-for-health-providers';
const FILTERED = `query ($match: RegionMatch!, $field: PublicationOrderField!, $codes: [String!], $code: String!) {
  publications(
    filter: { regions: { anyOf: ["africa"], match: $match }, or: [{ countries: { anyOf: $codes } }, { countries: { anyOf: [$code] } }] }
    orderBy: { field: $field }
  ) { nodes { title } } }`;
const DEFAULTED = `query ($match: RegionMatch = DIRECT, $field: PublicationOrderField = TITLE, $first: Int) {
  publications(filter: { regions: { anyOf: ["africa"], match: $match } }, orderBy: { field: $field }, first: $first) {
    totalCount nodes { title } } }`;

const OPERATIONS: [string, string, Variables?][] = [
  [
    'a fragment alone, and beside more of the same field',
    `{ a: topic(slug: "capacity-building") { ...F } b: topic(slug: "capacity-building") { ...F publications { totalCount nodes { year authors { name } } } } }
     fragment F on Topic { publications { nodes { slug } } }`,
  ],
  [
    'lists within lists',
    '{ countries(first: 3) { nodes { name regions { name parent { name } } publications(first: 2) { totalCount nodes { title authors { name publications(first: 1) { edges { cursor node { title } } } } } pageInfo { hasNextPage endCursor } } } } }',
  ],
  [
    'two aliases of one field with different arguments',
    '{ country(code: "NG") { en: name fr: name(language: FR) a: publications(first: 1) { nodes { title } } b: publications(first: 2) { nodes { title } } } }',
  ],
  [
    'fragments and abstract types',
    `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ...P ... on Country { code } } } fragment P on Publication { title partOf { title } contributions { role author { ...A } } } fragment A on Author { name kind }`,
    { ids: [toGlobalId('Publication', caring), toGlobalId('Country', 'NG'), toGlobalId('Topic', 'none')] },
  ],
  [
    'one fragment in two places, with conditions',
    'query ($yes: Boolean!) { a: country(code: "NG") { ...C } b: country(code: "GH") { ...C code @skip(if: $yes) } } fragment C on Country { name @include(if: $yes) alpha3 }',
    { yes: true },
  ],
  [
    'entities, of which some are none',
    'query ($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Publication { title } } }',
    {
      of: [
        { __typename: 'Publication', id: 'x' },
        { __typename: 'Publication', slug: caring },
        { __typename: 'X' },
      ],
    },
  ],
  ['no object', '{ publication(slug: "none") { title } country(code: "ZZZ") { name } }'],
  [
    'variables within a filter',
    FILTERED,
    { match: 'DIRECT', field: 'TITLE', codes: ['NG', 'NG'], code: 'GH' },
  ],
  ['null for a list', FILTERED, { match: 'DIRECT', field: 'TITLE', codes: null, code: 'GH' }],
  ['one value for a list', FILTERED, { match: 'DIRECT', field: 'TITLE', codes: 'NG', code: 'GH' }],
  ['defaults of variables', DEFAULTED],
  ['defaults of variables, overridden', DEFAULTED, { match: 'INCLUDING_COUNTRIES', field: 'YEAR', first: 3 }],
  [
    'an input field with a default that is not given',
    'query ($o: PublicationOrder, $f: PublicationFilter) { publications(orderBy: $o, filter: $f) { nodes { title } } }',
    { o: {}, f: { regions: { anyOf: ['africa'] } } },
  ],
  [
    'an argument with a default and a variable that is not given',
    'query ($l: Language! = FR, $n: Int! = 2) { country(code: "NG") { name(language: $l) publications(first: $n) { nodes { title } } } }',
  ],
  [
    'null for an argument that may not be',
    'query ($l: Language = EN) { country(code: "NG") { name(language: $l) code } }',
    { l: null },
  ],
  ['introspection', getIntrospectionQuery()],
  ['a bad argument of what may be null', '{ publication(id: "x") { title } catalogue { version } }'],
  ['a bad argument of what may not be null', '{ publications(first: 1000) { nodes { title } } }'],
  [
    'a bad argument within a list',
    '{ countries(first: 2) { nodes { name publications(first: -1) { nodes { title } } } } }',
  ],
  ['a bad cursor', '{ topics(after: "x") { nodes { name } } }'],
  [
    'a bad instant',
    'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }',
    { f: { updated: { from: 'yesterday' } } },
  ],
  [
    'wrong variables',
    'query ($a: Int!, $b: [ID!]!) { publications(first: $a) { totalCount } nodes(ids: $b) { id } }',
    { a: 'x', b: [null] },
  ],
  ['a variable that is not given', 'query ($a: ID!) { node(id: $a) { id } }'],
  ['every scalar', `{ publication(slug: "${caring}") { id url year createdAt isWorldwide abstract } }`],
];

describe('the compiling executor', () => {
  test.each(OPERATIONS)('answers as graphql-js does: %s', async (_, query, variables = {}) => {
    const expected = await answer(asItIs, query, variables);
    expect(await answer(compiled, query, variables)).toEqual(expected);
  });

  test('compiles an operation when it comes again, and answers the same', async () => {
    const apollo = await startApollo(1);
    const query = '{ country(code: "NG") { name publications { nodes { title } } } }';
    const first = await answer(apollo, query, {});
    expect(await answer(apollo, query, {})).toEqual(first);
    expect(await answer(apollo, query, {})).toEqual(first);
    await apollo.stop();
  });

  test('masks what is unexpected', async () => {
    const failInContext = (context: Context): Context => ({
      ...context,
      find() {
        throw new Error('secret');
      },
    });
    const query = `{ publication(slug: "${caring}") { title countries { name } } catalogue { version } }`;
    const masked = await answer(compiled, query, {}, failInContext);
    expect(masked).toEqual(await answer(asItIs, query, {}, failInContext));
    expect(JSON.stringify(masked)).toContain('logged with the id ID');
    expect(JSON.stringify(masked)).not.toContain('secret');
  });
});
