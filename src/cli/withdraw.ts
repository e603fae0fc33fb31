import { Command } from 'commander';
import { withdrawFile } from '../import/import.ts';
import { reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { withDatabase } from './database.ts';
import { checkMigrated } from './migrate.ts';
import { openReport } from './report-file.ts';

/** `pubatlas withdraw SOURCE` */
export function withdrawCommand(config: () => Config): Command {
  return new Command('withdraw')
    .description('Remove the records of a file, and the publications that no other file has.')
    .argument('<source>', 'The file, as "pubatlas sources" lists it.')
    .option('--dry-run', 'report what would change, and write nothing')
    .option('--report <file>', 'write every event to a file, one JSON object per line')
    .action((source: string, { dryRun = false, report }: { dryRun?: boolean; report?: string }) =>
      withDatabase(config(), async (db) => {
        await checkMigrated(db);
        const events = openReport(report);
        try {
          const withdrawn = await withdrawFile(db, source, { isDryRun: dryRun, onEvent: events.write });
          console.log(reportText(withdrawn, { isDryRun: dryRun }));
        } finally {
          events.close();
        }
      }),
    );
}
