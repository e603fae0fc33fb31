import { createApollo } from '../src/api/apollo.ts';
import { createContext } from '../src/api/context.ts';
import { createSchema } from '../src/api/schema.ts';
import { databaseOf } from '../src/db/database.ts';
import { openReaders } from '../src/db/readers.ts';
import { sessionsOver } from '../src/db/sessions.ts';
import { referenceCache } from '../src/reference/reference.cache.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { vocabulary } from './data/words.ts';
import { readOptions } from './options.ts';

/**
 * How long searches by relevance take, one after the other, without HTTP: `npm run bench:search -- --size 1m`. First pages
 * (W8, W9), counts (W10), and a walk through many hits in pages of 100 (W15).
 */

const ROUNDS = 9;
const PAGE = 'query ($search: String!) { publications(search: $search) { nodes { title year } } }';
const COUNT = 'query ($search: String!) { publications(search: $search) { totalCount } }';
const WALK = `query ($search: String!, $after: String) {
  publications(search: $search, first: 100, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } }`;

const word = (rank: number): string => vocabulary[rank] as string;

const SEARCHES: Record<string, string> = {
  'W8: the most frequent word': word(0),
  'W9: two frequent words': `${word(3)} ${word(4)}`,
  'W9: a phrase of frequent words': `"${word(3)} ${word(4)}"`,
  'W9: a frequent and a rare word': `${word(3)} ${word(3000)}`,
  'W9: two rare words': `${word(3000)} ${word(3001)}`,
  'W9: one of three frequent words': `${word(3)} OR ${word(4)} OR ${word(5)}`,
  'W9: exclusion of a frequent word': `-${word(3)}`,
  'a prefix': `${word(3).slice(0, 3)}*`,
  'a misspelt frequent word': `${word(3).slice(0, 2)}x${word(3).slice(2)}`,
};

/** W15: how many hits are walked through. */
const WALKED = 20_000;

const { sizes } = readOptions(process.argv.slice(2));
const postgres = await startPostgres();
try {
  for (const size of sizes) await measure((await prepareDatabase(postgres, size)).url, size);
} finally {
  await postgres.stop();
}

interface Answer {
  nodes: object[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function measure(url: string, size: number): Promise<void> {
  const readers = openReaders(url, {});
  const openSession = sessionsOver(readers);
  const cache = referenceCache(databaseOf(readers), console.error);
  const apollo = createApollo(createSchema(), console.error);
  const ask = async (query: string, variables: object): Promise<Answer> => {
    const contextValue = await createContext(openSession(), cache);
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single' || body.singleResult.errors) throw new Error(JSON.stringify(body));
    return body.singleResult.data?.publications as Answer;
  };
  const time = async (query: string, search: string): Promise<number> => {
    const start = performance.now();
    await ask(query, { search });
    return performance.now() - start;
  };
  console.log(`\n| ${size.toLocaleString('en')} publications | first page, ms | totalCount, ms |`);
  console.log('| --- | ---: | ---: |');
  for (const [name, search] of Object.entries(SEARCHES)) {
    const medians: number[] = [];
    for (const query of [PAGE, COUNT]) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await time(query, search));
      medians.push(times.sort((a, b) => a - b)[ROUNDS >> 1] as number);
    }
    console.log(`| ${name} | ${medians.map((median) => median.toFixed(1)).join(' | ')} |`);
  }
  const start = performance.now();
  let walked = 0;
  for (let after: string | null = null; walked < WALKED;) {
    const { nodes, pageInfo }: Answer = await ask(WALK, { search: word(0), after });
    walked += nodes.length;
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const rate = (walked / (performance.now() - start)) * 1000;
  console.log(
    `\nW15: ${walked.toLocaleString('en')} hits in pages of 100, ${rate.toFixed(0)} publications a second`,
  );
  await apollo.stop();
  await readers.end();
}
