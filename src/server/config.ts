import type { Limits } from '../graphql/limits.ts';
import { availableParallelism } from 'node:os';
import { getDefaultDataDir } from './data-folder.ts';
import { databaseSettings } from './settings/database.ts';
import { limitSettings, operationLimits } from './settings/limits.ts';
import { serverSettings } from './settings/server.ts';
import { findInvalidVariables } from './variables.ts';

/** Functions that read environment variables, by the names of the values. */
type Settings = Readonly<Record<string, (env: NodeJS.ProcessEnv) => unknown>>;
type SettingValues<Read extends Settings> = { [Name in keyof Read]: ReturnType<Read[Name]> };

/** The configuration of a process, from environment variables. */
export interface Config
  extends
    SettingValues<typeof serverSettings>,
    SettingValues<typeof databaseSettings>,
    SettingValues<typeof limitSettings> {
  /** Limits of one operation. */
  limits: Limits;
  /** Maximum number of heavy statements that run at a time. */
  heavyPoolSize: number;
  /** Maximum number of counts among them. */
  countPoolSize: number;
  /** Absolute path of the data folder of the bundled PostgreSQL. */
  dataDir: string;
}

/**
 * Reads the configuration from the environment.
 * @throws OperatorError for the first invalid variable: its name, its value (unless secret) and what would be valid
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const database = readSettings(databaseSettings, env);
  const heavyPoolSize = database.heavyPoolSize ?? Math.max(1, Math.floor(database.poolSize / 3));
  const countPoolSize = database.countPoolSize ?? Math.max(1, Math.floor(availableParallelism() / 2));
  return {
    ...readSettings(serverSettings, env),
    ...database,
    ...readSettings(limitSettings, env),
    limits: readSettings(operationLimits, env),
    heavyPoolSize,
    countPoolSize: Math.min(countPoolSize, heavyPoolSize),
    dataDir: database.dataDir ?? getDefaultDataDir(env),
  };
}

function readSettings<Read extends Settings>(settings: Read, env: NodeJS.ProcessEnv): SettingValues<Read> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, read]) => [name, read(env)]),
  ) as SettingValues<Read>;
}

/**
 * Reads the configuration and replaces invalid values by the defaults.
 * @returns the configuration, and a message for each invalid variable that says what would be valid
 */
export function readValidConfig(env: NodeJS.ProcessEnv = process.env): {
  config: Config;
  invalid: Map<string, string>;
} {
  const invalid = findInvalidVariables(env);
  const valid = Object.entries(env).filter(([name]) => !invalid.has(name));
  return { config: readConfig(Object.fromEntries(valid)), invalid };
}

/** Whether npm started the process (`npm start` or `npm run`). */
export function isStartedByNpm(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.npm_lifecycle_event !== undefined;
}

// Re-exported because the table is complete only after this module has been loaded.
export { listVariables } from './variables.ts';
