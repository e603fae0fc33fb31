import { Suspense, lazy, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import type { PublicationFilter } from '../generated/graphql.ts';
import {
  type Dimension,
  type Sort,
  type Update,
  isNarrowed,
  toExportAddress,
  toFilter,
  toOrder,
} from '../state.ts';
import { texts } from '../texts.ts';
import { useListState } from '../useListState.ts';
import { Boundary } from './Boundary.tsx';
import { Chosen } from './Chosen.tsx';
import { Downloads } from './Downloads.tsx';
import { Empty } from './Empty.tsx';
import { Facets } from './Facets.tsx';
import { PublicationCard } from './PublicationCard.tsx';
import { ShowQuery } from './ShowQuery.tsx';
import { Failure, Skeleton } from './states.tsx';

const PUBLICATIONS = graphql(`
  query Publications(
    $search: String
    $filter: PublicationFilter
    $orderBy: PublicationOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
    $isSearch: Boolean!
  ) {
    publications(
      search: $search
      filter: $filter
      orderBy: $orderBy
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      searchInfo {
        understoodAs
        didYouMean
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
      edges {
        cursor
        highlights @include(if: $isSearch) {
          field
          snippet
        }
        node {
          id
          ...PublicationCard
        }
      }
    }
  }
`);

const PAGE_SIZE = 20;

const Charts = lazy(() => import('../charts/Charts.tsx'));

/**
 * A list of publications with filters, sorting, pages and charts. Its state is in the address. `scope` is the filter of
 * the page, and `fixed` the dimension that the scope determines, so that its facet is hidden.
 */
export function PublicationList({ scope, fixed }: { scope?: PublicationFilter; fixed?: Dimension }) {
  const [state, update] = useListState();
  const [areFiltersShown, setFiltersShown] = useState(false);
  const search = state.search.trim() || null;
  const filter = toFilter(state, scope);
  const variables = {
    ...{ search, filter, orderBy: toOrder(state), isSearch: search !== null },
    ...(state.before ? { last: PAGE_SIZE, before: state.before } : { first: PAGE_SIZE, after: state.after }),
  };
  const [{ data, error, fetching }, ask] = useQuery({
    query: PUBLICATIONS,
    variables,
    pause: state.view === 'charts',
  });
  const retry = () => ask({ requestPolicy: 'network-only' });
  const found = data?.publications;
  return (
    <div className="browse">
      <button
        type="button"
        className="filters-toggle"
        aria-expanded={areFiltersShown}
        onClick={() => setFiltersShown(!areFiltersShown)}
      >
        {areFiltersShown ? texts.facets.hide : texts.facets.show}
      </button>
      <Facets {...{ state, update, search, filter, fixed }} isShown={areFiltersShown} />
      <section className="results" aria-busy={fetching}>
        <div className="toolbar">
          <h2>
            <span role="status">
              {found?.totalCount != null && state.view === 'list' && texts.list.count(found.totalCount)}
              {state.view === 'charts' && texts.view.charts}
            </span>
          </h2>
          <Views view={state.view} update={update} />
          {state.view === 'list' && <SortMenu sort={state.sort} isSearch={search !== null} update={update} />}
          {state.view === 'list' && (
            <Downloads addressOf={(format) => toExportAddress(state, filter, format)} />
          )}
          {state.view === 'list' && <ShowQuery document={PUBLICATIONS} variables={variables} />}
        </div>
        <Chosen state={state} update={update} />
        {state.view === 'charts' ? (
          <Boundary>
            <Suspense fallback={<Skeleton lines={8} />}>
              <Charts {...{ state, update, search, filter }} />
            </Suspense>
          </Boundary>
        ) : (
          <>
            {search && found?.searchInfo && <SearchInfo {...found.searchInfo} />}
            {error && <Failure error={error} onRetry={retry} />}
            {!found && fetching && <Skeleton lines={12} />}
            {found?.totalCount === 0 && (
              <Empty {...{ state, update, search, filter }} isNarrowed={isNarrowed(state)} />
            )}
            <ol className={fetching ? 'cards stale' : 'cards'}>
              {found?.edges.map(({ cursor, node, highlights }) => (
                <li key={cursor}>
                  <PublicationCard publication={node} highlights={highlights ?? undefined} />
                </li>
              ))}
            </ol>
            {found && <Pager {...found.pageInfo} update={update} />}
          </>
        )}
      </section>
    </div>
  );
}

function Views({ view, update }: { view: 'list' | 'charts'; update: Update }) {
  return (
    <div role="group" aria-label={texts.view.label} className="segments">
      {(['list', 'charts'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => update({ view: name })}>
          {texts.view[name]}
        </button>
      ))}
    </div>
  );
}

function SortMenu({ sort, isSearch, update }: { sort: Sort | null; isSearch: boolean; update: Update }) {
  const sorts: Sort[] = [...(isSearch ? ['relevance' as const] : []), 'newest', 'oldest', 'title', 'added'];
  const standard = isSearch ? 'relevance' : 'newest';
  return (
    <label className="sort">
      {texts.sort.label}{' '}
      <select
        value={sort ?? standard}
        onChange={({ target }) => update({ sort: target.value === standard ? null : (target.value as Sort) })}
      >
        {sorts.map((name) => (
          <option key={name} value={name}>
            {texts.sort[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function SearchInfo({ understoodAs, didYouMean }: { understoodAs: string; didYouMean: string | null }) {
  return (
    <p className="search-info">
      {didYouMean ? texts.search.didYouMean : texts.search.understood}{' '}
      <em dir="auto">{didYouMean ?? understoodAs}</em>
    </p>
  );
}

interface PageInfo {
  startCursor: string | null;
  endCursor: string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

function Pager({
  startCursor,
  endCursor,
  hasNextPage,
  hasPreviousPage,
  update,
}: PageInfo & { update: Update }) {
  if (!hasNextPage && !hasPreviousPage) return null;
  const go = (patch: { after?: string | null; before?: string | null }) => {
    update(patch);
    document.getElementById('main')?.focus();
    scrollTo({ top: 0 });
  };
  return (
    <nav aria-label={texts.list.pages} className="pager">
      <button type="button" disabled={!hasPreviousPage} onClick={() => go({})}>
        {texts.list.first}
      </button>
      <button type="button" disabled={!hasPreviousPage} onClick={() => go({ before: startCursor })}>
        ← {texts.list.previous}
      </button>
      <button type="button" disabled={!hasNextPage} onClick={() => go({ after: endCursor })}>
        {texts.list.next} →
      </button>
    </nav>
  );
}
