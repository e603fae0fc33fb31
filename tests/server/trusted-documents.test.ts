import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OperatorError } from '../../src/db/operator.error.ts';
import { createSchema } from '../../src/api/schema.ts';
import { readConfig } from '../../src/server/config.ts';
import { loadDocuments } from '../../src/server/documents.ts';
import { loadTrustedDocuments, findInvalidDocuments } from '../../src/server/trusted-documents.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';

const COUNTRY = 'query Country($code: String!) {\n  country(code: $code) {\n    name\n  }\n}';
const COUNT = '{ publications { totalCount } }';
const OTHER = '{ catalogue { version } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const APOLLO = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [
    { id: hashOf(COUNTRY), name: 'Country', type: 'query', body: COUNTRY },
    { id: 'count-v1', name: 'Count', type: 'query', body: COUNT },
  ],
};

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-documents-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function manifestFile(content: unknown): Promise<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const file = path.join(folder, `${hashOf(text).slice(0, 12)}.json`);
  await writeFile(file, text);
  return file;
}

describe('loadTrustedDocuments', () => {
  it.each([
    ["Apollo's manifest", APOLLO],
    ['an object of id → document', { [`sha256:${hashOf(COUNTRY)}`]: COUNTRY, 'count-v1': COUNT }],
  ])('reads %s', async (_, content) => {
    const { byId, texts } = await loadTrustedDocuments(await manifestFile(content));
    expect([...byId]).toEqual([
      [hashOf(COUNTRY), COUNTRY],
      ['count-v1', COUNT],
    ]);
    expect(texts).toEqual(new Set([COUNTRY, COUNT]));
  });

  const NO_MANIFEST =
    'is not a manifest; it must be the JSON of a persisted query manifest, version 1, or of an object { id: document }.';

  it.each([
    ['no JSON', '{', NO_MANIFEST],
    ['a list', [COUNT], NO_MANIFEST],
    ['a manifest of another version', { ...APOLLO, version: 2 }, NO_MANIFEST],
    ['an empty document', { a: '' }, NO_MANIFEST],
    ['one id twice', { a: COUNT, 'sha256:a': OTHER }, 'has two documents under the id "a".'],
  ])('refuses %s', async (_, content, problem) => {
    const file = await manifestFile(content);
    await expect(loadTrustedDocuments(file)).rejects.toThrow(
      new OperatorError(`TRUSTED_DOCUMENTS: ${file} ${problem}`),
    );
  });

  it('refuses a file that is not there', async () => {
    await expect(loadTrustedDocuments('/nowhere.json')).rejects.toThrow(
      new OperatorError("TRUSTED_DOCUMENTS: /nowhere.json can't be read (ENOENT)."),
    );
  });
});

describe('loadDocuments', () => {
  const config = readConfig({});

  it('refuses to execute only the documents of an empty manifest', async () => {
    const file = await manifestFile({ ...APOLLO, operations: [] });
    const warnings: string[] = [];
    const load = (trustedDocumentsOnly: boolean) =>
      loadDocuments({ ...config, trustedDocuments: file, trustedDocumentsOnly }, createSchema(), (warning) =>
        warnings.push(warning),
      );
    await expect(load(true)).rejects.toThrow(
      new OperatorError(
        `TRUSTED_DOCUMENTS_ONLY is true, but TRUSTED_DOCUMENTS (${file}) has no document, so every request would be refused; ` +
          'write the manifest again ("pubatlas documents"), or set TRUSTED_DOCUMENTS_ONLY to false.',
      ),
    );
    expect((await load(false)).isExclusive).toBe(false);
    expect(warnings).toEqual([`TRUSTED_DOCUMENTS: ${file} has no document.`]);
  });
});

describe('unfitDocuments', () => {
  it('names the documents that the server refuses', async () => {
    const documents = await loadTrustedDocuments(
      await manifestFile({
        good: COUNT,
        old: '{ publications { total } }',
        broken: '{',
        mutation: 'mutation { __typename }',
        long: `{ ${'__typename '.repeat(48)}}`,
      }),
    );
    const mostTokens = 50;
    expect(findInvalidDocuments(documents, createSchema(), mostTokens)).toEqual([
      { id: 'old', reason: expect.stringContaining('Cannot query field "total"') },
      { id: 'broken', reason: expect.stringContaining('Syntax Error') },
      { id: 'mutation', reason: 'This API has no mutations; send a query.' },
    ]);
    expect(findInvalidDocuments(documents, createSchema(), mostTokens - 1).map(({ id }) => id)).toContain(
      'long',
    );
  });
});

