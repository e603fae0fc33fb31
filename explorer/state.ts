import type { PublicationFilter, PublicationOrder, PublicationType } from './generated/graphql.ts';
import { texts } from './texts.ts';

/** The dimensions by which publications can be filtered, named as in `PublicationFilter` and `PublicationFacets`. */
export const DIMENSIONS = [
  ...(['countries', 'regions', 'topics', 'categories'] as const),
  ...(['types', 'languages', 'contributors', 'publishers'] as const),
];
export type Dimension = (typeof DIMENSIONS)[number];

/** Stands for "no value" among the chosen values of a dimension. */
export const NONE = '-';

/** The filter's field that says whether a publication has any value of a dimension. */
export const HAS = {
  countries: 'hasCountries',
  regions: 'hasRegions',
  topics: 'hasTopics',
  categories: 'hasCategories',
  types: 'hasType',
  languages: 'hasLanguages',
  contributors: 'hasContributors',
  publishers: 'hasPublishers',
} as const satisfies Record<Dimension, keyof PublicationFilter>;

export type Sort = 'relevance' | 'newest' | 'oldest' | 'title' | 'added';

const ORDERS: Record<Sort, PublicationOrder> = {
  relevance: { field: 'RELEVANCE', direction: 'DESC' },
  newest: { field: 'YEAR', direction: 'DESC' },
  oldest: { field: 'YEAR', direction: 'ASC' },
  title: { field: 'TITLE', direction: 'ASC' },
  added: { field: 'CREATED_AT', direction: 'DESC' },
};

/** The state of a list of publications, which is stored in the address. */
export interface ListState {
  search: string;
  chosen: Record<Dimension, string[]>;
  from: number | null;
  to: number | null;
  /** Null: relevance if something is searched for, otherwise newest first. */
  sort: Sort | null;
  view: 'list' | 'charts';
  /** Cursors of the page; at most one is given. */
  after: string | null;
  before: string | null;
}

/** Reads the address: `?q=trafficking&countries=NG,ML&from=2000&sort=title`. Invalid values are ignored. */
export function readState(parameters: URLSearchParams): ListState {
  const sort = parameters.get('sort');
  return {
    search: parameters.get('q') ?? '',
    chosen: mapDimensions((dimension) => readValues(dimension, parameters.get(dimension))),
    from: readYear(parameters.get('from')),
    to: readYear(parameters.get('to')),
    sort: sort !== null && sort in ORDERS ? (sort as Sort) : null,
    view: parameters.get('view') === 'charts' ? 'charts' : 'list',
    after: parameters.get('after'),
    before: parameters.get('before'),
  };
}

/** Writes the address, without the defaults. */
function writeState(state: ListState): URLSearchParams {
  const entries: [string, string | number | null][] = [
    ['q', state.search.trim()],
    ...DIMENSIONS.map((dimension): [string, string] => [dimension, state.chosen[dimension].join(',')]),
    ['from', state.from],
    ['to', state.to],
    ['sort', state.sort],
    ['view', state.view === 'charts' ? 'charts' : null],
    ['after', state.after],
    ['before', state.before],
  ];
  return new URLSearchParams(
    entries.filter(([, value]) => value !== null && value !== '').map(([name, value]) => [name, `${value}`]),
  );
}

/** Makes the filter of a list. `scope` is the filter of the page, which also applies to the facets. */
export function toFilter(state: ListState, scope: PublicationFilter | null = null): PublicationFilter | null {
  const filter: PublicationFilter = {};
  for (const dimension of DIMENSIONS) {
    const values = state.chosen[dimension];
    if (values.includes(NONE)) filter[HAS[dimension]] = false;
    // Values of `types` are valid types, because `readValues` drops others.
    else if (values.length > 0) filter[dimension] = { anyOf: values as PublicationType[] };
  }
  if (state.from !== null || state.to !== null)
    filter.year = {
      ...(state.from !== null && { from: state.from }),
      ...(state.to !== null && { to: state.to }),
    };
  if (scope) filter.and = [scope];
  return Object.keys(filter).length > 0 ? filter : null;
}

/** The inverse of `toFilter`: applies a filter of `relaxations` to the state. */
export function applyFilter(state: ListState, search: string | null, filter: PublicationFilter): ListState {
  return {
    ...firstPage(state),
    search: search ?? '',
    chosen: mapDimensions((dimension) =>
      filter[HAS[dimension]] === false ? [NONE] : [...(filter[dimension]?.anyOf ?? [])],
    ),
    from: filter.year?.from ?? null,
    to: filter.year?.to ?? null,
    sort: search === null && state.sort === 'relevance' ? null : state.sort,
  };
}

export function toOrder(state: ListState): PublicationOrder | null {
  if (state.sort === null || (state.sort === 'relevance' && !state.search.trim())) return null;
  return ORDERS[state.sort];
}

/** The address of a file with the whole list. `format` is the file's extension. */
export function toExportAddress(state: ListState, filter: PublicationFilter | null, format: string): string {
  const order = toOrder(state);
  const parameters = new URLSearchParams({
    ...(state.search.trim() && { search: state.search.trim() }),
    ...(filter && { filter: JSON.stringify(filter) }),
    ...(order && { orderBy: `${order.field}:${order.direction}` }),
  }).toString();
  return `/export/publications.${format}${parameters && `?${parameters}`}`;
}

/** Adds a value to the chosen values, or removes it. "None" and other values exclude each other. */
export function toggle(state: ListState, dimension: Dimension, value: string): Partial<ListState> {
  const values = state.chosen[dimension];
  const next = values.includes(value)
    ? values.filter((other) => other !== value)
    : [...values.filter((other) => (other === NONE) === (value === NONE)), value];
  return { chosen: { ...state.chosen, [dimension]: next } };
}

export function isNarrowed(state: ListState): boolean {
  return state.search.trim() !== '' || hasFilters(state);
}

export function hasFilters(state: ListState): boolean {
  return (
    state.from !== null ||
    state.to !== null ||
    DIMENSIONS.some((dimension) => state.chosen[dimension].length > 0)
  );
}

/** Changes some of the list's state. Every change except paging returns to the first page. */
export type Update = (patch: Partial<ListState>) => void;

/** The address of a list: `path` below /explore, and its state. */
export function toAddress(path: string, state: ListState): string {
  const search = writeState(state).toString();
  return `${path === '/' ? '' : path}${search && `?${search}`}`;
}

/** The state with the first page of the list. */
export function firstPage(state: ListState): ListState {
  return { ...state, after: null, before: null };
}

/** Makes a record with a value for each dimension. */
export function mapDimensions<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, make(dimension)])) as Record<
    Dimension,
    T
  >;
}

function readValues(dimension: Dimension, text: string | null): string[] {
  const values = text?.split(',').filter(Boolean) ?? [];
  return dimension === 'types' ? values.filter((value) => value === NONE || value in texts.types) : values;
}

function readYear(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}
