import type { Context } from '../context.ts';
import {
  type Connection,
  type ConnectionSource,
  type Edge,
  createConnection,
} from '../graphql/connection.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import type { Publication } from '../publication/publication.ts';
import { highlight } from './highlight.ts';
import { type CountWhere, type Relaxation, relaxations } from './relaxations.ts';
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

/** A list of publications with its search and filter. */
export interface SearchedSource extends ConnectionSource<Publication> {
  search: Search | null;
  /** The search as the client sent it. */
  searchText: string | null;
  filter: PublicationFilter;
  countWhere: CountWhere;
}

/** A page of publications, with fields about the search. */
export interface SearchedConnection extends Connection<Publication> {
  edges(): Promise<SearchedEdge[]>;
  searchInfo(): SearchInfo | null;
  relaxations(): Promise<Relaxation[]>;
}

/** Makes a page of publications. The fields about the search are null or empty if there is no search. */
export function searchedConnection(source: SearchedSource, context: Context): SearchedConnection {
  const { search } = source;
  const page = createConnection(source);
  const rankOf = ({ id }: Publication) =>
    search && context.loaders.search.rank.load({ id, tiers: search.tiers });
  return {
    ...page,
    edges: async () =>
      (await page.edges()).map((edge) => ({
        ...edge,
        relevance: () => rankOf(edge.node)?.then(relevanceOf) ?? null,
        matchedIn: () => rankOf(edge.node)?.then(matchedOf) ?? null,
        highlights: () => highlights(edge.node, search, context),
      })),
    searchInfo: () => search,
    relaxations: async () => ((await page.totalCount()) > 0 ? [] : relaxations(source, context)),
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
