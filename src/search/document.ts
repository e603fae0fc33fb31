import { isInCapitals, printedTexts } from '../text/words.ts';

/** What of a publication is searched. */
export interface Searched {
  title: string;
  abstract: string | null;
  /** Names of authors, places, topics and categories. */
  names: readonly string[];
}

/** The printed words of it, each name's by itself. */
export interface Printed {
  title: readonly string[];
  abstract: readonly string[];
  names: readonly (readonly string[])[];
}

/** What is known of a printed word. */
export interface KnownWord {
  /** Folded. */
  word: string;
  stem: string;
  /** Too frequent in its language to tell texts apart: "the". */
  isStop: boolean;
}

/** How many words are searched, from the start: a document of many more would be more than PostgreSQL stores. */
export const MOST_SEARCHED = { title: 500, abstract: 3000, names: 1000 } as const;

/** Between two fields: so that no phrase goes over from one into the next. */
const GAP = 10;

export function printedOf({ title, abstract, names }: Searched): Printed {
  return {
    title: printedTexts(title).slice(0, MOST_SEARCHED.title),
    abstract: abstract === null ? [] : printedTexts(abstract).slice(0, MOST_SEARCHED.abstract),
    names: names.map(printedTexts),
  };
}

export interface Document {
  /** As PostgreSQL reads a tsvector: each stem with its places. */
  text: string;
  words: ReadonlySet<KnownWord>;
  stems: Iterable<string>;
}

/**
 * The document of a publication. Frequent words of the abstract are left out, unless they are printed in capitals: WHO is
 * not "who".
 */
export function documentOf(printed: Printed, known: (printed: string) => KnownWord | undefined): Document {
  const places = new Map<string, string>();
  const words = new Set<KnownWord>();
  let at = 0;
  const add = (texts: readonly string[], weight: 'A' | 'B' | 'C') => {
    for (const text of texts) {
      at++;
      const word = known(text);
      if (word === undefined || (word.isStop && weight === 'C' && !isInCapitals(text))) continue;
      words.add(word);
      const before = places.get(word.stem);
      places.set(word.stem, before === undefined ? `${at}${weight}` : `${before},${at}${weight}`);
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
  let text = '';
  for (const [stem, of] of places) text += `'${stem}':${of} `;
  return { text, words, stems: places.keys() };
}
