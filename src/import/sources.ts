import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { OperatorError } from '../db/operator.error.ts';
import { stateDescriptions } from './descriptions.ts';
import { reconcile } from './reconcile.ts';
import type { PublicationRecord } from './record.ts';
import { type Run, isStated } from './run.ts';
import type { Source } from './stated.ts';

/** The state of a source while it is being read. */
export interface Reading {
  sourceId: number;
  /** Whether it was not stored before this run. */
  isNew: boolean;
  file: string;
  /** Number of its records before this run. */
  formerCount: number;
  /** Number of these records that the source states again, and number of those replaced by other records. */
  restatedCount: number;
  replacedCount: number;
}

/**
 * Finds or creates a source by file name and heading, even if the file moved to another folder. Updates the kind of the
 * heading, because an earlier import may have been given the wrong one.
 */
export async function beginSource(db: Db, source: Source): Promise<Reading> {
  const known = await findSource(db, source);
  const begun = { file: source.file, formerCount: 0, restatedCount: 0, replacedCount: 0 };
  if (!known) {
    const row = {
      format: source.format,
      heading: source.heading,
      file: source.file,
      heading_kind: source.headingKind,
    };
    const { id } = await db.insertInto('source').values(row).returning('id').executeTakeFirstOrThrow();
    return { ...begun, sourceId: id, isNew: true };
  }
  const { id, heading_kind } = known;
  if (heading_kind !== source.headingKind)
    await db.updateTable('source').set({ heading_kind: source.headingKind }).where('id', '=', id).execute();
  const { count } = await db
    .selectFrom('source_record')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('source_id', '=', id)
    .executeTakeFirstOrThrow();
  return { ...begun, sourceId: id, isNew: false, formerCount: count };
}

/** The stored source of a file; undefined if the file was never read. */
async function findSource(db: Db, source: Source): Promise<{ id: number; heading_kind: string } | undefined> {
  const names = source.path === null ? [source.file] : namesOf(source.file, source.path);
  const key = { format: source.format, heading: source.heading };
  return db
    .selectFrom('source')
    .select(['id', 'heading_kind'])
    .where((eb) => eb.and(key))
    .where('file', 'in', names)
    .orderBy((eb) => eb.fn('length', ['file']), 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The names under which a file may be stored: its name with zero or more of its folders. */
function namesOf(file: string, at: string): string[] {
  const folders = path.resolve(at).split(path.sep);
  const shortest = file.split('/').length;
  return folders.map((_, i) => folders.slice(i).join('/')).slice(0, folders.length - shortest + 1);
}

/** Number of records that are reconciled together. */
const BATCH_SIZE = 2000;

/**
 * Handles records that the source no longer states. If the source still states their publication, they are deleted. The
 * others are kept, because a page may show only a part of a site; `prune` deletes them.
 * @param deleted identifiers of records that the source reports as deleted
 */
export async function finishSource(
  reading: Reading,
  { prune, deleted }: { prune: boolean; deleted: ReadonlySet<string> },
  run: Run,
): Promise<void> {
  const left = () => reading.formerCount - reading.restatedCount - reading.replacedCount;
  if (left() === 0) return;
  for (const records of inBatches(await findUnstated(reading, run))) {
    const publicationIds = [...new Set(records.map(({ publicationId }) => publicationId))];
    const isRemoved = ({ identifiers }: (typeof records)[number]) =>
      prune || (identifiers ?? []).some(({ scheme, value }) => scheme === 'OTHER' && deleted.has(value));
    const removed = new Set(records.filter(isRemoved).map(({ id }) => id));
    await reconcile({ reading, publicationIds, removed, seen: 'all, in parts' }, run);
  }
  run.journal.report.absent += left();
  if (left() === 0) return;
  for (const { line, slug } of await findUnstated(reading, run))
    run.journal.tell({
      event: 'vanished',
      file: reading.file,
      line,
      publication: slug,
      reason: 'stated when the file was last read; kept',
    });
}

/** The source's records of earlier runs that this run's file doesn't state. */
async function findUnstated({ sourceId }: Reading, run: Run) {
  const rows = await run.db
    .selectFrom('source_record as r')
    .innerJoin('publication as p', 'p.id', 'r.publication_id')
    .select(['r.id', 'r.publication_id as publicationId', 'r.first_line as line', 'p.slug'])
    .select(sql<PublicationRecord['identifiers'] | null>`r.said -> 'identifiers'`.as('identifiers'))
    .where('r.source_id', '=', sourceId)
    .where('r.id', '<=', run.lastRecordId)
    .orderBy('r.id')
    .execute();
  return rows.filter(({ id }) => !isStated(run, id));
}

function* inBatches<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += BATCH_SIZE) yield items.slice(from, from + BATCH_SIZE);
}

