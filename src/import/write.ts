import { sql } from 'kysely';
import { copyInto } from '../db/copy.ts';
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
import type { TalliedRow } from './tally.ts';
import { type Proposal, chooseSlugs, reserveIds } from './slugs.ts';

/** A publication as it is to be. */
interface Revision {
  id: number;
  slug: string;
  record: PublicationRecord;
}

const KINDS = ['country', 'region', 'author', 'topic', 'category'] as const;

/** Adds publications. @returns their ids, in the same order */
export async function createPublications(proposals: readonly Proposal[], run: Run): Promise<number[]> {
  if (proposals.length === 0) return [];
  const { db, at, report } = run;
  const ids = await reserveIds(db, proposals.length);
  const slugs = await chooseSlugs(db, proposals);
  const revisions = proposals.map(({ record }, i) => ({
    id: ids[i] as number,
    slug: slugs[i] as string,
    record,
  }));
  const rows = await toRows(revisions, run);
  const columns = ['id', 'slug', ...PUBLICATION_COLUMNS] as const;
  await copyInto(
    db,
    'publication',
    [...columns, 'created_at', 'updated_at'],
    rows.map((row) => [...columns.map((column) => row[column]), at, at]),
  );
  await file(revisions, rows, run);
  report.created += ids.length;
  await run.bulk.grown(report.created);
  for (const id of ids) run.changed.add(id);
  return ids;
}

/** Brings publications that the catalogue has to what is said of them now; one of which the same is said is left alone. */
export async function revisePublications(
  publications: readonly { id: number; record: PublicationRecord }[],
  run: Run,
): Promise<void> {
  if (publications.length === 0) return;
  const { db, at, report, changed } = run;
  const { rows: known } = await sql<{ id: number; slug: string; contentHash: string }>`
    select id, slug, content_hash as "contentHash" from publication
    where id = any(${publications.map(({ id }) => id)}::integer[])`.execute(db);
  const byId = new Map(known.map((row) => [row.id, row]));
  const revisions = publications.flatMap(({ id, record }): Revision[] => {
    const { slug, contentHash: before } = byId.get(id) ?? {};
    return slug === undefined || before === contentHash(record) ? [] : [{ id, slug, record }];
  });
  if (revisions.length === 0) return;
  await unfile(
    revisions.map(({ id }) => id),
    run,
  );
  const rows = await toRows(revisions, run);
  const columns = PUBLICATION_COLUMNS.map((column) => sql.ref(column));
  await sql`
    update publication p set (${sql.join(columns)}, updated_at)
      = (${sql.join(PUBLICATION_COLUMNS.map((column) => sql.ref(`r.${column}`)))}, ${at}::timestamptz)
    from json_populate_recordset(null::publication, ${JSON.stringify(rows)}::json) r
    where p.id = r.id`.execute(db);
  await file(revisions, rows, run);
  report.updated += revisions.filter(({ id }) => !changed.has(id)).length;
  for (const { id } of revisions) changed.add(id);
}

async function toRows(revisions: readonly Revision[], run: Run): Promise<PublicationRow[]> {
  await findOrCreateNamed(
    run.db,
    revisions.map(({ record }) => record),
    run.names,
  );
  const rows = revisions.map((revision) => toPublicationRow(revision, run.names, run.reference));
  const documents = await run.indexer.index(rows);
  return rows.map((row, i) => ({ ...row, document: documents[i] as string }));
}

/** Puts publications into every list that their rows say. */
async function file(
  revisions: readonly Revision[],
  rows: readonly PublicationRow[],
  run: Run,
): Promise<void> {
  const { db, names } = run;
  const contributions = revisions.flatMap(({ id, record }) => toContributionRows(id, record, names));
  await copyInto(db, 'contribution', CONTRIBUTION_COLUMNS, contributions);
  for (const kind of KINDS)
    await copyInto(
      db,
      `publication_${kind}`,
      membershipColumns(kind),
      rows.flatMap((row) => toMembershipRows(kind, row)),
    );
  await tallyChanged(run, rows, 1);
}

/** Takes publications out of every list, and remembers whom and what they named. */
async function unfile(ids: readonly number[], run: Run): Promise<void> {
  const { db, indexer } = run;
  const { rows: former } = await sql<TalliedRow>`
    select year, country_ids, within_region_ids, topic_ids, category_ids, author_ids, author_role_ids
    from publication where id = any(${ids}::integer[])`.execute(db);
  rememberNames(former, run);
  await tallyChanged(run, former, -1);
  await indexer.forget(ids);
  for (const kind of KINDS) {
    const column = kind === 'region' ? 'within_region_ids' : `${kind}_ids`;
    await sql`
      delete from ${sql.table(`publication_${kind}`)} m
      using publication p cross join unnest(${sql.ref(`p.${column}`)}) member (id)
      where p.id = any(${ids}::integer[]) and ${sql.ref(`m.${kind}_id`)} = member.id
        and m.year_key = p.year_key and m.publication_id = p.id`.execute(db);
  }
  await sql`delete from contribution where publication_id = any(${ids}::integer[])`.execute(db);
}

function rememberNames(former: readonly TalliedRow[], { formerNames }: Run): void {
  for (const row of former)
    for (const kind of ['author', 'topic', 'category'] as const)
      for (const id of row[`${kind}_ids`]) formerNames[kind].add(id);
}
