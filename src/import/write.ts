import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { MembershipKind } from '../publication/publication.ts';
import type { Reference } from '../reference/reference.ts';
import { findOrCreateNamed, removeUnnamed } from './names.ts';
import type { PublicationRecord } from './record.ts';
import { PUBLICATION_COLUMNS, toContributionRows, toPublicationRow } from './rows.ts';

/** A publication as it is to be: new, or instead of what the catalogue has of it. */
export interface Revision {
  id: number;
  slug: string;
  isNew: boolean;
  record: PublicationRecord;
}

const MEMBERSHIPS = [
  ['country', 'country_ids'],
  ['author', 'author_ids'],
  ['topic', 'topic_ids'],
  ['category', 'category_ids'],
] as const satisfies [MembershipKind, string][];

/**
 * Writes publications with all that is derived from them: rows, contributions, memberships. What their former state
 * alone named (an author, a topic) is removed.
 */
export async function writePublications(
  db: Db,
  revisions: readonly Revision[],
  reference: Reference,
): Promise<void> {
  if (revisions.length === 0) return;
  const names = await findOrCreateNamed(
    db,
    revisions.map(({ record }) => record),
  );
  const rows = revisions.map((revision) => toPublicationRow(revision, names, reference));
  const isNew = new Set(revisions.filter((revision) => revision.isNew).map(({ id }) => id));
  const outdated = rows.map(({ id }) => id).filter((id) => !isNew.has(id));

  const former = await clear(db, outdated);
  await insert(
    db,
    rows.filter(({ id }) => isNew.has(id)),
  );
  await update(
    db,
    rows.filter(({ id }) => !isNew.has(id)),
  );
  const contributions = revisions.flatMap(({ id, record }) => toContributionRows(id, record, names.authors));
  await sql`
    insert into contribution (publication_id, position, author_id, role, printed_as)
    select publication_id, position, author_id, role, printed_as
    from json_populate_recordset(null::contribution, ${JSON.stringify(contributions)}::json)`.execute(db);
  await fileUnder(
    db,
    rows.map(({ id }) => id),
  );
  await removeUnnamed(db, former);
}

/** Takes publications out of every list. @returns what they were filed under */
async function clear(db: Db, ids: readonly number[]) {
  const former = { authors: [] as number[], topics: [] as number[], categories: [] as number[] };
  if (ids.length === 0) return former;
  const { rows } = await sql<{ authors: number[]; topics: number[]; categories: number[] }>`
    select author_ids as authors, topic_ids as topics, category_ids as categories
    from publication where id = any(${ids}::integer[])`.execute(db);
  for (const [kind, column] of [...MEMBERSHIPS, ['region', 'within_region_ids']] as const)
    await sql`
      delete from ${sql.table(`publication_${kind}`)} m
      using publication p cross join unnest(${sql.ref(`p.${column}`)}) member (id)
      where p.id = any(${ids}::integer[]) and ${sql.ref(`m.${kind}_id`)} = member.id
        and m.year_key = p.year_key and m.publication_id = p.id`.execute(db);
  await sql`delete from contribution where publication_id = any(${ids}::integer[])`.execute(db);
  return {
    authors: [...new Set(rows.flatMap(({ authors }) => authors))],
    topics: [...new Set(rows.flatMap(({ topics }) => topics))],
    categories: [...new Set(rows.flatMap(({ categories }) => categories))],
  };
}

type PublicationRow = ReturnType<typeof toPublicationRow>;

async function insert(db: Db, rows: readonly PublicationRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(['id', 'slug', ...PUBLICATION_COLUMNS].map((column) => sql.ref(column)));
  await sql`
    insert into publication (${columns}, created_at, updated_at)
    select ${columns}, now(), now()
    from json_populate_recordset(null::publication, ${JSON.stringify(rows)}::json)`.execute(db);
}

async function update(db: Db, rows: readonly PublicationRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = PUBLICATION_COLUMNS.map((column) => sql.ref(column));
  await sql`
    update publication p set (${sql.join(columns)}, updated_at)
      = (${sql.join(PUBLICATION_COLUMNS.map((column) => sql.ref(`r.${column}`)))}, now())
    from json_populate_recordset(null::publication, ${JSON.stringify(rows)}::json) r
    where p.id = r.id`.execute(db);
}

/** Puts publications into every list that their rows say. */
async function fileUnder(db: Db, ids: readonly number[]): Promise<void> {
  for (const [kind, column] of MEMBERSHIPS)
    await sql`
      insert into ${sql.table(`publication_${kind}`)} (${sql.ref(`${kind}_id`)}, year_key, publication_id)
      select member.id, p.year_key, p.id
      from publication p cross join unnest(${sql.ref(`p.${column}`)}) member (id)
      where p.id = any(${ids}::integer[])`.execute(db);
  await sql`
    insert into publication_region (region_id, year_key, publication_id, reach)
    select region.id, p.year_key, p.id,
      case when region.id = any(p.region_ids) then 0 when region.id = any(p.around_region_ids) then 1 else 2 end
    from publication p cross join unnest(p.within_region_ids) region (id)
    where p.id = any(${ids}::integer[])`.execute(db);
}
