import { Command } from 'commander';
import { withdrawFile } from '../import/import.ts';
import { reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { withDatabase } from './database.ts';
import { demandMigrated } from './migrate.ts';
import { openReport } from './report-file.ts';

/** `pubatlas withdraw SOURCE` */
export function withdrawCommand(config: () => Config): Command {
  return new Command('withdraw')
    .description('Take back all that a file stated; publications that no other file states are removed.')
    .argument('<source>', 'the file, as "pubatlas sources" names it')
    .option('--dry-run', 'report what would be done, and do nothing')
    .option('--report <file>', 'write everything that is done to a file, one JSON object a line')
    .action((source: string, { dryRun = false, report }: { dryRun?: boolean; report?: string }) =>
      withDatabase(config(), async (db) => {
        await demandMigrated(db);
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
