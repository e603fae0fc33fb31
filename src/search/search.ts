/** A search as the catalogue understands it: what lists need, and functions for what is rarely asked. */
export interface Search {
  /** What finds, as PostgreSQL reads a tsquery. */
  query: string;
  /** By which its hits are ordered, the best first; at least one. */
  tiers: readonly Tier[];
  /** How many publications match at most, as far as the vocabulary tells; null if it doesn't. */
  countAtMost: number | null;
  /** The stem that is all that is searched for or excluded, if the vocabulary counts it; else null. */
  soleStem: SoleStem | null;
  /** The search in words. */
  understoodAs(): string;
  /** The search with words of the catalogue in place of those that are spelt much like them; null where none is. */
  didYouMean(): string | null;
  /** What of it stands in a text that it finds. */
  spots(): readonly Spot[];
  /** The first things that it demands, at most so many. */
  conditions(most: number): readonly SearchCondition[];
}

/** A stem that publications have to have, or not to have. */
export interface SoleStem {
  stem: string;
  isExcluded: boolean;
}

/** Where the words of a search stand in a publication: a value of the schema. */
export type Matched = 'TITLE_PHRASE' | 'TITLE' | 'NAMES' | 'ABSTRACT';

/** A part of what a search finds, by where its words stand. */
export interface Tier {
  /** Null if nothing is searched for, only excluded. */
  matched: Matched | null;
  /** True of this tier's hits and of better ones: a tsquery. */
  query: string;
  /** True of this tier's hits alone: a tsquery. */
  only: string;
  /** `query` without weights, for the index of the words of title, or of title and names. */
  indexed: string;
}

/** Words that stand together, in this order. */
export type Spot = readonly SpotWord[];

export interface SpotWord {
  /** Its place behind the first. */
  at: number;
  /** The folded words that it may be. */
  forms: ReadonlySet<string>;
  /** What it may begin with instead; null where it has to be one of the forms. */
  prefix: string | null;
}

export interface SearchCondition {
  /** In words. */
  text: string;
  /** What finds without it; null where nothing else is searched for. */
  rest: string | null;
  /** The search without it, as a text to search for; null where nothing else is searched for. */
  restText: string | null;
}
