import { sql } from 'kysely';
import { DEFAULT_LIMITS } from '../../src/graphql/limits.ts';
import { loadReference } from '../../src/reference/reference.ts';
import { translateSearch } from '../../src/search/search.filter.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { seededRandom } from '../support/random.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

/** What is hard to read, and what is hard to send. */
const PIECES = [
  ...[
    'trafficking',
    'Persons',
    'the',
    'of',
    'WHO',
    'nigera',
    'capacity building',
    '2010',
    'x',
    'é',
    'ß',
    'İ',
    'ﬁ',
    'ǆ',
  ],
  ...[
    'OR',
    'or',
    'AND',
    'NOT',
    '|',
    '||',
    '&',
    '!',
    '-',
    '--',
    '+',
    '*',
    ':*',
    ':A',
    '<->',
    '<2>',
    '(',
    ')',
    '{',
    '}',
  ],
  ...[
    '"',
    '""',
    '“',
    '”',
    '«',
    "'",
    "''",
    '\\',
    '\\\\',
    '\\u0000',
    '%',
    '_',
    '$1',
    '$$',
    '?',
    ';',
    '/*',
    '*/',
    '#',
  ],
  ...[
    "'; drop table publication; --",
    "' or 1=1 --",
    '${1}',
    '<mark>',
    '&amp;',
    '</script>',
    '\0',
    '\n',
    '\t',
    '\r',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\ud83d\ude00',
    '👩‍👩‍👧',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\ufffd',
    '\u202e',
    '\u0301',
    '\u2028',
    '\ufffe',
  ],
  ...[
    '人口贩运',
    '人',
    'か',
    '゙',
    'ー',
    '인신',
    '\u1100\u1161',
    'การ',
    'الاتجار',
    'ـ',
    'ﷺ',
    'торговля',
    'й',
    'ΟΔΟΣ',
    'ת',
    'हिन्दी',
  ],
  ...[
    '½',
    '①',
    '㈱',
    '٣',
    'Ⅷ',
    '𝟘',
    '𠀀',
    'a'.repeat(300),
    'é'.repeat(80),
    '1'.repeat(300),
    'a.b.c.d',
    'e.g.',
    '...',
  ],
];

function randomText(random: () => number): string {
  const length = 1 + Math.floor(random() * 12);
  let text = '';
  for (let i = 0; i < length; i++) {
    const kind = random();
    if (kind < 0.8) text += PIECES[Math.floor(random() * PIECES.length)] ?? '';
    else if (kind < 0.9) text += String.fromCharCode(Math.floor(random() * 0x10000));
    else text += String.fromCodePoint(Math.floor(random() * 0x110000));
    if (random() < 0.5) text += ' ';
  }
  return text.slice(0, 1000);
}

describe('any text', () => {
  it('is understood, as a query that PostgreSQL reads', async () => {
    const random = seededRandom(31);
    const texts = [
      ...PIECES,
      ...PIECES.map((piece) => `-${piece}*`),
      ...Array.from({ length: 3000 }, () => randomText(random)),
    ];
    const [limits, { db }] = [DEFAULT_LIMITS, catalogue];
    const reference = await loadReference(db);
    for (let from = 0; from < texts.length; from += 250) {
      const searches = await Promise.all(
        texts.slice(from, from + 250).map((text) => translateSearch(text, { db, reference, limits })),
      );
      const queries = searches.flatMap((search) =>
        search
          ? [search.query, ...search.tiers.flatMap(({ query, only, indexed }) => [query, only, indexed])]
          : [],
      );
      const rests = searches.flatMap((search) => search?.conditions(10).map(({ rest }) => rest ?? '') ?? []);
      // The text that a client is given to search for without one of the conditions means the same.
      const relaxed = searches.flatMap((search) => search?.conditions(2) ?? []);
      for (const { rest, restText } of relaxed) {
        const again = restText === null ? null : await translateSearch(restText, { db, reference, limits });
        expect({ restText, query: again?.query ?? null }).toEqual({ restText, query: rest });
      }
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from unnest(${[...queries, ...rests]}::text[]) text
        where text = '' or numnode(text::tsquery) > 0`.execute(catalogue.db);
      expect(rows[0]?.count).toBe(queries.length + rests.length);
    }
  });

  it('is answered', async () => {
    const random = seededRandom(32);
    const texts = [...PIECES, ...Array.from({ length: 200 }, () => randomText(random))];
    const fields = texts.map(
      (
        _,
        i,
      ) => `p${i}: publications(search: $t${i}, first: 2) { totalCount edges { relevance highlights { snippet } }
        searchInfo { understoodAs didYouMean } relaxations { without count search } }`,
    );
    for (let from = 0; from < texts.length; from += 10) {
      const batch = texts.slice(from, from + 10);
      const names = batch.map((_, i) => from + i);
      const { errors } = await catalogue.execute(
        `query (${names.map((i) => `$t${i}: String`).join()}) { ${names.map((i) => fields[i]).join(' ')} }`,
        Object.fromEntries(batch.map((text, i) => [`t${from + i}`, text])),
      );
      expect({ batch, errors }).toEqual({ batch, errors: undefined });
    }
    expect(catalogue.unexpected).toEqual([]);
    const { rows } = await sql<{ count: number }>`select count(*) as count from publication`.execute(
      catalogue.db,
    );
    expect(rows[0]?.count).toBe(10);
  });

  it('is answered at its longest', async () => {
    const longest = [
      'a '.repeat(500),
      '-a'.repeat(500),
      'a OR '.repeat(200),
      '"'.repeat(1000),
      'ab* '.repeat(250),
      '人'.repeat(1000),
      'a.'.repeat(500),
      Array.from({ length: 160 }, (_, i) => `word${i}`)
        .join(' ')
        .slice(0, 1000),
      'x'.repeat(1000),
    ];
    for (const search of longest) {
      const { errors, sql: statements } = await catalogue.execute(
        `query ($search: String) { publications(search: $search) { totalCount nodes { slug }
           searchInfo { understoodAs didYouMean } relaxations { without count search } } }`,
        { search },
      );
      expect(errors).toBeUndefined();
      expect(statements.length).toBeLessThan(20);
    }
  });
});
