/** The words of a publication's searched fields. Each name and keyword has a list of its own. */
export interface SearchedTexts {
  title: readonly KnownWord[];
  abstract: readonly KnownWord[];
  names: readonly (readonly KnownWord[])[];
}

/** A stem: the common part of a word's forms, by which words are searched. */
export interface Stem {
  readonly text: string;
  /** Its start in a document: `'migrat':`. */
  readonly opening: string;
  /** Change of the number of documents with this stem since the vocabulary was last written. */
  change: number;
  /** Its positions and weights in the document that is being made, such as "1A,7C"; empty between documents. */
  places: string;
}

/** A word as a text prints it, after folding and stemming. */
export interface KnownWord {
  /** The folded word; empty if the word has neither letters nor digits. */
  readonly word: string;
  /** Whether it is printed in capitals: WHO is not "who". */
  readonly isInCapitals: boolean;
  /** Null until it is known, and for an empty word. */
  stem: Stem | null;
  /** Whether it is a stop word, such as "the". */
  isStop: boolean;
  /** Whether a document has used it since the vocabulary was last written. */
  isUsed: boolean;
}

/** Maximum number of words per field that are searched. More words could exceed the size limit of a tsvector. */
export const MOST_SEARCHED = { title: 500, abstract: 3000, names: 1000 } as const;

/** Distance between the positions of two fields, so that no phrase matches across them. */
const GAP = 10;

type Weight = 'A' | 'B' | 'C';

/** Positions with each weight as texts, such as "7C" at index 7. Making them again would take most of the time. */
const PLACES: Record<Weight, string[]> = { A: [], B: [], C: [] };

function placeOf(at: number, weight: Weight): string {
  const places = PLACES[weight];
  while (places.length <= at) places.push(`${places.length}${weight}`);
  return places[at] as string;
}

/** Makes a stem that no document has yet. */
export function newStem(text: string): Stem {
  return { text, opening: `'${text}':`, change: 0, places: '' };
}

/**
 * Makes the search document of a publication in tsvector syntax: each stem with its positions. The title has weight A,
 * names B, the abstract C. Stop words of the abstract are left out, unless they are printed in capitals. Side effects:
 * counts the document in each stem's `change`, and marks each word as used.
 */
export function documentOf({ title, abstract, names }: SearchedTexts): string {
  const stems: Stem[] = [];
  let at = 0;
  const add = (words: readonly KnownWord[], weight: Weight) => {
    for (const word of words) {
      at++;
      const { stem } = word;
      if (stem === null || (word.isStop && weight === 'C' && !word.isInCapitals)) continue;
      word.isUsed = true;
      if (stem.places === '') {
        stems.push(stem);
        stem.places = placeOf(at, weight);
      } else stem.places += `,${placeOf(at, weight)}`;
    }
    at += GAP;
  };
  add(title, 'A');
  add(abstract, 'C');
  let left: number = MOST_SEARCHED.names;
  for (const name of names) {
    if ((left -= name.length) < 0) break;
    add(name, 'B');
  }
  let document = '';
  for (const stem of stems) {
    stem.change++;
    document += `${stem.opening}${stem.places} `;
    stem.places = '';
  }
  return document;
}
