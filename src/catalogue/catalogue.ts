/** The catalogue as a whole. Each part is counted when it is asked for. */
export interface Catalogue {
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
