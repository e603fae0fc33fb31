import pg from 'pg';
import { OperatorError } from './operator.error.ts';

/** Which of several hosts are meant: libpq's `target_session_attrs`. */
export const TARGETS = ['any', 'primary', 'standby', 'prefer-standby'] as const;
export type Target = (typeof TARGETS)[number];

/** libpq's older names, for which there is no difference here. */
const SYNONYMS: Record<string, Target> = { 'read-write': 'primary', 'read-only': 'standby' };

const WITH_HOSTS = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/;

/**
 * The hosts of a URL, each as a URL of its own, as libpq writes several:
 * `postgresql://user:password@one:5432,two:5433/database?target_session_attrs=prefer-standby`.
 * Null where it is no URL of PostgreSQL's.
 */
export function readHosts(url: string): { urls: string[]; target: Target } | null {
  const [, start, hosts, end] = WITH_HOSTS.exec(url) ?? [];
  if (start === undefined || hosts === undefined || end === undefined) return null;
  const urls = hosts.split(',').map((host) => start + host + end);
  if (!urls.every((of) => URL.canParse(of))) return null;
  const parsed = urls.map((of) => new URL(of));
  const given = parsed[0]?.searchParams.get('target_session_attrs') ?? 'any';
  const target = SYNONYMS[given] ?? TARGETS.find((of) => of === given);
  if (!target) return null;
  for (const of of parsed) of.searchParams.delete('target_session_attrs'); // pg would send it to the server
  return { urls: urls.length === 1 && given === 'any' ? urls : parsed.map((of) => of.href), target };
}

/** Whether the server of a connection replays another's changes: it is a standby. */
export async function isStandby(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('select pg_is_in_recovery() as is');
  return rows[0]?.is === true;
}

/**
 * The URL of the one host that takes writes: for migrations and imports.
 * @throws OperatorError where none of several can be reached or takes any
 */
export async function findPrimary(url: string): Promise<string> {
  const { urls } = readHosts(url) ?? { urls: [url] };
  if (urls.length === 1) return urls[0] as string;
  const reasons: string[] = [];
  for (const of of urls) {
    const client = new pg.Client({ connectionString: of, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      if (!(await isStandby(client))) return of;
      reasons.push(`${new URL(of).host} is a standby`);
    } catch (error) {
      reasons.push(`${new URL(of).host} can't be reached (${(error as Error).message})`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new OperatorError(`No host of DATABASE_URL accepts writes: ${reasons.join('; ')}.`);
}
