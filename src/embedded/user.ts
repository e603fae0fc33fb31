import { readFile, stat } from 'node:fs/promises';

/** An unprivileged user that runs PostgreSQL. */
export interface ServerUser {
  uid: number;
  gid: number;
  /** For messages: the name, or the number if the name is unknown. */
  name: string;
}

/** macOS calls its `postgres` user `_postgres`. Every system has `nobody`. */
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * The user that must run the server of the cluster in `home`, if root runs pubatlas: PostgreSQL refuses to run as root.
 * A cluster keeps its owner, so that `sudo npm start` doesn't take an ordinary user's data away.
 * @returns null if the server runs as the current user
 */
export async function findServerUser(home: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(home).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: String(owner.uid) };
  return findAccount(await readFile('/etc/passwd', 'utf8').catch(() => ''));
}

/** The first candidate account in the text of /etc/passwd. */
export function findAccount(passwd: string): ServerUser {
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]), name };
  }
  return { uid: 65534, gid: 65534, name: 'nobody' };
}
