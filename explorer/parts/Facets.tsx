import { type FormEvent, useState } from 'react';
import { useQuery } from 'urql';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import type { PublicationFilter } from '../generated/graphql.ts';
import { type Dimension, type ListState, NONE, type Update, toggle } from '../state.ts';
import { count, texts } from '../texts.ts';
import { ShowQuery } from './ShowQuery.tsx';
import { Failure, Skeleton } from './states.tsx';
import { useFacetSearch } from './useFacetSearch.ts';

const FACET = graphql(`
  fragment Facet on PublicationFacet {
    missing
    distinct
    buckets {
      value
      label
      count
      isSelected
    }
  }
`);

const FACETS = graphql(`
  query Facets(
    $search: String
    $filter: PublicationFilter
    $countries: Int!
    $continents: Int!
    $subregions: Int!
    $topics: Int!
    $categories: Int!
    $types: Int!
    $languages: Int!
    $contributors: Int!
    $publishers: Int!
  ) {
    publications(search: $search, filter: $filter, first: 0) {
      facets {
        countries(first: $countries) {
          ...Facet
        }
        continents: regions(within: "world", level: 1, first: $continents) {
          ...Facet
        }
        subregions: regions(within: "world", level: 2, first: $subregions) {
          ...Facet
        }
        topics(first: $topics) {
          ...Facet
        }
        categories(first: $categories) {
          ...Facet
        }
        types(first: $types) {
          ...Facet
        }
        languages(first: $languages) {
          ...Facet
        }
        contributors(first: $contributors) {
          ...Facet
        }
        publishers(first: $publishers) {
          ...Facet
        }
      }
    }
  }
`);

/** The facets, each with the dimension that it filters. Regions have a facet for each level, because levels overlap. */
const SHOWN = {
  countries: 'countries',
  continents: 'regions',
  subregions: 'regions',
  topics: 'topics',
  categories: 'categories',
  types: 'types',
  languages: 'languages',
  contributors: 'contributors',
  publishers: 'publishers',
} as const satisfies Record<string, Dimension>;
type Shown = keyof typeof SHOWN;

const NAMES = Object.keys(SHOWN) as Shown[];

/** How many values a facet shows at first, and after "Show more". The API returns 100 at most. */
const FEW = 6;
const MANY = 100;

const ALL_FEW = Object.fromEntries(NAMES.map((name) => [name, FEW])) as Record<Shown, number>;

/** The filters with their counts. A facet ignores its own choice, so the other values can be added. */
export function Facets(props: {
  state: ListState;
  update: Update;
  search: string | null;
  filter: PublicationFilter | null;
  fixed: Dimension | undefined;
  isShown: boolean;
}) {
  const { state, update, search, filter, fixed, isShown } = props;
  const [sizes, setSizes] = useState(ALL_FEW);
  const variables = { search, filter, ...sizes };
  const [{ data, error, fetching }, ask] = useQuery({ query: FACETS, variables });
  const facets = data?.publications?.facets;
  return (
    <aside
      className={isShown ? 'facets shown' : 'facets'}
      aria-label={texts.facets.title}
      aria-busy={fetching}
    >
      <div className="facets-title">
        <h2>{texts.facets.title}</h2>
        <ShowQuery document={FACETS} variables={variables} />
      </div>
      <Years key={`${state.from} ${state.to}`} from={state.from} to={state.to} update={update} />
      {error && !facets && <Failure error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!facets && fetching && <Skeleton lines={10} />}
      {NAMES.filter((name) => SHOWN[name] !== fixed && facets?.[name]).map((name) => (
        <Facet
          key={name}
          name={name}
          facet={facets?.[name] as FragmentType<typeof FACET>}
          chosen={state.chosen[SHOWN[name]]}
          isLong={sizes[name] === MANY}
          list={{ search, filter }}
          onToggle={(value) => update(toggle(state, SHOWN[name], value))}
          onResize={(isLong) => setSizes({ ...sizes, [name]: isLong ? MANY : FEW })}
        />
      ))}
    </aside>
  );
}

