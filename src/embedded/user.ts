import { readFile, stat } from 'node:fs/promises';

/** An unprivileged user to run PostgreSQL as. */
export interface ServerUser {
  uid: number;
  gid: number;
  /** For messages: a name, or the number where we don't know one. */
  name: string;
}

/** macOS calls its `postgres` user `_postgres`; `nobody` is on every system. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * Whom the server of the cluster in `home` has to run as, where that isn't the user who runs us: PostgreSQL refuses
 * to run as root. A cluster keeps its owner, so that `sudo npm start` leaves an ordinary user's data to that user.
 * @returns null where the server runs as we do
 */
export async function findServerUser(home: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(home).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  return findAccount(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

/** The best account for a server, from the text of /etc/passwd. */
export function findAccount(passwd: string): ServerUser {
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]), name };
  }
  return { uid: 65534, gid: 65534, name: 'nobody' };
}
