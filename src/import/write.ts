import { sql } from 'kysely';
import { type CopyValue, copyInto } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { anyOf, givenRows } from '../db/given-rows.ts';
import { runInBackground } from '../db/ordered.ts';
import { MEMBERSHIPS, MEMBERSHIP_KINDS } from '../publication/memberships.ts';
import { findOrCreateNamed } from './names.ts';
import type { PublicationRecord } from './record.ts';
import {
  CONTRIBUTION_COLUMNS,
  PUBLICATION_COLUMNS,
  type PublicationRow,
  contentHash,
  membershipColumns,
  toContributionRows,
  toMembershipRows,
  toPublicationRow,
} from './rows.ts';
import { type Run, tallyChanged } from './run.ts';
import type { Slugged } from './slugs.ts';
import type { StatedHistory } from './stated.ts';
import { TALLIED_COLUMNS } from './tally.ts';

/** A publication in the state to be written. */
export interface Revision extends Slugged {
  id: number;
  record: PublicationRecord;
}

/** A publication to be created. */
export type Proposal = Omit<Revision, 'id'> & { history: StatedHistory | null };

/** Creates publications, and writes their rows in the background. @returns their ids, in the same order */
export async function createPublications(proposals: readonly Proposal[], run: Run): Promise<number[]> {
  if (proposals.length === 0) return [];
  const { db, at, journal } = run;
  const ids = await reserveIds(db, proposals.length);
  const revisions = proposals.map((proposal, i) => ({ ...proposal, id: ids[i] as number }));
  const { rows, documents } = await toRows(revisions, run);
  runInBackground(
    copyInto(
      db,
      'publication',
      [...CREATED_COLUMNS, 'document', 'created_at', 'updated_at'],
      toCopied(rows, documents, (i) => instantsOf(proposals[i]?.history ?? null, at)),
    ),
  );
  await file(revisions, rows, run);
  for (const { id, history } of revisions) run.formerSlugs.noteStated(id, history?.formerSlugs ?? []);
  journal.noteCreated(ids);
  await run.bulk.noteAdded(journal.report.created);
  return ids;
}

const CREATED_COLUMNS = ['id', 'slug', 'slug_base', ...PUBLICATION_COLUMNS] as const;

function* toCopied(
  rows: readonly PublicationRow[],
  documents: Iterable<string>,
  instantsAt: (index: number) => [createdAt: string, updatedAt: string],
): Generator<CopyValue[]> {
  let i = 0;
  for (const document of documents) {
    const row = rows[i] as PublicationRow;
    yield [...CREATED_COLUMNS.map((column) => row[column]), document, ...instantsAt(i)];
    i++;
  }
}

/** The timestamps of a new publication: those of an export, unless they are in the future or before 1970. */
function instantsOf(history: StatedHistory | null, at: string): [createdAt: string, updatedAt: string] {
  const isPast = (instant: string) => Date.parse(instant) >= 0 && Date.parse(instant) <= Date.now();
  const orNow = (instant: string) => (isPast(instant) ? instant : at);
  const createdAt = orNow(history?.createdAt ?? at);
  return [createdAt, orNow(history?.updatedAt ?? createdAt)];
}

/** Reserves consecutive ids. Only one import runs at a time, so no other session takes one in between. */
async function reserveIds(db: Db, count: number): Promise<number[]> {
  const sequence = sql`pg_get_serial_sequence('publication', 'id')`;
  const { last } = await db
    .selectNoFrom(sql<number>`setval(${sequence}, nextval(${sequence}) + ${count}::integer - 1)`.as('last'))
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, i) => last - count + 1 + i);
}

/**
 * Updates publications, except those with an unchanged `contentHash`.
 * @returns the changed ones
 */
