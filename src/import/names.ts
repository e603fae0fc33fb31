import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { overlapsTexts } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { shortDigest } from '../text/digest.ts';
import { packIdentifier } from '../identifier/identifier.ts';
import { plain, slugify } from '../text/plain.ts';
import { addFormerSlugs, redirectSlugs, removeLostSlugs } from './former-slugs.ts';
import type { AuthorRecord, PublicationRecord } from './record.ts';
import { type FiledKind, NAMED_KINDS, type NamedKind } from '../publication/memberships.ts';
import type { Successions } from './successions.ts';

/** The database ids of names: topics and categories by name, authors by all that is said of them (`authorKey`). */
export interface NamedIds {
  authors: Map<string, number>;
  topics: Map<string, number>;
  categories: Map<string, number>;
  /** The ids of authors that the catalogue had, and of whom more is known now. */
  renamedAuthors: Set<number>;
}

/** Of which nothing has been looked up yet. */
export function noNamedIds(): NamedIds {
  return { authors: new Map(), topics: new Map(), categories: new Map(), renamedAuthors: new Set() };
}

/** How many authors' ids a run remembers. */
const MOST_AUTHORS = 100_000;

/** What an author is remembered by: the same where nothing else is said of it. */
export function authorKey(author: AuthorRecord): string {
  const { name, sortName, kind, acronym, aliases, identifiers = [] } = author;
  return [kind, name, sortName, acronym ?? '', ...aliases, ...identifiers.map(packIdentifier)].join('\n');
}

/** Adds to `ids` the authors, topics and categories that the records name; what did not exist is created. */
export async function findOrCreateNamed(
  db: Db,
  records: readonly PublicationRecord[],
  ids: NamedIds,
): Promise<void> {
  for (const [table, known, names] of [
    ['topic', ids.topics, records.flatMap(({ topics }) => topics)],
    ['category', ids.categories, records.flatMap(({ categories }) => categories)],
  ] as const)
    await findOrCreateFiled(
      db,
      table,
      [...new Set(names)].filter((name) => !known.has(name)),
      known,
    );
  if (ids.authors.size > MOST_AUTHORS) ids.authors.clear();
  const authors = new Map<string, AuthorRecord>();
  for (const { contributions } of records)
    for (const { author } of contributions) {
      const key = authorKey(author);
      if (!ids.authors.has(key)) authors.set(key, author);
    }
  await findOrCreateAuthors(db, authors, ids);
}

/** Adds to `ids` the ids of all that the records name, 0 of what does not exist. */
export async function findNamed(db: Db, records: readonly PublicationRecord[], ids: NamedIds): Promise<void> {
  const authors = records.flatMap(({ contributions }) => contributions.map(({ author }) => author));
  const wanted = [
    ['topic', ids.topics, records.flatMap(({ topics }) => topics.map((name) => [name, name] as const))],
    ['category', ids.categories, records.flatMap((of) => of.categories.map((name) => [name, name] as const))],
  ] as const;
  const slugOfAuthor = await findAuthorSlugs(db, authors);
  for (const [table, known, slugs] of [
    ...wanted.map(
      ([table, known, names]) =>
        [table, known, new Map(names.map(([key, name]) => [key, slugOf(name)]))] as const,
    ),
    ['author', ids.authors, new Map(authors.map((author) => [authorKey(author), slugOfAuthor(author)]))],
  ] as const) {
    const found = await findIds(db, table, [...new Set(slugs.values())]);
    for (const [key, slug] of slugs) known.set(key, found.get(slug) ?? 0);
  }
}

async function findOrCreateFiled(
  db: Db,
  table: FiledKind,
  names: readonly string[],
  ids: Map<string, number>,
): Promise<void> {
  if (names.length === 0) return;
  const rows = names.map((name) => ({ slug: slugOf(name), name, sort_key: plain(name) }));
  await sql`
    insert into ${sql.table(table)} (slug, name, sort_key)
    select slug, name, sort_key from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (slug) do nothing`.execute(db);
  const found = await findIds(
    db,
    table,
    rows.map(({ slug }) => slug),
  );
  for (const { slug, name } of rows) ids.set(name, found.get(slug) as number);
}

/** The slug of a name, which tells it from others: of two long names that begin alike, too. */
export function slugOf(name: string): string {
  const whole = slugify(name, 1000);
  const slug = slugify(name);
  return slug === whole ? slug : `${slug}-${shortDigest(whole)}`;
}

async function findIds(db: Db, table: NamedKind, slugs: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; slug: string }>`
    select id, slug from ${sql.table(table)} where slug = any(${slugs}::text[])`.execute(db);
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/**
 * Which slug each author has. The same ORCID iD is the same author, whatever the name: the one who has it already, or the one
 * with the longest of the names.
 */
async function findAuthorSlugs(
  db: Db,
  authors: readonly AuthorRecord[],
): Promise<(author: AuthorRecord) => string> {
  const byOrcid = groupBy(
    authors.filter((author) => orcidOf(author) !== null),
    (author) => orcidOf(author) as string,
  );
  if (byOrcid.size === 0) return ({ name }) => slugOf(name);
  const known = await db
    .selectFrom('author')
    .select(['slug', 'identifiers'])
    .where(overlapsTexts(sql`identifiers`, [...byOrcid.keys()]))
    .orderBy('id', 'desc')
    .execute();
  const slugs = new Map<string, string>();
  for (const [orcid, namesakes] of byOrcid) slugs.set(orcid, slugOf(longestName(namesakes)));
  for (const { slug, identifiers } of known)
    for (const identifier of identifiers) if (byOrcid.has(identifier)) slugs.set(identifier, slug);
  return (author) => slugs.get(orcidOf(author) ?? '') ?? slugOf(author.name);
}

