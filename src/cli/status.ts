import { Command } from 'commander';
import { countUnresolved, findCatalogueSize, findLastImport } from '../catalogue/catalogue.queries.ts';
import { MEMBERSHIPS, MEMBERSHIP_KINDS } from '../publication/memberships.ts';
import type { Config } from '../server/config.ts';
import { withCatalogue } from './catalogue.ts';

/** `pubatlas status` */
export function statusCommand(config: () => Config): Command {
  return new Command('status')
    .description('Print the size of the catalogue and the time of the last import.')
    .action(() =>
      withCatalogue(config(), async (db) => {
        const size = await findCatalogueSize(db);
        const lastImport = await findLastImport(db);
        const unresolved = await countUnresolved(db);
        const lines: [string, string | number][] = [
          ['publications', size.publicationCount],
          ['years', size.years ? `${size.years.from} to ${size.years.to}` : 'none'],
          ...MEMBERSHIP_KINDS.map((kind): [string, number] => [
            MEMBERSHIPS[kind].plural,
            size[`${kind}Count`],
          ]),
          ['unresolved', unresolved.map(({ field, count }) => `${count} ${field}`).join(', ') || 'none'],
          ['last import', lastImport ? new Date(lastImport.finishedAt).toISOString() : 'none'],
        ];
        for (const [name, value] of lines) console.log(`${name.padEnd(13)} ${value}`);
      }),
    );
}
