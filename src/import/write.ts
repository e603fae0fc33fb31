import { sql } from 'kysely';
import { type CopyValue, copyInto } from '../db/copy.ts';
import type { Db } from '../db/database.ts';
import { inBackground } from '../db/ordered.ts';
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
import { TALLIED_COLUMNS, type TalliedRow } from './tally.ts';

/** A publication as it is to be. */
export interface Revision extends Slugged {
  id: number;
  record: PublicationRecord;
}

/** A publication that is to be created. */
export type Proposal = Omit<Revision, 'id'> & { history: StatedHistory | null };

/** Adds publications. @returns their ids, in the same order */
export async function createPublications(proposals: readonly Proposal[], run: Run): Promise<number[]> {
  if (proposals.length === 0) return [];
  const { db, at, report } = run;
  const ids = await reserveIds(db, proposals.length);
  const revisions = proposals.map((proposal, i) => ({ ...proposal, id: ids[i] as number }));
  const { rows, documents } = await toRows(revisions, run);
  await copyInto(
    db,
    'publication',
    [...CREATED_COLUMNS, 'document', 'created_at', 'updated_at'],
    toCopied(rows, documents, (i) => instantsOf(proposals[i]?.history ?? null, at)),
  );
  await file(revisions, rows, run);
  for (const { id, history } of revisions) run.formerSlugs.noteStated(id, history?.formerSlugs ?? []);
  report.created += ids.length;
  await run.bulk.noteAdded(report.created);
  for (const id of ids) {
    run.changed.add(id);
    run.created.add(id);
  }
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

/** When a publication is said to be created and updated: as an export says, unless that is in the future. */
function instantsOf(history: StatedHistory | null, at: string): [createdAt: string, updatedAt: string] {
  const stated = [history?.createdAt ?? at, history?.updatedAt ?? history?.createdAt ?? at] as const;
  const now = Date.now();
  const [createdAt, updatedAt] = stated.map((instant) => (Date.parse(instant) <= now ? instant : at));
  return [createdAt ?? at, updatedAt ?? at];
}

/** Ids for new publications. Only one import runs at a time, so nobody comes between. */
async function reserveIds(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ last: number }>`
    select setval(sequence, nextval(sequence) + ${count}::integer - 1) as last
    from pg_get_serial_sequence('publication', 'id') sequence`.execute(db);
  const last = rows[0]?.last ?? 0;
  return Array.from({ length: count }, (_, i) => last - count + 1 + i);
}

/**
 * Brings publications that the catalogue has to what is said of them now. Those of which the same is said, by their
 * `contentHash`, are left alone. @returns those that changed
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
  await sql`
    update publication p set (${sql.join(columns.map((column) => sql.ref(column)))}, updated_at)
      = (${sql.join(columns.map((column) => sql.ref(`r.${column}`)))}, ${at}::timestamptz)
    from json_populate_recordset(null::publication, ${JSON.stringify(written)}::json) r
    where p.id = r.id`.execute(db);
  await file(revisions, rows, run);
  noteUpdated(
    revisions.map(({ id }) => id),
    run,
  );
  return revisions;
}

function noteUpdated(ids: readonly number[], { report, changed }: Run): void {
  report.updated += ids.filter((id) => !changed.has(id)).length;
  for (const id of ids) changed.add(id);
}

/** Frees the slugs of publications that get others: two may exchange theirs. */
export async function releaseSlugs(ids: readonly number[], { db }: Run): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('publication')
    // No slug has such a character.
    .set({ slug: sql<string>`'~' || id` })
    .where(sql<boolean>`id = any(${ids}::integer[])`)
    .execute();
}

/** Gives publications other slugs. */
export async function changeSlugs(
  publications: readonly (Slugged & { id: number })[],
  run: Run,
): Promise<void> {
  if (publications.length === 0) return;
  await sql`
    update publication p set slug = n.slug, slug_base = n.base, updated_at = ${run.at}::timestamptz
    from json_to_recordset(${JSON.stringify(publications)}::json) n (id integer, slug text, base text)
    where p.id = n.id`.execute(run.db);
  noteUpdated(
    publications.map(({ id }) => id),
    run,
  );
}

/** Removes publications that nothing states any more, or that are part of another now. */
export async function removePublications(ids: readonly number[], run: Run): Promise<void> {
  if (ids.length === 0) return;
  const { db, report } = run;
  await unfile(ids, run);
  await db
    .deleteFrom('publication')
    .where(sql<boolean>`id = any(${ids}::integer[])`)
    .execute();
  for (const id of ids) {
    if (run.created.has(id)) report.created--;
    else {
      report.removed++;
      if (run.changed.has(id)) report.updated--;
    }
    for (const set of [run.created, run.changed, run.publications]) set.delete(id);
  }
}

/** The rows of publications, and the documents that they are searched by, which are made when they are taken. */
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

/** Adds publications to every list that their rows name. The rows of lists are stored while the import goes on. */
async function file(
  revisions: readonly Revision[],
  rows: readonly PublicationRow[],
  run: Run,
): Promise<void> {
  const { db, names } = run;
  const contributions = revisions.flatMap(({ id, record }) => toContributionRows(id, record, names));
  inBackground(copyInto(db, 'contribution', CONTRIBUTION_COLUMNS, contributions));
  for (const kind of MEMBERSHIP_KINDS) {
    const members = rows.flatMap((row) => toMembershipRows(kind, row));
    inBackground(copyInto(db, `publication_${kind}`, membershipColumns(kind), members));
  }
  for (const row of rows) run.successions.noteNow(row);
  await tallyChanged(run, rows, 1);
}

/** Takes publications out of every list, and remembers whom and what they named. */
async function unfile(ids: readonly number[], run: Run): Promise<void> {
  const { db, indexer } = run;
  await run.bulk.end();
  const { rows: former } = await sql<TalliedRow & { id: number }>`
    select id, ${sql.join(TALLIED_COLUMNS.map((column) => sql.ref(column)))}
    from publication where id = any(${ids}::integer[])`.execute(db);
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
  await sql`delete from contribution where publication_id = any(${ids}::integer[])`.execute(db);
}
