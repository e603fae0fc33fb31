import type { Context } from '../api/context.ts';
import { type ConnectionSource, type Edge, PlacedConnection } from '../graphql/connection.ts';
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

/** A list of publications, and what it was asked for with. */
export interface SearchedSource extends ConnectionSource<Publication> {
  readonly search: Search | null;
  /** The search as it was given. */
  readonly searchText: string | null;
  readonly filter: PublicationFilter;
  readonly context: Context;
  countWhere: CountWhere;
}

/** A page of publications with what a search says of it. */
export class SearchedConnection<Source extends SearchedSource = SearchedSource> extends PlacedConnection<
  Publication,
  Source
> {
  override async edges(): Promise<SearchedEdge[]> {
    const { context, search } = this.source;
    const rankOf = ({ id }: Publication) =>
      search && context.loaders.search.rank.load({ id, tiers: search.tiers });
    return (await super.edges()).map((edge) => ({
      ...edge,
      relevance: () => rankOf(edge.node)?.then(relevanceOf) ?? null,
      matchedIn: () => rankOf(edge.node)?.then(matchedOf) ?? null,
      highlights: () => highlights(edge.node, search, context),
    }));
  }

  searchInfo(): SearchInfo | null {
    return this.source.search;
  }

  async relaxations(): Promise<Relaxation[]> {
    if ((await this.totalCount()) > 0) return [];
    const { source } = this;
    const { search, searchText, filter, context } = source;
    const countWhere: CountWhere = (where, without) => source.countWhere(where, without);
    return relaxations({ filter, search, searchText, countWhere }, context);
  }
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
