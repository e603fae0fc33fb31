/** A search as the catalogue understands it: what lists need, and functions for what is rarely asked. */
export interface Search {
  /** What finds, as PostgreSQL reads a tsquery. */
  query: string;
  /** What ranks: any of the stems that are searched for; null where there are only such as must not occur. */
  rank: string | null;
  /** The search in words. */
  understoodAs(): string;
  /** The search with words of the catalogue in place of those that are spelt much like them; null where none is. */
  didYouMean(): string | null;
  /** What of it stands in a text that it finds. */
  spots(): readonly Spot[];
  /** The first things that it demands, at most so many. */
  conditions(most: number): readonly SearchCondition[];
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
