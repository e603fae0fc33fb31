import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import type { Query } from './search.parse.ts';
import { findCorrections } from './corrections.ts';
import type { Meaning, Meanings } from './search.tsquery.ts';
import { findShorterStems, findWords } from './vocabulary.queries.ts';

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
  const unknown = found.filter(({ word, forms }) => forms.length === 0 && !prefixes.has(word));
  const corrections = await findCorrections(
    db,
    unknown.map(({ word }) => word),
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
