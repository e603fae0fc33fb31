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

/** What the vocabulary knows of a printed word. */
export interface KnownWord {
  stem: string;
  /** Too frequent in its language to tell texts apart: "the". */
  isStop: boolean;
}

/** A document of more than this, in words, would be more than PostgreSQL stores; of an abstract that long the rest is not searched. */
const MOST_WORDS = 4000;

/** Between two fields: so that no phrase goes over from one into the next. */
const GAP = 10;

export function printedOf({ title, abstract, names }: Searched): Printed {
  return {
    title: printedTexts(title).slice(0, MOST_WORDS / 4),
    abstract: abstract === null ? [] : printedTexts(abstract).slice(0, MOST_WORDS / 2),
    names: names.map(printedTexts),
  };
}

/**
 * The document of a publication, as PostgreSQL reads a tsvector: each stem with its places. Frequent words of the
 * abstract are left out, unless they are printed in capitals: WHO is not "who".
 */
export function documentOf(printed: Printed, known: (printed: string) => KnownWord | undefined): string {
  const places = new Map<string, string>();
  let at = 0;
  const add = (texts: readonly string[], weight: 'A' | 'B' | 'C') => {
    for (const text of texts) {
      at++;
      const word = known(text);
      if (word === undefined || (word.isStop && weight === 'C' && !isInCapitals(text))) continue;
      const before = places.get(word.stem);
      places.set(word.stem, before === undefined ? `${at}${weight}` : `${before},${at}${weight}`);
    }
    at += GAP;
  };
  add(printed.title, 'A');
  add(printed.abstract, 'C');
  let left = MOST_WORDS / 4;
  for (const name of printed.names) {
    if ((left -= name.length) < 0) break;
    add(name, 'B');
  }
  let document = '';
  for (const [stem, at] of places) document += `'${stem}':${at} `;
  return document;
}
