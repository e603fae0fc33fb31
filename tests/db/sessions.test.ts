import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { Bulkhead } from '../../src/db/bulkhead.ts';
import type { Db } from '../../src/db/database.ts';
import { RequestAborted } from '../../src/db/failures.ts';
import { type Readers, openReaders } from '../../src/db/readers.ts';
import type { AnswerAll } from '../../src/db/coalescer.ts';
import { type Session, createSessions } from '../../src/db/sessions.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { closeTogether, proxyTo } from '../support/proxy.ts';
import { until } from '../support/waiting.ts';

let catalogue: TestCatalogue;
let other: pg.Client;
let readers: Readers;
let open: () => Session;
let sent: string[];
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  other = new pg.Client({ connectionString: catalogue.url });
  await other.connect();
});
beforeEach(() => use(openReaders(catalogue.url, { poolSize: 2 })));
afterEach(() => readers.end());
afterAll(async () => {
  await other.end();
  await catalogue.close();
});

function use(next: Readers): void {
  readers = next;
  sent = [];
  open = createSessions(readers, (statement) => sent.push(statement));
}

/** Ten times each number. */
const tenTimes: AnswerAll<number, number> = async (db, numbers) => {
  const { rows } = await sql<{ answer: number }>`
    select 10 * n as answer from unnest(${numbers}::integer[]) with ordinality of (n, place) order by place`.execute(
    db,
  );
  return rows.map(({ answer }) => answer);
};