function orcidOf({ identifiers = [] }: AuthorRecord): string | null {
  const orcid = identifiers.find(({ scheme }) => scheme === 'ORCID');
  return orcid ? packIdentifier(orcid) : null;
}

/** Of names of equal length the first in the alphabet. */
function longestName(authors: readonly AuthorRecord[]): string {
  return authors
    .map(({ name }) => name)
    .reduce((a, b) => (b.length > a.length || (b.length === a.length && b < a) ? b : a));
}

/** Adds to an author that exists what a record knows more of: its kind, its acronym, another name. */
async function findOrCreateAuthors(
  db: Db,
  authors: ReadonlyMap<string, AuthorRecord>,
  ids: NamedIds,
): Promise<void> {
  if (authors.size === 0) return;
  const slugOfAuthor = await findAuthorSlugs(db, [...authors.values()]);
  const bySlug = groupBy(authors, ([, author]) => slugOfAuthor(author));
  const rows = [...bySlug].map(([slug, namesakes]) => {
    const {
      name,
      sortName,
      kind,
      acronym,
      aliases,
      identifiers = [],
    } = together(
      slug,
      namesakes.map(([, author]) => author),
    );
    return {
      slug,
      name,
      sort_name: sortName,
      sort_key: plain(sortName),
      plain_names: [...new Set([name, sortName, ...(acronym ? [acronym] : []), ...aliases].map(plain))].join(
        '\n',
      ),
      kind,
      acronym,
      aliases,
      identifiers: [...new Set(identifiers.map(packIdentifier))],
    };
  });
  const columns = sql`slug, name, sort_name, sort_key, plain_names, kind, acronym, aliases, identifiers`;
  const lines = (text: string) => sql`string_to_array(${sql.ref(text)}, e'\n')`;
  const { rows: written } = await sql<{ id: number; isNew: boolean }>`
    insert into author (${columns})
    select ${columns} from json_populate_recordset(null::author, ${JSON.stringify(rows)}::json)
    on conflict (slug) do update set
      kind = case when author.kind = 'UNKNOWN' then excluded.kind else author.kind end,
      sort_name = case when author.kind = 'UNKNOWN' then excluded.sort_name else author.sort_name end,
      sort_key = case when author.kind = 'UNKNOWN' then excluded.sort_key else author.sort_key end,
      acronym = coalesce(author.acronym, excluded.acronym),
      aliases = author.aliases || array(select unnest(excluded.aliases) except select unnest(author.aliases) order by 1),
      identifiers = author.identifiers || array(
        select unnest(excluded.identifiers) except select unnest(author.identifiers) order by 1),
      plain_names = array_to_string(${lines('author.plain_names')} || array(
        select unnest(${lines('excluded.plain_names')}) except select unnest(${lines('author.plain_names')}) order by 1
      ), e'\n')
    where (author.kind = 'UNKNOWN' and excluded.kind <> 'UNKNOWN')
      or (author.acronym is null and excluded.acronym is not null)
      or not author.aliases @> excluded.aliases
      or not author.identifiers @> excluded.identifiers
    returning id, xmax = 0 as "isNew"`.execute(db);
  for (const { id, isNew } of written) if (!isNew) ids.renamedAuthors.add(id);
  const found = await findIds(db, 'author', [...bySlug.keys()]);
  for (const [slug, namesakes] of bySlug)
    for (const [key] of namesakes) ids.authors.set(key, found.get(slug) as number);
}

/** What several records state of one author. Names that make another slug are aliases. */
function together(slug: string, authors: readonly AuthorRecord[]): AuthorRecord {
  const named = authors.filter(({ name }) => slugOf(name) === slug);
  const others = authors.filter((author) => !named.includes(author)).map(({ name }) => name);
  const candidates = named.length > 0 ? named : authors;
  const best = (candidates.find(({ kind }) => kind !== 'UNKNOWN') ?? candidates[0]) as AuthorRecord;
  return {
    ...best,
    acronym: authors.find(({ acronym }) => acronym !== null)?.acronym ?? null,
    aliases: [...new Set([...authors.flatMap(({ aliases }) => aliases), ...others])],
    identifiers: authors.flatMap(({ identifiers = [] }) => identifiers),
  };
}

/**
 * Removes the authors, topics and categories that changed publications named before and no publication names any more. Their
 * slugs go on standing for what took their place.
 */
export async function removeUnnamed(db: Db, successions: Successions): Promise<void> {
  for (const kind of NAMED_KINDS) {
    const former = successions.formerOf(kind);
    if (former.length === 0) continue;
    const { rows: removed } = await sql<{ id: number; slug: string }>`
      delete from ${sql.table(kind)} t
      where id = any(${former}::integer[])
        and not exists (select from ${sql.table(`publication_${kind}`)} m where ${sql.ref(`m.${kind}_id`)} = t.id)
      returning id, slug`.execute(db);
    if (removed.length === 0) continue;
    const replaced = removed.flatMap(({ id, slug }) => {
      const successor = successions.successorOf(kind, id);
      return successor === null ? [] : [{ id, slug, successor }];
    });
    await redirectSlugs(
      db,
      kind,
      replaced.map(({ id, successor }) => ({ from: id, to: successor })),
    );
    await addFormerSlugs(
      db,
      kind,
      replaced.map(({ slug, successor }) => ({ slug, id: successor })),
    );
    await removeLostSlugs(db, kind);
  }
}

/** The publications that any of the authors had a part in. */
export async function findPublicationsOfAuthors(db: Db, authorIds: readonly number[]): Promise<number[]> {
  if (authorIds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select distinct publication_id as id from publication_author
    where author_id = any(${authorIds}::integer[]) order by id`.execute(db);
  return rows.map(({ id }) => id);
}
