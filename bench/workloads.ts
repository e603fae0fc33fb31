import type { Db } from '../src/db/database.ts';
import { sql } from 'kysely';
import { countryCodes, slugOf } from './data/publications.ts';
import { vocabulary } from './data/words.ts';
import { between, distinct, pick, seededRandom } from './random.ts';

/** Variables of each workload's operation. `page` is the number of pages before the requested one. */
export interface Variables {
  W1: { slug: string };
  W2: { code: string; page: number };
  W3: { codes: string[] };
  W4: { words: string };
  W5: { topic: string | null; word: string | null };
  W6: { topic: string; page: number };
  W7: { slugs: string[] };
}

export type WorkloadName = keyof Variables;

export const workloads: Record<WorkloadName, string> = {
  W1: 'one publication: title, abstract, year, countries, regions, authors',
  W2: 'a page of the newest 20 of a country, half of the time from a cursor',
  W3: '10 countries, 10 publications of each, their authors, 3 titles of each author',
  W4: 'search for two words, ranked, 20 hits with title, year, authors',
  W5: 'facets by country, region and year, of a topic or of a word that is searched for',
  W6: 'totalCount and 20 items of a topic, with countries, half of the time from a cursor',
  W7: '100 federation entities by id with title, year, countries',
};

/** The compared fields of the answers, in a form that doesn't depend on the contender's schema. */
interface Named {
  name: string;
}
export interface Bucket {
  value: string;
  count: number;
}
interface Listed {
  title: string;
  year: number;
  countries: string[];
}
export interface Answers {
  W1: Listed & { abstract: string; regions: string[]; authors: Named[] };
  W2: { hasNextPage: boolean; nodes: (Listed & { regions: string[]; authors: Named[] })[] };
  W3: { name: string; publications: { title: string; authors: { name: string; titles: string[] }[] }[] }[];
  W4: { title: string; year: number; authors: Named[] }[];
  W5: Record<'countries' | 'regions' | 'years', Bucket[]>;
  W6: { totalCount: number; nodes: Omit<Listed, 'year'>[] };
  W7: Listed[];
}

/** Number of variable sets per operation. */
const VARIETY = 3000;
const FURTHEST_PAGE = 5;

/** Draws the variables of each operation. The same catalogue gives the same variables. */
export async function drawVariables(
  db: Db,
  size: number,
): Promise<{ [Name in WorkloadName]: Variables[Name][] }> {
  const random = seededRandom(size + 1);
  const { rows: topics } = await sql<{ slug: string }>`select slug from topic order by id`.execute(db);
  // Only frequent countries, because the others have too few publications for further pages in a small catalogue.
  const frequent = countryCodes.slice(0, 100);
  const slug = () => slugOf(between(random, 0, size - 1));
  const page = () => (random() < 0.5 ? 0 : between(random, 1, FURTHEST_PAGE));
  const draw = <T>(one: () => T) => Array.from({ length: VARIETY }, one);
  const texts = await findTellingWords(db, draw(slug));
  return {
    W1: draw(() => ({ slug: slug() })),
    W2: draw(() => ({ code: pick(random, frequent), page: page() })),
    W3: draw(() => ({ codes: distinct(10, () => pick(random, countryCodes)) })),
    W4: texts.map((words) => ({ words: distinct(2, () => pick(random, words)).join(' ') })),
    W5: texts.map((words, i) =>
      i % 2 ? { topic: pick(random, topics).slug, word: null } : { topic: null, word: pick(random, words) },
    ),
    W6: draw(() => ({ topic: pick(random, topics).slug, page: page() })),
    W7: draw(() => ({ slugs: distinct(100, slug) })),
  };
}

/** Returns, per abstract, its words that are neither very frequent nor very rare. */
async function findTellingWords(db: Db, slugs: readonly string[]): Promise<string[][]> {
  const ranks = new Map(vocabulary.map((word, rank) => [word, rank]));
  const isTelling = (word: string) => {
    const rank = ranks.get(word) ?? 0;
    return rank >= 300 && rank < 3000;
  };
  const { rows } = await sql<{ abstract: string }>`
    select abstract from publication where slug = any(${slugs}::text[]) order by id`.execute(db);
  return rows
    .map(
      ({ abstract }) =>
        abstract
          .toLowerCase()
          .match(/[a-z]+/g)
          ?.filter(isTelling) ?? [],
    )
    .filter((words) => new Set(words).size > 1);
}
