/** What sort of author. */
export type AuthorKind = 'PERSON' | 'ORGANIZATION' | 'UNKNOWN';

/** A person or an organisation. */
export interface Author {
  id: number;
  slug: string;
  name: string;
  sortName: string;
  kind: AuthorKind;
  acronym: string | null;
  aliases: string[];
  /** As `packIdentifier` writes them. */
  identifiers: string[];
}

/** Someone who had a part in the same publications as another. */
export interface CoAuthor {
  author: Author;
  publicationCount: number;
}
