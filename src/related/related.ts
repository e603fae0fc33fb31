import type { Publication } from '../publication/publication.ts';

/** What publications can have in common, the highest weight first. */
export type RelationKind = 'AUTHOR' | 'WORD' | 'COUNTRY' | 'TOPIC' | 'REGION' | 'CATEGORY';

/** A publication that has something in common with another. */
export interface RelatedPublication {
  publication: Publication;
  /** Names of the shared authors, shared words as in the vocabulary, and ids of everything else. */
  shared: {
    authors: string[];
    words: string[];
    countryIds: number[];
    topicIds: number[];
    regionIds: number[];
    categoryIds: number[];
  };
}
