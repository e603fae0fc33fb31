import { get } from 'node:http';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type TestServer, testServer } from '../support/server.ts';
import { until } from '../support/waiting.ts';

const RECORDS = [
  {
    slug: 'first',
    title: '=HYPERLINK("x"), and; more',
    abstract: 'One\n\n"Two"',
    year: 2019,
    url: 'https://example.org/1',
    countries: ['NG', 'GH'],
    regions: ['west-africa'],
    contributions: [
      { author: { name: 'Ana Díaz', kind: 'PERSON' } },
      { author: { name: 'Chi Office', kind: 'ORGANIZATION', acronym: 'CO' }, role: 'EDITOR' },
    ],
    topics: ['Health'],
    categories: ['Studies'],
    partOf: { title: 'A Report', publisher: 'IOM', place: 'Geneva', year: 2018 },
  },
  { slug: 'second', title: 'Zones', year: 2020, isWorldwide: true, countries: ['NG'] },
  { slug: 'third', title: 'No year at all' },
];
const TOPIC = { type: 'topic', name: 'Health', description: 'Of body and mind.' };

let catalogue: TestCatalogue;
let server: TestServer;
let origin: string;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  const lines = [...RECORDS, TOPIC].map((record) => JSON.stringify(record)).join('\n');
  await catalogue.importTexts({ 'a.jsonl': lines });
  server = await testServer(catalogue, { exportPoolSize: 1, sendTimeout: 60_000 });
  origin = new URL(server.url).origin;
});
afterAll(async () => {
  await server.stop(true);
  await catalogue.close();
});

const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers });
const textOf = async (path: string) => (await ask(path)).text();
const slugsOf = async (parameters: Record<string, string>) => {
  const text = await textOf(`/export/publications.jsonl?${new URLSearchParams(parameters).toString()}`);
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as { slug: string; type?: string });
};

describe('/export/publications.jsonl', () => {
  it('has a publication on each line, newest first, then descriptions', async () => {
    const lines = await slugsOf({});
    expect(lines.map(({ slug }) => slug)).toEqual(['second', 'first', 'third', 'health']);
    expect(lines[1]).toMatchObject({
      title: '=HYPERLINK("x"), and; more',
      countries: [
        { code: 'GH', name: 'Ghana' },
        { code: 'NG', name: 'Nigeria' },
      ],
      partOf: { title: 'A Report', publisher: 'IOM', place: 'Geneva', year: 2018 },
    });
    expect(lines[3]).toEqual({ slug: 'health', ...TOPIC });
  });

  it.each([
    [{ filter: '{"countries":{"anyOf":["NG"]}}' }, ['second', 'first']],
    [{ search: 'zones' }, ['second']],
    [{ orderBy: 'TITLE:ASC' }, ['first', 'third', 'second']],
    [{ orderBy: 'year:asc', limit: '1' }, ['first']],
    [{ limit: '0' }, []],
  ])('takes %j as a query does', async (parameters, slugs) => {
    const lines = await slugsOf(parameters as Record<string, string>);
    expect(lines.filter(({ type }) => type === undefined).map(({ slug }) => slug)).toEqual(slugs);
  });

  it('names its revision and a file name, and answers 304 to its entity tag', async () => {
    const { headers } = await ask('/export/publications.jsonl');
    expect(headers.get('x-catalogue-revision')).toBe('1');
    expect(headers.get('content-disposition')).toBe('attachment; filename="publications-r1.jsonl"');
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const again = await ask('/export/publications.jsonl', { 'if-none-match': headers.get('etag') as string });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await ask('/export/publications.jsonl?limit=1');
    expect(other.headers.get('etag')).not.toBe(headers.get('etag'));
  });

  it('answers HEAD without a body', async () => {
    const answer = await fetch(`${origin}/export/publications.jsonl`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('content-disposition')).toContain('publications-r1.jsonl');
  });
});