/** Answers when the lock is had that another connection holds. */
const answerLocked: AnswerAll<string, string> = async (db, names) => {
  await sql`select pg_advisory_lock_shared(1), pg_advisory_unlock_shared(1) where ${true}`.execute(db);
  return [...names];
};
const hold = () => other.query('select pg_advisory_lock(1)');
const letGo = () => other.query('select pg_advisory_unlock(1)');
const countWaiting = async () => {
  const { rows } = await other.query<{ count: number }>(
    `select count(*)::integer as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.count;
};

describe('questions that sessions ask together', () => {
  it('are one statement, which each session waited for', async () => {
    const sessions = [open(), open(), open()];
    const answers = sessions.map((session, i) => session.coalesce('tens', i, tenTimes));
    expect(await Promise.all(answers)).toEqual([0, 10, 20]);
    expect(sent).toHaveLength(1);
    expect(sessions.map(({ statements }) => statements.count)).toEqual([1, 1, 1]);
    expect(sessions[0]?.statements.milliseconds).toBeGreaterThan(0);
    expect(readers.count()).toEqual({ open: 1, idle: 1, waiting: 0 });
  });

  it('are one where a session asks several', async () => {
    const session = open();
    const answers = [1, 2, 3].map((number) => session.coalesce('tens', number, tenTimes));
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
    expect(session.statements.count).toBe(1);
    const [again] = await Promise.all([4, 5].map((number) => session.coalesce('tens', number, tenTimes)));
    expect(again).toBe(40);
    expect(session.statements.count).toBe(2);
    expect(sent).toHaveLength(2);
  });

  it('are one of each kind', async () => {
    const negateAll: AnswerAll<number, number> = async (db, numbers) =>
      (await tenTimes(db, numbers)).map((value) => -value);
    const answers = [open().coalesce('tens', 1, tenTimes), open().coalesce('negated tens', 1, negateAll)];
    expect(await Promise.all(answers)).toEqual([10, -10]);
    expect(sent).toHaveLength(2);
  });

  it('are 32 at most', async () => {
    const numbers = Array.from({ length: 33 }, (_, i) => i);
    const answers = numbers.map((number) => open().coalesce('tens', number, tenTimes));
    expect(await Promise.all(answers)).toEqual(numbers.map((number) => 10 * number));
    expect(sent).toHaveLength(2);
  });

  it('wait for a connection together', async () => {
    const busy = [await readers.connect(), await readers.connect()];
    const answers = [open().coalesce('tens', 1, tenTimes)];
    await new Promise(setImmediate);
    answers.push(open().coalesce('tens', 2, tenTimes));
    for (const client of busy) client.release();
    expect(await Promise.all(answers)).toEqual([10, 20]);
    expect(sent).toHaveLength(1);
  });

  it('fail together, and leave nothing behind', async () => {
    const fail: AnswerAll<number, number> = async (db) => {
      await sql`select 1 / ${0}::integer`.execute(db);
      return [];
    };
    const refuse: AnswerAll<number, number> = () => Promise.reject(new Error('without a statement'));
    for (const [answerAll, message] of [
      [fail, 'division by zero'],
      [refuse, 'without a statement'],
    ] as const) {
      const answers = [open(), open()].map((session) => session.coalesce('failing', 1, answerAll));
      for (const answer of await Promise.allSettled(answers))
        expect(answer).toMatchObject({ status: 'rejected', reason: { message } });
    }
    expect(await open().coalesce('failing', 1, tenTimes)).toBe(10);
    expect(readers.count()).toMatchObject({ open: 1, idle: 1 });
  });

  it('fail where no connection is to be had, and are answered when one is', async () => {
    const proxy = await proxyTo(catalogue.url);
    await readers.end();
    use(openReaders(proxy.url, {}));
    await proxy.cut();
    let picks = 0;
    open = createSessions({ pick: () => (picks++, readers.pick()) });
    const session = open();
    for (const answer of await Promise.allSettled([
      session.coalesce('tens', 1, tenTimes),
      open().coalesce('tens', 2, tenTimes),
    ]))
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'ECONNREFUSED' } });
    expect(picks).toBe(1);
    await proxy.mend();
    expect(await session.coalesce('tens', 1, tenTimes)).toBe(10);
    await readers.end();
    await proxy.cut();
    use(openReaders(catalogue.url, {}));
  });
});

describe('a session that is aborted', () => {
  it('does not end what another waits for', async () => {
    await hold();
    const [first, second] = [open(), open()];
    const answers = [
      first.coalesce('locked', 'one', answerLocked),
      second.coalesce('locked', 'two', answerLocked),
    ] as const;
    const failure = expect(answers[0]).rejects.toBeInstanceOf(RequestAborted);
    await until('the statement to wait', async () => (await countWaiting()) === 1);
    first.abort();
    await failure;
    expect(await countWaiting()).toBe(1);
    await letGo();
    expect(await answers[1]).toBe('two');
    await expect(first.coalesce('locked', 'one', answerLocked)).rejects.toBeInstanceOf(RequestAborted);
    expect(sent).toHaveLength(1);
  });

  it('ends what nobody else waits for', async () => {
    await hold();
    const sessions = [open(), open()];
    const answers = sessions.map((session) => session.coalesce('locked', '', answerLocked));
    const failures = Promise.all(
      answers.map((answer) => expect(answer).rejects.toBeInstanceOf(RequestAborted)),
    );
    await until('the statement to wait', async () => (await countWaiting()) === 1);
    for (const session of sessions) session.abort();
    await failures;
    await until('the statement to end', async () => (await countWaiting()) === 0);
    await letGo();
    expect(await open().coalesce('locked', 'next', answerLocked)).toBe('next');
  });

  it('leaves nothing behind that was not sent yet', async () => {
    const busy = [await readers.connect(), await readers.connect()];
    const session = open();
    const failure = expect(session.coalesce('tens', 1, tenTimes)).rejects.toBeInstanceOf(RequestAborted);
    await new Promise(setImmediate);
    session.abort();
    await failure;
    const next = open().coalesce('tens', 2, tenTimes);
    for (const client of busy) client.release();
    expect(await next).toBe(20);
    expect(sent).toHaveLength(1);
    await until('its connection to be given back', async () => readers.count().idle === 2);
  });
});

it('a session that is aborted twice cancels no statement of the next user of its connection', async () => {
  const proxy = await holdCancelRequests(catalogue.url);
  await readers.end();
  use(openReaders(proxy.url, { poolSize: 1 }));
  await hold();
  const first = open();
  const failure = expect(
    sql`select pg_advisory_lock_shared(1) where ${true}`.execute(first.db),
  ).rejects.toBeInstanceOf(RequestAborted);
  await until('the statement to wait', async () => (await countWaiting()) === 1);
  first.abort();
  first.abort();
  await until('a request to cancel', () => Promise.resolve(proxy.held.length > 0));
  // If there were two, the later one would end the statement, and the earlier one would meet the next.
  proxy.held.pop()?.();
  await failure;
  const next = open().coalesce('locked', 'next', answerLocked);
  await until('the next statement to wait', async () => (await countWaiting()) === 1);
  for (const forward of proxy.held) forward();
  await letGo();
  expect(await next).toBe('next');
  await readers.end();
  await proxy.close();
  use(openReaders(catalogue.url, {}));
});

it('a session stays with the host that it was answered by with others', async () => {
  const proxies = [await proxyTo(catalogue.url), await proxyTo(catalogue.url)];
  const url = new URL(proxies[0]?.url as string);
  await readers.end();
  use(openReaders(url.href.replace(url.host, proxies.map(({ url }) => new URL(url).host).join()), {}));
  const clientPort = async (db: Db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid where ${true}`.execute(db);
    return rows[0]?.pid as number;
  };
  const pids: AnswerAll<number, number> = async (db, asked) => {
    const pid = await clientPort(db);
    return asked.map(() => pid);
  };
  for (let i = 0; i < 4; i++) {
    const [first, second] = [open(), open()];
    const [pid, same] = await Promise.all([first.coalesce('pid', 1, pids), second.coalesce('pid', 2, pids)]);
    expect(same).toBe(pid);
    // Each host has one connection, which is free again.
    expect([await clientPort(first.db), await clientPort(second.db)]).toEqual([pid, pid]);
    // What waits for another host is not joined.
    const [others, own] = await Promise.all([
      open().coalesce('pid', 1, pids),
      first.coalesce('pid', 2, pids),
    ]);
    expect(own).toBe(pid);
    expect(others).not.toBe(pid);
  }
  expect(readers.count().open).toBe(2);
  await readers.end();
  await Promise.all(proxies.map((proxy) => proxy.cut()));
  use(openReaders(catalogue.url, {}));
});

