/** The catalogue as a whole: its size is counted once, and only where it is asked for. */
export interface Catalogue {
  size(): Promise<CatalogueSize>;
}

/** How much the catalogue has. */
export interface CatalogueSize {
  publicationCount: number;
  countryCount: number;
  regionCount: number;
  authorCount: number;
  topicCount: number;
  categoryCount: number;
  years: { from: number; to: number } | null;
}

/** One completed import. */
export interface ImportRun {
  startedAt: string;
  finishedAt: string;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  refusedCount: number;
}
