import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { writeBackup } from '../../src/backup/write.ts';
import { backUp, restore } from '../../src/cli/backup.ts';
import { migrateDown } from '../../src/db/migrator.ts';
import { OperatorError } from '../../src/db/operator.error.ts';
import { lockImports } from '../../src/import/transaction.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { dumpTables } from '../support/dump.ts';
import { closeGate } from '../support/gate.ts';
import { until } from '../support/waiting.ts';

let folder: string;
let file: string;
let from: TestCatalogue;
let to: TestCatalogue;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-backup-'));
  file = path.join(folder, 'catalogue.gz');
  [from, to] = await Promise.all([testCatalogue('listing'), testCatalogue('empty')]);
  await from.importTexts({
    'hard.jsonl': JSON.stringify({
      title: 'Tabs\t, back\\slashes and \\. in a title',
      abstract: '\\.\nA second line.\n\n\\N',
      authors: ['Ngozi Ade'],
      topics: ['Migration'],
    }),
  });
});
afterAll(async () => {
  await Promise.all([from.close(), to.close()]);
  await rm(folder, { recursive: true });
});

async function nextIds({ db }: TestCatalogue): Promise<unknown> {
  const { rows } = await sql`
    select sequencename, last_value from pg_sequences
    where schemaname = 'public' and sequencename not in ('country_id_seq', 'region_id_seq') -- updates take ids, too
    order by 1`.execute(db);
  return rows;
}

const runs = ({ db }: TestCatalogue) => db.selectFrom('import_run').selectAll().orderBy('id').execute();

const damaged = new OperatorError('This is not a complete backup of pubatlas; nothing was restored.');

