import type { Context } from '../graphql/context.ts';
import {
  type Connection,
  type ConnectionSource,
  type Edge,
  PlacedConnection,
} from '../graphql/connection.ts';
import type { PublicationFilter } from '../graphql/schema.generated.ts';
import type { Publication } from '../publication/publication.ts';
import { highlight } from './highlight.ts';
import { type CountWhere, type Relaxation, relaxations } from './relaxations.ts';
import type { Search } from './search.ts';

interface SearchInfo {
  understoodAs: () => string;
  didYouMean: () => string | null;
  relaxations: () => Promise<Relaxation[]>;
}

interface Highlight {
  field: 'TITLE' | 'ABSTRACT';
  snippet: string;
}

interface SearchedEdge extends Edge<Publication> {
  relevance: () => Promise<number> | null;
  highlights: () => Promise<Highlight[]>;
}

/** A page of publications with what a search says of it. */
export interface SearchedConnection extends Connection<Publication> {
  edges(): Promise<SearchedEdge[]>;
  searchInfo(): SearchInfo | null;
}

/** What the page's list was asked for with. */
interface Searched {
  search: Search | null;
  filter?: PublicationFilter | null;
  countWhere: CountWhere;
}

/** A page of publications. */
export function searchedConnection(
  source: ConnectionSource<Publication>,
  searched: Searched,
  context: Context,
): SearchedConnection {
  return new SearchedPage(source, searched, context);
}

class SearchedPage extends PlacedConnection<Publication> implements SearchedConnection {
  private readonly searched: Searched;
  private readonly context: Context;

  constructor(source: ConnectionSource<Publication>, searched: Searched, context: Context) {
    super(source);
    this.searched = searched;
    this.context = context;
  }

  override async edges(): Promise<SearchedEdge[]> {
    const { context } = this;
    const { search } = this.searched;
    return (await super.edges()).map((edge) => ({
      ...edge,
      relevance: () =>
        search && context.loaders.search.relevance.load({ id: edge.node.id, rank: search.rank }),
      highlights: () => highlights(edge.node, search, context),
    }));
  }

  searchInfo(): SearchInfo | null {
    const { search, filter, countWhere } = this.searched;
    return (
      search && {
        ...search,
        relaxations: async () =>
          (await this.totalCount()) > 0
            ? []
            : relaxations({ filter: filter ?? {}, search, countWhere }, this.context),
      }
    );
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
