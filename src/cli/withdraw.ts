import { Command } from 'commander';
import { withdrawFile } from '../import/import.ts';
import { reportText } from '../import/report.ts';
import type { Config } from '../server/config.ts';
import { withCatalogue } from './catalogue.ts';
import { abortOnInterrupt } from './interrupt.ts';
import { announceStop, announceWait } from './notices.ts';
import { openReport } from './report-file.ts';

interface Options {
  dryRun?: boolean;
  report?: string;
}

const INTERRUPTED = 'Interrupted: nothing was withdrawn, and the catalogue is as it was before.';

/** `pubatlas withdraw SOURCE` */
export function withdrawCommand(config: () => Config): Command {
  return new Command('withdraw')
    .description('Remove the records of a file, and the publications that no other file has.')
    .argument('<source>', 'The file, as "pubatlas sources" lists it.')
    .option('--dry-run', 'report what would change, and write nothing')
    .option('--report <file>', 'write every event to a file, one JSON object per line')
    .action((source: string, options: Options) => runWithdraw(config(), source, options));
}

async function runWithdraw(
  config: Config,
  source: string,
  { dryRun: isDryRun = false, report }: Options,
): Promise<void> {
  await withCatalogue(config, async (db) => {
    const events = openReport(report);
    try {
      const withdrawn = await abortOnInterrupt(
        INTERRUPTED,
        (signal) =>
          withdrawFile(db, source, {
            isDryRun,
            signal,
            onEvent: events.write,
            onLastEvent: events.flush,
            onWait: announceWait,
          }),
        announceStop,
      );
      console.log(reportText(withdrawn, { isDryRun }));
    } finally {
      events.close();
    }
  });
}