describe('backUp and restore', () => {
  it('restores every row of every table, and where ids go on', async () => {
    await backUp(from.db, file);
    expect(await readdir(folder)).toEqual(['catalogue.gz']);
    await restore(to.db, createReadStream(file), false);
    expect(await dumpTables(to.db)).toEqual(await dumpTables(from.db));
    expect(await runs(to)).toEqual(await runs(from));
    expect(await nextIds(to)).toEqual(await nextIds(from));
    const checked = await verify(to.db);
    expect(checked.filter(({ count }) => count > 0)).toEqual([]);
  });

  it('restores into a database without tables', async () => {
    await migrateDown(to.db, true);
    await restore(to.db, createReadStream(file), false);
    expect(await dumpTables(to.db)).toEqual(await dumpTables(from.db));
  });

  it('deletes a catalogue only if it is told to', async () => {
    await expect(restore(to.db, createReadStream(file), false)).rejects.toEqual(
      new OperatorError(
        'The database already has a catalogue; use --replace to delete it and restore the backup in its place.',
      ),
    );
    await to.importTexts({
      'more.jsonl': '{"title":"Imported after the backup"}',
      'more.bib': '@book{more, title = {A format that old migrations do not know}}',
    });
    await restore(to.db, createReadStream(file), true);
    expect(await dumpTables(to.db)).toEqual(await dumpTables(from.db));
  });

  it('makes the search documents anew if PostgreSQL has another major version', async () => {
    const text = gunzipSync(await readFile(file)).toString();
    const older = text.replace(/"postgresql":\d+/, '"postgresql":9').replaceAll("'second':", "'secundus':"); // as a dictionary of before would have it
    expect(older).toContain("'secundus':");
    await restore(to.db, Readable.from([gzipSync(older)]), true);
    expect(await dumpTables(to.db)).toEqual(await dumpTables(from.db));
  });

  it('changes nothing if the backup is damaged, or of a newer version', async () => {
    const before = await dumpTables(to.db);
    const bytes = await readFile(file);
    const text = gunzipSync(bytes).toString();
    const attempts = [
      bytes.subarray(0, bytes.length / 2),
      Buffer.from('{"title":"A line of JSON"}\n'),
      gzipSync('{"title":"A line of JSON"}\n'),
      gzipSync(text.slice(0, text.lastIndexOf('{"end"'))),
      gzipSync(text.replace('"NGA"', '"NGA"\t"NGA"').replace('\tNGA\t', '\tNGA\t\t')),
    ];
    for (const attempt of attempts)
      await expect(restore(to.db, Readable.from([attempt]), true)).rejects.toEqual(damaged);
    const newer = gzipSync(
      text
        .replace(/"pubatlas":"[^"]*"/, '"pubatlas":"99.0.0"')
        .replace('"],"seq', '","2999-01-01T0000_new"],"seq'),
    );
    await expect(restore(to.db, Readable.from([newer]), true)).rejects.toEqual(
      new OperatorError(
        'The backup was made by pubatlas 99.0.0, with the migration 2999-01-01T0000_new, which this version does not have; ' +
          'restore it with that version, or a newer one.',
      ),
    );
    expect(await dumpTables(to.db)).toEqual(before);
  });

  it('leaves the backup of before in place if it cannot write a new one', async () => {
    const before = await readFile(file);
    await writeFile(path.join(folder, 'blocked'), '');
    await expect(backUp(to.db, path.join(folder, 'blocked', 'file.gz'))).rejects.toThrow(
      /file\.gz can't be written \(ENOTDIR\); /,
    );
    const empty = await testCatalogue('empty');
    await migrateDown(empty.db, true);
    await expect(backUp(empty.db, file)).rejects.toEqual(
      new OperatorError('The database has no catalogue yet; there is nothing to back up.'),
    );
    await empty.close();
    expect((await readdir(folder)).sort()).toEqual(['blocked', 'catalogue.gz']);
    expect(await readFile(file)).toEqual(before);
  });

  it('fails if the output has failed before a chunk is written', async () => {
    const output = new Writable({ write: (_chunk, _encoding, done) => done() }).on('error', () => undefined);
    output.destroy(new Error('The disk is full.'));
    await expect(writeBackup(from.db, output)).rejects.toThrow('The disk is full.');
  });

  it('removes the unfinished backup if it is interrupted', async () => {
    const before = await readFile(file);
    const gate = await closeGate(from);
    const controller = new AbortController();
    const running = backUp(from.db, file, controller.signal);
    await gate.waitFor(1);
    expect((await readdir(folder)).sort()).toEqual([
      'blocked',
      'catalogue.gz',
      expect.stringMatching(/^catalogue\.gz\.[0-9a-f]{8}\.unfinished$/),
    ]);
    controller.abort(new Error('Interrupted.'));
    await expect(running).rejects.toThrow();
    await gate.open();
    expect((await readdir(folder)).sort()).toEqual(['blocked', 'catalogue.gz']);
    expect(await readFile(file)).toEqual(before);
  });

  it('writes a whole file each time if two backups are written to it at once', async () => {
    const both = path.join(folder, 'both.gz');
    await Promise.all([backUp(from.db, both), backUp(from.db, both)]);
    await restore(to.db, createReadStream(both), true);
    expect(await dumpTables(to.db)).toEqual(await dumpTables(from.db));
    await rm(both);
    expect((await readdir(folder)).sort()).toEqual(['blocked', 'catalogue.gz']);
  });

  it('writes to a pipe without replacing it', async () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [bytes] = await Promise.all([buffer(createReadStream(pipe)), backUp(from.db, pipe)]);
    expect((await stat(pipe)).isFIFO()).toBe(true);
    await restore(to.db, Readable.from([bytes]), true);
    expect(await dumpTables(to.db)).toEqual(await dumpTables(from.db));
  });

  it('waits for a running import before it locks a table', async () => {
    await from.db
      .transaction()
      .execute(async (importing) => {
        await lockImports(importing);
        await sql`set local lock_timeout = '1s'`.execute(importing);
        const restoring = restore(from.db, createReadStream(file), true);
        await until('the restore to wait for the import', async () => {
          const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`.execute(importing);
          return rows.length > 0;
        });
        await importing.selectFrom('publication').select('id').execute();
        return { restoring };
      })
      .then(({ restoring }) => restoring);
  });
});
