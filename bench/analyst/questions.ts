import { vocabulary } from '../data/words.ts';

/** An analyst's question as a GraphQL query, and as an SQL statement for comparison. */
export interface Question {
  workload: 'W8' | 'W9' | 'W10' | 'W11' | 'W12';
  name: string;
  /** Target time in milliseconds with a million publications. */
  goal: number;
  query: string;
  variables: Record<string, unknown>;
  /** Reads the numbers from the answer that `sql` must return too. */
  read(data: never): number[];
  /** A statement that returns one column of numbers. */
  sql: string;
}

const stems = (words: string, joinedBy = '&') => `bench.stems('${words}', '${joinedBy}')`;

/** Searches by name, each with its condition in SQL. `word` returns the word with a rank in the order of frequency. */
const searches = (word: (rank: number) => string) => ({
  'the most frequent word': { search: word(0), tsquery: stems(word(0)) },
  'two frequent words': { search: `${word(3)} ${word(4)}`, tsquery: stems(`${word(3)} ${word(4)}`) },
  'a phrase of two frequent words': {
    search: `"${word(3)} ${word(4)}"`,
    tsquery: stems(`${word(3)} ${word(4)}`, '<->'),
  },
  'a frequent and a rare word': {
    search: `${word(3)} ${word(3000)}`,
    tsquery: stems(`${word(3)} ${word(3000)}`),
  },
  'two rare words': { search: `${word(3000)} ${word(3001)}`, tsquery: stems(`${word(3000)} ${word(3001)}`) },
  'one of three frequent words': {
    search: `${word(3)} OR ${word(4)} OR ${word(5)}`,
    tsquery: stems(`${word(3)} ${word(4)} ${word(5)}`, '|'),
  },
  'all but a frequent word': { search: `-${word(3)}`, tsquery: `!!${stems(word(3))}` },
});

type Searches = ReturnType<typeof searches>;

const FIRST_PAGE = `query ($search: String!) {
  publications(search: $search, first: 20) { nodes { title year authors { name } } }
}`;
const TOTAL = 'query ($search: String!) { publications(search: $search) { totalCount } }';

const firstPages = (searches: Searches) =>
  Object.entries(searches).map(([name, { search, tsquery }], i): Question => ({
    workload: i === 0 ? 'W8' : 'W9',
    name: `first 20: ${name}`,
    goal: i === 0 ? 20 : 50,
    query: FIRST_PAGE,
    variables: { search },
    read: ({ publications: { nodes } }: { publications: { nodes: object[] } }) => [nodes.length],
    sql: `select count(*) from (
    select id from publication where document @@ ${tsquery}
    order by ts_rank(document, ${tsquery}) desc, year_key desc, id desc limit 20) hit`,
  }));

const totals = (searches: Searches) =>
  Object.entries(searches).map(([name, { search, tsquery }]): Question => ({
    workload: 'W10',
    name: `totalCount: ${name}`,
    goal: 300,
    query: TOTAL,
    variables: { search },
    read: ({ publications }: { publications: { totalCount: number } }) => [publications.totalCount],
    sql: `select count(*) from publication where document @@ ${tsquery}`,
  }));

const FACETS = ['countries', 'regions', 'authors', 'topics'] as const;

function facets(name: string, goal: number, variables: Record<string, unknown>, where: string): Question {
  const buckets = FACETS.map((facet) => `${facet}(first: 10) { buckets { value count } }`);
  return {
    workload: 'W11',
    name: `all facets: ${name}`,
    goal,
    query: `query ($filter: PublicationFilter, $search: String) {
      publications(filter: $filter, search: $search, first: 0) { facets {
        ${buckets.join(' ')} years(first: 10) { buckets { value count } } categories(first: 10) { buckets { value count } }
      } }
    }`,
    variables,
    read: ({
      publications,
    }: {
      publications: { facets: Record<string, { buckets: { count: number }[] }> };
    }) => FACETS.flatMap((facet) => publications.facets[facet]?.buckets.map(({ count }) => count) ?? []),
    sql: `
      with found as materialized (
        select country_ids, within_region_ids, author_ids, topic_ids from publication where ${where})
      ${['country_ids', 'within_region_ids', 'author_ids', 'topic_ids']
        .map(
          (column) =>
            `(select count(*) from found cross join unnest(${column}) id group by id order by 1 desc limit 10)`,
        )
        .join(' union all ')}`,
  };
}

/** Per dimension: the addition to the statement's FROM clause, and the column to group by. */
const DIMENSIONS = {
  COUNTRY: { from: ', unnest(country_ids) country', id: 'country' },
  TOPIC: { from: ', unnest(topic_ids) topic', id: 'topic' },
  AUTHOR: { from: ', unnest(author_ids) author', id: 'author' },
  YEAR: { from: '', id: 'year_key' },
};

function statistics(by: readonly (keyof typeof DIMENSIONS)[], fromYear: number | null): Question {
  const dimensions = by.map((dimension) => DIMENSIONS[dimension]);
  return {
    workload: 'W12',
    name: `statistics: ${by.join(' × ')}${fromYear === null ? '' : ', half of the catalogue'}`,
    goal: 300,
    query: `query ($by: [StatisticsDimension!]!, $filter: PublicationFilter) {
      publicationStatistics(by: $by, filter: $filter, first: 100) { rowCount rows { keys { value label } count } }
    }`,
    variables: { by, filter: fromYear === null ? null : { year: { from: fromYear } } },
    // Drop the rows for publications without a country or an author, which the SQL statement doesn't return.
    read: ({ publicationStatistics: { rows } }: Statistics) =>
      rows
        .filter(({ keys }) => keys.every(({ value }) => value !== null))
        .slice(0, 20)
        .map(({ count }) => count),
    sql: `select count(*) from publication ${dimensions.map(({ from }) => from).join('')}
      ${fromYear === null ? '' : `where year >= ${fromYear}`}
      group by ${dimensions.map(({ id }) => id).join(', ')} order by 1 desc limit 20`,
  };
}

interface Statistics {
  publicationStatistics: { rows: { keys: { value: string | null }[]; count: number }[] };
}

/** The middle of the generated years. */
const HALF = 2008;

/**
 * The questions of a round. Each round has other words and years, so that an answer comes from no cache. Only the
 * statistics without a filter are always the same.
 */
export function questionsOf(round: number): Question[] {
  const word = (rank: number): string => vocabulary[rank + round] as string;
  const from = HALF - round;
  const asked = searches(word);
  return [
    ...firstPages(asked),
    ...totals(asked),
    facets('half of the catalogue', 200, { filter: { year: { from } } }, `year >= ${from}`),
    facets('the most frequent word', 700, { search: word(0) }, `document @@ ${stems(word(0))}`),
    ...[null, from].flatMap((year) => [
      statistics(['COUNTRY', 'YEAR', 'TOPIC'], year),
      statistics(['AUTHOR', 'YEAR'], year),
      statistics(['COUNTRY', 'YEAR'], year),
    ]),
  ];
}

/** The queries that the heavy clients of W14 send, each once. */
export function heavyQuestions(): Question[] {
  return Array.from({ length: 20 }, (_, round) => questionsOf(round))
    .flat()
    .filter(({ workload }) => workload === 'W11' || workload === 'W12');
}

/** The query and the search text of W15. */
export const walk = {
  query: `query ($search: String!, $after: String) {
    publications(search: $search, first: 100, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } }
  }`,
  search: vocabulary[0] as string,
};
