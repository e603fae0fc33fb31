import pg, { escapeIdentifier, escapeLiteral } from 'pg';
import { type Cluster, ROLE } from './cluster.ts';

/** The role of the API. It has the password of the other: whoever can read the one can read the other. */
export const READER = 'pubatlas_reader';

/**
 * Disk that one statement of the API may take for sorting and grouping. Only a superuser can set it, so a session can't lift it.
 */
const TEMP_FILE_LIMIT = '512MB';

/** Lets the reader read whatever is in the database or will be, and nothing else. */
export async function createReader({ password }: Cluster, port: number, database: string): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: ROLE, password, database });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [READER]);
    await client.query(
      `${rowCount ? 'alter' : 'create'} role ${READER} login password ${escapeLiteral(password)}`,
    );
    await client.query(`
      alter role ${READER} set temp_file_limit = '${TEMP_FILE_LIMIT}';
      revoke all on database ${escapeIdentifier(database)} from public;
      revoke create on schema public from public;
      grant connect on database ${escapeIdentifier(database)} to ${READER};
      grant usage on schema public to ${READER};
      grant select on all tables in schema public to ${READER};
      alter default privileges for role ${ROLE} in schema public grant select on tables to ${READER}`);
  } finally {
    await client.end();
  }
}
