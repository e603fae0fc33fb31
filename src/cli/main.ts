#!/usr/bin/env node
import { Command } from 'commander';
import { version } from '../project.ts';
import { readConfig } from '../server/config.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { documentsCommand } from './documents.ts';
import { describeFailure } from './failure.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { reindexCommand } from './reindex.ts';
import { schemaCommand } from './schema.ts';
import { startCommand } from './start.ts';
import { sourcesCommand } from './sources.ts';
import { statusCommand } from './status.ts';
import { verifyCommand } from './verify.ts';
import { withdrawCommand } from './withdraw.ts';

const program = new Command('pubatlas')
  .description('A GraphQL API over a catalogue of publications, by country, region, author and topic.')
  .version(version)
  .showHelpAfterError('(pubatlas --help tells more)')
  .addHelpText(
    'after',
    `
Environment:
  DATABASE_URL  a PostgreSQL 14 or newer; without it pubatlas runs one of its own in DATA_DIR
  DATA_DIR      where that keeps its data (.data)
  PORT, HOST    where the API is served (4000, localhost)
  LOG_LEVEL     how much is logged (info)

Exit codes: 0 done, 1 failed, nothing read (import) or differing (verify), 2 done, but nothing was read of some file, or with
  records refused or values unresolved (import --strict).`,
  );

for (const command of [
  ...[startCommand, migrateCommand, importCommand, verifyCommand, reindexCommand, statusCommand],
  ...[
    sourcesCommand,
    withdrawCommand,
    backupCommand,
    restoreCommand,
    documentsCommand,
    schemaCommand,
    exportCommand,
  ],
])
  program.addCommand(command(() => readConfig()));

function fail(error: unknown): void {
  console.error(`pubatlas: ${describeFailure(error, isVerbose())}`);
  process.exitCode = 1;
}

/** Whether LOG_LEVEL asks for details; an invalid configuration does not. */
function isVerbose(): boolean {
  try {
    return ['debug', 'trace'].includes(readConfig().logLevel);
  } catch {
    return false;
  }
}

// "pubatlas status | head -1" closes the pipe early. The command goes on to its end, as it would without a reader.
for (const output of [process.stdout, process.stderr])
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.once(event, (error: unknown) => {
    fail(error);
    process.exit();
  });

try {
  await program.parseAsync();
} catch (error) {
  fail(error);
}
