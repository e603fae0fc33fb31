import { isInCapitals } from '../text/words.ts';

/** The printed words of a publication's searched fields. Each name and keyword has a list of its own. */
export interface Printed {
  title: readonly string[];
  abstract: readonly string[];
  names: readonly (readonly string[])[];
}

/** A stem: the common part of a word's forms, by which words are searched. */
export interface Stem {
  readonly text: string;
  /** Change of the number of documents with this stem since the vocabulary was last written. */
  change: number;
  /** Its positions and weights in the document that is being made, such as "1A,7C"; empty between documents. */
  places: string;
}

/** A printed word after folding and stemming. */
export interface KnownWord {
  /** The folded word. */
  readonly word: string;
  readonly stem: Stem;
  /** Whether it is a stop word, such as "the". */
  readonly isStop: boolean;
  /** Whether a document has used it since the vocabulary was last written. */
  isUsed: boolean;
}

/** Maximum number of words per field that are searched. More words could exceed the size limit of a tsvector. */
export const MOST_SEARCHED = { title: 500, abstract: 3000, names: 1000 } as const;

/** Distance between the positions of two fields, so that no phrase matches across them. */
const GAP = 10;

/**
 * Makes the search document of a publication in tsvector syntax: each stem with its positions. The title has weight A,
 * names B, the abstract C. Stop words of the abstract are left out, unless they are printed in capitals: WHO is not
 * "who". Side effects: counts the document in each stem's `change`, and marks each word as used.
 */
export function documentOf(printed: Printed, known: ReadonlyMap<string, KnownWord | undefined>): string {
  const stems: Stem[] = [];
  let at = 0;
  const add = (texts: readonly string[], weight: 'A' | 'B' | 'C') => {
    for (const text of texts) {
      at++;
      const word = known.get(text);
      if (word === undefined || (word.isStop && weight === 'C' && !isInCapitals(text))) continue;
      word.isUsed = true;
      const { stem } = word;
      if (stem.places === '') {
        stems.push(stem);
        stem.places = `${at}${weight}`;
      } else stem.places += `,${at}${weight}`;
    }
    at += GAP;
  };
  add(printed.title, 'A');
  add(printed.abstract, 'C');
  let left: number = MOST_SEARCHED.names;
  for (const name of printed.names) {
    if ((left -= name.length) < 0) break;
    add(name, 'B');
  }
  let document = '';
  for (const stem of stems) {
    stem.change++;
    document += `'${stem.text}':${stem.places} `;
    stem.places = '';
  }
  return document;
}
