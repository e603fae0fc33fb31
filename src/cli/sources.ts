import { Command } from 'commander';
import { listSources } from '../import/sources.ts';
import type { Config } from '../server/config.ts';
import { withCatalogue } from './catalogue.ts';

/** `pubatlas sources` */
export function sourcesCommand(config: () => Config): Command {
  return new Command('sources')
    .description(
      'List the imported files: number of records, number of publications that only this file has, heading.',
    )
    .action(() =>
      withCatalogue(config(), async (db) => {
        const sources = await listSources(db);
        if (sources.length === 0) console.log('Nothing was imported yet.');
        else console.log(`${'records'.padStart(9)} ${'only here'.padStart(10)}  source`);
        for (const { file, heading, records, only } of sources) {
          const under = heading === '' ? '' : `  (${heading})`;
          console.log(
            `${records.toLocaleString('en').padStart(9)} ${only.toLocaleString('en').padStart(10)}  ${file}${under}`,
          );
        }
      }),
    );
}
