import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { inOrder } from '../db/ordered.ts';
import { type Reference, loadReference } from '../reference/reference.ts';
import { Indexer } from '../search/document.queries.ts';
import { Bulk } from './bulk.ts';
import { describeFiled } from './descriptions.ts';
import { IdSet } from './id-set.ts';
import { FormerSlugs } from './former-slugs.ts';
import { type NamedIds, findPublicationsOfAuthors, noNamedIds, removeUnnamed } from './names.ts';
import { type ImportEvent, type ImportReport, emptyReport } from './report.ts';
import { Successions } from './successions.ts';
import { Tally, type TalliedRow, writeTally } from './tally.ts';

/** What one run of an import knows while it lasts: all its files are read within it. */
export interface Run {
  /** The transaction. */
  db: Db;
  reference: Reference;
  /** When everything that it writes is said to have changed: later than what any run before wrote. */
  at: string;
  report: ImportReport;
  /** Told of everything that the run does. */
  tell: (event: ImportEvent) => void;
  /** The publications that its files state. */
  publications: IdSet;
  /** The publications that it created or updated, and those that it created. */
  changed: IdSet;
  created: IdSet;
  /** The source records of earlier runs that its files state again. */
  restated: IdSet;
  /** Whether the catalogue had no publication when the run began. */
  isFirst: boolean;
  /** The last source record of earlier runs. */
  lastRecordId: number;
  /** The ids of names that were looked up already. */
  names: NamedIds;
  /** What makes the documents that are searched. */
  indexer: Indexer;
  /** What takes the place of names that go. */
  successions: Successions;
  /** The slugs that publications lose. */
  formerSlugs: FormerSlugs;
  /** What changes in the numbers that facets are read off. */
  tally: Tally;
  bulk: Bulk;
}

/** From how many changed publications on the planner's statistics are renewed. */
const MANY_CHANGES = 1000;

/** Begins a run in a transaction that holds the import lock. */
export async function beginRun(trx: Db, tell: (event: ImportEvent) => void = () => undefined): Promise<Run> {
  const db = inOrder(trx);
  const { rows } = await sql<{ at: string; lastRecordId: number; isEmpty: boolean }>`
    select clock_timestamp() as at, coalesce((select max(id) from source_record), 0) as "lastRecordId",
      not exists (select from publication) as "isEmpty"`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without from gave no row.');
  const { isEmpty, ...begun } = row;
  const reference = await loadReference(db);
  return {
    ...begun,
    db,
    isFirst: isEmpty,
    reference,
    indexer: new Indexer(db, reference),
    report: emptyReport(),
    tell,
    publications: new IdSet(),
    changed: new IdSet(),
    created: new IdSet(),
    restated: new IdSet(),
    names: noNamedIds(),
    successions: new Successions(),
    formerSlugs: new FormerSlugs(),
    tally: new Tally(),
    bulk: new Bulk(db, isEmpty),
  };
}

/** Whether a source record is stated by a file of this run. */
export function isStated({ restated, lastRecordId }: Run, recordId: number): boolean {
  return recordId > lastRecordId || restated.has(recordId);
}

/** Counts publications in the tally, or with -1 takes them out. */
export async function tallyChanged(run: Run, rows: readonly TalliedRow[], change: 1 | -1): Promise<void> {
  run.tally.add(rows, change);
  if (!run.tally.isLarge) return;
  await writeTally(run.db, run.tally);
  run.tally = new Tally();
}

/** Removes what nothing names any more, completes the report, and notes that the run happened. */
export async function finishRun(run: Run): Promise<void> {
  const { db, report } = run;
  await run.bulk.end();
  await run.formerSlugs.write(db);
  await removeUnnamed(db, run.successions);
  await writeTally(db, run.tally);
  const describedCount = await describeFiled(db);
  const renamed = await findPublicationsOfAuthors(db, [...run.names.renamedAuthors]);
  await run.indexer.forget(renamed);
  await run.indexer.refresh(renamed);
  await run.indexer.finish();
  report.unchanged = run.publications.size - run.publications.countShared(run.changed);
  await db
    .insertInto('import_run')
    .values({
      started_at: run.at,
      finished_at: sql`clock_timestamp()`,
      created_count: report.created,
      updated_count: report.updated,
      unchanged_count: report.unchanged,
      refused_count: report.refusedCount,
      has_changes: report.created + report.updated + describedCount > 0,
    })
    .execute();
  if (run.changed.size >= MANY_CHANGES) {
    await sortIntoIndexes(db);
    await sql`analyze`.execute(db);
  }
}

/**
 * Sorts what was written into the GIN indexes: until then it lies beside them in a list that every search reads through.
 * Only their owner may; where that is another, a vacuum does it some time.
 */
async function sortIntoIndexes(db: Db): Promise<void> {
  await sql`
    select gin_clean_pending_list(i.oid) from pg_class i join pg_am am on am.oid = i.relam and am.amname = 'gin'
      join pg_index x on x.indexrelid = i.oid
    where x.indrelid = 'publication'::regclass and pg_has_role(i.relowner, 'usage')`.execute(db);
}
