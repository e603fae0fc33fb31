/** The catalogue as a whole. Its size is counted once, and only if it is selected. */
export interface Catalogue {
  size(): Promise<CatalogueSize>;
}

/** The number of objects in the catalogue. */
export interface CatalogueSize {
  publicationCount: number;
  countryCount: number;
  regionCount: number;
  authorCount: number;
  topicCount: number;
  categoryCount: number;
  years: { from: number; to: number } | null;
}

/** A completed import. */
export interface ImportRun {
  startedAt: string;
  finishedAt: string;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  refusedCount: number;
}
