import type { Db } from '../db/database.ts';
import type { Reference } from '../reference/reference.ts';
import type { Query } from './search.parse.ts';
import { findCorrections } from './corrections.ts';
import type { Meaning, Meanings } from './search.tsquery.ts';
import { findPrefixes } from './beginnings.queries.ts';
import { type FoundWord, findWords, isCounted } from './vocabulary.queries.ts';

/** Maximum number of cached words per snapshot of the reference data. */
const MOST_REMEMBERED = 20_000;

/**
 * Caches known words per snapshot of the reference data, so that frequent words are not looked up again. Unknown words
 * are not cached, because an import may add them.
 */
const remembered = new WeakMap<Reference, Map<string, FoundWord>>();

async function findKnownWords(
  words: readonly string[],
  { db, reference }: SearchedCatalogue,
): Promise<FoundWord[]> {
  const known = remembered.get(reference) ?? new Map<string, FoundWord>();
  remembered.set(reference, known);
  const found = await findWords(
    db,
    words.filter((word) => !known.has(word)),
  );
  const before = words.map((word) => known.get(word)).filter((word) => word !== undefined);
  if (known.size > MOST_REMEMBERED) known.clear();
  for (const word of found) if (word.forms.length > 0) known.set(word.word, word);
  return [...before, ...found];
}

/** The database and the reference data in which words are looked up. */
export interface SearchedCatalogue {
  db: Db;
  reference: Reference;
}

/** Looks up the words of a query in the catalogue's vocabulary. Returns their meanings by folded word. */
export async function findMeanings(
  { clauses, excluded }: Query,
  catalogue: SearchedCatalogue,
): Promise<Meanings> {
  const { db } = catalogue;
  const terms = [...clauses.flat(), ...excluded];
  const prefixes = new Set(
    terms.filter(({ isPrefix }) => isPrefix).map(({ words }) => words.at(-1)?.word ?? ''),
  );
  const words = new Set(terms.flatMap((term) => term.words.map(({ word }) => word)));
  const [found, begun] = await Promise.all([
    findKnownWords([...words], catalogue),
    findPrefixes(db, [...prefixes]),
  ]);
  const unknown = found.filter(({ word, forms }) => forms.length === 0 && !prefixes.has(word));
  const corrections = await findCorrections(
    db,
    unknown.map(({ word }) => word),
  );
  const beginnings = new Map(begun.map((beginning) => [beginning.prefix, beginning]));
  return new Map(
    found.map(({ word, stem, isStop, forms, documents, publications }): [string, Meaning] => {
      const beginning = beginnings.get(word);
      return [
        word,
        {
          stem,
          isStop,
          forms,
          documents: beginning ? beginning.documents : isCounted(stem) ? documents : null,
          publications,
          corrections: corrections.get(word) ?? [],
          shorterStems: beginning?.stems ?? [],
        },
      ];
    }),
  );
}
