import { sql } from 'kysely';
import { openDatabase } from '../../src/db/database.ts';
import { lockImports, runOnce } from '../../src/import/transaction.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { dumpTables } from '../support/dump.ts';
import { until } from '../support/waiting.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

const LINES = Array.from({ length: 5000 }, (_, i) => JSON.stringify({ title: `Number ${i}` })).join('\n');

describe('importFiles whose signal aborts', () => {
  it('rejects with the reason, and leaves the catalogue as it was', async () => {
    const before = await dumpTables(catalogue.db);
    const controller = new AbortController();
    const reason = new Error('Interrupted.');
    const importing = catalogue.importTexts(
      { 'a.jsonl': LINES },
      {
        signal: controller.signal,
        onProgress: ({ records, share }) => {
          expect([records, share]).toEqual([2000, 0]);
          controller.abort(reason);
        },
      },
    );
    await expect(importing).rejects.toBe(reason);
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });

  it('cancels a statement that waits for another import', async () => {
    const controller = new AbortController();
    const reason = new Error('Interrupted.');
    await catalogue.db.transaction().execute(async (other) => {
      await lockImports(other);
      const importing = catalogue.importTexts({ 'a.jsonl': LINES }, { signal: controller.signal });
      const isWaiting = async () => {
        const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`.execute(other);
        return rows.length > 0;
      };
      while (!(await isWaiting())) continue;
      controller.abort(reason);
      await expect(importing).rejects.toBe(reason);
    });
  });

  it('is cancelled if the signal aborts while it begins', async () => {
    const controller = new AbortController();
    const reason = new Error('Interrupted.');
    const db = openDatabase(catalogue.url, {
      onStatement: (statement) => {
        if (statement.includes('pg_backend_pid')) controller.abort(reason);
      },
    });
    await catalogue.db.transaction().execute(async (other) => {
      await lockImports(other);
      const running = runOnce(db, { signal: controller.signal }, () => Promise.resolve());
      await expect(running).rejects.toBe(reason);
    });
    await db.destroy();
  });

  it('is cancelled if the signal aborts between two statements', async () => {
    const controller = new AbortController();
    const reason = new Error('Interrupted.');
    let requests = 0;
    const db = openDatabase(catalogue.url, {
      onStatement: (statement) => {
        if (statement.includes('pg_cancel_backend')) requests++;
      },
    });
    const running = runOnce(db, { signal: controller.signal }, async (run) => {
      controller.abort(reason);
      await until('a request to cancel', () => Promise.resolve(requests > 0));
      await sql`select pg_sleep(600)`.execute(run.db);
    });
    await expect(running).rejects.toBe(reason);
    await db.destroy();
  });

  it('ends at once if it is aborted before', async () => {
    const reason = new Error('Interrupted.');
    const importing = catalogue.importTexts({ 'a.jsonl': LINES }, { signal: AbortSignal.abort(reason) });
    await expect(importing).rejects.toBe(reason);
  });

  it('goes on to tell how far it is: each batch, then that it builds indexes', async () => {
    const told: [number, number, boolean][] = [];
    await catalogue.importTexts(
      { 'a.jsonl': LINES, 'b.jsonl': '{"title":"Last"}' },
      {
        isDryRun: true,
        onProgress: ({ records, share, isFinishing }) =>
          told.push([records, Math.round(share * 100), isFinishing]),
      },
    );
    expect(told).toEqual([
      [2000, 0, false],
      [4000, 55, false],
      [5000, 100, false],
      [5001, 100, false],
      [5001, 100, true],
    ]);
  });
});

describe("importFiles whose last event can't be stored", () => {
  it('rejects with the error, and leaves the catalogue as it was', async () => {
    const before = await dumpTables(catalogue.db);
    const full = new Error('The disk is full.');
    const events: string[] = [];
    const importing = catalogue.importTexts(
      { 'a.jsonl': '{"title":"Last"}' },
      {
        onEvent: ({ event }) => events.push(event),
        onLastEvent: () => {
          throw full;
        },
      },
    );
    await expect(importing).rejects.toBe(full);
    expect(events).toEqual(['read', 'created']);
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });
});

describe('importFiles while another import runs', () => {
  it('says that it waits, and imports when the other has ended', async () => {
    const waits: string[] = [];
    const onWait = () => waits.push('waiting');
    const importing = await catalogue.db.transaction().execute(async (other) => {
      await lockImports(other);
      const started = catalogue.importTexts({ 'a.jsonl': '{"title":"Second"}' }, { isDryRun: true, onWait });
      await until('the wait', () => Promise.resolve(waits.length > 0));
      return { started };
    });
    expect(await importing.started).toMatchObject({ created: 1 });
    await catalogue.importTexts({ 'a.jsonl': '{"title":"Third"}' }, { isDryRun: true, onWait });
    expect(waits).toEqual(['waiting']);
  });
});

describe('importFiles with a publication that PostgreSQL refuses', () => {
  it('rejects with its error, and leaves the catalogue as it was', async () => {
    const before = await dumpTables(catalogue.db);
    await sql`alter table publication add constraint refused check (title <> 'Refused')`.execute(
      catalogue.db,
    );
    const importing = catalogue.importTexts({ 'a.jsonl': '{"title":"Refused"}' });
    await expect(importing).rejects.toThrow('violates check constraint "refused"');
    await sql`alter table publication drop constraint refused`.execute(catalogue.db);
    expect(await dumpTables(catalogue.db)).toEqual(before);
  });
});
