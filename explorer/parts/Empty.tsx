import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import type { PublicationFilter } from '../generated/graphql.ts';
import { type ListState, type Update, applyFilter } from '../state.ts';
import { texts } from '../texts.ts';
import { Skeleton } from './states.tsx';

const RELAXATIONS = graphql(`
  query Relaxations($search: String, $filter: PublicationFilter) {
    publications(search: $search, filter: $filter, first: 0) {
      relaxations {
        without
        count
        search
        filter
      }
    }
  }
`);

/** An empty result, with the conditions that can be dropped and the number of publications that the rest finds. */
export function Empty(props: {
  state: ListState;
  update: Update;
  search: string | null;
  filter: PublicationFilter | null;
  isNarrowed: boolean;
}) {
  const { state, update, search, filter, isNarrowed } = props;
  const [{ data, fetching }] = useQuery({
    query: RELAXATIONS,
    variables: { search, filter },
    pause: !isNarrowed,
  });
  if (!isNarrowed) return <section className="notice">{texts.empty.catalogue}</section>;
  // The page's own scope, `filter.and`, can't be dropped.
  const relaxations = data?.publications?.relaxations?.filter(
    ({ without }) => !without.startsWith('filter.and'),
  );
  return (
    <section className="notice">
      <h2>{texts.empty.title}</h2>
      {fetching && <Skeleton lines={2} />}
      <ul className="relaxations">
        {relaxations?.map((relaxation) => (
          <li key={relaxation.without}>
            <button
              type="button"
              onClick={() =>
                update(applyFilter(state, relaxation.search, (relaxation.filter ?? {}) as PublicationFilter))
              }
            >
              {texts.empty.without(toWords(relaxation.without), relaxation.count)}
            </button>
          </li>
        ))}
      </ul>
      {relaxations?.length === 0 && <p>{texts.empty.noHelp}</p>}
      <button type="button" onClick={() => update(applyFilter(state, null, {}))}>
        {texts.empty.clear}
      </button>
    </section>
  );
}

/** `filter.countries` → "the filter “countries”" */
function toWords(without: string): string {
  const [, field] = /^filter\.(\w+)/.exec(without) ?? [];
  return field ? texts.empty.filter(field) : `“${without}”`;
}
