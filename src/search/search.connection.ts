import type { Context } from '../context.ts';
import type { Connection, Edge } from '../graphql/connection.ts';
import type { Publication } from '../publication/publication.ts';
import { highlight } from './highlight.ts';
import type { Relaxation } from './relaxations.ts';
import { matchedOf, relevanceOf } from './relevance.ts';
import type { Matched, Search } from './search.ts';

interface SearchInfo {
  understoodAs: () => string;
  didYouMean: () => string | null;
}

interface Highlight {
  field: 'TITLE' | 'ABSTRACT';
  snippet: string;
}

interface SearchedEdge extends Edge<Publication> {
  relevance: () => Promise<number> | null;
  matchedIn: () => Promise<Matched | null> | null;
  highlights: () => Promise<Highlight[]>;
}

/** A page of publications, with fields about the search. */
export interface SearchedConnection extends Connection<Publication> {
  edges(): Promise<SearchedEdge[]>;
  searchInfo(): SearchInfo | null;
  relaxations(): Promise<Relaxation[]>;
}

/** Adds the fields about the search to an edge. They are null or empty if there is no search. */
export function toSearchedEdge(
  edge: Edge<Publication>,
  search: Search | null,
  context: Context,
): SearchedEdge {
  const { node } = edge;
  const rank = () => search && context.loaders.search.rank.load({ id: node.id, tiers: search.tiers });
  return {
    ...edge,
    relevance: () => rank()?.then(relevanceOf) ?? null,
    matchedIn: () => rank()?.then(matchedOf) ?? null,
    highlights: () => highlights(node, search, context),
  };
}

async function highlights(
  { id, title, abstract }: Publication,
  search: Search | null,
  { loaders }: Context,
): Promise<Highlight[]> {
  const spots = search?.spots() ?? [];
  if (spots.length === 0) return [];
  const text = abstract === undefined ? await loaders.publication.abstract.load(id) : abstract;
  return (
    [
      { field: 'TITLE', snippet: highlight(title, spots) },
      { field: 'ABSTRACT', snippet: text === null ? null : highlight(text, spots) },
    ] as const
  ).flatMap(({ field, snippet }) => (snippet === null ? [] : [{ field, snippet }]));
}
