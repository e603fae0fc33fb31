import { type AliasedExpression, type Expression, type InferResult, sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, any, beginsWith } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import type { DB } from '../db/tables.generated.ts';
import { customPlan } from '../db/plans.ts';
import { publicationCount } from '../publication/tally.queries.ts';
import type { AuthorKind } from '../author/author.ts';
import { type Beginnings, RARE, type Typed } from './suggest.words.ts';

/** A publication whose title matches a text. */
export interface SuggestedTitle {
  slug: string;
  title: string;
  titleKey: string;
  year: number | null;
  /** The first author, and the number of authors. */
  author: string | null;
  authorCount: number;
}

/** An author who matches a text. */
export interface SuggestedAuthor {
  slug: string;
  name: string;
  kind: AuthorKind;
  acronym: string | null;
  aliases: string[];
  count: number;
}

/** The maximum of the newest titles to scan, and of the authors of a name. */
const MOST_LOOKED_AT = { newest: 10_000, authors: 1000 } as const;

const author = columnsOf('author');
const publication = columnsOf('publication');

/** True if a key in plain form begins with a text. The index on the key can answer this. */
function begins(key: Expression<string>, text: string): Condition {
  return beginsWith(key, sql`${text}::text`);
}

/**
 * True if, for each word of the text, a word of the names begins with one of the word's alternatives. Plain words have
 * only letters and digits, so they contain no wildcards of LIKE.
 */
function haveWords(names: Expression<string>, words: Beginnings): Condition {
  return all(
    words.map((beginnings) =>
      any(beginnings.map((word) => sql<boolean>`' ' || ${names} like ${`% ${word}%`}::text`)),
    ),
  );
}

/** Selects the titles of a subquery of publications, with their first author. The rows are not ordered. */
function selectTitles(db: Db, found: AliasedExpression<FoundTitle, 'p'>) {
  const authors = db
    .selectFrom('contribution as c')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('c.position').as('position')])
    .whereRef('c.publication_id', '=', sql.ref('p.id'))
    .where('c.role', '=', 'AUTHOR');
  return db
    .selectFrom(found)
    .leftJoinLateral(authors.as('authors'), (join) => join.onTrue())
    .leftJoin('contribution as first', (join) =>
      join.onRef('first.publication_id', '=', 'p.id').onRef('first.position', '=', 'authors.position'),
    )
    .leftJoin('author as a', 'a.id', 'first.author_id')
    .select(({ fn }) => [
      'p.slug',
      'p.title',
      'p.title_key as titleKey',
      'p.year',
      'a.name as author',
      fn.coalesce('authors.count', sql<number>`0`).as('authorCount'),
    ]);
}

/** Selects the columns of publications that suggestions need. */
function selectFound(db: Db) {
  return db
    .selectFrom('publication')
    .select(['publication.id', 'publication.slug', 'publication.title', 'publication.title_key'])
    .select(['publication.year', 'publication.year_key']);
}

type FoundTitle = InferResult<ReturnType<typeof selectFound>>[number];

/** Finds publications whose titles begin with a plain text, ordered by title. */
export async function findTitlesBeginning(db: Db, text: string, first: number): Promise<SuggestedTitle[]> {
  const found = selectFound(db)
    .where(begins(publication('title_key'), text))
    .orderBy('title_key')
    .orderBy('publication.id')
    .limit(first);
  return selectTitles(db, found.as('p')).orderBy('p.title_key').orderBy('p.id').execute();
}

/**
 * Finds publications whose titles have the given words, the newest first.
 * @param stems rare stems: only publications with one of them are scanned; null scans the newest publications
 */
