import { sql } from 'kysely';
import { type Db, openDatabase } from '../../db/database.ts';
import { readHosts } from '../../db/hosts.ts';
import {
  explainSkipped,
  findSkippedMigration,
  findUnknownMigrations,
  listMigrations,
} from '../../db/migrator.ts';
import { findPendingWork } from '../../db/pending.ts';
import type { Config } from '../../server/config.ts';
import { printCount } from '../../text/counted.ts';
import { hasDatabase, openConfigured } from '../database.ts';
import { describeFailure } from '../failure.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

const EXTENSION = 'pg_trgm';

/** Milliseconds to wait for a connection. */
const CONNECT_TIMEOUT = 5000;

/** Seconds by which the clocks of this machine and of the database may differ. */
const CLOCK_TOLERANCE = 5;

/** Checks the database of DATABASE_URL, or of the bundled PostgreSQL if that has a database already. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  if (!(await hasDatabase(config)))
    return [fine('database', 'none yet; the first "pubatlas start" creates it in DATA_DIR')];
  try {
    const { db, close } = await openConfigured(config, { share: true });
    try {
      return [
        ...(await checkServer(db, config)),
        ...(await checkMigrations(db)),
        ...(await checkReaders(config)),
      ];
    } finally {
      await close();
    }
  } catch (error) {
    return [problem('database', describeFailure(error, false))];
  }
}

async function checkServer(db: Db, config: Config): Promise<Finding[]> {
  const sentAt = Date.now();
  const server = await db
    .selectNoFrom([
      sql<string>`current_setting('server_version')`.as('version'),
      sql<string>`current_setting('server_encoding')`.as('encoding'),
      sql<string>`(select datctype from pg_database where datname = current_database())`.as('ctype'),
      sql<number>`current_setting('max_connections')::integer`.as('connections'),
      sql<boolean>`current_setting('transaction_read_only')::boolean`.as('isReadOnly'),
      sql<boolean>`coalesce(has_schema_privilege(current_schema(), 'create'), false)`.as('mayCreate'),
      sql<boolean>`exists (select from pg_extension where extname = ${EXTENSION})`.as('hasExtension'),
      sql<boolean>`exists (select from pg_available_extensions where name = ${EXTENSION})`.as(
        'canHaveExtension',
      ),
      sql<boolean>`has_database_privilege(current_database(), 'create')`.as('mayCreateExtension'),
      sql<number>`extract(epoch from clock_timestamp())::double precision`.as('seconds'),
    ])
    .executeTakeFirstOrThrow();
  const receivedAt = Date.now();
  const findings = [fine('database', `PostgreSQL ${server.version}`)];
  if (server.encoding !== 'UTF8')
    findings.push(
      problem(
        'encoding',
        `${server.encoding}; create the database with "encoding UTF8" and restore a backup`,
      ),
    );
  if (['C', 'POSIX'].includes(server.ctype))
    findings.push(
      warning(
        'locale',
        `LC_CTYPE is ${server.ctype}, so misspelt words in scripts other than Latin are not corrected; create the database with C.UTF-8`,
      ),
    );
  if (server.isReadOnly)
    findings.push(
      problem(
        'writes',
        'the database accepts none; set DATABASE_URL to the primary, with a role that may write',
      ),
    );
  if (!server.mayCreate)
    findings.push(
      problem(
        'role',
        'the role of DATABASE_URL may not create tables; as the owner, run "grant create on schema public to" that role',
      ),
    );
  findings.push(checkExtension(server));
  const needed = config.poolSize + config.exportPoolSize + 3;
  if (server.connections < needed)
    findings.push(
      problem(
        'connections',
        `max_connections is ${server.connections}, but one process opens up to ${needed}; raise it, or lower POOL_SIZE`,
      ),
    );
  findings.push(checkClock(server.seconds - sentAt / 1000, server.seconds - receivedAt / 1000));
  return findings;
}

function checkExtension(server: {
  hasExtension: boolean;
  canHaveExtension: boolean;
  mayCreateExtension: boolean;
}): Finding {
  if (server.hasExtension) return fine('extension', `${EXTENSION} is installed`);
  if (!server.canHaveExtension)
    return problem(
      'extension',
      `the server has no ${EXTENSION}; install PostgreSQL's contrib package on its machine`,
    );
  return server.mayCreateExtension
    ? fine('extension', `${EXTENSION} will be created by the migrations`)
    : problem(
        'extension',
        `the role of DATABASE_URL may not create ${EXTENSION}; as a superuser, run "create extension ${EXTENSION}" in the database`,
      );
}

/**
 * Judges by how much the database's clock is ahead. The exact value is unknown, because the query takes time.
 * @param most seconds ahead, if the clock was read when the query was sent
 * @param least seconds ahead, if the clock was read when the answer arrived
 */
