import pg from 'pg';
import { OperatorError } from './operator.error.ts';

/** The values of libpq's `target_session_attrs`, which says what kind of host to connect to. */
export const TARGETS = ['any', 'primary', 'standby', 'prefer-standby'] as const;
export type Target = (typeof TARGETS)[number];

/** Values of libpq that differ from these in detail, but are treated alike here. */
const SYNONYMS: Record<string, Target> = { 'read-write': 'primary', 'read-only': 'standby' };

const WITH_HOSTS = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/;

/**
 * Splits a connection URL with several hosts (libpq's syntax) into one URL per host:
 * `postgresql://user:password@one:5432,two:5433/database?target_session_attrs=prefer-standby`.
 * @returns null if the text is not a PostgreSQL URL or its `target_session_attrs` is unknown
 */
export function readHosts(url: string): { urls: string[]; target: Target } | null {
  const [, start, hosts, end] = WITH_HOSTS.exec(url) ?? [];
  if (start === undefined || hosts === undefined || end === undefined) return null;
  const urls = hosts.split(',').map((host) => start + host + end);
  if (!urls.every((hostUrl) => URL.canParse(hostUrl))) return null;
  const parsed = urls.map((hostUrl) => new URL(hostUrl));
  const given = parsed[0]?.searchParams.get('target_session_attrs') ?? 'any';
  const target = SYNONYMS[given] ?? TARGETS.find((known) => known === given);
  if (!target) return null;
  for (const hostUrl of parsed) hostUrl.searchParams.delete('target_session_attrs'); // pg would send it to the server
  return {
    urls: urls.length === 1 && given === 'any' ? urls : parsed.map((hostUrl) => hostUrl.href),
    target,
  };
}

/** Whether a connection's server is a standby. */
export async function isStandby(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select pg_is_in_recovery() as is');
  return rows[0]?.is === true;
}

/**
 * Finds the host that accepts writes, for migrations and imports.
 * @param url may list several hosts; a single host is returned unchecked
 * @returns the URL of that host alone
 * @throws OperatorError if none of several hosts can be reached and accepts writes
 */
export async function findPrimary(url: string): Promise<string> {
  const { urls } = readHosts(url) ?? { urls: [url] };
  if (urls.length === 1) return urls[0] as string;
  const reasons: string[] = [];
  for (const hostUrl of urls) {
    const client = new pg.Client({ connectionString: hostUrl, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      if (!(await isStandby(client))) return hostUrl;
      reasons.push(`${new URL(hostUrl).host} is a standby`);
    } catch (error) {
      reasons.push(`${new URL(hostUrl).host} can't be reached (${(error as Error).message})`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new OperatorError(`No host of DATABASE_URL accepts writes: ${reasons.join('; ')}.`);
}