export async function findTitlesWith(
  db: Db,
  words: Beginnings,
  stems: readonly string[] | null,
  first: number,
): Promise<SuggestedTitle[]> {
  const keys = db.selectFrom('publication').select(['publication.id', 'title_key', 'year_key']);
  // The newest publications are read with an index-only scan, so only the columns of that index are selected.
  const lookedAt = stems
    ? keys.where(hasOneOf(stems)).limit(sql.lit(RARE.publications))
    : keys
        .orderBy('year_key', 'desc')
        .orderBy('publication.id', 'desc')
        .limit(sql.lit(MOST_LOOKED_AT.newest));
  const hits = db
    .selectFrom(lookedAt.as('looked_at'))
    .select('looked_at.id')
    .where(({ ref }) => haveWords(ref('looked_at.title_key'), words))
    .orderBy('looked_at.year_key', 'desc')
    .orderBy('looked_at.id', 'desc')
    .limit(first);
  const found = selectFound(db).innerJoin(hits.as('found'), 'found.id', 'publication.id');
  return selectTitles(db, found.as('p')).orderBy('p.year_key', 'desc').orderBy('p.id', 'desc').execute();
}

/** True for publications with one of the stems. Stems have only letters and digits, so they need no escaping. */
function hasOneOf(stems: readonly string[]): Condition {
  const tsquery = stems.map((stem) => `'${stem}'`).join('|');
  return sql<boolean>`${publication('document')} @@ ${tsquery}::tsquery`;
}

/**
 * Finds authors whose names have the given words. Better matches of the plain text come first, then authors with more
 * publications. If all words are single letters, only the beginnings of sort names are searched, because no index finds
 * single letters elsewhere.
 */
export async function findAuthorsNamed(
  db: Db,
  { text, words }: Typed,
  first: number,
): Promise<SuggestedAuthor[]> {
  const a = columnsOf('author', 'a');
  const [line, lineStart] = [`%\n${text}\n%`, `%\n${text}%`];
  return db
    .selectFrom(selectNamedAuthors(db, words, text).as('a'))
    .select(['a.slug', 'a.name', 'a.kind', 'a.acronym', 'a.aliases'])
    .select(publicationCount('author', a('id')).as('count'))
    .orderBy(
      sql`case when e'\n' || ${a('plain_names')} || e'\n' like ${line}::text then 0
        when e'\n' || ${a('plain_names')} like ${lineStart}::text then 1 else 2 end`,
    )
    .orderBy('count', 'desc')
    .orderBy('a.sort_key')
    .orderBy('a.id')
    .limit(first)
    .modifyFront(customPlan)
    .execute();
}

/**
 * Selects the authors to scan. The index finds a single word by its beginning. Several words are found by the letters
 * that they contain, in one scan of the index, in which the rarest decides; the rows tell where the words begin. With
 * beginnings as conditions of the index, PostgreSQL would scan it for each word, and read all names with a frequent one.
 */
function selectNamedAuthors(db: Db, words: Beginnings, text: string) {
  const lengths = words.map((beginnings) => Math.min(...beginnings.map(countLetters)));
  const longest = Math.max(...lengths);
  const authors = db.selectFrom('author').selectAll('author').limit(sql.lit(MOST_LOOKED_AT.authors));
  const byName = authors
    .where(begins(author('sort_key'), text))
    .orderBy('sort_key')
    .orderBy('author.id');
  if (longest < 2) return byName;
  if (longest > 2 && words.length > 1) {
    const contain = words
      .filter((_, i) => (lengths[i] ?? 0) > 2)
      .map((beginnings) => any(beginnings.map(isInNames)));
    const names = sql<string>`replace(${author('plain_names')}, e'\n', ' ')`;
    return authors.where(all([...contain, haveWords(names, words)]));
  }
  const named = authors.where(all(words.map((beginnings) => any(beginnings.map(beginsWordOfName)))));
  if (longest > 2) return named;
  return db
    .selectFrom(sql<DB['author']>`${byName}`.as('author'))
    .selectAll('author')
    .union((eb) => eb.parens(named));
}

function isInNames(text: string): Condition {
  return sql<boolean>`${author('plain_names')} like ${`%${text}%`}::text`;
}

/** True if a word of the author's names begins with a text: at the start of a line, or after a space. */
function beginsWordOfName(text: string): Condition {
  return any(
    ['', '% ', '%\n'].map(
      (before) => sql<boolean>`${author('plain_names')} like ${`${before}${text}%`}::text`,
    ),
  );
}

function countLetters(text: string): number {
  return [...text].length;
}
