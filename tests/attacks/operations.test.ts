import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

let catalogue: TestCatalogue;
let server: TestServer;
let log: string[];
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  server = await testServer(catalogue, { logLevel: 'error' }, { write: (line) => void log.push(line) });
});
beforeEach(() => (log = []));
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

const graphql = { accept: 'application/graphql-response+json' };

interface Attack {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/**
 * Sends an attack several times while another client asks one question after the other.
 * @returns the attack's answers, and the seconds of processor time that it took the process each time
 */
async function attackBesideBystander(attack: (i: number) => Attack, times: number) {
  const bystander = { isDone: false, answers: [] as string[] };
  const asking = (async () => {
    while (!bystander.isDone)
      bystander.answers.push(await (await server.post({ query: '{ publications { totalCount } }' })).text());
  })();
  const before = process.cpuUsage();
  const answers = [];
  for (let i = 0; i < times; i++) {
    const response = await server.post(attack(i), graphql);
    const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    answers.push({ status: response.status, codes: body.errors?.map((error) => error.extensions.code) });
  }
  const { user, system } = process.cpuUsage(before);
  bystander.isDone = true;
  await asking;
  expect(new Set(bystander.answers)).toEqual(new Set(['{"data":{"publications":{"totalCount":10}}}\n']));
  expect(log).toEqual([]);
  return { answers, seconds: (user + system) / 1e6 / times };
}

const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i));
const PUBLICATIONS = 'publications { totalCount }';

it.each<[string, number, string, Attack]>([
  [
    'thousands of wrong representations in a document of many lines',
    200,
    'BAD_USER_INPUT',
    {
      query: `${'\n'.repeat(90_000)}query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }`,
      variables: { r: Array.from({ length: 20_000 }, () => ({})) },
    },
  ],
  [
    'unknown fields in a document of many lines',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    { query: `${'\n'.repeat(90_000)}{ ${many(1000, (i) => `x${i}`).join(' ')} }` },
  ],
  [
    'a document of half a million characters',
    400,
    'LIMIT_EXCEEDED',
    { query: `${'#\n'.repeat(250_000)}{ ${PUBLICATIONS} }` },
  ],
  [
    'an object of a megabyte with unknown fields',
    400,
    'BAD_USER_INPUT',
    {
      query: 'query ($f: PublicationFilter) { publications(filter: $f) { totalCount } }',
      variables: { f: Object.fromEntries(many(80_000, (i) => `k${i}`).map((key) => [key, 1])) },
    },
  ],
  [
    'a DOI of half a megabyte',
    200,
    'BAD_USER_INPUT',
    {
      query: 'query ($doi: String!) { publication(doi: $doi) { title } }',
      variables: { doi: `10.1000/${'.'.repeat(500_000)}x` },
    },
  ],
  [
    'identifiers of half a megabyte in a filter',
    200,
    'BAD_USER_INPUT',
    {
      query:
        'query ($i: [IdentifierInput!]!) { publications(filter: { identifiers: { anyOf: $i } }) { totalCount } }',
      variables: { i: [{ scheme: 'ISBN', value: `1${' ('.repeat(250_000)}x` }] },
    },
  ],
  [
    'fragments in a circle',
    400,
    'GRAPHQL_VALIDATION_FAILED',
    {
      query: `{ country(code: "NG") { ...F0 } } ${many(100, (i) => `fragment F${i} on Country { ...F${(i + 1) % 100} ...F${(i + 2) % 100} ...F${(7 * i) % 100} code }`).join(' ')}`,
    },
  ],
  [
    'the same field many times',
    200,
    '',
    { query: `{ ${'country(code: "NG") { regions { name } } '.repeat(100)} }` },
  ],
])('%s do not keep a bystander waiting', async (_, status, code, attack) => {
  const { answers, seconds } = await attackBesideBystander(() => attack, 3);
  for (const answer of answers) {
    expect(answer.status).toBe(status);
    expect(new Set(answer.codes?.slice(0, 20) ?? [''])).toEqual(new Set([code]));
  }
  // Most took 5 to 200 seconds; the bound is loose, because the bystander's requests count too.
  expect(seconds).toBeLessThan(2);
});

it('fragments that multiply, asked again and again, do not keep a bystander waiting', async () => {
  const fragments = many(
    8,
    (i) => `fragment F${i} on Region { a: parent { ...F${i + 1} } b: parent { ...F${i + 1} } }`,
  ).join(' ');
  const { answers, seconds } = await attackBesideBystander(
    (i) => ({
      query: `{ a${i % 3}: region(slug: "none") { ...F0 } } ${fragments} fragment F8 on Region { slug }`,
    }),
    30,
  );
  for (const answer of answers) expect(answer).toEqual({ status: 200, codes: undefined });
  expect(seconds).toBeLessThan(2);
});

it.each<[string, Attack, string]>([
  [
    'a wrong operationName',
    { query: `query A { ${PUBLICATIONS} }`, operationName: 'B' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'an empty operationName',
    { query: `query A { ${PUBLICATIONS} }`, operationName: '' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  [
    'several operations without operationName',
    { query: `query A { ${PUBLICATIONS} } query B { ${PUBLICATIONS} }` },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  ['a mutation', { query: 'mutation { x }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a mutation of __typename', { query: 'mutation { __typename }' }, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a mutation by its name',
    { query: `query A { ${PUBLICATIONS} } mutation B { x }`, operationName: 'B' },
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a subscription', { query: 'subscription { x }' }, 'GRAPHQL_VALIDATION_FAILED'],
])('%s raises no alarm', async (_, attack, code) => {
  const { answers } = await attackBesideBystander(() => attack, 1);
  expect(answers).toEqual([{ status: 400, codes: [code] }]);
});
