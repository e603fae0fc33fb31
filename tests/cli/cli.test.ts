import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import { bringUpToDate } from '../../src/cli/migrate.ts';
import { openDatabase } from '../../src/db/database.ts';
import { lockImports } from '../../src/import/transaction.ts';
import { projectFolder, version } from '../../src/project.ts';
import { createDatabase, dropDatabase, inDatabase } from '../support/databases.ts';
import { type Ended, runCommand } from '../support/program.ts';
import { until } from '../support/waiting.ts';

const SEED = path.join(projectFolder, 'data', 'listings', 'capacity-building.txt');
const server = process.env.PUBATLAS_TEST_SERVER as string;
const name = `pubatlas_test_cli_${process.pid}`;
const url = inDatabase(server, name);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-cli-'));
  await createDatabase(server, name);
});
afterAll(async () => {
  await dropDatabase(server, name);
  await rm(folder, { recursive: true });
});

// Some commands run in a process that compiles the program first; a busy machine is no failure.
jest.setTimeout(240_000);

/** Runs a command in this process. */
const run = (...args: string[]) => runCommand(args, url);

interface Running {
  stdin: Writable;
  stdout: Readable;
  /** Sends what Ctrl-C sends. */
  interrupt: () => void;
  ended: Promise<Ended>;
}

/** Runs a command in a process of its own. */
function pubatlas(args: string[], database = url, env: Record<string, string> = {}): Running {
  const main = path.join(projectFolder, 'src', 'cli', 'main.ts');
  let end: (ended: Ended) => void;
  const ended = new Promise<Ended>((resolve) => (end = resolve));
  const child = execFile(
    process.execPath,
    ['--import', 'tsx', main, ...args],
    { cwd: projectFolder, env: { ...process.env, DATABASE_URL: database, ...env }, timeout: 120_000 },
    (error, out, stderr) => end({ code: error === null ? 0 : Number(error.code), stdout: out, stderr }),
  );
  return {
    stdin: child.stdin as Writable,
    stdout: child.stdout as Readable,
    interrupt: () => child.kill('SIGINT'),
    ended,
  };
}

async function onDatabase(statement: RawBuilder<unknown>): Promise<void> {
  const db = openDatabase(url);
  await statement.execute(db);
  await db.destroy();
}

test('pubatlas migrate, import, status, verify, reindex', async () => {
  const lacks = (migrations: string) => ({
    code: 1,
    stdout: '',
    stderr: `pubatlas: The database lacks ${migrations}; run "pubatlas migrate" first.\n`,
  });
  const early = await run('status');
  const up = await run('migrate', 'up');
  expect(up).toMatchObject({ code: 0, stderr: '' });
  const migrations = up.stdout.trim().split('\n');
  expect(migrations[0]).toBe('2026-11-24T2000_create_places');
  expect(early).toEqual(lacks(`${migrations.length} migrations`));

  const page = path.join(folder, 'page.txt');
  await writeFile(
    page,
    'Skip to main content\n\nData\n\nA Title Longer Than Its Values\n\nCountry\nAtlantis\nYear\n2010\n',
  );
  const strict = await run('import', '--strict', '--heading', 'category', SEED, page);
  expect(strict).toMatchObject({ code: 2, stderr: '' });
  expect(strict.stdout).toMatch(
    /^Imported\.\n\n {2}read {8}11 records in 2 files\n {2}created {5}11 publications\n/,
  );
  expect(strict.stdout).toContain(
    '\n  page.txt:8  country  "Atlantis": no country or region has this name, ',
  );

  const dry = await run('import', '--dry-run', SEED);
  const status = await run('status');
  const verified = await run('verify');
  const statuses = await run('migrate', 'status');
  expect(dry.stdout).toMatch(/^Dry run: nothing was written\.\n\n {2}read {8}10 records in 1 file\n/);
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect(status.stdout).toMatch(/^publications +11\nyears +2009 to 2020\n/);
  expect(verified).toMatchObject({ code: 0, stderr: '' });
  expect(statuses.stdout.trim().split('\n')).toEqual(
    migrations.map((migration) => expect.stringMatching(`^20.*Z  ${migration}$`) as string),
  );

  await onDatabase(sql`update publication set document = '' where year = 2020`);
  expect(await run('verify')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /\n\d+ differ, all in what is searched: run "pubatlas reindex"\.\n$/,
    ) as string,
  });
  expect(await run('reindex')).toEqual({
    code: 0,
    stdout: 'Rebuilt the search documents of 11 publications; 1 changed.\n',
    stderr: '',
  });
  expect(await run('verify')).toMatchObject({ code: 0 });

  await onDatabase(sql`update publication set topic_ids = '{1}'`);
  const broken = await run('verify');
  expect(broken).toMatchObject({ code: 1, stderr: '' });
  expect(broken.stdout).toMatch(
    /\npublication +\d+ differ\n {2}publication .*, topic_ids: stored \[1\], derived \[\]\n/,
  );

  const [last, ...others] = migrations.reverse();
  expect(await run('migrate', 'down')).toEqual({ code: 0, stdout: `${last}\n`, stderr: '' });
  expect(await run('reindex')).toEqual(lacks('1 migration'));
  const down = await run('migrate', 'down', '--all');
  expect(down).toEqual({ code: 0, stdout: `${others.join('\n')}\n`, stderr: '' });
});