export async function revisePublications(
  publications: readonly (Revision & { contentHash: string })[],
  run: Run,
): Promise<Revision[]> {
  const revisions = publications.filter((revision) => revision.contentHash !== contentHash(revision.record));
  if (revisions.length === 0) return [];
  const { db, at } = run;
  await unfile(
    revisions.map(({ id }) => id),
    run,
  );
  const { rows, documents } = await toRows(revisions, run);
  const made = [...documents];
  const written = rows.map((row, i) => ({ ...row, document: made[i] }));
  const columns = [...PUBLICATION_COLUMNS, 'document'];
  // The table of fields determines the columns, so the query builder couldn't check their types.
  await sql`
    update publication p set (${sql.join(columns.map((column) => sql.ref(column)))}, updated_at)
      = (${sql.join(columns.map((column) => sql.ref(`r.${column}`)))}, ${at}::timestamptz)
    from json_populate_recordset(null::publication, ${JSON.stringify(written)}::json) r
    where p.id = r.id`.execute(db);
  await file(revisions, rows, run);
  run.journal.noteUpdated(revisions.map(({ id }) => id));
  return revisions;
}

/** Frees the slugs of publications that get new ones, because two may exchange theirs. */
export async function releaseSlugs(ids: readonly number[], { db }: Run): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('publication')
    // No slug contains "~".
    .set({ slug: sql<string>`'~' || id` })
    .where('id', '=', anyOf(ids))
    .execute();
}

/** Changes the slugs of publications. Their old ones must have been released. */
export async function changeSlugs(
  publications: readonly (Slugged & { id: number })[],
  run: Run,
): Promise<void> {
  if (publications.length === 0) return;
  const types = { id: 'integer', slug: 'text', base: 'text' } as const;
  await run.db
    .updateTable('publication as p')
    .from(givenRows('n', types, publications))
    .set((eb) => ({ slug: eb.ref('n.slug'), slug_base: eb.ref('n.base'), updated_at: run.at }))
    .whereRef('p.id', '=', 'n.id')
    .execute();
  run.journal.noteUpdated(publications.map(({ id }) => id));
}

/** Deletes publications that no record states any more, or that were merged into another. */
export async function removePublications(ids: readonly number[], run: Run): Promise<void> {
  if (ids.length === 0) return;
  const { db, journal } = run;
  await unfile(ids, run);
  await db.deleteFrom('publication').where('id', '=', anyOf(ids)).execute();
  journal.noteRemoved(ids);
}

/** Builds the rows of publications, and their search documents lazily. */
async function toRows(
  revisions: readonly Revision[],
  run: Run,
): Promise<{ rows: PublicationRow[]; documents: Iterable<string> }> {
  await findOrCreateNamed(
    run.db,
    revisions.map(({ record }) => record),
    run.names,
  );
  const rows = revisions.map((revision) => toPublicationRow(revision, run.names, run.reference));
  return { rows, documents: await run.indexer.index(rows) };
}

/** Writes the contributions and membership rows of publications in the background, and adds them to the tally. */
async function file(
  revisions: readonly Revision[],
  rows: readonly PublicationRow[],
  run: Run,
): Promise<void> {
  const { db, names } = run;
  const contributions = revisions.flatMap(({ id, record }) => toContributionRows(id, record, names));
  runInBackground(copyInto(db, 'contribution', CONTRIBUTION_COLUMNS, contributions));
  for (const kind of MEMBERSHIP_KINDS) {
    const members = rows.flatMap((row) => toMembershipRows(kind, row));
    runInBackground(copyInto(db, `publication_${kind}`, membershipColumns(kind), members));
  }
  for (const row of rows) run.successions.noteNow(row);
  await tallyChanged(run, rows, 1);
}

/**
 * Deletes the contributions and membership rows of publications, and removes them from the tally and the vocabulary.
 */
async function unfile(ids: readonly number[], run: Run): Promise<void> {
  const { db, indexer } = run;
  await run.bulk.end();
  const former = await db
    .selectFrom('publication')
    .select(['id', ...TALLIED_COLUMNS])
    .where('id', '=', anyOf(ids))
    .execute();
  for (const row of former) run.successions.noteBefore(row);
  await tallyChanged(run, former, -1);
  await indexer.forget(ids);
  for (const kind of MEMBERSHIP_KINDS) {
    const column = MEMBERSHIPS[kind].listedColumn;
    await sql`
      delete from ${sql.table(`publication_${kind}`)} m
      using publication p cross join unnest(${sql.ref(`p.${column}`)}) member (id)
      where p.id = any(${ids}::integer[]) and ${sql.ref(`m.${kind}_id`)} = member.id
        and m.year_key = p.year_key and m.publication_id = p.id`.execute(db);
  }
  await db.deleteFrom('contribution').where('publication_id', '=', anyOf(ids)).execute();
}
