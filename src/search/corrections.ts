import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Correction } from './search.tsquery.ts';
import { distance, mostMistakes } from '../text/spelling.ts';
import { findSimilarWords } from './similar.queries.ts';

/** Maximum number of corrected words per search, and of corrections per word. */
const MOST_CORRECTED = 10;
const MOST_CORRECTIONS = 3;

/**
 * Finds, for each unknown word, the closest words of the catalogue's vocabulary by edit distance. Short words and
 * numbers are not corrected, because too many words are similar to them.
 * @returns the corrections by unknown word; words without any are absent
 */
export async function findCorrections(
  db: Db,
  unknown: readonly string[],
): Promise<Map<string, Correction[]>> {
  const words = unknown.filter((word) => /\p{L}/u.test(word) && mostMistakes(word.length) > 0);
  const similar = groupBy(await findSimilarWords(db, words.slice(0, MOST_CORRECTED)), ({ to }) => to);
  return new Map(
    [...similar].map(([word, candidates]) => {
      const apart = candidates.map((candidate) => ({ candidate, mistakes: distance(word, candidate.word) }));
      const fewest = Math.min(mostMistakes(word.length), ...apart.map(({ mistakes }) => mistakes));
      const nearest = apart.filter(({ mistakes }) => mistakes === fewest).map(({ candidate }) => candidate);
      return [word, nearest.slice(0, MOST_CORRECTIONS)];
    }),
  );
}
