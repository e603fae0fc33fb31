import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { examine } from '../../src/cli/doctor.ts';
import { checkClock } from '../../src/cli/doctor/database.ts';
import type { Finding } from '../../src/cli/doctor/finding.ts';
import {
  checkDuckDb,
  checkExplorer,
  checkNode,
  checkPort,
  checkSpace,
} from '../../src/cli/doctor/machine.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { createDatabase, dropDatabase, inDatabase } from '../support/databases.ts';

let catalogue: TestCatalogue;
let folder: string;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-doctor-'));
});
afterAll(async () => {
  await catalogue.close();
  await rm(folder, { recursive: true });
});

/** The findings that are not fine. */
async function complaintsAbout(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const findings = await examine({ PORT: '0', DATABASE_URL: catalogue.url, PLAYGROUND: 'false', ...env });
  return findings.filter(({ level }) => level !== 'ok');
}

describe('pubatlas doctor', () => {
  it('finds nothing wrong with a catalogue that works', async () => {
    expect(await examine({ PORT: '0', DATABASE_URL: catalogue.url, PLAYGROUND: 'false' })).toEqual([
      { level: 'ok', part: 'Node', text: process.versions.node },
      { level: 'ok', part: 'configuration', text: 'all values are valid' },
      { level: 'ok', part: 'port', text: 'any free port' },
      { level: 'ok', part: 'database', text: expect.stringMatching(/^PostgreSQL 1[5-9]\./) as string },
      { level: 'ok', part: 'extension', text: 'pg_trgm is installed' },
      { level: 'ok', part: 'clock', text: 'agrees with that of the database' },
      { level: 'ok', part: 'migrations', text: 'all ran' },
      { level: 'ok', part: 'DuckDB', text: 'loaded' },
      { level: 'ok', part: 'explorer', text: 'not served: PLAYGROUND is false' },
    ]);
  });

  it('names every invalid variable, and leaves the database alone if its URL is invalid', async () => {
    expect(
      await complaintsAbout({ LOG_LEVEL: 'loud', POOL_SIZE: '0', DATABASE_URL: 'mysql://x:secret@y/z' }),
    ).toEqual([
      {
        level: 'problem',
        part: 'configuration',
        text: 'DATABASE_URL is not right; it must be a URL such as postgresql://user:password@host:5432/database',
      },
      {
        level: 'problem',
        part: 'configuration',
        text: 'POOL_SIZE is "0"; it must be a whole number from 1 to 1000',
      },
      {
        level: 'problem',
        part: 'configuration',
        text: 'LOG_LEVEL is "loud"; it must be one of fatal, error, warn, info, debug, trace, silent',
      },
    ]);
  });

  it('says that a database cannot be reached', async () => {
    expect(await complaintsAbout({ DATABASE_URL: 'postgresql://someone@127.0.0.1:1/nothing' })).toEqual([
      {
        level: 'problem',
        part: 'database',
        text: expect.stringMatching(
          /^The database of DATABASE_URL can't be reached \(.*ECONNREFUSED/,
        ) as string,
      },
    ]);
  });

  it('says that a data folder is a file, and that there is no database yet', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const dataDir = path.join(file, 'data');
    expect(await complaintsAbout({ DATABASE_URL: '', DATA_DIR: dataDir })).toEqual([
      {
        level: 'problem',
        part: 'data folder',
        text: `DATA_DIR is ${dataDir}, but ${file} is not a folder; set DATA_DIR to a folder that can be written`,
      },
    ]);
    const findings = await examine({ PORT: '0', DATA_DIR: path.join(folder, 'new') });
    expect(findings.find(({ part }) => part === 'database')).toEqual({
      level: 'ok',
      part: 'database',
      text: 'none yet; the first "pubatlas start" creates it in DATA_DIR',
    });
  });

  it('says that a manifest of trusted documents is missing', async () => {
    expect(await complaintsAbout({ TRUSTED_DOCUMENTS: path.join(folder, 'none.json') })).toEqual([
      {
        level: 'problem',
        part: 'trusted documents',
        text: `there is no file ${path.join(folder, 'none.json')}; set TRUSTED_DOCUMENTS to the manifest`,
      },
    ]);
  });

  it('says that a pool is larger than the server allows', async () => {
    expect(await complaintsAbout({ POOL_SIZE: '1000' })).toEqual([
      {
        level: 'problem',
        part: 'connections',
        text: expect.stringMatching(/^max_connections is \d+, but one process opens up to 1005; /) as string,
      },
    ]);
  });
});

