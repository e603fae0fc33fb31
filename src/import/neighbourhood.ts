import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { overlapsTexts } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { anyOf, anyTextOf } from '../db/given-rows.ts';
import { Evidence } from './evidence.ts';
import type { PublicationRecord } from './record.ts';
import { relatedSlugs } from './slugs.ts';
import { type NewRecord, STORED_COLUMNS, type StoredRecord } from './source-records.ts';
import { parseStoredRecord } from './stored-record.ts';

/** A source record, stored or new, whose work is to be determined. */
export class Member extends Evidence {
  readonly stored: StoredRecord | null;
  readonly added: NewRecord | null;

  constructor(
    statement: { record: PublicationRecord; slug: string | null; isComplete: boolean },
    from: { stored?: StoredRecord; added?: NewRecord },
  ) {
    super(statement.record, statement.slug, statement.isComplete);
    this.stored = from.stored ?? null;
    this.added = from.added ?? null;
  }
}

/** The columns of a publication that determine its identity. */
export interface Head {
  id: number;
  slug: string;
  base: string | null;
  contentHash: string;
}

/** The publications and records whose identities depend on each other. */
export interface Neighbourhood {
  publications: Map<number, Head>;
  /** Their source records, oldest first. */
  members: Member[];
}

/** The starting points of a neighbourhood. */
export interface Seeds {
  added: readonly Member[];
  publicationIds?: readonly number[];
}

interface Wanted {
  titles: Set<string>;
  identifiers: Set<string>;
  slugs: Set<string>;
  ids: Set<number>;
}

/**
 * Loads the publications that share a title, an identifier or a slug with the seeds, and repeats this for the
 * publications found until there are no more.
 */
export async function loadNeighbourhood(
  db: Db,
  { added, publicationIds = [] }: Seeds,
): Promise<Neighbourhood> {
  const found: Neighbourhood = { publications: new Map(), members: [] };
  const known: Wanted = { titles: new Set(), identifiers: new Set(), slugs: new Set(), ids: new Set() };
  let wanted = wantedBy(added, []);
  for (const id of publicationIds) wanted.ids.add(id);
  while (Object.values(wanted).some(({ size }) => size > 0)) {
    for (const identifier of wanted.identifiers) known.identifiers.add(identifier);
    for (const title of wanted.titles) known.titles.add(title);
    for (const slug of wanted.slugs) known.slugs.add(slug);
    const ids = (await findPublicationIds(db, wanted)).filter((id) => !found.publications.has(id));
    if (ids.length === 0) break;
    const heads = await findHeads(db, ids);
    for (const head of heads.values()) found.publications.set(head.id, head);
    found.members.push(...(await findMembers(db, heads)));
    const all = wantedBy([...found.members, ...added], [...heads.values()]);
    const unknown = (values: Set<string>, before: Set<string>) =>
      new Set([...values].filter((value) => !before.has(value)));
    wanted = {
      titles: unknown(all.titles, known.titles),
      identifiers: unknown(all.identifiers, known.identifiers),
      slugs: unknown(all.slugs, known.slugs),
      ids: new Set(),
    };
  }
  found.members.sort((a, b) => (a.stored?.id ?? 0) - (b.stored?.id ?? 0));
  return found;
}

/** The titles, identifiers and slugs that lead to neighbours. */
function wantedBy(members: readonly Member[], heads: readonly Head[]): Wanted {
  const titles = new Set(members.map((member) => member.titleKey));
  const bases = [
    ...members.flatMap(({ slug, base }) => (slug === null ? [base] : [slug, base])),
    ...heads.flatMap(({ slug, base }) => [slug, ...(base === null ? [] : [base])]),
  ];
  const slugs = new Set(bases.flatMap(relatedSlugs));
  const usedSlugs = new Set(heads.map(({ slug }) => slug));
  // If several works have the same base slug, a work's slug may contain its year.
  for (const [base, namesakes] of groupBy(members, (member) => member.base))
    if (namesakes.length > 1 || usedSlugs.has(base))
      for (const { record } of namesakes) if (record.year !== null) slugs.add(`${base}-${record.year}`);
  const identifiers = new Set(members.flatMap((member) => [...member.identifiers]));
  return { titles, identifiers, slugs, ids: new Set() };
}

async function findPublicationIds(db: Db, { titles, identifiers, slugs, ids }: Wanted): Promise<number[]> {
  const rows = await db
    .selectFrom('publication')
    .select('id')
    .where('title_key', '=', anyTextOf(titles))
    .union(db.selectFrom('publication').select('id').where('slug', '=', anyTextOf(slugs)))
    .union(db.selectFrom('publication').select('id').where('slug_base', '=', anyTextOf(slugs)))
    .union(
      db
        .selectFrom('source_record')
        .select('publication_id as id')
        .where('title_key', '=', anyTextOf(titles)),
    )
    .$if(identifiers.size > 0, (query) =>
      query.union(
        db
          .selectFrom('publication')
          .select('id')
          .where(overlapsTexts(sql`identifiers`, [...identifiers])),
      ),
    )
    .execute();
  return [...new Set([...ids, ...rows.map(({ id }) => id)])];
}

async function findHeads(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, Head & { title: string; abstract: string | null }>> {
  const rows = await db
    .selectFrom('publication')
    .select(['id', 'slug', 'slug_base as base', 'content_hash as contentHash', 'title', 'abstract'])
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function findMembers(
  db: Db,
  heads: ReadonlyMap<number, { title: string; abstract: string | null }>,
): Promise<Member[]> {
  const rows = await db
    .selectFrom('source_record')
    .select([...STORED_COLUMNS, 'slug', 'said', 'is_complete as isComplete'])
    .where('publication_id', '=', anyOf([...heads.keys()]))
    .execute();
  return rows.map(({ slug, said, isComplete, ...stored }) => {
    const head = heads.get(stored.publicationId);
    if (head === undefined) throw new Error('A source record of another publication was read.');
    return new Member({ record: parseStoredRecord(said, head), slug, isComplete }, { stored });
  });
}