export function checkClock(most: number, least: number): Finding {
  const ahead = least > 0 ? least : Math.min(most, 0);
  return Math.abs(ahead) > CLOCK_TOLERANCE
    ? warning(
        'clock',
        `the clock of the database is ${Math.round(Math.abs(ahead))} seconds ${ahead > 0 ? 'ahead of' : 'behind'} that of this machine; synchronize both (NTP)`,
      )
    : fine('clock', 'agrees with that of the database');
}

async function checkMigrations(db: Db): Promise<Finding[]> {
  const [unknown] = await findUnknownMigrations(db);
  if (unknown !== undefined)
    return [
      problem(
        'migrations',
        `a newer pubatlas migrated the database (${unknown}); install that version, or a newer one`,
      ),
    ];
  const skipped = await findSkippedMigration(db);
  if (skipped !== null) return [problem('migrations', `the migration ${explainSkipped(skipped)}`)];
  const missing = (await listMigrations(db)).filter(({ executedAt }) => executedAt === undefined);
  if (missing.length > 0)
    return [
      warning(
        'migrations',
        `${printCount(missing.length, 'migration')} did not run yet; "pubatlas start" or "pubatlas migrate" runs them`,
      ),
    ];
  const pending = await findPendingWork(db);
  return [
    pending.length > 0
      ? warning('migrations', `an upgrade is unfinished (${pending.join(', ')}); run "pubatlas migrate"`)
      : fine('migrations', 'all ran'),
  ];
}

/** Checks each host of DATABASE_READ_URL. */
async function checkReaders({ databaseReadUrl }: Config): Promise<Finding[]> {
  if (databaseReadUrl === null) return [];
  const { urls } = readHosts(databaseReadUrl) ?? { urls: [databaseReadUrl] };
  return Promise.all(urls.map(checkReader));
}

async function checkReader(url: string): Promise<Finding> {
  const part = 'reading role';
  const { host, username } = new URL(url);
  const db = openDatabase(url, { poolSize: 1, connectTimeout: CONNECT_TIMEOUT });
  try {
    const { isMigrated, mayRead, mayWrite } = await db
      .selectNoFrom([
        sql<boolean>`to_regclass('publication') is not null`.as('isMigrated'),
        sql<boolean>`coalesce(has_table_privilege(to_regclass('publication'), 'select'), false)`.as(
          'mayRead',
        ),
        sql<boolean>`coalesce(has_table_privilege(to_regclass('publication'), 'insert'), false)`.as(
          'mayWrite',
        ),
      ])
      .executeTakeFirstOrThrow();
    if (!isMigrated) return fine(part, `${username} reaches ${host}; there are no tables yet`);
    if (!mayRead)
      return problem(
        part,
        `${username} may not read the tables; run "grant select on all tables in schema public to ${username}"`,
      );
    return mayWrite
      ? warning(
          part,
          `${username} may write; use a role that can only read ("Set up PostgreSQL" in the documentation)`,
        )
      : fine(part, `${username} can only read`);
  } catch (error) {
    return problem(
      part,
      `${host} of DATABASE_READ_URL can't be used (${(error as Error).message}); check that it runs, and its user, password and database`,
    );
  } finally {
    await db.destroy();
  }
}
