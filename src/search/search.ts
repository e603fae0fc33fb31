/** A translated search. Rarely selected parts are functions, so that they are computed only when needed. */
export interface Search {
  /** The condition, in tsquery syntax. */
  query: string;
  /** The tiers that hits are ordered by, best first; at least one. */
  tiers: readonly Tier[];
  /** An estimate of the number of matches, from the vocabulary's counts. */
  countExpected: number;
  /** `countExpected` as a share of the catalogue, 0 to 1. */
  shareExpected: number;
  /** The search as conditions on stems; null if it has a phrase or a prefix. */
  stemClauses: readonly StemClause[] | null;
  /** Describes the search in words. */
  understoodAs(): string;
  /** The search text with misspelled words corrected; null if there is no correction. */
  didYouMean(): string | null;
  /** The words and phrases to highlight in a text. */
  spots(): readonly Spot[];
  /** The first `most` conditions of the search, each with the search without it. */
  conditions(most: number): readonly SearchCondition[];
}

/** Stems of which publications must have at least one or, if they are excluded, none. */
export interface StemClause {
  stems: readonly CountedStem[];
  isExcluded: boolean;
}

/** A stem with the number of publications that have it; null if the vocabulary doesn't count it. */
export interface CountedStem {
  stem: string;
  documents: number | null;
}

/** Where a publication matches a search: an enum of the GraphQL schema. */
export type Matched = 'TITLE_PHRASE' | 'TITLE' | 'NAMES' | 'ABSTRACT';

/** A part of a search's hits, by where they match. */
export interface Tier {
  /** Null if nothing is searched for, only excluded. */
  matched: Matched | null;
  /** A tsquery that matches the hits of this tier and of better tiers. */
  query: string;
  /** A tsquery that matches the hits of this tier only. */
  only: string;
  /** `query` without weights, for the indexes over the words of the title, or of title and names. */
  indexed: string;
}

/** A word or phrase to highlight: its words in this order. */
export type Spot = readonly SpotWord[];

export interface SpotWord {
  /** Its distance from the first word. */
  at: number;
  /** The folded words that match. */
  forms: ReadonlySet<string>;
  /** A prefix of further matching words; null if only `forms` match. */
  prefix: string | null;
}

/** A condition of a search: a clause or an exclusion. */
export interface SearchCondition {
  /** The condition in words. */
  text: string;
  /** The search without this condition, in tsquery syntax; null if nothing is left. */
  rest: string | null;
  /** The search without this condition, as a search text; null if nothing is left. */
  restText: string | null;
}