function Facet(props: {
  name: Shown;
  facet: FragmentType<typeof FACET>;
  chosen: string[];
  isLong: boolean;
  /** The counted list. */
  list: { search: string | null; filter: PublicationFilter | null };
  onToggle: (value: string) => void;
  onResize: (isLong: boolean) => void;
}) {
  const { name, chosen, isLong, list, onToggle, onResize } = props;
  const { distinct, buckets, ...facet } = readFragment(FACET, props.facet);
  // "No region" is the same for both levels, so only one facet shows it.
  const missing = name === 'subregions' ? 0 : facet.missing;
  const [part, setPart] = useState('');
  const isCut = distinct > buckets.length;
  const found = useFacetSearch(name, isLong && isCut ? part.trim() : '', list);
  const { none, find } = texts.dimensions[SHOWN[name]];
  const isNone = name !== 'subregions' && chosen.includes(NONE);
  // A facet without values can't narrow the list.
  if (buckets.length === 0 && !isNone) return null;
  const wanted = isLong ? part.trim().toLocaleLowerCase() : '';
  const matching = buckets.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const shown = found ?? matching;
  const most = Math.max(...buckets.map((bucket) => bucket.count), 1);
  return (
    <fieldset className="facet">
      <legend>{texts.facets.titles[name]}</legend>
      {isLong && (
        <input
          type="search"
          aria-label={find}
          placeholder={find}
          value={part}
          onChange={({ target }) => setPart(target.value)}
        />
      )}
      {isLong && isCut && <p className="note">{texts.facets.mostFrequent(buckets.length, distinct)}</p>}
      <ul>
        {shown.map((bucket) => (
          <Choice
            key={bucket.value}
            label={bucket.label}
            found={bucket.count}
            share={bucket.count / most}
            isChosen={chosen.includes(bucket.value)}
            onToggle={() => onToggle(bucket.value)}
          />
        ))}
        {(missing > 0 || isNone) && wanted === '' && (
          <Choice
            label={none}
            found={missing}
            share={null}
            isChosen={isNone}
            onToggle={() => onToggle(NONE)}
          />
        )}
      </ul>
      {shown.length === 0 && wanted !== '' && <p>{texts.facets.noMatch}</p>}
      {(isCut || isLong) && (
        <button type="button" className="link" onClick={() => onResize(!isLong)}>
          {isLong ? texts.facets.fewer : texts.facets.more(distinct - buckets.length)}
        </button>
      )}
    </fieldset>
  );
}

function Choice(props: {
  label: string;
  found: number;
  /** From 0 to 1: the length of the bar. Null for the publications without a value, which have no bar. */
  share: number | null;
  isChosen: boolean;
  onToggle: () => void;
}) {
  const { label, found, share, isChosen, onToggle } = props;
  return (
    <li>
      <label className={share === null ? 'none' : undefined}>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span dir="auto">{label}</span>
        <span className="count">{count(found)}</span>
        {share !== null && <meter value={share} aria-hidden="true" />}
      </label>
    </li>
  );
}

function Years({ from, to, update }: { from: number | null; to: number | null; update: Update }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => Number(form.get(name)) || null;
    update({ from: read('from'), to: read('to') });
  };
  return (
    <form className="years" onSubmit={submit}>
      <fieldset className="facet">
        <legend>{texts.facets.years}</legend>
        <label>
          {texts.facets.from} <input name="from" type="number" min="1" max="9999" defaultValue={from ?? ''} />
        </label>
        <label>
          {texts.facets.to} <input name="to" type="number" min="1" max="9999" defaultValue={to ?? ''} />
        </label>
        <button type="submit">{texts.facets.apply}</button>
      </fieldset>
    </form>
  );
}
