import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { loadDuckDb } from '../../counts/columns.ts';
import { findMajor, toHome } from '../../embedded/cluster.ts';
import { choosePrograms } from '../../embedded/programs.ts';
import { findServerUser } from '../../embedded/user.ts';
import { oldestNode } from '../../project.ts';
import type { Config } from '../../server/config.ts';
import { buildFolder } from '../../server/explorer.ts';
import { describeFailure } from '../failure.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

/** @param version the version of Node, such as 20.19.0 */
export function checkNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  return isOld
    ? problem('Node', `${version} is too old; install Node ${oldestNode} or newer`)
    : fine('Node', version);
}

/** Milliseconds to wait for an answer from a server at the configured port. */
const PROBE_TIMEOUT = 2000;

/** Checks whether the port is free, or whether pubatlas itself is using it. */
export async function checkPort({ port, host }: Pick<Config, 'port' | 'host'>): Promise<Finding> {
  if (port === 0) return fine('port', 'any free port');
  const server = createServer().listen({ port, host });
  try {
    await once(server, 'listening');
    return fine('port', `${port} of ${host} is free`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      return (await isAnswered(port, host))
        ? fine('port', `pubatlas answers on ${port} of ${host} already`)
        : problem('port', `another program uses ${port} of ${host}; stop it, or set PORT to another port`);
    if (code === 'EACCES')
      return problem('port', `this user may not listen on ${port}; set PORT to 1024 or higher`);
    return problem(
      'port',
      `${host} is no address of this machine (${code}); set HOST to localhost, 0.0.0.0 or one of its addresses`,
    );
  } finally {
    server.close();
  }
}

async function isAnswered(port: number, host: string): Promise<boolean> {
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${name}:${port}/health/live`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT),
    });
    return ((await answer.json()) as { status?: string }).status === 'ok';
  } catch {
    return false;
  }
}

/** Checks whether the bundled PostgreSQL can write its data. */
export async function checkDataFolder({ dataDir }: Pick<Config, 'dataDir'>): Promise<Finding[]> {
  const existing = await findExisting(dataDir);
  const isFolder = (await stat(existing)).isDirectory();
  const isWritable = await access(existing, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isFolder || !isWritable)
    return [
      problem(
        'data folder',
        `DATA_DIR is ${dataDir}, but ${existing} ${isFolder ? "can't be written by this user" : 'is not a folder'}; set DATA_DIR to a folder that can be written`,
      ),
    ];
  const { bavail, bsize } = await statfs(existing);
  return [fine('data folder', dataDir), checkSpace(bavail * bsize)];
}

/** Returns the folder, or its nearest ancestor that exists. */
async function findExisting(folder: string): Promise<string> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  );
  return exists ? folder : findExisting(path.dirname(folder));
}

const GIGABYTE = 1e9;

/** @param free free bytes on the disk of the data folder */
export function checkSpace(free: number): Finding {
  const text = `${(free / GIGABYTE).toFixed(1)} GB are free`;
  if (free < 0.2 * GIGABYTE)
    return problem('disk', `${text}, too little for an empty database; make room, or move DATA_DIR`);
  if (free < GIGABYTE)
    return warning('disk', `${text}; a catalogue takes about 8 GB per million publications`);
  return fine('disk', text);
}

/** Checks whether the bundled PostgreSQL programs run on this machine. */
export async function checkBundledPostgres({ dataDir }: Pick<Config, 'dataDir'>): Promise<Finding> {
  try {
    const home = toHome(dataDir);
    const user = await findServerUser(home);
    const { version } = await choosePrograms(await findMajor(home), home, user, () => undefined);
    return fine('bundled PostgreSQL', version);
  } catch (error) {
    return problem('bundled PostgreSQL', describeFailure(error, false));
  }
}

/** @param load loads DuckDB; replaced in tests */
export async function checkDuckDb(
  { countsMemory }: Pick<Config, 'countsMemory'>,
  load: () => Promise<unknown> = loadDuckDb,
): Promise<Finding> {
  if (countsMemory === 0) return fine('DuckDB', 'not used: COUNTS_MEMORY is 0');
  return (await load()) === null
    ? warning(
        'DuckDB',
        'there is no binary for this platform, so facets and statistics are slower; install the optional packages, or set COUNTS_MEMORY to 0',
      )
    : fine('DuckDB', 'loaded');
}

/** @param folder the folder of the built explorer */
export function checkExplorer(
  { playground }: Pick<Config, 'playground'>,
  folder: string = buildFolder,
): Finding {
  if (!playground) return fine('explorer', 'not served: PLAYGROUND is false');
  return existsSync(path.join(folder, 'index.html'))
    ? fine('explorer', 'built')
    : warning('explorer', 'not built; run "npm run build:explorer"');
}
