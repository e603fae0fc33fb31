/** A search as the catalogue understands it. */
export interface Search {
  /** What finds, as PostgreSQL reads a tsquery. */
  query: string;
  /** What ranks: any of the stems that are searched for; null where there are only such as must not occur. */
  rank: string | null;
  /** The search in words. */
  understoodAs: string;
  /** The search with words of the catalogue in place of those that are spelt much like them; null where none is. */
  didYouMean: string | null;
}
