import { randomBytes } from 'node:crypto';
import {
  chown,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { run } from './process.ts';
import type { Programs } from './programs.ts';
import type { ServerUser } from './user.ts';
import { OperatorError } from '../db/operator.error.ts';

/** The location of PostgreSQL's data, and its password. */
export interface Cluster {
  /** The data folder that the operator configures: DATA_DIR. */
  dataDir: string;
  /** The sub-folder with all of PostgreSQL's files: the cluster, the password, the log. */
  home: string;
  /** PostgreSQL's own data directory. */
  data: string;
  /**
   * `data` as passed to the server. If root starts pubatlas, the server runs as another user, who may have no access to
   * the parent folders (a checkout under /root). The server therefore starts inside the folder: Linux lets a process
   * reach its own working directory.
   */
  dataForServer: string;
  /** Null if the server runs as the current user. */
  user: ServerUser | null;
  log: string;
  password: string;
}

/** The server's superuser. The server accepts connections from this machine only. */
export const ROLE = 'pubatlas';

/** Name prefix of an unfinished cluster. */
const UNFINISHED = 'postgresql.unfinished-';

/** Creates the data folder if it is missing. @throws OperatorError if that fails */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
  } catch (error) {
    throw cannotWrite(dataDir, error as NodeJS.ErrnoException);
  }
}

/** Not Node's `recursive`: it never returns below an existing folder that can't have entries, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if ((await stat(folder).catch(() => null))?.isDirectory()) return;
    const parent = path.dirname(folder);
    if (code !== 'ENOENT' || parent === folder) throw error;
    await makeFolder(parent);
    await mkdir(folder).catch((failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'EEXIST') throw failure; // another start created it in the meantime
    });
  }
}

/**
 * Opens the cluster in `home`, or creates it with a password of its own. A new cluster is created in a temporary folder
 * and renamed when complete, so that an interrupted start leaves no incomplete cluster.
 * @throws OperatorError if the cluster can't be created or its password can't be read
 */
export async function openCluster(
  dataDir: string,
  user: ServerUser | null,
  programs: Programs,
  log: (line: string) => void,
): Promise<Cluster & { isNew: boolean }> {
  const home = toHome(dataDir);
  const isNew = !(await stat(home).catch(() => null));
  if (isNew) {
    log(`Creating a database in ${home}.`);
    await makeCluster(dataDir, user, programs);
  }
  if (user) await changeOwner(home, user);
  const password = await readPassword(home);
  const data = path.join(home, 'cluster');
  return {
    dataDir,
    home,
    data,
    dataForServer: toServerPath(data, user),
    user,
    log: path.join(home, 'server.log'),
    password,
    isNew,
  };
}

async function readPassword(home: string): Promise<string> {
  const file = path.join(home, 'password');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `The database's password can't be read (${error.message}); ${printRemedy(home)}.`,
    );
  });
  const password = text.trim();
  if (password === '')
    throw new OperatorError(
      `${file} is empty; put the database's password back into it from a backup, or ${printRemedy(home)}.`,
    );
  return password;
}

/** The sub-folder of the data folder with all of PostgreSQL's files. */
export function toHome(dataDir: string): string {
  return path.join(dataDir, 'postgresql');
}

/**
 * Writes every file of a new cluster through to the disk. This takes seconds on a slow disk, so it runs after the
 * server has started. What the server itself writes is durable from the start.
 */
export async function syncCluster(cluster: Cluster, programs: Programs): Promise<void> {
  const { data, dataForServer, user } = cluster;
  await run(programs.initdb, ['--sync-only', '-D', dataForServer], { cwd: data, user });
}

