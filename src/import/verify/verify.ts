import type { Db } from '../../db/database.ts';
import { loadReference } from '../../reference/reference.ts';
import type { Check, Difference } from './check.ts';
import { identities } from './identity.ts';
import { memberships } from './memberships.ts';
import { named } from './named.ts';
import { publications } from './publications.ts';
import { searched } from './searched.ts';
import { sources } from './sources.ts';
import { tally } from './tally.ts';

/**
 * All checks, in the order of derivation: data is checked before the data derived from it. Each table or column that is
 * derived from rows needs a check here.
 */
const CHECKS: readonly Check[] = [
  sources,
  ...identities,
  publications,
  ...memberships,
  ...named,
  tally,
  ...searched,
];

/** The result of one check. */
export interface Checked {
  name: string;
  count: number;
  /** The first differences, at most `MOST_LISTED`. */
  differences: Difference[];
}

/** Maximum number of differences that a check lists; the others are only counted. */
const MOST_LISTED = 20;

/** Derives all derived data again and compares it with the stored data. Uses one read-only snapshot. */
export async function verify(db: Db): Promise<Checked[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const reference = await loadReference(trx);
      const all: Checked[] = [];
      for (const { name, find } of CHECKS) {
        const checked: Checked = { name, count: 0, differences: [] };
        for await (const difference of find(trx, reference)) {
          checked.count++;
          if (checked.differences.length < MOST_LISTED) checked.differences.push(difference);
        }
        all.push(checked);
      }
      return all;
    });
}

/** Formats the results as text, with advice on what to do. */
export function verifyText(checked: readonly Checked[]): string {
  return [
    ...checked.flatMap(({ name, count, differences }) => [
      `${name.padEnd(30)} ${count === 0 ? 'as derived' : `${count} differ`}`,
      ...differences.map(
        ({ row, what, stored, derived }) => `  ${row}, ${what}: stored ${stored}, derived ${derived}`,
      ),
      ...(count > differences.length ? [`  … and ${count - differences.length} more`] : []),
    ]),
    '',
    advice(checked.filter(({ count }) => count > 0)),
  ].join('\n');
}

/** Search data can be rebuilt alone. Other differences must be repaired first, because search data depends on them. */
function advice(differing: readonly Checked[]): string {
  if (differing.length === 0) return 'Everything is as derived.';
  const total = differing.reduce((sum, { count }) => sum + count, 0);
  const isOfSearch = differing.every(({ name }) => searched.some((check) => check.name === name));
  return isOfSearch
    ? `${total} differ, all in what is searched: run "pubatlas reindex".`
    : `${total} differ. Importing the files again does not repair them: restore a backup, or import into an empty database.`;
}
