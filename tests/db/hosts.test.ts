import { sql } from 'kysely';
import { findPrimary, readHosts } from '../../src/db/hosts.ts';
import { createDb } from '../../src/db/database.ts';
import { openReaders, type Readers } from '../../src/db/readers.ts';
import { createSessions } from '../../src/db/sessions.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { type Proxy, proxyTo } from '../support/proxy.ts';
import { until } from '../support/waiting.ts';

describe('readHosts', () => {
  it('leaves a URL of one host as it is', () => {
    for (const url of ['postgres://a@b:5/c?sslmode=require', 'postgresql:///c?host=/var/run/postgresql'])
      expect(readHosts(url)).toEqual({ urls: [url], target: 'any' });
  });

  it('gives each of several hosts a URL of its own', () => {
    expect(
      readHosts('postgresql://me:p%40s@one:1,two,[::1]:3/c?sslmode=disable&target_session_attrs=standby'),
    ).toEqual({
      urls: ['one:1', 'two', '[::1]:3'].map((host) => `postgresql://me:p%40s@${host}/c?sslmode=disable`),
      target: 'standby',
    });
  });

  it.each([
    ['read-write', 'primary'],
    ['read-only', 'standby'],
    ['prefer-standby', 'prefer-standby'],
  ])('reads %s', (given, target) =>
    expect(readHosts(`postgres://a/b?target_session_attrs=${given}`)).toEqual({
      urls: ['postgres://a/b'],
      target,
    }),
  );

  it.each([
    'http://a/b',
    'postgres://a:b:c/d',
    'postgres://a,b:x/d',
    'postgres://a/b?target_session_attrs=all',
    '',
  ])('refuses %s', (url) => expect(readHosts(url)).toBeNull());
});

describe('several hosts', () => {
  let catalogue: TestCatalogue;
  let proxies: [Proxy, Proxy];
  let readers: Readers;
  beforeAll(async () => {
    catalogue = await testCatalogue('empty');
    proxies = [await proxyTo(catalogue.url), await proxyTo(catalogue.url)];
  });
  afterEach(() => readers.end());
  afterAll(async () => {
    await Promise.all(proxies.map((proxy) => proxy.cut()));
    await catalogue.close();
  });

  /** One URL of both proxies. */
  function toUrlOfBoth(target = 'any'): string {
    const [first, second] = proxies.map(({ url }) => new URL(url)) as [URL, URL];
    first.searchParams.set('target_session_attrs', target);
    return first.href.replace(first.host, `${first.host},${second.host}`);
  }

  const ports = () => proxies.map(({ url }) => Number(new URL(url).port)).sort();
  /** The ports that as many sessions asked. */
  async function findAskedPorts(sessions: number): Promise<number[]> {
    const found = new Set<number>();
    for (let i = 0; i < sessions; i++) {
      const { client } = await readers.pick();
      found.add((client as unknown as { port: number }).port);
      client.release();
    }
    return [...found].sort();
  }

  it('are asked in turn; one that does not answer is passed over, and asked again when it does', async () => {
    readers = openReaders(toUrlOfBoth(), {});
    expect(await findAskedPorts(4)).toEqual(ports());
    const [first, second] = proxies;
    await first.cut();
    // That an idle connection broke is noticed a moment later.
    const onlyTwo = async () =>
      (await findAskedPorts(4)).every((port) => port === Number(new URL(second.url).port));
    await until('the first to be passed over', onlyTwo);
    await second.cut();
    const refused = () =>
      readers.connect().then(
        (client) => client.release(),
        (error: Error) => error,
      );
    expect(await until('both to be away', refused)).toMatchObject({ code: 'ECONNREFUSED' });
    await Promise.all([first.mend(), second.mend()]);
    expect((await findAskedPorts(4)).length).toBeGreaterThan(0);
  });

  it('answer a request each alone', async () => {
    readers = openReaders(toUrlOfBoth(), {});
    for (let i = 0; i < 4; i++) {
      const session = createSessions(readers)();
      const answers = await Promise.all(
        [1, 2, 3].map(() => sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(session.db)),
      );
      expect(new Set(answers.map(({ rows }) => rows[0]?.pid)).size).toBe(3);
      expect(session.statements.count).toBe(3);
    }
    expect(readers.count()).toMatchObject({ open: 6, waiting: 0 });
  });

  it('are chosen by what they are', async () => {
    for (const target of ['primary', 'prefer-standby']) {
      readers = openReaders(toUrlOfBoth(target), {});
      expect((await sql`select 1 as one`.execute(createDb(readers))).rows).toEqual([{ one: 1 }]);
      await readers.end();
    }
    readers = openReaders(toUrlOfBoth('standby'), {});
    await expect(readers.connect()).rejects.toThrow('The host is no standby.');
  });

  it('take writes at the first that is no standby', async () => {
    readers = openReaders(toUrlOfBoth(), {});
    expect(await findPrimary(toUrlOfBoth())).toBe(proxies[0].url);
    await proxies[0].cut();
    expect(await findPrimary(toUrlOfBoth())).toBe(proxies[1].url);
    await proxies[1].cut();
    await expect(findPrimary(toUrlOfBoth())).rejects.toThrow(
      /^No host of DATABASE_URL accepts writes: 127\.0\.0\.1:\d+ can't/,
    );
    await Promise.all(proxies.map((proxy) => proxy.mend()));
  });
});
