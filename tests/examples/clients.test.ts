import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import {
  createApolloClient,
  readCatalogue,
  readPages,
  readSuggested,
} from '../../examples/clients/apollo.ts';
import { newestOf } from '../../examples/clients/preset.ts';
import { readCountries } from '../../examples/clients/tada/countries.ts';
import { PARTS, createUrqlClient, readMore } from '../../examples/clients/urql.ts';
import { createRelayEnvironment, readPage, readSuggestions } from '../../examples/clients/relay/list.ts';
import { createSchema } from '../../src/api/schema.ts';
import { projectFolder } from '../../src/project.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

const TITLES = ['Five', 'Four', 'Three', 'Two', 'One'];

let catalogue: TestCatalogue;
let server: TestServer;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  const books = TITLES.map((title, i) => ({
    title,
    year: 2020 - i,
    countries: ['NG'],
    authors: ['Ada Lovelace'],
  }));
  await catalogue.importTexts({ 'books.jsonl': books.map((book) => JSON.stringify(book)).join('\n') });
  server = await testServer(catalogue);
});
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

/** What was written to the console meanwhile: clients warn there. */
let complaints: unknown[][];
beforeEach(() => {
  complaints = [];
  for (const method of ['warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation((...words: unknown[]) => complaints.push(words));
});
afterEach(() => {
  jest.restoreAllMocks();
  expect(complaints).toEqual([]);
});

describe('examples/clients/preset.ts', () => {
  it('shows publications through a fragment', async () => {
    expect(await newestOf(server.url, 'NGA', 2)).toEqual([
      'Five (2020), Ada Lovelace',
      'Four (2019), Ada Lovelace',
    ]);
    await expect(newestOf(server.url, 'NGA', 1000)).rejects.toThrow('first: 1000 is out of range');
  });
});

describe('examples/clients/apollo.ts', () => {
  it('appends pages', async () => {
    expect(await readPages(createApolloClient(server.url), 2)).toEqual([
      TITLES.slice(0, 2),
      TITLES.slice(0, 4),
      TITLES,
    ]);
  });

  it('keeps the catalogue as one object', async () => {
    expect(await readCatalogue(createApolloClient(server.url))).toMatchObject({
      catalogue: { publicationCount: 5 },
    });
  });

  it('keeps a suggestion apart from the object that it names', async () => {
    expect(await readSuggested(createApolloClient(server.url), 'nigeria', 'NG')).toMatchObject({
      country: { alpha3: 'NGA' },
    });
  });
});

describe('examples/clients/urql.ts', () => {
  it('names the types that have no id', () => {
    const types = Object.values(createSchema().getTypeMap())
      .filter((type) => isObjectType(type) && !/^_|^Query$|(Connection|Edge)$/.test(type.name))
      .filter((type) => !('id' in (type as GraphQLObjectType).getFields()));
    expect([...PARTS].sort()).toEqual(types.map(({ name }) => name).sort());
  });

  it('appends pages, and its cache has nothing to warn of', async () => {
    const warnings: string[] = [];
    const client = createUrqlClient(server.url, (message) => warnings.push(message));
    expect(await readMore(client, 2, 3)).toEqual([TITLES.slice(0, 2), TITLES.slice(0, 4), TITLES]);
    expect(warnings).toEqual([]);
  });
});

describe('examples/clients/relay', () => {
  const titlesOf = (edges: Awaited<ReturnType<typeof readPage>>) => edges?.map(({ node }) => node.title);
  const cursorOf = async (place: number) => {
    const { data } = await catalogue.execute<{ publications: { edges: { cursor: string }[] } }>(
      '{ publications { edges { cursor } } }',
    );
    return data.publications.edges[place]?.cursor as string;
  };

  it('appends pages after the list', async () => {
    const environment = createRelayEnvironment(server.url);
    expect(titlesOf(await readPage(environment, { first: 2 }))).toEqual(TITLES.slice(0, 2));
    expect(titlesOf(await readPage(environment, { first: 2, after: await cursorOf(1) }))).toEqual(
      TITLES.slice(0, 4),
    );
    expect(titlesOf(await readPage(environment, { first: 2, after: await cursorOf(3) }))).toEqual(TITLES);
  });

  it('puts pages before the list', async () => {
    const environment = createRelayEnvironment(server.url);
    expect(titlesOf(await readPage(environment, { last: 2 }))).toEqual(TITLES.slice(3));
    expect(titlesOf(await readPage(environment, { last: 2, before: await cursorOf(3) }))).toEqual(
      TITLES.slice(1),
    );
    expect(titlesOf(await readPage(environment, { last: 2, before: await cursorOf(1) }))).toEqual(TITLES);
  });

  it('keeps a suggestion apart from the object that it names, and warns of nothing', async () => {
    const environment = createRelayEnvironment(server.url);
    await readPage(environment, { first: 5 });
    const suggested = await readSuggestions(environment, 'nigeria');
    expect(suggested).toMatchObject([{ label: 'Nigeria', node: { __typename: 'Country' } }]);
    const country = environment
      .getStore()
      .getSource()
      .get(suggested?.[0]?.node.id as string);
    expect(country).toMatchObject({ __typename: 'Country', name: 'Nigeria' });
    expect(country).not.toHaveProperty('label');
  });
});

describe('examples/clients/newest.py', () => {
  it('pages through the publications about a country', async () => {
    const file = path.join(projectFolder, 'examples/clients/newest.py');
    const { stdout, stderr } = await promisify(execFile)('python3', [file, server.url, 'NGA']);
    expect(stdout.trim().split('\n')).toEqual(TITLES.map((title, i) => `${2020 - i} ${title}`));
    expect(stderr).toBe('');
  });
});

describe('the curl command in docs/how-to/clients.md', () => {
  it('reads the newest publications', async () => {
    const page = await readFile(path.join(projectFolder, 'docs/how-to/clients.md'), 'utf8');
    const [command = ''] = /^curl .*$/m.exec(page) ?? [];
    const { stdout } = await promisify(execFile)('sh', ['-c', command], {
      env: { ...process.env, URL: server.url },
    });
    const response = await server.post({ query: '{ publications(first: 3) { nodes { title year } } }' });
    expect(JSON.parse(stdout)).toEqual(await response.json());
  });
});

describe('examples/clients/tada', () => {
  it('reads the countries with most publications', async () => {
    expect((await readCountries(server.url, 2))[0]).toEqual({ code: 'NG', name: 'Nigeria', count: 5 });
  });
});