/** Deletes a source that has no records, and its descriptions. */
export async function forgetSource(id: number, { db }: Run): Promise<void> {
  await stateDescriptions(db, id, []);
  await db.deleteFrom('source').where('id', '=', id).execute();
}

/** A source in the list for operators. */
export interface ListedSource {
  id: number;
  file: string;
  format: string;
  heading: string;
  records: number;
  /** Number of publications that no other source states. */
  only: number;
}

/** Lists all sources by file and heading. */
export async function listSources(db: Db): Promise<ListedSource[]> {
  const counted = db
    .selectFrom('source_record as r')
    .select((eb) => [
      'r.source_id',
      eb.fn.countAll<number>().as('records'),
      eb.fn
        .count<number>('r.publication_id')
        .distinct()
        .filterWhere((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('source_record as o')
                .select('o.id')
                .whereRef('o.publication_id', '=', 'r.publication_id')
                .whereRef('o.source_id', '<>', 'r.source_id'),
            ),
          ),
        )
        .as('only'),
    ])
    .groupBy('r.source_id');
  const rows = await db
    .selectFrom('source as s')
    .leftJoin(counted.as('c'), 'c.source_id', 's.id')
    .select(['s.id', 's.file', 's.format', 's.heading', 'c.records', 'c.only'])
    .orderBy('s.file')
    .orderBy('s.heading')
    .execute();
  return rows.map(({ records, only, ...source }) => ({ ...source, records: records ?? 0, only: only ?? 0 }));
}

/** The sources of a file, named as in `listSources`. @throws OperatorError if there is none */
export async function findSources(db: Db, file: string) {
  const sources = await db
    .selectFrom('source')
    .select(['id', 'file', 'format', 'heading'])
    .where('file', '=', file)
    .orderBy('id')
    .execute();
  if (sources.length === 0)
    throw new OperatorError(`There is no source ${file}; "pubatlas sources" lists all sources.`);
  return sources;
}

/** Deletes sources with all their records. */
export async function withdrawSources(ids: readonly number[], run: Run): Promise<void> {
  const sources = await run.db
    .selectFrom('source')
    .select(['id', 'file'])
    .where('id', 'in', [...ids])
    .execute();
  for (const { id, file } of sources) {
    const records = await run.db
      .selectFrom('source_record as r')
      .innerJoin('publication as p', 'p.id', 'r.publication_id')
      .select(['r.id', 'r.publication_id as publicationId', 'r.first_line as line', 'p.slug'])
      .where('r.source_id', '=', id)
      .orderBy('r.id')
      .execute();
    for (const some of inBatches(records)) {
      const publicationIds = [...new Set(some.map(({ publicationId }) => publicationId))];
      const removed = new Set(some.map((record) => record.id));
      await reconcile({ reading: null, publicationIds, removed, seen: 'a part' }, run);
      for (const { line, slug } of some)
        run.journal.tell({ event: 'withdrawn', file, line, publication: slug });
    }
    run.journal.report.withdrawn += records.length;
    await forgetSource(id, run);
  }
}

/**
 * Lets a file replace a source that has another name. Publications that both state keep their ids.
 * @param former the name of the source, as in `listSources`
 */
export async function replaceSource(former: string, source: Source, run: Run): Promise<void> {
  const { db } = run;
  const sources = await findSources(db, former);
  const isAlike = ({ format, heading }: { format: string; heading: string }) =>
    format === source.format && heading === source.heading;
  const known = sources.find(isAlike) ?? sources[0];
  if (known === undefined) return;
  const others = sources.filter(({ id }) => id !== known.id);
  const current = await findSource(db, source);
  if (current?.id === known.id) return;
  // If the new name is a stored source already, its records stay, and the former source is withdrawn.
  const withdrawn = current === undefined ? others : [known, ...others];
  if (current === undefined)
    await db
      .updateTable('source')
      .set({ file: source.file, format: source.format, heading: source.heading })
      .where('id', '=', known.id)
      .execute();
  if (withdrawn.length > 0)
    await withdrawSources(
      withdrawn.map(({ id }) => id),
      run,
    );
}
