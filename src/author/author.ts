/** Whether an author is a person or an organization; UNKNOWN if sources don't say. */
export type AuthorKind = 'PERSON' | 'ORGANIZATION' | 'UNKNOWN';

/** A person or an organization. */
export interface Author {
  id: number;
  slug: string;
  name: string;
  sortName: string;
  kind: AuthorKind;
  acronym: string | null;
  aliases: string[];
  /** In the form that `packIdentifier` writes. */
  identifiers: string[];
}

/** An author with publications in common with another author. */
export interface CoAuthor {
  author: Author;
  publicationCount: number;
}