describe('pubatlas doctor on the state of a database', () => {
  const server = process.env.PUBATLAS_TEST_SERVER as string;
  const name = `pubatlas_test_doctor_${process.pid}`;
  const bare = inDatabase(server, name);
  beforeAll(() => createDatabase(server, name));
  afterAll(() => dropDatabase(server, name));

  it('warns of migrations that did not run', async () => {
    expect(await complaintsAbout({ DATABASE_URL: bare })).toEqual([
      {
        level: 'warning',
        part: 'migrations',
        text: expect.stringMatching(
          /^\d+ migrations did not run yet; "pubatlas start" or "pubatlas migrate" runs them$/,
        ) as string,
      },
    ]);
  });

  it('warns of an unfinished upgrade', async () => {
    await sql`insert into pending_work (kind) values ('documents')`.execute(catalogue.db);
    expect(await complaintsAbout({})).toEqual([
      {
        level: 'warning',
        part: 'migrations',
        text: 'an upgrade is unfinished (documents); run "pubatlas migrate"',
      },
    ]);
    await sql`delete from pending_work`.execute(catalogue.db);
  });

  it('says that a newer version migrated the database', async () => {
    await sql`insert into kysely_migration values ('2099-01-01T0000_later', '2099-01-01')`.execute(
      catalogue.db,
    );
    expect(await complaintsAbout({})).toEqual([
      {
        level: 'problem',
        part: 'migrations',
        text: 'a newer pubatlas migrated the database (2099-01-01T0000_later); install that version, or a newer one',
      },
    ]);
    await sql`delete from kysely_migration where name like '2099%'`.execute(catalogue.db);
  });

  it('says that a migration was skipped', async () => {
    const db = catalogue.db;
    const name = '2026-11-24T2001_create_catalogue';
    const skipped = await sql<{ timestamp: string }>`
      delete from kysely_migration where name = ${name} returning timestamp`.execute(db);
    expect(await complaintsAbout({})).toEqual([
      {
        level: 'problem',
        part: 'migrations',
        text:
          'the migration 2026-11-24T2001_create_catalogue must run before 2026-11-24T2002_create_provenance, which already ran; ' +
          'with the version of pubatlas that ran it, run "pubatlas migrate down" until it is reverted, ' +
          'then run "pubatlas migrate" with this version',
      },
    ]);
    for (const { timestamp } of skipped.rows)
      await sql`insert into kysely_migration values (${name}, ${timestamp})`.execute(db);
  });

  it('says what the reading role lacks, or has too much of', async () => {
    const role = `pubatlas_doctor_${process.pid}`;
    const reader = new URL(catalogue.url);
    [reader.username, reader.password] = [role, 'secret'];
    const complaints = () => complaintsAbout({ DATABASE_READ_URL: reader.href });
    const run = (statement: string) => sql.raw(statement).execute(catalogue.db);
    await run(`create role ${role} login password 'secret'`);
    try {
      expect(await complaints()).toEqual([
        {
          level: 'problem',
          part: 'reading role',
          text: `${role} may not read the tables; run "grant select on all tables in schema public to ${role}"`,
        },
      ]);
      await run(`grant select on all tables in schema public to ${role}`);
      expect(await complaints()).toEqual([]);
      await run(`grant insert on publication to ${role}`);
      expect(await complaints()).toEqual([
        {
          level: 'warning',
          part: 'reading role',
          text: `${role} may write; use a role that can only read ("Set up PostgreSQL" in the documentation)`,
        },
      ]);
    } finally {
      await run(`drop owned by ${role}`);
      await run(`drop role ${role}`);
    }
  });

  it('says what the role of DATABASE_URL lacks', async () => {
    const role = `pubatlas_doctor_bare_${process.pid}`;
    const url = new URL(bare);
    [url.username, url.password] = [role, 'secret'];
    await sql.raw(`create role ${role} login password 'secret'`).execute(catalogue.db);
    try {
      const parts = (await complaintsAbout({ DATABASE_URL: url.href })).map(({ level, part }) => [
        level,
        part,
      ]);
      expect(parts).toEqual([
        ['problem', 'role'],
        ['problem', 'extension'],
        ['warning', 'migrations'],
      ]);
    } finally {
      await sql.raw(`drop role ${role}`).execute(catalogue.db);
    }
  });
});

describe('a port', () => {
  it('is in use by another program, or by pubatlas', async () => {
    const other = createTcpServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    const ours = createServer((_, answer) => answer.end('{"status":"ok"}')).listen(0, '127.0.0.1');
    await Promise.all([once(other, 'listening'), once(ours, 'listening')]);
    const [port, ourPort] = [other, ours].map((server) => (server.address() as AddressInfo).port);
    expect(await checkPort({ port: port as number, host: '127.0.0.1' })).toEqual({
      level: 'problem',
      part: 'port',
      text: `another program uses ${port} of 127.0.0.1; stop it, or set PORT to another port`,
    });
    expect(await checkPort({ port: ourPort as number, host: '127.0.0.1' })).toEqual({
      level: 'ok',
      part: 'port',
      text: `pubatlas answers on ${ourPort} of 127.0.0.1 already`,
    });
    other.close();
    ours.close();
  });

  it('cannot be had at an address of another machine', async () => {
    expect(await checkPort({ port: 4000, host: '192.0.2.1' })).toMatchObject({
      level: 'problem',
      text: '192.0.2.1 is no address of this machine (EADDRNOTAVAIL); set HOST to localhost, 0.0.0.0 or one of its addresses',
    });
  });
});

describe('a machine', () => {
  it.each([
    ['18.20.0', 'problem'],
    ['20.18.3', 'problem'],
    ['20.19.0', 'ok'],
    ['26.1.0', 'ok'],
  ])('with Node %s: %s', (version, level) => {
    expect(checkNode(version).level).toBe(level);
  });

  it.each([
    [0.1e9, 'problem'],
    [0.5e9, 'warning'],
    [5e9, 'ok'],
  ])('with %d free bytes: %s', (free, level) => {
    expect(checkSpace(free).level).toBe(level);
  });

  it('without DuckDB or an explorer gets a warning', async () => {
    expect(await checkDuckDb({ countsMemory: 256 }, () => Promise.resolve(null))).toMatchObject({
      level: 'warning',
    });
    expect(checkExplorer({ playground: true }, folder)).toEqual({
      level: 'warning',
      part: 'explorer',
      text: 'not built; run "npm run build:explorer"',
    });
  });

  it.each([
    [0.2, -0.1, 'ok'],
    [60, 59, 'warning'],
    [-59, -60, 'warning'],
    [30, -30, 'ok'],
  ])('whose database is between %d and %d seconds ahead: %s', (most, least, level) => {
    expect(checkClock(most, least).level).toBe(level);
  });
});
