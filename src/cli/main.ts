#!/usr/bin/env node
import { Command } from 'commander';
import { OperatorError } from '../db/operator.error.ts';
import { version } from '../project.ts';
import { readConfig } from '../server/config.ts';
import { documentsCommand } from './documents.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { reindexCommand } from './reindex.ts';
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
  ...[sourcesCommand, withdrawCommand, documentsCommand],
])
  program.addCommand(command(() => readConfig()));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(`pubatlas: ${error.message}`);
  process.exitCode = 1;
}
