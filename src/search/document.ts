import { isInCapitals } from '../text/words.ts';

/** The printed words of what is searched of a publication: of each name by itself. */
export interface Printed {
  title: readonly string[];
  abstract: readonly string[];
  names: readonly (readonly string[])[];
}

/** What words are searched by: what their forms have in common. */
export interface Stem {
  readonly text: string;
  /** By how many documents more (or less) have it since the vocabulary was told. */
  change: number;
  /** Its places in the document that is being made: "1A,7C"; empty between documents. */
  places: string;
}

/** What is known of a printed word. */
export interface KnownWord {
  /** Folded. */
  readonly word: string;
  readonly stem: Stem;
  /** Too frequent in its language to tell texts apart: "the". */
  readonly isStop: boolean;
  /** Whether a document has it since the vocabulary was told. */
  isUsed: boolean;
}

/** How many words are searched, from the start: a document of many more would be more than PostgreSQL stores. */
export const MOST_SEARCHED = { title: 500, abstract: 3000, names: 1000 } as const;

/** Between two fields: so that no phrase goes over from one into the next. */
const GAP = 10;

/**
 * The document of a publication as PostgreSQL reads a tsvector: each stem with its places. Frequent words of the abstract
 * are left out, unless they are printed in capitals: WHO is not "who". Its stems and words are noted as used.
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
