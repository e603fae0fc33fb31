import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Query } from './search.parse.ts';
import type { Correction, Meaning, Meanings } from './search.tsquery.ts';
import { distance, mostMistakes } from './spelling.ts';
import { type FoundWord, findShorterStems, findSimilarWords, findWords } from './vocabulary.queries.ts';

/** How many words of a search are corrected at most, and by how many others each. */
const MOST_CORRECTED = 10;
const MOST_CORRECTIONS = 3;

/** Looks the words of a query up in the catalogue's vocabulary. */
export async function findMeanings({ clauses, excluded }: Query, db: Db): Promise<Meanings> {
  const terms = [...clauses.flat(), ...excluded];
  const prefixes = new Set(
    terms.filter(({ isPrefix }) => isPrefix).map(({ words }) => words.at(-1)?.word ?? ''),
  );
  const words = new Set(terms.flatMap((term) => term.words.map(({ word }) => word)));
  const [found, shorter] = await Promise.all([
    findWords(db, [...words]),
    findShorterStems(db, [...prefixes]),
  ]);
  const misspelt = found
    .filter((word) => !prefixes.has(word.word) && isMisspelt(word))
    .slice(0, MOST_CORRECTED);
  const corrections = await findCorrections(
    db,
    misspelt.map(({ word }) => word),
  );
  const shorterStems = groupBy(shorter, ({ prefix }) => prefix);
  return new Map(
    found.map(({ word, stem, isStop, forms }): [string, Meaning] => [
      word,
      {
        stem,
        isStop,
        forms,
        corrections: corrections.get(word) ?? [],
        shorterStems: (shorterStems.get(word) ?? []).map((of) => of.stem),
      },
    ]),
  );
}

/** Whether a word may be spelt wrong: it has letters, is not short, and the catalogue does not have it. */
function isMisspelt({ word, forms }: FoundWord): boolean {
  return forms.length === 0 && /\p{L}/u.test(word) && mostMistakes(word.length) > 0;
}

/** For each word those of the catalogue that the fewest letters tell from it, where they are few. */
async function findCorrections(db: Db, words: readonly string[]): Promise<Map<string, Correction[]>> {
  const similar = groupBy(await findSimilarWords(db, words), ({ to }) => to);
  return new Map(
    [...similar].map(([word, candidates]) => {
      const apart = candidates.map((of) => ({ of, mistakes: distance(word, of.word) }));
      const fewest = Math.min(mostMistakes(word.length), ...apart.map(({ mistakes }) => mistakes));
      const nearest = apart.filter(({ mistakes }) => mistakes === fewest).map(({ of }) => of);
      return [word, nearest.slice(0, MOST_CORRECTIONS)];
    }),
  );
}
