import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import type { Db } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { isAddress } from '../import/fetch/fetch.ts';
import { importFiles } from '../import/import.ts';
import { reportText } from '../import/report.ts';
import { projectFolder } from '../project.ts';
import { type Config, isStartedByNpm } from '../server/config.ts';
import { startServer } from '../server/server.ts';
import { openConfigured } from './database.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { bringUpToDate } from './migrate.ts';
import { announceWait } from './notices.ts';
import { openBrowser } from './open.ts';
import { showFetched } from './progress.ts';
import { withSpooled } from './spool.ts';

const EXAMPLE =
  '{ publications(filter: { countries: { anyOf: ["NG"] } }) { totalCount nodes { title year } } }';

/** `pubatlas start` */
export function startCommand(config: () => Config): Command {
  return new Command('start')
    .description(
      'Migrate the database, import the sample listing into an empty catalogue, and serve the API. "pubatlas FILE" is "pubatlas start --open FILE".',
    )
    .argument(
      '[file...]',
      'files to import first, in the formats and with the defaults of "pubatlas import"; "-" is standard input.',
    )
    .option('--open', 'open the explorer in a browser')
    .action((files: string[], options: { open?: boolean }) => start(config(), files, options));
}

async function start(config: Config, files: string[], { open = false }): Promise<void> {
  // Before the database is created, which takes seconds.
  const missing = files.find((file) => file !== '-' && !isAddress(file) && !existsSync(file));
  if (missing !== undefined) throw new OperatorError(`There is no file ${missing}.`);
  const { db, readUrl, close } = await openConfigured(config, { share: false });
  try {
    await bringUpToDate(db);
    await (files.length > 0 ? importFilesOfCommand(db, files) : importShipped(db));
    const server = await startServer(config, readUrl);
    const page = new URL('/', server.url).href;
    const hasPage = config.playground && !config.trustedDocumentsOnly;
    console.log(
      `\npubatlas listens at ${server.url}\n\n${hasPage ? `Open ${page} in a browser, or try` : 'Try'}:\n\n${printExample(server.url)}\n`,
    );
    if (open && hasPage) await openBrowser(page);
    else if (open)
      console.error('There is no explorer to open: PLAYGROUND is false, or TRUSTED_DOCUMENTS_ONLY is true.');
    const isUrgent = await waitForEnd();
    await server.stop(isUrgent);
  } finally {
    await close();
  }
}

/** The process that started this one. It may end before the server listens. */
const parent = process.ppid;

/** Milliseconds between checks whether npm is still running. */
const PARENT_CHECK_INTERVAL = 250;

/**
 * Waits for Ctrl-C, SIGTERM, the end of the terminal (SIGHUP) or of npm. npm sends SIGTERM to the shell that started
 * this process, and not every shell passes it on.
 * @returns whether the shutdown is urgent: true for a terminal's signals, because a person waits or has left; false for
 *   the others, because a load balancer may still send requests
 */
function waitForEnd(): Promise<boolean> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGHUP'] as const) process.once(name, () => resolve(true));
    process.once('SIGTERM', () => resolve(false));
    if (!isStartedByNpm()) return;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve(false);
    }, PARENT_CHECK_INTERVAL);
    watch.unref();
  });
}

function printExample(url: string): string {
  return `  curl ${url} -H 'content-type: application/json' \\\n    -d '${JSON.stringify({ query: EXAMPLE })}'`;
}

/**
 * Imports the files of the command line.
 * @throws OperatorError if none of them contains a record
 */
async function importFilesOfCommand(db: Db, files: string[]): Promise<void> {
  const fetching = { interval: 1000, ...showFetched(process.stderr) };
  const report = await abortOnInterrupt('Interrupted: nothing was imported.', (signal) =>
    withSpooled(files, { ...fetching, signal }, (inputs) =>
      importFiles(db, inputs, { heading: 'topic', signal, onWait: announceWait }),
    ),
  );
  console.log(reportText(report, { isDryRun: false }));
  if (report.records === 0)
    throw new OperatorError(
      `No record could be read in ${files.join(', ')}; "pubatlas import --help" lists the formats.`,
    );
}

/** Imports the sample listings, unless an import has ever run. */
export async function importShipped(db: Db): Promise<void> {
  const run = await db.selectFrom('import_run').select('id').limit(1).executeTakeFirst();
  if (run) return;
  const folder = path.join(projectFolder, 'data', 'listings');
  const files = (await readdir(folder)).sort().map((file) => path.join(folder, file));
  const report = await importFiles(db, files, { heading: 'topic' });
  console.log(reportText(report, { isDryRun: false }));
}
