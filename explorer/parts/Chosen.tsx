import { useQuery } from 'urql';
import { graphql } from '../generated/index.ts';
import type { PublicationType } from '../generated/graphql.ts';
import { toLanguageName } from '../languages.ts';
import {
  DIMENSIONS,
  type Dimension,
  type ListState,
  NONE,
  type Update,
  hasFilters,
  mapDimensions,
  toggle,
} from '../state.ts';
import { texts } from '../texts.ts';

const CHOSEN = graphql(`
  query Chosen(
    $countries: [String!]
    $regions: [String!]
    $topics: [String!]
    $categories: [String!]
    $contributors: [String!]
    $publishers: [String!]
  ) {
    countries(filter: { codes: $countries }, first: 100) {
      nodes {
        id
        value: code
        name
      }
    }
    regions(filter: { slugs: $regions }, first: 100) {
      nodes {
        id
        value: slug
        name
      }
    }
    topics(filter: { slugs: $topics }, first: 100) {
      nodes {
        id
        value: slug
        name
      }
    }
    categories(filter: { slugs: $categories }, first: 100) {
      nodes {
        id
        value: slug
        name
      }
    }
    contributors: authors(filter: { slugs: $contributors }, first: 100) {
      nodes {
        id
        value: slug
        name
      }
    }
    publishers: authors(filter: { slugs: $publishers }, first: 100) {
      nodes {
        id
        value: slug
        name
      }
    }
  }
`);

/** The dimensions whose values' names come from the API. */
const NAMED = ['countries', 'regions', 'topics', 'categories', 'contributors', 'publishers'] as const;

/** The chosen values, each with a button that removes it. */
export function Chosen({ state, update }: { state: ListState; update: Update }) {
  const variables = Object.fromEntries(
    NAMED.map((dimension) => [dimension, state.chosen[dimension].filter((value) => value !== NONE)]),
  );
  const [{ data }] = useQuery({
    query: CHOSEN,
    variables,
    pause: Object.values(variables).every((values) => values.length === 0),
  });
  if (!hasFilters(state)) return null;
  const { from, to } = state;
  const toLabel = (dimension: Dimension, value: string) => {
    if (value === NONE) return texts.dimensions[dimension].none;
    if (dimension === 'types') return texts.types[value as PublicationType];
    if (dimension === 'languages') return toLanguageName(value);
    return data?.[dimension]?.nodes.find((node) => node.value === value)?.name ?? value;
  };
  return (
    <ul className="chosen" aria-label={texts.facets.chosen}>
      {(from !== null || to !== null) && (
        <Chip
          label={from === to ? `${from}` : `${from ?? '…'} – ${to ?? '…'}`}
          onRemove={() => update({ from: null, to: null })}
        />
      )}
      {DIMENSIONS.flatMap((dimension) =>
        state.chosen[dimension].map((value) => (
          <Chip
            key={`${dimension} ${value}`}
            label={toLabel(dimension, value)}
            onRemove={() => update(toggle(state, dimension, value))}
          />
        )),
      )}
      <li>
        <button
          type="button"
          className="link"
          onClick={() =>
            update({
              from: null,
              to: null,
              chosen: mapDimensions(() => []),
            })
          }
        >
          {texts.facets.clear}
        </button>
      </li>
    </ul>
  );
}

function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <li>
      <button type="button" className="chip" aria-label={texts.facets.remove(label)} onClick={onRemove}>
        <span dir="auto">{label}</span> <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}
