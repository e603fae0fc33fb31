import { Command } from 'commander';
import { verify, verifyText } from '../import/verify/verify.ts';
import type { Config } from '../server/config.ts';
import { withCatalogue } from './catalogue.ts';

/** `pubatlas verify` */
export function verifyCommand(config: () => Config): Command {
  return new Command('verify')
    .description(
      'Derive all stored data again from what the sources state, compare, and report differences. Changes nothing.',
    )
    .action(() =>
      withCatalogue(config(), async (db) => {
        const checked = await verify(db);
        console.log(verifyText(checked));
        if (checked.some(({ count }) => count > 0)) process.exitCode = 1;
      }),
    );
}
