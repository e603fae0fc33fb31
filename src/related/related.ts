import type { Publication } from '../publication/publication.ts';

/** What publications can have in common; what counts most first. */
export type RelationKind = 'AUTHOR' | 'WORD' | 'COUNTRY' | 'TOPIC' | 'REGION' | 'CATEGORY';

/** A publication that has something in common with another. */
export interface RelatedPublication {
  publication: Publication;
  /** By the names of authors, as words of the vocabulary, and by the ids of all else. */
  shared: {
    authors: string[];
    words: string[];
    countryIds: number[];
    topicIds: number[];
    regionIds: number[];
    categoryIds: number[];
  };
}
