import { Command } from 'commander';
import { reindex } from '../import/reindex.ts';
import type { Config } from '../server/config.ts';
import { printCount } from '../text/counted.ts';
import { withCatalogue } from './catalogue.ts';

/** `pubatlas reindex` */
export function reindexCommand(config: () => Config): Command {
  return new Command('reindex')
    .description(
      'Rebuild the search documents of all publications in one transaction, for example after an upgrade of PostgreSQL.',
    )
    .action(() =>
      withCatalogue(config(), async (db) => {
        const { publications, changed } = await reindex(db, 'all');
        console.log(
          `Rebuilt the search documents of ${printCount(publications, 'publication')}; ${changed.toLocaleString('en')} changed.`,
        );
      }),
    );
}
