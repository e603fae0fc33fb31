import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type Reference, loadReference } from '../reference/reference.ts';
import { Indexer } from '../search/document.queries.ts';
import { Bulk } from './bulk.ts';
import { describeFiled } from './descriptions.ts';
import { IdSet } from './id-set.ts';
import { FormerSlugs } from './former-slugs.ts';
import { type NamedIds, noNamedIds } from './named-ids.ts';
import { findPublicationsOfAuthors, removeUnnamed } from './names.ts';
import { Journal } from './journal.ts';
import type { ImportEvent, ImportReport } from './report.ts';
import { Successions } from './successions.ts';
import { Tally, type TalliedRow, writeTally } from './tally.ts';

/** The state of an import run. All files of a command belong to one run. */
export interface Run {
  /** The transaction, whose statements run in the order of their `execute` calls. */
  db: Db;
  reference: Reference;
  /** The timestamp of everything that the run writes; later than that of any earlier run. */
  at: string;
  /** Records what the run does. */
  journal: Journal;
  /** Source records of earlier runs that the files state again. */
  restated: IdSet;
  /** Whether the catalogue had no publication when the run began. */
  isFirst: boolean;
  /** The highest source record id of earlier runs. */
  lastRecordId: number;
  /** Cached ids of authors, topics and categories. */
  names: NamedIds;
  /** Builds search documents. */
  indexer: Indexer;
  /** Finds the successors of authors, topics and categories that lose all publications. */
  successions: Successions;
  /** Collects slugs that publications lose. */
  formerSlugs: FormerSlugs;
  /** Changes of materialized counts that are not written yet. */
  tally: Tally;
  bulk: Bulk;
}

/** Number of changed publications from which the planner's statistics are updated. */
const MANY_CHANGES = 1000;

/** Begins a run in an ordered transaction. The caller must hold the import lock. */
export async function beginRun(db: Db, tell?: (event: ImportEvent) => void): Promise<Run> {
  const { hasAny, ...begun } = await db
    .selectNoFrom((eb) => [
      eb.fn<string>('clock_timestamp').as('at'),
      eb.fn
        .coalesce(
          eb.selectFrom('source_record').select((row) => row.fn.max('id').as('id')),
          eb.lit(0),
        )
        .as('lastRecordId'),
      eb.exists(eb.selectFrom('publication').select('id')).as('hasAny'),
    ])
    .executeTakeFirstOrThrow();
  const isFirst = !hasAny;
  const reference = await loadReference(db);
  return {
    ...begun,
    db,
    isFirst,
    reference,
    indexer: new Indexer(db, reference),
    journal: new Journal(tell),
    restated: new IdSet(),
    names: noNamedIds(),
    successions: new Successions(),
    formerSlugs: new FormerSlugs(),
    tally: new Tally(),
    bulk: new Bulk(db, isFirst),
  };
}

/** Whether a source record is stated by a file of this run. */
export function isStated({ restated, lastRecordId }: Run, recordId: number): boolean {
  return recordId > lastRecordId || restated.has(recordId);
}

/** Adds publications to the tally (1) or subtracts them (-1). Writes the tally when it is large. */
export async function tallyChanged(run: Run, rows: readonly TalliedRow[], change: 1 | -1): Promise<void> {
  run.tally.add(rows, change);
  if (!run.tally.isLarge) return;
  await writeTally(run.db, run.tally);
  run.tally = new Tally();
}

/** Completes a run: removes unused names, writes counts, search documents and the run's row. @returns the report */
export async function finishRun(run: Run): Promise<ImportReport> {
  const { db, journal } = run;
  await run.bulk.end();
  await run.formerSlugs.write(db);
  await removeUnnamed(db, run.successions);
  await writeTally(db, run.tally);
  const describedCount = await describeFiled(db);
  const renamed = await findPublicationsOfAuthors(db, [...run.names.renamedAuthors]);
  await run.indexer.forget(renamed);
  await run.indexer.refresh(renamed);
  await run.indexer.finish();
  const report = journal.finish();
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
  if (journal.changedCount >= MANY_CHANGES) {
    await sortIntoIndexes(db);
    await sql`analyze`.execute(db);
  }
  return report;
}

/**
 * Moves new entries of GIN indexes from the pending list, which every search scans, into the main index. Only an
 * index's owner can do this; for other roles, a later vacuum does it.
 */
async function sortIntoIndexes(db: Db): Promise<void> {
  await sql`
    select gin_clean_pending_list(i.oid) from pg_class i join pg_am am on am.oid = i.relam and am.amname = 'gin'
      join pg_index x on x.indexrelid = i.oid
    where x.indrelid = 'publication'::regclass and pg_has_role(i.relowner, 'usage')`.execute(db);
}