test('pubatlas import stops at Ctrl-C, says that nothing was imported, and ends with 130', async () => {
  const db = openDatabase(url);
  await bringUpToDate(db);
  const running = await db.transaction().execute(async (other) => {
    await lockImports(other);
    const child = pubatlas(['import', SEED]);
    await until('the import to wait for the lock', async () => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(other);
      return rows.length > 0;
    });
    child.interrupt();
    return { ended: await child.ended };
  });
  expect(running.ended).toEqual({
    code: 130,
    stdout: '',
    stderr:
      'Waiting for another import to end.\nStopping; press Ctrl-C again to stop at once.\nInterrupted: nothing was imported, and the catalogue is as it was before.\n',
  });
  expect(await db.selectFrom('import_run').select('id').execute()).toEqual([]);
  await db.destroy();
});

test('pubatlas says what is wrong in one sentence, and ends with 1', async () => {
  const unreachable = await runCommand(['import', SEED], 'postgres://someone@127.0.0.1:1/nothing');
  const [missing, option, command, none] = await Promise.all([
    pubatlas(['import', path.join(folder, 'nowhere.txt')]).ended,
    pubatlas(['import', SEED, '--heading', 'author']).ended,
    pubatlas(['imprt']).ended,
    pubatlas(['import']).ended,
  ]);
  expect(missing).toEqual({
    code: 1,
    stdout: '',
    stderr: `pubatlas: There is no file ${path.join(folder, 'nowhere.txt')}.\n`,
  });
  expect(unreachable).toMatchObject({ code: 1, stdout: '' });
  expect(unreachable.stderr).toMatch(
    /^pubatlas: The database of DATABASE_URL can't be reached \(.*ECONNREFUSED.*\); check that it runs, .*\.\n$/,
  );
  expect(option).toMatchObject({ code: 1, stdout: '' });
  expect(option.stderr).toMatch(/argument 'author' is invalid\. Allowed choices are topic, category\.\n/);
  expect(command).toMatchObject({ code: 1, stdout: '' });
  expect(command.stderr).toMatch(/^error: unknown command 'imprt'\n\(Did you mean import\?\)\n/);
  expect(none.stderr).toMatch(/^error: missing required argument 'file'\n/);
});

test('pubatlas import reads standard input, and leaves no trace of a dry run without a database', async () => {
  const dataDir = path.join(folder, 'data');
  const child = pubatlas(['import', '--dry-run', '-'], '', { DATA_DIR: dataDir });
  child.stdin.end('{"title":"From standard input"}\n');
  const { code, stdout } = await child.ended;
  expect({ code, lines: stdout.split('\n').slice(0, 4) }).toEqual({
    code: 0,
    lines: [
      'Dry run: nothing was written.',
      '',
      '  read        1 record in 1 file',
      '  created     1 publication',
    ],
  });
  expect(await readdir(folder)).not.toContain('data');
});

test('pubatlas gives up a host that accepts connections and never answers', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  expect(await runCommand(['status'], `postgresql://a:b@127.0.0.1:${port}/c`)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      "pubatlas: The database of DATABASE_URL can't be reached (Connection terminated due to connection timeout); check that it runs, and its host, port, user and password.\n",
  });
  silent.close();
});

test('pubatlas goes on if nobody reads its output', async () => {
  const child = pubatlas(['--help']);
  child.stdout.destroy();
  expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
});

test('pubatlas --help names every command, and --version the version', async () => {
  const [help, printed] = await Promise.all([pubatlas(['--help']).ended, pubatlas(['--version']).ended]);
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const command of [
    'start',
    'migrate',
    'import [options] <file...>',
    'verify',
    'reindex',
    'status',
    'backup',
    'restore',
  ])
    expect(help.stdout).toContain(`\n  ${command}`);
  expect(help.stdout).toContain('DATABASE_URL');
  expect(printed.stdout).toBe(`${version}\n`);
});
