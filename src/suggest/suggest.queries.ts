import { type RawBuilder, sql } from 'kysely';
import { type Condition, all, any } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { AuthorKind } from '../author/author.ts';

/** A publication whose title a text may mean. */
export interface SuggestedTitle {
  slug: string;
  title: string;
  titleKey: string;
  year: number | null;
  /** The first author, and how many there are. */
  author: string | null;
  authorCount: number;
}

/** An author whom a text may mean. */
export interface SuggestedAuthor {
  slug: string;
  name: string;
  kind: AuthorKind;
  acronym: string | null;
  aliases: string[];
  count: number;
}

/** Above whatever begins with a text. */
const LAST = '\u{10FFFF}';

/** Among so many of which words are the texts, titles are looked for: to look at more would take too long. */
const MOST_LOOKED_AT = 3000;

/** True where a key of plain text begins with another; an index on it answers. */
function begins(key: RawBuilder<unknown>, text: string): Condition {
  return sql<boolean>`${key} >= ${text}::text and ${key} < ${text + LAST}::text`;
}

function withAuthors(source: RawBuilder<unknown>, order: RawBuilder<unknown>, first: number) {
  return sql<SuggestedTitle>`
    select p.slug, p.title, p.title_key as "titleKey", p.year, a.name as author, coalesce(c.count, 0) as "authorCount"
    from (${source}) p
    left join lateral (
      select count(*) as count, min(position) as position from contribution
      where publication_id = p.id and role = 'AUTHOR'
    ) c on true
    left join contribution one on one.publication_id = p.id and one.position = c.position
    left join author a on a.id = one.author_id
    order by ${order} limit ${first}::integer`;
}

/** Publications whose titles begin with a plain text, by title. */
export async function findTitlesBeginning(db: Db, text: string, first: number): Promise<SuggestedTitle[]> {
  const source = sql`
    select id, slug, title, title_key, year from publication
    where ${begins(sql`title_key`, text)} order by title_key, id limit ${first}::integer`;
  const { rows } = await withAuthors(source, sql`p.title_key, p.id`, first).execute(db);
  return rows;
}

/**
 * Publications that a search finds (`query`, a tsquery), the newest first: those in whose titles each word of a plain text
 * begins a word, or, of none, in whose titles the search finds its words.
 */
export async function findTitlesWith(
  db: Db,
  query: string,
  text: string | null,
  first: number,
): Promise<SuggestedTitle[]> {
  const isInTitle =
    text === null
      ? sql<boolean>`ts_filter(document, '{a}') @@ ${query}::tsquery`
      : all(text.split(' ').map((word) => sql<boolean>`' ' || title_key like ${`% ${word}%`}::text`));
  const source = sql`
    select * from (
      select id, slug, title, title_key, year, year_key, document from publication
      where document @@ ${query}::tsquery limit ${MOST_LOOKED_AT}::integer
    ) found
    where ${isInTitle} order by year_key desc, id desc limit ${first}::integer`;
  const { rows } = await withAuthors(source, sql`p.year_key desc, p.id desc`, first).execute(db);
  return rows;
}

const author = sql`
  a.slug, a.name, a.kind, a.acronym, a.aliases, coalesce(t.count, 0) as count
  from author a left join tally t
    on t.member_kind = 'all' and t.member_id = 0 and t.kind = 'author' and t.id = a.id`;

/**
 * Authors of whose names each word of a plain text begins a word, the best match first, then by number of publications.
 * Of very short texts only sort names are looked at, for an index can tell no other.
 */
export async function findAuthorsNamed(db: Db, text: string, first: number): Promise<SuggestedAuthor[]> {
  const words = text.split(' ');
  const where = words.some((word) => [...word].length >= 3)
    ? all(words.map(wordBegins))
    : sql<boolean>`a.id in (
        select id from author where ${begins(sql`sort_key`, text)} order by sort_key, id limit ${MOST_LOOKED_AT}::integer)`;
  const { rows } = await sql<SuggestedAuthor>`
    select ${author} where ${where}
    order by
      case when e'\n' || a.plain_names || e'\n' like ${`%\n${text}\n%`}::text then 0
        when e'\n' || a.plain_names like ${`%\n${text}%`}::text then 1 else 2 end,
      count desc, a.sort_key, a.id
    limit ${first}::integer`.execute(db);
  return rows;
}

/** True where a word of the names begins so. A plain word has letters and digits, none of which LIKE reads as a pattern. */
function wordBegins(word: string): Condition {
  const like = (pattern: string) => sql<boolean>`a.plain_names like ${pattern}::text`;
  return any([like(`${word}%`), like(`% ${word}%`), like(`%\n${word}%`)]);
}

/** Authors whose names are spelt much like a plain text, the likest first. */
export async function findAuthorsLike(db: Db, text: string, first: number): Promise<SuggestedAuthor[]> {
  const { rows } = await sql<SuggestedAuthor>`
    select ${author} where ${text}::text <% a.plain_names
    order by word_similarity(${text}::text, a.plain_names) desc, count desc, a.sort_key, a.id
    limit ${first}::integer`.execute(db);
  return rows;
}
