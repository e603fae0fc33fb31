import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { completeArguments, createProgram } from '../../src/cli/program.ts';
import { OperatorError } from '../../src/db/operator.error.ts';
import { projectFolder } from '../../src/project.ts';
import { readConfig } from '../../src/server/config.ts';
import { getDefaultDataDir } from '../../src/server/data-folder.ts';

describe('the arguments of pubatlas', () => {
  const program = createProgram(() => readConfig({}));
  const listing = path.join(projectFolder, 'data', 'listings', 'capacity-building.txt');
  it.each([
    ['a file', [listing, '--help'], ['start', '--open', listing, '--help']],
    ['a file that is missing', ['missing.bib'], ['start', '--open', 'missing.bib']],
    ['a command', ['import', listing], ['import', listing]],
    ['help', ['help'], ['help']],
    ['a misspelt command', ['imprt'], ['imprt']],
    ['an option', ['--version'], ['--version']],
    ['nothing', [], []],
  ])('may begin with %s', (_, args, expected) => {
    expect(completeArguments(program, args)).toEqual(expected);
  });
});

describe('pubatlas start with a file that is missing', () => {
  it('says so before it makes a database', async () => {
    const dataDir = path.join(tmpdir(), 'pubatlas-no-database');
    const program = createProgram(() => readConfig({ DATA_DIR: dataDir }));
    await expect(program.parseAsync(['start', 'missing.bib'], { from: 'user' })).rejects.toThrow(
      new OperatorError('There is no file missing.bib.'),
    );
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('a command that needs a catalogue', () => {
  it.each([
    ['sources'],
    ['status'],
    ['verify'],
    ['reindex'],
    ['export'],
    ['backup', 'catalogue.gz'],
    ['migrate', 'status'],
    ['migrate', 'down'],
    ['withdraw', 'page.txt'],
    ['withdraw', '--dry-run', 'page.txt'],
  ])('says that there is none, and creates no database: %s', async (...args) => {
    const dataDir = path.join(tmpdir(), 'pubatlas-no-catalogue');
    const program = createProgram(() => readConfig({ DATA_DIR: dataDir }));
    await expect(program.parseAsync(args, { from: 'user' })).rejects.toThrow(
      new OperatorError(
        `There is no catalogue in DATA_DIR ${dataDir}; "pubatlas import FILE" creates one. If yours is elsewhere, set DATA_DIR or DATABASE_URL.`,
      ),
    );
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('pubatlas restore of a file that is missing', () => {
  it('says so before it makes a database', async () => {
    const dataDir = path.join(tmpdir(), 'pubatlas-no-restored');
    const program = createProgram(() => readConfig({ DATA_DIR: dataDir }));
    await expect(program.parseAsync(['restore', 'missing.gz'], { from: 'user' })).rejects.toThrow(
      new OperatorError('There is no file missing.gz.'),
    );
    expect(existsSync(dataDir)).toBe(false);
  });
});

describe('the default of DATA_DIR', () => {
  const installed = { installed: true, home: '/home/ada' };
  it.each([
    ['a checkout', { installed: false }, {}, path.resolve('.data')],
    ['Linux', { ...installed, platform: 'linux' }, {}, '/home/ada/.local/share/pubatlas'],
    [
      'Linux with XDG_DATA_HOME',
      { ...installed, platform: 'linux' },
      { XDG_DATA_HOME: '/data' },
      '/data/pubatlas',
    ],
    [
      'Linux with a relative XDG_DATA_HOME',
      { ...installed, platform: 'linux' },
      { XDG_DATA_HOME: 'data' },
      '/home/ada/.local/share/pubatlas',
    ],
    ['macOS', { ...installed, platform: 'darwin' }, {}, '/home/ada/Library/Application Support/pubatlas'],
    ['Windows', { ...installed, platform: 'win32' }, { LOCALAPPDATA: '/local' }, '/local/pubatlas'],
  ] as const)('in %s', (_, options, env, expected) => {
    expect(getDefaultDataDir(env, options)).toBe(expected);
  });
});
