import { access, realpath } from 'node:fs/promises';
import path from 'node:path';
import { run } from './process.ts';
import type { Programs } from './programs.ts';
import type { ServerUser } from './user.ts';

/** Folders in which packages of PostgreSQL install the programs of a major version. */
function listFolders(major: number): string[] {
  if (process.platform === 'win32') return [`C:\\Program Files\\PostgreSQL\\${major}\\bin`];
  return [
    `/usr/lib/postgresql/${major}/bin`, // Debian, Ubuntu
    `/usr/pgsql-${major}/bin`, // packages of postgresql.org for Red Hat
    `/usr/libexec/postgresql${major}`, // Alpine
    `/opt/homebrew/opt/postgresql@${major}/bin`,
    `/usr/local/opt/postgresql@${major}/bin`,
    `/Applications/Postgres.app/Contents/Versions/${major}/bin`,
    '/usr/local/pgsql/bin', // built from source
    '/usr/local/bin',
    '/usr/bin', // Arch
  ];
}

/** The control file of the extension that migrations create. Some systems package it separately from the server. */
const EXTENSION = 'pg_trgm.control';

/**
 * Finds an installed PostgreSQL of a major version. An installed one gets security fixes, which the npm package does
 * not.
 * @param user the user that runs the server; null for the current user
 * @param folders the folders to search, in this order
 * @returns null if there is none, or if it lacks a program or the extension
 */
export async function findInstalled(
  major: number,
  user: ServerUser | null,
  folders: readonly string[] = listFolders(major),
): Promise<Programs | null> {
  for (const folder of folders) {
    const programs = await readFolder(folder, user);
    if (programs?.version.split('.')[0] === String(major)) return programs;
  }
  return null;
}

async function readFolder(folder: string, user: ServerUser | null): Promise<Programs | null> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [postgres = '', initdb = '', pgCtl = ''] = ['postgres', 'initdb', 'pg_ctl'].map((name) =>
    path.join(folder, `${name}${suffix}`),
  );
  if (!(await Promise.all([postgres, initdb, pgCtl].map(exists))).every(Boolean)) return null;
  const options = { cwd: path.parse(folder).root, user };
  const { ok, output } = await run(postgres, ['--version'], options);
  const version = /\(PostgreSQL\) (\d+\.\d+)/.exec(output)?.[1];
  if (!ok || version === undefined || !(await hasExtension(postgres, version))) return null;
  return { version, initdb, postgres, pgCtl };
}

/** Whether the extension is where packages install it: relative to the programs, or in a system folder. */
async function hasExtension(postgres: string, version: string): Promise<boolean> {
  const bin = path.dirname(await realpath(postgres));
  const [major = ''] = version.split('.');
  const folders = [
    path.join(bin, '../share/extension'),
    path.join(bin, '../share/postgresql/extension'),
    path.join(bin, `../share/postgresql@${major}/extension`),
    `/usr/share/postgresql/${major}/extension`,
    `/usr/share/postgresql${major}/extension`,
    ...(bin === '/usr/bin' ? ['/usr/share/postgresql/extension', '/usr/share/pgsql/extension'] : []),
  ];
  const found = await Promise.all(folders.map((folder) => exists(path.join(folder, EXTENSION))));
  return found.some(Boolean);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
