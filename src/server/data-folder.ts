import { homedir } from 'node:os';
import path from 'node:path';
import { isInstalled } from '../project.ts';

const NAME = 'pubatlas';

/**
 * The default of DATA_DIR: `.data` in a checkout. An installed package uses the user's folder for the data of applications,
 * so that it finds the same catalogue from every folder.
 * @returns an absolute path
 */
export function getDefaultDataDir(
  env: NodeJS.ProcessEnv,
  { installed = isInstalled, platform = process.platform, home = homedir() } = {},
): string {
  if (!installed) return path.resolve('.data');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', NAME);
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), NAME);
  // https://specifications.freedesktop.org/basedir-spec/: a relative path is to be ignored.
  const { XDG_DATA_HOME: data = '' } = env;
  return path.join(path.isAbsolute(data) ? data : path.join(home, '.local', 'share'), NAME);
}