describe('/export/publications.csv', () => {
  const rowsOf = async (query: string) =>
    parse(await textOf(`/export/publications.csv${query}`), { columns: true, bom: true }) as Record<
      string,
      string
    >[];

  it('has a row for each publication, and no formula', async () => {
    const rows = await rowsOf('');
    expect(rows.map(({ slug }) => slug)).toEqual(['second', 'first', 'third']);
    expect(rows[1]).toMatchObject({
      title: `'=HYPERLINK("x"), and; more`,
      abstract: 'One\n\n"Two"',
      year: '2019',
      authors: 'Ana Díaz',
      editors: 'Chi Office',
      countryCodes: 'GH; NG',
      partOfYear: '2018',
    });
  });

  it('has a row for each country in the long shape, and one for a publication without', async () => {
    const rows = await rowsOf('?shape=long&by=country&orderBy=YEAR:ASC');
    expect(rows.map(({ slug, countryCode, countryName }) => [slug, countryCode, countryName])).toEqual([
      ['first', 'GH', 'Ghana'],
      ['first', 'NG', 'Nigeria'],
      ['second', 'NG', 'Nigeria'],
      ['third', '', ''],
    ]);
  });

  it('begins with a byte order mark if asked', async () => {
    const bytes = async (query: string) =>
      new Uint8Array(await (await ask(`/export/publications.csv${query}`)).arrayBuffer()).slice(0, 4);
    expect([...(await bytes('?bom=true'))]).toEqual([0xef, 0xbb, 0xbf, 's'.charCodeAt(0)]);
    expect([...(await bytes(''))].map((code) => String.fromCharCode(code)).join('')).toBe('slug');
  });
});

it('/export/statistics.csv counts by dimensions', async () => {
  expect(await textOf('/export/statistics.csv?by=COUNTRY,YEAR')).toBe(
    [
      'country,countryLabel,year,publicationCount',
      'GH,Ghana,2019,1',
      'NG,Nigeria,2019,1',
      'NG,Nigeria,2020,1',
      ',,,1',
      '',
    ].join('\r\n'),
  );
});

describe('Accept', () => {
  it.each([
    ['text/csv', 'text/csv; charset=utf-8'],
    ['application/json;q=0.1, application/x-ndjson', 'application/x-ndjson; charset=utf-8'],
    ['*/*', 'application/x-ndjson; charset=utf-8'],
  ])('%s chooses the format', async (accept, type) => {
    const answer = await ask('/export/publications', { accept });
    expect([answer.headers.get('content-type'), answer.headers.get('vary')]).toEqual([
      type,
      expect.stringContaining('accept'),
    ]);
  });

  it('of no known type is 406', async () => {
    expect((await ask('/export/publications', { accept: 'image/png' })).status).toBe(406);
  });
});

describe('/publications/{slug}', () => {
  it('is one publication', async () => {
    const answer = await ask('/publications/first.csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="first-r1.csv"');
    expect(parse(await answer.text(), { columns: true })).toMatchObject([{ slug: 'first' }]);
  });

  it('that does not exist is 404', async () => {
    const answer = await ask('/publications/fourth.jsonl');
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { errors: [{ message: 'There is no publication "fourth".', extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });
});

describe('a bad argument', () => {
  it.each([
    ['publications.csv?filter={', 'filter', 'filter: "{" is not JSON'],
    ['publications.csv?filter={"yeer":1}', 'filter', 'filter: Field "yeer" is not defined by type'],
    ['publications.csv?filter={"countries":{"anyOf":["XY"]}}', 'filter.countries.anyOf[0]', '"XY"'],
    ['publications.csv?orderBy=RELEVANCE', 'orderBy.field', 'needs a search'],
    ['publications.csv?limit=-1', 'limit', '"-1" is no number'],
    ['publications.csv?shape=long', 'by', 'is missing'],
    ['publications.csv?shape=long&by=year', 'by', 'give one of country, region'],
    ['publications.csv?first=1', 'first', 'no such parameter'],
    ['publications.csv?search=a&search=b', 'search', 'more than once'],
    ['statistics.csv', 'by', 'is missing'],
    ['statistics.csv?by=COLOUR', 'by', 'does not exist in "StatisticsDimension"'],
  ])('%s is named', async (path, argument, message) => {
    const answer = await ask(`/export/${path}`);
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: object }[] };
    expect([answer.status, errors[0]?.extensions]).toEqual([400, { code: 'BAD_USER_INPUT', argument }]);
    expect(errors[0]?.message).toContain(message);
    expect(answer.headers.get('content-disposition')).toBeNull();
  });
});

it('a download whose client leaves ends its statement, and frees its connection', async () => {
  const locker = new pg.Client(catalogue.url);
  const observer = new pg.Client(catalogue.url);
  await Promise.all([locker.connect(), observer.connect()]);
  const countWaiting = async () => {
    const { rows } = await observer.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows[0]?.count;
  };
  try {
    await locker.query('begin; lock table contribution in access exclusive mode');
    const request = get(`${origin}/export/publications.jsonl`).on('error', () => undefined);
    await until('the download to wait for the lock', async () => (await countWaiting()) === 1);
    request.destroy();
    await until('its statement to end', async () => (await countWaiting()) === 0);
  } finally {
    await locker.query('rollback');
    await Promise.all([locker.end(), observer.end()]);
  }
  expect(await slugsOf({ limit: '1' })).toHaveLength(1);
});
