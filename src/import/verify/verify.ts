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
 * Everything that is derived, in the order in which it is: what a later one is derived from is checked by an earlier. A
 * table or column that is derived from rows has its check here.
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

/** What one check found. */
export interface Checked {
  name: string;
  count: number;
  /** The first of the differences. */
  differences: Difference[];
}

/** How many differences of a check are listed one by one; the rest is counted. */
const MOST_LISTED = 20;

/** Derives everything that is derived anew, and compares. Sees the catalogue as of one moment; changes nothing. */
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

/** The findings as a person reads them, line by line, and what to do about them. */
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

/** What is searched can be made anew by itself; of what it is derived from a mistake is to be repaired first. */
function advice(differing: readonly Checked[]): string {
  if (differing.length === 0) return 'Everything is as derived.';
  const total = differing.reduce((sum, { count }) => sum + count, 0);
  const isOfSearch = differing.every(({ name }) => searched.some((check) => check.name === name));
  return isOfSearch
    ? `${total} differ, all in what is searched: run "pubatlas reindex".`
    : `${total} differ. Importing the files again does not repair them: restore a backup, or import into an empty database.`;
}
