import type { ReferenceKind } from '../publication/memberships.ts';
import type { Publication } from '../publication/publication.ts';

/** A publication that has something in common with another. */
export interface RelatedPublication {
  publication: Publication;
  /** Names of the shared authors, shared words as in the vocabulary, and the ids of everything else. */
  shared: Record<'authors' | 'words', string[]> & Record<ReferenceKind, number[]>;
}
