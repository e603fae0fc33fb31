import { createHmac } from 'node:crypto';
import pg, { escapeIdentifier, escapeLiteral } from 'pg';
import { type Cluster, ROLE } from './cluster.ts';

/** The database role of the API. */
export const READER = 'pubatlas_reader';

/** Limit of temporary files per session. Only a superuser can change it, so a session can't raise its own limit. */
const TEMP_FILE_LIMIT = '512MB';

/** The reader's password. It is derived from the owner's password with HMAC, which does not reveal the owner's. */
export function deriveReaderPassword({ password }: Cluster): string {
  return createHmac('sha256', password).update(READER).digest('base64url');
}

/**
 * Functions that every role may call by default and that do more than read: large objects, locks, other sessions, the
 * write-ahead log, transaction ids.
 */
const HARMFUL =
  '^(lo_|lowrite$|loread$|pg_(try_)?advisory_|pg_cancel_backend$|pg_terminate_backend$|pg_notify$|pg_logical_emit_message$|pg_current_xact_id$|txid_current$)';

/**
 * Creates or resets the role that can only read: all present and future tables, and nothing else. Outside read-only
 * transactions PostgreSQL lets every role change its own password and settings, so both are set again at each start.
 */
export async function createReader(cluster: Cluster, port: number, database: string): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: ROLE,
    password: cluster.password,
    database,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [READER]);
    await client.query(
      `${rowCount ? 'alter' : 'create'} role ${READER} with login nosuperuser nocreatedb nocreaterole noreplication
        nobypassrls noinherit password ${escapeLiteral(deriveReaderPassword(cluster))}`,
    );
    await client.query(`
      alter role ${READER} reset all;
      alter role ${READER} in database ${escapeIdentifier(database)} reset all;
      alter role ${READER} set default_transaction_read_only = on;
      alter role ${READER} set temp_file_limit = '${TEMP_FILE_LIMIT}';
      revoke all on database ${escapeIdentifier(database)}, postgres, template1 from public;
      revoke create on schema public from public;
      grant connect on database ${escapeIdentifier(database)} to ${READER};
      grant usage on schema public to ${READER};
      grant select on all tables in schema public to ${READER};
      alter default privileges for role ${ROLE} in schema public grant select on tables to ${READER}`);
    await client.query(`
      do $$
      declare harmful text;
      begin
        for harmful in
          select oid::regprocedure from pg_proc
          where pronamespace = 'pg_catalog'::regnamespace and proname ~ ${escapeLiteral(HARMFUL)}
            and has_function_privilege(${escapeLiteral(READER)}, oid, 'execute')
        loop
          execute format('revoke execute on function %s from public', harmful);
        end loop;
      end $$`);
  } finally {
    await client.end();
  }
}
