import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { fetchInput, readAddress } from '../../../src/import/fetch/fetch.ts';
import { isPartialList } from '../../../src/import/fetch/oai-list.ts';
import type { Input } from '../../../src/import/files.ts';
import { importFiles } from '../../../src/import/import.ts';
import { type TestCatalogue, testCatalogue } from '../../support/catalogue.ts';

/** Answers the requests of one test, the first with the first. The last one answers all further ones. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let handlers: Handler[] = [];
let asked: string[] = [];
let pauses: number[] = [];
let retries: string[] = [];
let folder: string;
let origin: string;
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const handler = handlers.length > 1 ? handlers.shift() : handlers[0];
  handler?.(request, response);
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-fetch-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  [asked, pauses, retries] = [[], [], []];
});

const get = (location: string, ...answers: Handler[]): Promise<Input> => {
  handlers = answers;
  const wait = async (milliseconds: number) => void pauses.push(milliseconds);
  return fetchInput(origin + location, folder, {
    interval: 250,
    wait,
    longestSilence: 300,
    onRetry: (message) => void retries.push(message),
  });
};
const send =
  (body: string | Buffer, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(200, headers);
    response.end(body);
  };
const fail =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(status, headers);
    response.end();
  };
const hang: Handler = () => undefined;
const breakOff: Handler = (request) => void request.socket.destroy();

const record = (id: string, title: string, year = 2020) =>
  `<record><header><identifier>oai:x:${id}</identifier></header><metadata><oai_dc:dc><dc:title>${title}</dc:title><dc:date>${year}</dc:date></oai_dc:dc></metadata></record>`;
const deleted = (id: string) =>
  `<record><header status="deleted"><identifier>oai:x:${id}</identifier></header></record>`;
const page = (content: string, token = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH><ListRecords>${content}<resumptionToken>${token}</resumptionToken></ListRecords></OAI-PMH>`;
const error = (code: string, message = '') => `<OAI-PMH><error code="${code}">${message}</error></OAI-PMH>`;

const LIST = '/oai?verb=ListRecords&metadataPrefix=oai_dc&set=a';

describe('fetchInput, of an OAI-PMH list', () => {
  it('follows resumption tokens, waits between requests, and joins the pages', async () => {
    const input = await get(LIST, send(page(record('1', 'A'), 'b &amp; c')), send(page(record('2', 'Ü'))));
    expect(asked).toEqual([LIST, '/oai?verb=ListRecords&resumptionToken=b+%26+c']);
    expect(pauses).toEqual([250]);
    const text = await readFile((input as { path: string }).path, 'utf8');
    expect(text.match(/<dc:title>.*?<\/dc:title>|<\?xml/g)).toEqual([
      '<dc:title>A</dc:title>',
      '<dc:title>Ü</dc:title>',
    ]);
    expect((input as { address: string }).address).toBe(origin + LIST);
  });

  it('tries again after broken connections, cut pages and busy servers, as late as they ask', async () => {
    const whole = page(record('1', 'A'));
    await get(LIST, breakOff, fail(503, { 'retry-after': '7' }), send(whole.slice(0, 90)), send(whole));
    expect(pauses).toEqual([1000, 7000, 4000]);
    expect(new Set(asked)).toEqual(new Set([LIST]));
  });

  it('gives up after five attempts, or if it would have to wait too long', async () => {
    await expect(get(LIST, fail(500))).rejects.toThrow(
      `${origin}${LIST} answers 500 Internal Server Error; it was tried 5 times. Import it again later.`,
    );
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
    await expect(get(LIST, fail(503, { 'retry-after': '86400' }))).rejects.toThrow(
      'answers 503 Service Unavailable and asks to wait 86400 seconds; import it then.',
    );
  });

  it('asks a server that sends nothing once more, and says so', async () => {
    await expect(get(LIST, hang)).rejects.toThrow(
      `${origin}${LIST} sent nothing for 0.3 seconds; it was tried 2 times. Import it again later.`,
    );
    expect(pauses).toEqual([1000]);
    expect(retries).toEqual([`${origin}${LIST} sent nothing for 0.3 seconds; trying again in 1 second`]);
  });

  it.each([
    [
      error('badResumptionToken', 'gone'),
      'answers badResumptionToken (gone); tokens expire: import the list again',
    ],
    [error('cannotDisseminateFormat'), 'answers cannotDisseminateFormat; ask for metadataPrefix=oai_dc'],
    [error('badVerb', 'No'), 'answers badVerb (No); add ?verb=ListRecords&metadataPrefix=oai_dc'],
    [
      '<!DOCTYPE html><html><head><title>Sign in</title><body><p>Hello<br>',
      'answers with a web page, "Sign in", not with OAI-PMH; check the address',
    ],
    ['<feed/>', 'answers with XML with the root element <feed>, not with OAI-PMH'],
    ['Hello', 'answers with text that is no XML, not with OAI-PMH'],
  ])('says what is wrong with %s', async (body, message) => {
    await expect(get(LIST, send(body))).rejects.toThrow(message);
    expect(asked).toHaveLength(1);
  });

  it('ends a list without an end', async () => {
    await expect(
      get(LIST, send(page(record('1', 'A'), 't')), send(page(record('2', 'B'), 't'))),
    ).rejects.toThrow('resumptionToken=t repeats a resumption token, so the list has no end');
    let count = 0;
    const same: Handler = (_, response) => void response.end(page(record('1', 'A'), `t${count++}`));
    await expect(get(LIST, same)).rejects.toThrow('sends records that it has sent before');
    const empty: Handler = (_, response) => void response.end(page('', `t${count++}`));
    await expect(get(LIST, empty)).rejects.toThrow('sends 100 pages without a record');
    expect(asked).toHaveLength(2 + 2 + 101);
  });

  it('knows which addresses ask for a part of a list', () => {
    expect(isPartialList(new URL(origin + LIST))).toBe(false);
    expect(isPartialList(new URL(`${origin}${LIST}&from=2020-01-01`))).toBe(true);
    expect(isPartialList(new URL(`${origin}/a.bib?from=2020-01-01`))).toBe(false);
  });
});

describe('fetchInput, of a file', () => {
  it('refuses addresses that it does not fetch, and answers that are no file', async () => {
    expect(() => readAddress('ftp://example.org/a')).toThrow(
      'ftp://example.org/a is no http or https address',
    );
    expect(() => readAddress('https://me:secret@example.org/a')).toThrow(
      'The address of example.org has a user name in it, which would be stored with the source',
    );
    await expect(get('/a.bib', fail(404))).rejects.toThrow(
      `${origin}/a.bib answers 404 Not Found; check the address, or save the file and import that.`,
    );
    await expect(fetchInput('http://127.0.0.1:1/a', folder, { interval: 0 })).rejects.toThrow(
      "http://127.0.0.1:1/a can't be reached (bad port); check the address.",
    );
  });

  it('reads it again from its start after the connection broke', async () => {
    const half: Handler = (request, response) => {
      response.writeHead(200, { 'content-length': '20' });
      response.write('0123456789', () => request.socket.destroy());
    };
    const input = await get('/a.txt', half, send('01234567890123456789'));
    expect(await readFile((input as { path: string }).path, 'utf8')).toBe('01234567890123456789');
    expect(pauses).toEqual([1000]);
  });
});

describe('importFiles, of addresses', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('empty')));
  afterAll(() => catalogue.close());
  const load = async (location: string, ...answers: Handler[]) =>
    importFiles(catalogue.db, [await get(location, ...answers)], { heading: 'topic' });
  const titles = async () => {
    const { data } = await catalogue.execute<{ publications: { nodes: { title: string }[] } }>(
      '{ publications(orderBy: { field: TITLE, direction: ASC }) { nodes { title } } }',
    );
    return data.publications.nodes.map(({ title }) => title);
  };

  it('harvests what changed into the same source: changed records change, deleted ones go', async () => {
    const first = page(record('1', 'Atlas') + record('2', 'Borders') + record('3', 'Coasts'));
    expect(await load(LIST, send(first))).toMatchObject({ created: 3 });
    const changes = page(record('2', 'Borders and rivers') + deleted('3') + deleted('9'));
    expect(await load(`${LIST}&from=2026-01-01`, send(changes))).toMatchObject({
      created: 0,
      updated: 1,
      removed: 1,
      absent: 1,
    });
    expect(await titles()).toEqual(['Atlas', 'Borders and rivers']);
    expect(await catalogue.db.selectFrom('source').select('file').execute()).toEqual([
      { file: origin + LIST },
    ]);
  });

  it('reports a list in which nothing matches', async () => {
    expect(await load(`${LIST}&from=2027-01-01`, send(error('noRecordsMatch')))).toMatchObject({
      records: 0,
      nothingRead: [
        {
          file: origin + LIST,
          reason: 'the repository has no record that the address asks for (noRecordsMatch)',
        },
      ],
    });
  });

  it('imports a file, compressed or not, and knows it again by its address', async () => {
    const bib = '@book{k, title = {Deltas}, year = 2001}\n';
    expect(await load('/d.bib', send(bib))).toMatchObject({ created: 1 });
    expect(await load('/d.bib#top', send(gzipSync(bib)))).toMatchObject({ created: 0, unchanged: 1 });
    const encoded = send(gzipSync(bib), { 'content-encoding': 'gzip' });
    expect(await load('/d.bib', encoded)).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('names the address of a file that it can not read', async () => {
    await expect(load('/d.pdf', send('%PDF-1.7'))).rejects.toThrow(
      `${origin}/d.pdf looks like a PDF document`,
    );
  });
});
