import type { MembershipKind } from '../publication/memberships.ts';

/** The catalogue as a whole. Its size is counted once, and only if it is selected. */
export interface Catalogue {
  size(): Promise<CatalogueSize>;
}

/** The number of objects in the catalogue. */
export type CatalogueSize = Record<'publicationCount' | `${MembershipKind}Count`, number> & {
  years: { from: number; to: number } | null;
};

/** A completed import. */
export interface ImportRun {
  startedAt: string;
  finishedAt: string;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  refusedCount: number;
}
