import { Command } from 'commander';
import { reindex } from '../import/reindex.ts';
import type { Config } from '../server/config.ts';
import { counted } from '../text/counted.ts';
import { withDatabase } from './database.ts';
import { demandMigrated } from './migrate.ts';

/** `pubatlas reindex` */
export function reindexCommand(config: () => Config): Command {
  return new Command('reindex')
    .description(
      'Make what is searched of every publication anew, as after an upgrade of PostgreSQL: whole or not at all.',
    )
    .action(() =>
      withDatabase(config(), async (db) => {
        await demandMigrated(db);
        const { publications, changed } = await reindex(db, 'all');
        console.log(
          `Made anew what is searched of ${counted(publications, 'publication')}; ${changed.toLocaleString('en')} differed.`,
        );
      }),
    );
}
