import { createDb } from '../src/db/database.ts';
import { openReaders } from '../src/db/readers.ts';
import { createSessions } from '../src/db/sessions.ts';
import { createApollo } from '../src/api/apollo.ts';
import { createContext } from '../src/api/context.ts';
import { createSchema } from '../src/api/schema.ts';
import { createReferenceCache } from '../src/reference/reference.cache.ts';
import { prepareDatabase, startPostgres } from './data/database.ts';
import { vocabulary } from './data/words.ts';
import { readOptions } from './options.ts';
import { median } from './statistics.ts';

/** Measures `suggest`, one query at a time, without HTTP: `npm run bench:suggest -- --size 100k`. */

const ROUNDS = 20;
const OPERATION = 'query ($text: String!) { suggest(text: $text) { kind value label matched hint } }';

/** Returns a word of the titles by its rank, 0 for the most frequent. Authors' names consist of the same words. */
const word = (rank: number): string => vocabulary[rank] as string;
const texts = (ranks: readonly number[], textOf: (rank: number) => string): string[] => ranks.map(textOf);

const KINDS: Record<string, readonly string[]> = {
  'one letter': ['b', 'g', 's', 't', 'v'],
  'two letters': ['br', 'gr', 'st', 'tr', 'pl'],
  'two beginnings of two letters': ['br st', 'st gr', 'pl tr', 'tr br'],
  'a frequent word': texts([0, 1, 5, 20, 50], word),
  'a rare word': texts([2000, 3000, 5000, 7000, 7900], word),
  'two frequent words, in any order': texts([0, 3, 8, 20, 40], (rank) => `${word(rank + 1)} ${word(rank)}`),
  'a frequent and a rare word': texts([2000, 3000, 5000, 7000], (rank) => `${word(rank % 7)} ${word(rank)}`),
  'the beginning of a name': texts([3, 10, 30, 60, 90], (rank) => word(rank).slice(0, 4)),
  'a name': texts([100, 300, 900], (rank) => `${word(rank % 97)} ${word(rank)}`),
  'a country': ['nig', 'germ', 'united s', 'south a', 'viet'],
  'a country, with accents, in other scripts': ['Côte d’Iv', 'Réunion', 'Österr', 'نيجير', '尼日利亚'],
  'a misspelt country': ['nigerai', 'germnay', 'columbia rep', 'phillipines'],
  'a misspelt word': texts([5, 50, 500, 3000], (rank) => `${word(rank).slice(0, 3)}x${word(rank).slice(3)}`),
  'nothing that is found': ['qqqqq wwwww', 'xyzzy', 'wqwq'],
  'thirty words': [vocabulary.slice(0, 30).join(' '), vocabulary.slice(4000, 4030).join(' ')],
};

const { sizes } = readOptions(process.argv.slice(2));
const postgres = await startPostgres();
try {
  for (const size of sizes) await measure((await prepareDatabase(postgres, size)).url, size);
} finally {
  await postgres.stop();
}

async function measure(url: string, size: number): Promise<void> {
  const readers = openReaders(url, {});
  const openSession = createSessions(readers);
  const cache = createReferenceCache(createDb(readers), console.error);
  const apollo = createApollo(createSchema(), console.error);
  const ask = async (text: string): Promise<number> => {
    const start = performance.now();
    const contextValue = await createContext(openSession(), cache);
    await apollo.executeOperation({ query: OPERATION, variables: { text } }, { contextValue });
    return performance.now() - start;
  };
  console.log(`\n| ${size.toLocaleString('en')} publications | median, ms | slowest text, ms |`);
  console.log('| --- | ---: | ---: |');
  for (const [kind, asked] of Object.entries(KINDS)) {
    const medians: number[] = [];
    for (const text of asked) {
      const times: number[] = [];
      // The first six executions are a warm-up: PostgreSQL chooses a generic or custom plan only after five.
      for (let i = 0; i < ROUNDS + 6; i++) times.push(await ask(text));
      medians.push(median(times.slice(6)));
    }
    console.log(`| ${kind} | ${median(medians).toFixed(1)} | ${Math.max(...medians).toFixed(1)} |`);
  }
  await apollo.stop();
  await readers.end();
}
