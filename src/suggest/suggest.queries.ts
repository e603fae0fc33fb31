import { type RawBuilder, sql } from 'kysely';
import { type Condition, all, any } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { publicationCount } from '../publication/tally.queries.ts';
import { FOR_ITS_VALUES } from '../db/plans.ts';
import type { AuthorKind } from '../author/author.ts';
import { type Beginnings, RARE, type Typed } from './suggest.words.ts';

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

/** How many titles of the newest publications, and how many authors of a name, are looked at. */
const MOST_LOOKED_AT = { newest: 10_000, authors: 1000 } as const;

/** Above whatever begins with a text. */
const LAST = '\u{10FFFF}';

/** True where a key of plain text begins with another; an index on it answers. */
function begins(key: RawBuilder<unknown>, text: string): Condition {
  return sql<boolean>`${key} >= ${text}::text and ${key} < ${text + LAST}::text`;
}

/**
 * True where, for each word, a word of the names begins like one of its beginnings. A plain word has letters and digits, none
 * of which LIKE reads as a pattern.
 */
function haveWords(names: RawBuilder<unknown>, words: Beginnings): Condition {
  return all(
    words.map((beginnings) =>
      any(beginnings.map((word) => sql<boolean>`' ' || ${names} like ${`% ${word}%`}::text`)),
    ),
  );
}

/** Of the publications `p`. */
const titleColumns = sql`p.id, p.slug, p.title, p.title_key, p.year, p.year_key`;

function withAuthors(source: RawBuilder<unknown>, order: RawBuilder<unknown>) {
  return sql<SuggestedTitle>`
    select p.slug, p.title, p.title_key as "titleKey", p.year, a.name as author, coalesce(c.count, 0) as "authorCount"
    from (${source}) p
    left join lateral (
      select count(*) as count, min(position) as position from contribution
      where publication_id = p.id and role = 'AUTHOR'
    ) c on true
    left join contribution one on one.publication_id = p.id and one.position = c.position
    left join author a on a.id = one.author_id
    order by ${order}`;
}

/** Publications whose titles begin with a plain text, by title. */
export async function findTitlesBeginning(db: Db, text: string, first: number): Promise<SuggestedTitle[]> {
  const source = sql`
    select ${titleColumns} from publication p
    where ${begins(sql`title_key`, text)} order by title_key, id limit ${first}::integer`;
  const { rows } = await withAuthors(source, sql`p.title_key, p.id`).execute(db);
  return rows;
}

/**
 * Publications whose titles have words, the newest first.
 * @param stems of which one is in each of these publications, few of them having one; null looks at the newest publications
 */
export async function findTitlesWith(
  db: Db,
  words: Beginnings,
  stems: readonly string[] | null,
  first: number,
): Promise<SuggestedTitle[]> {
  // The newest are read off an index that has nothing but this.
  const lookedAt = stems
    ? sql`where document @@ ${stems.map((stem) => `'${stem}'`).join('|')}::tsquery limit ${sql.lit(RARE.publications)}`
    : sql`order by year_key desc, id desc limit ${sql.lit(MOST_LOOKED_AT.newest)}`;
  const source = sql`
    select ${titleColumns} from (
      select id from (select id, title_key, year_key from publication ${lookedAt}) looked_at
      where ${haveWords(sql`title_key`, words)} order by year_key desc, id desc limit ${first}::integer
    ) found join publication p using (id)`;
  const { rows } = await withAuthors(source, sql`p.year_key desc, p.id desc`).execute(db);
  return rows;
}

/**
 * Authors whose names have words, the best match of a plain text first, then by number of publications. If all words are single
 * letters, only the beginnings of sort names are looked at: an index tells no others.
 */
export async function findAuthorsNamed(
  db: Db,
  { text, words }: Typed,
  first: number,
): Promise<SuggestedAuthor[]> {
  const { rows } = await sql<SuggestedAuthor>`${sql.raw(FOR_ITS_VALUES)}
    select a.slug, a.name, a.kind, a.acronym, a.aliases,
      ${publicationCount('author', sql`a.id`)} as count
    from (${namedAuthors(words, text)}) a
    order by
      case when e'\n' || a.plain_names || e'\n' like ${`%\n${text}\n%`}::text then 0
        when e'\n' || a.plain_names like ${`%\n${text}%`}::text then 1 else 2 end,
      count desc, a.sort_key, a.id
    limit ${first}::integer`.execute(db);
  return rows;
}

/** The authors that are looked at. The index answers for the longest word. */
function namedAuthors(words: Beginnings, text: string): RawBuilder<unknown> {
  const lengthOf = (beginnings: readonly string[]) => Math.min(...beginnings.map((word) => [...word].length));
  const [longest = []] = [...words].sort((a, b) => lengthOf(b) - lengthOf(a));
  const authors = (where: Condition) =>
    sql`select * from author where ${where} limit ${sql.lit(MOST_LOOKED_AT.authors)}`;
  const have = haveWords(sql`replace(plain_names, e'\n', ' ')`, words);
  if (lengthOf(longest) >= 3)
    return authors(
      all([any(longest.map((word) => sql<boolean>`plain_names like ${`%${word}%`}::text`)), have]),
    );
  const byName = sql`select * from author where ${begins(sql`sort_key`, text)}
    order by sort_key, id limit ${sql.lit(MOST_LOOKED_AT.authors)}`;
  if (lengthOf(longest) < 2) return byName;
  // Two letters are enough for the index if a word begins with them: of a line or after a blank.
  const starts = any(
    longest.flatMap((word) =>
      ['', '% ', '%\n'].map((before) => sql<boolean>`plain_names like ${`${before}${word}%`}::text`),
    ),
  );
  return sql`(${byName}) union (${authors(all([starts, have]))})`;
}
