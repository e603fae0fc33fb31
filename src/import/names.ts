import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { plain, slugify } from '../text/plain.ts';
import type { AuthorRecord, PublicationRecord } from './record.ts';

/** Database ids by slug. */
export type Ids = ReadonlyMap<string, number>;

/** The ids of all that some publications name; what did not exist was created. */
export interface NamedIds {
  authors: Ids;
  topics: Ids;
  categories: Ids;
}

/** Finds or creates the authors, topics and categories that the records name. */
export async function findOrCreateNamed(db: Db, records: readonly PublicationRecord[]): Promise<NamedIds> {
  return {
    topics: await findOrCreateFiled(db, 'topic', new Set(records.flatMap(({ topics }) => topics))),
    categories: await findOrCreateFiled(
      db,
      'category',
      new Set(records.flatMap(({ categories }) => categories)),
    ),
    authors: await findOrCreateAuthors(
      db,
      records.flatMap(({ contributions }) => contributions.map(({ author }) => author)),
    ),
  };
}

async function findOrCreateFiled(
  db: Db,
  table: 'topic' | 'category',
  names: ReadonlySet<string>,
): Promise<Ids> {
  if (names.size === 0) return new Map();
  const rows = [...names].map((name) => ({ slug: slugify(name), name, sort_key: plain(name) }));
  await sql`
    insert into ${sql.table(table)} (slug, name, sort_key)
    select slug, name, sort_key from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (slug) do nothing`.execute(db);
  return findIds(
    db,
    table,
    rows.map(({ slug }) => slug),
  );
}

async function findIds(
  db: Db,
  table: 'topic' | 'category' | 'author',
  slugs: readonly string[],
): Promise<Ids> {
  const { rows } = await sql<{ id: number; slug: string }>`
    select id, slug from ${sql.table(table)} where slug = any(${slugs}::text[])`.execute(db);
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** Adds to an author that exists what a record knows more of: its kind, its acronym, another name. */
async function findOrCreateAuthors(db: Db, authors: readonly AuthorRecord[]): Promise<Ids> {
  if (authors.length === 0) return new Map();
  const bySlug = new Map(authors.map((author) => [slugify(author.name), author]));
  const rows = [...bySlug].map(([slug, { name, sortName, kind, acronym, aliases }]) => ({
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
  }));
  const columns = sql`slug, name, sort_name, sort_key, plain_names, kind, acronym, aliases`;
  const lines = (text: string) => sql`string_to_array(${sql.ref(text)}, e'\n')`;
  await sql`
    insert into author (${columns})
    select ${columns} from json_populate_recordset(null::author, ${JSON.stringify(rows)}::json)
    on conflict (slug) do update set
      kind = case when author.kind = 'UNKNOWN' then excluded.kind else author.kind end,
      acronym = coalesce(author.acronym, excluded.acronym),
      aliases = author.aliases || array(select unnest(excluded.aliases) except select unnest(author.aliases) order by 1),
      plain_names = array_to_string(${lines('author.plain_names')} || array(
        select unnest(${lines('excluded.plain_names')}) except select unnest(${lines('author.plain_names')}) order by 1
      ), e'\n')
    where (author.kind = 'UNKNOWN' and excluded.kind <> 'UNKNOWN')
      or (author.acronym is null and excluded.acronym is not null)
      or not author.aliases @> excluded.aliases`.execute(db);
  return findIds(db, 'author', [...bySlug.keys()]);
}

/** Removes those of the authors, topics and categories that no publication names any more. */
export async function removeUnnamed(
  db: Db,
  ids: { authors: number[]; topics: number[]; categories: number[] },
): Promise<void> {
  const kinds = [
    ['author', ids.authors],
    ['topic', ids.topics],
    ['category', ids.categories],
  ] as const;
  for (const [kind, candidates] of kinds)
    if (candidates.length > 0)
      await sql`
        delete from ${sql.table(kind)} t
        where id = any(${candidates}::integer[])
          and not exists (select from ${sql.table(`publication_${kind}`)} m where ${sql.ref(`m.${kind}_id`)} = t.id)`.execute(
        db,
      );
}