/** The length of a CancelRequest: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const CANCEL_LENGTH = 16;

/** A proxy to a database that forwards each cancel request only when the test says so. */
async function holdCancelRequests(url: string) {
  const target = new URL(url);
  const held: (() => void)[] = [];
  const server = createServer((from) => {
    const to = connect(Number(target.port), target.hostname);
    closeTogether(from, to);
    to.pipe(from);
    from.once('data', (start) => {
      const forward = () => {
        to.write(start);
        from.pipe(to);
      };
      if (start.length === CANCEL_LENGTH) held.push(forward);
      else forward();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    held,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}

describe('heavy statements', () => {
  it('read pages while counts take all slots that counts may have', async () => {
    const bulkhead = new Bulkhead(2, 10, { counts: 1 });
    const session = createSessions(readers, undefined, { bulkhead, mostStatements: Infinity })();
    await hold();
    const counts = [answerLocked(session.countDb, ['counted']), session.runCount(async () => ['in columns'])];
    await until('the first count to wait for the lock', async () => (await countWaiting()) === 1);
    expect(await tenTimes(session.heavyDb, [1, 2])).toEqual([10, 20]);
    expect(bulkhead.count()).toEqual({ running: 1, waiting: 1 });
    await letGo();
    expect(await Promise.all(counts)).toEqual([['counted'], ['in columns']]);
  });
});