describe('trusted documents', () => {
  let catalogue: TestCatalogue;
  let open: TestServer;
  let exclusive: TestServer;
  beforeAll(async () => {
    catalogue = await testCatalogue('listing');
    const trustedDocuments = await manifestFile(APOLLO);
    open = await testServer(catalogue, { trustedDocuments });
    exclusive = await testServer(catalogue, { trustedDocuments, trustedDocumentsOnly: true });
  });
  afterAll(async () => {
    await open.stop();
    await exclusive.stop();
    await catalogue.close();
  });

  const variables = { code: 'NG' };
  const NIGERIA = { data: { country: { name: 'Nigeria' } } };
  const toExtensions = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });
  const json = async (response: Promise<Response>) => (await response).json();
  const refused = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

  it.each([
    ['their documentId', { documentId: hashOf(COUNTRY) }],
    ['their documentId with its algorithm', { documentId: `sha256:${hashOf(COUNTRY)}` }],
    ['the hash of a persisted query', { extensions: toExtensions(COUNTRY) }],
  ])('are executed by %s, by POST and by GET', async (_, asked) => {
    for (const server of [open, exclusive]) {
      expect(await json(server.post({ ...asked, variables }))).toEqual(NIGERIA);
      const parameters = Object.entries({ ...asked, variables }).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      const got = await server.get(Object.fromEntries(parameters) as Record<string, string>);
      expect(await got.json()).toEqual(NIGERIA);
      expect(got.headers.get('cache-control')).toBe('public, max-age=60');
    }
  });

  it('may have ids that are no hashes', async () => {
    expect(await json(exclusive.post({ documentId: 'count-v1' }))).toEqual({
      data: { publications: { totalCount: 10 } },
    });
  });

  it('are refused under an id that is not known', async () => {
    const answer = refused(
      'PERSISTED_QUERY_NOT_IN_LIST',
      'documentId: "nothing" is not the id of a trusted document; add the document to the manifest.',
    );
    for (const server of [open, exclusive]) {
      const response = await server.post({ documentId: 'nothing' });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual(answer);
      expect(await json(server.get({ documentId: 'nothing' }))).toEqual(answer);
    }
  });

  it('are given by id or by text', async () => {
    expect(await json(open.post({ documentId: 'count-v1', query: OTHER }))).toEqual(
      refused('BAD_REQUEST', 'documentId: give either "documentId" or "query", not both.'),
    );
  });

  it('leave others their way, unless they alone are let in', async () => {
    expect(await json(open.post({ query: OTHER }))).toMatchObject({ data: { catalogue: {} } });
    expect(await json(open.post({ query: OTHER, extensions: toExtensions(OTHER) }))).toMatchObject({
      data: {},
    });
    expect(await json(open.post({ extensions: toExtensions(OTHER) }))).toMatchObject({ data: {} });
  });

  it('alone are executed with TRUSTED_DOCUMENTS_ONLY', async () => {
    expect(await json(exclusive.post({ query: COUNTRY, variables }))).toEqual(NIGERIA);
    const answer = refused(
      'QUERY_NOT_IN_SAFELIST',
      'query: the server executes trusted documents only, and this is none of them; send the documentId of one.',
    );
    expect(await json(exclusive.post({ query: OTHER }))).toEqual(answer);
    expect(await json(exclusive.post({ query: `${COUNTRY} `, variables }))).toEqual(answer);
    expect(await json(exclusive.post({ query: OTHER, extensions: toExtensions(OTHER) }))).toEqual(answer);
    expect(await json(exclusive.get({ query: OTHER }))).toEqual(answer);
    expect(await json(exclusive.post({ extensions: toExtensions(OTHER) }))).toEqual(
      refused(
        'PERSISTED_QUERY_NOT_IN_LIST',
        `sha256Hash: "${hashOf(OTHER)}" is not the id of a trusted document; add the document to the manifest.`,
      ),
    );
  });

  it.each([
    ['a list of requests', [{ query: OTHER }]],
    ['a list as query', { query: [OTHER] }],
    ['nothing', {}],
    ['a number as id', { documentId: 7 }],
  ])('leave no way in by %s', async (_, body) => {
    const response = await exclusive.post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(refused('BAD_REQUEST', expect.any(String) as string));
  });

  it('leave no way in by a second query in the address', async () => {
    const response = await fetch(
      `${exclusive.url}?query=${encodeURIComponent(COUNT)}&query=${encodeURIComponent(OTHER)}`,
      { headers: { 'apollo-require-preflight': 'true' } },
    );
    expect(response.status).toBe(400);
  });

  it('have no playground where they alone are executed', async () => {
    expect((await fetch(new URL('/', open.url))).status).toBe(200);
    expect((await fetch(new URL('/', exclusive.url))).status).toBe(404);
  });
});