async function makeCluster(dataDir: string, user: ServerUser | null, programs: Programs): Promise<void> {
  let unfinished = '';
  try {
    await clearUnfinished(dataDir);
    unfinished = await mkdtemp(path.join(dataDir, UNFINISHED));
    const data = path.join(unfinished, 'cluster');
    await mkdir(data, { mode: 0o700 });
    await writeFile(path.join(unfinished, 'password'), `${randomBytes(24).toString('base64url')}\n`, {
      mode: 0o600,
    });
    if (user) await changeOwner(unfinished, user);

    const inside = toServerPath(data, user);
    const initdb = (ctype: string) =>
      run(
        programs.initdb,
        [
          `--pgdata=${inside}`,
          `--pwfile=${inside}/../password`,
          `--username=${ROLE}`,
          '--auth=scram-sha-256',
          '--encoding=UTF8',
          // Text sorts the same on every machine, whatever locales it has.
          '--locale-provider=builtin',
          '--builtin-locale=C.UTF-8',
          '--locale=C',
          `--lc-ctype=${ctype}`,
          '--no-instructions',
          '--no-sync', // `syncCluster` does this later
        ],
        { cwd: data, user },
      );
    // Trigrams, which find misspelt words, consist of the characters that this locale counts as letters.
    let { ok, output } = await initdb(process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8');
    if (!ok && output.includes('locale')) ({ ok, output } = await initdb('C'));
    if (!ok && output.includes('could not look up effective user ID'))
      throw new OperatorError(
        `PostgreSQL runs only as a user with a name, and user ${getUserName()} has none; add the user to /etc/passwd, run ` +
          'pubatlas as another user, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
      );
    if (!ok) {
      throw new OperatorError(
        `PostgreSQL could not create a database in ${dataDir}${user ? ` as user ${user.name}` : ''}; fix the problem below, ` +
          `or set DATA_DIR to another folder:\n${takeLastLines(output)}`,
      );
    }
    await rename(unfinished, toHome(dataDir)).catch(async (error: NodeJS.ErrnoException) => {
      // Another start was quicker; use its cluster.
      if (!(await stat(toHome(dataDir)).catch(() => null))) throw error;
    });
  } catch (error) {
    throw error instanceof OperatorError ? error : cannotWrite(dataDir, error as NodeJS.ErrnoException);
  } finally {
    if (unfinished) await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Removes unfinished clusters of killed starts. A start that is still running takes seconds, so ten minutes are safe.
 */
async function clearUnfinished(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith(UNFINISHED));
  for (const folder of left.map((name) => path.join(dataDir, name))) {
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > 10 * 60_000) await rm(folder, { recursive: true, force: true });
  }
}

async function checkOwner(home: string): Promise<void> {
  const { uid } = await stat(home);
  const me = process.getuid?.() ?? uid;
  if (me !== 0 && uid !== me) {
    throw new OperatorError(
      `${home} belongs to another user (number ${uid}): run pubatlas as that user, run "chown -R ${getUserName()} ${home}", ` +
        `or set DATA_DIR to another folder.`,
    );
  }
}

/**
 * The major version of PostgreSQL that created a database.
 * @returns null if there is no database yet
 * @throws OperatorError if the folder is not a database, or belongs to another user
 */
export async function findMajor(home: string): Promise<number | null> {
  if (!(await stat(home).catch(() => null))) return null;
  await checkOwner(home);
  const text = await readFile(path.join(home, 'cluster', 'PG_VERSION'), 'utf8').catch(() => '');
  const major = Number.parseInt(text);
  if (Number.isNaN(major))
    throw new OperatorError(`${home} is not a database of pubatlas; ${printRemedy(home)}.`);
  return major;
}

/** Changes the owner of all files in `home` to the server's user. Usually they belong to that user already. */
async function changeOwner(home: string, user: ServerUser): Promise<void> {
  const { uid } = await stat(path.join(home, 'cluster'));
  if (uid === user.uid && (await stat(home)).uid === user.uid) return;
  for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
    await lchown(path.join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  await chown(home, user.uid, user.gid);
}

function toServerPath(data: string, user: ServerUser | null): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : data;
}

function printRemedy(home: string): string {
  return `move ${home} away (you then have to import the catalogue again), or set DATA_DIR to another folder`;
}

/** The error for a failed write to the data folder. */
export function cannotWrite(dataDir: string, error: NodeJS.ErrnoException): OperatorError {
  const reason =
    error.code === 'ENOTDIR' || error.code === 'EEXIST'
      ? 'is not a folder'
      : `can't be written by user ${getUserName()} (${error.message})`;
  return new OperatorError(`DATA_DIR ${dataDir} ${reason}; set DATA_DIR to a folder that can be written.`);
}

function getUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.()); // a uid without a name, as in containers
  }
}

/** The last lines of a program's output, which contain the reason of a failure. */
export function takeLastLines(text: string, count = 6): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
