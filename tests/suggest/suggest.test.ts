import { toGlobalId } from '../../src/graphql/global-id.ts';
import { isMisspelt, matchName } from '../../src/suggest/suggest.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { seededRandom } from '../support/random.ts';

interface Suggestion {
  kind: string;
  node: object;
  value: string;
  label: string;
  matched: string | null;
  hint: string;
}

const QUERY = `query ($text: String!, $kinds: [SuggestionKind!], $first: Int! = 10) {
  suggest(text: $text, kinds: $kinds, first: $first) { kind node { __typename id } value label matched hint } }`;

async function suggest(catalogue: TestCatalogue, text: string, more: object = {}): Promise<Suggestion[]> {
  const { data, errors } = await catalogue.execute<{ suggest: Suggestion[] }>(QUERY, { text, ...more });
  expect(catalogue.unexpected).toEqual([]);
  expect(errors).toBeUndefined();
  return data.suggest;
}

const names = (suggestions: Suggestion[]) => suggestions.map(({ kind, value }) => `${kind} ${value}`);

describe('Query.suggest, of the listing', () => {
  let listing: TestCatalogue;
  beforeAll(async () => (listing = await testCatalogue('listing')));
  afterAll(() => listing.close());

  test('says of each what it is and what tells it from others', async () => {
    expect(await suggest(listing, 'nig')).toEqual([
      {
        kind: 'COUNTRY',
        node: { __typename: 'Country', id: 'Q291bnRyeTpORw' },
        value: 'NG',
        label: 'Nigeria',
        matched: null,
        hint: 'Country (NG), 1 publication',
      },
      {
        kind: 'COUNTRY',
        node: { __typename: 'Country', id: 'Q291bnRyeTpORQ' },
        value: 'NE',
        label: 'Niger',
        matched: null,
        hint: 'Country (NE), 0 publications',
      },
    ]);
    expect(await suggest(listing, 'iom', { first: 1 })).toMatchObject([
      {
        kind: 'AUTHOR',
        label: 'International Organization for Migration',
        matched: 'IOM',
        hint: 'Organization (IOM), 1 publication',
      },
    ]);
    expect(await suggest(listing, 'needs ass')).toMatchObject([
      {
        kind: 'PUBLICATION',
        label: 'Needs Assessment: Human trafficking in the Western Balkans',
        hint: '2014, Jacqueline Berman and 2 others',
      },
    ]);
    expect(await suggest(listing, 'capac')).toMatchObject([
      { kind: 'TOPIC', hint: 'Topic, 10 publications' },
    ]);
  });

  test('knows places by any name, in any language and script, and by code', async () => {
    for (const [text, value, matched] of [
      ['ivory c', 'CI', 'Ivory Coast'],
      ["COTE D'IV", 'CI', null],
      ['كوت دي', 'CI', 'كوت ديفوار'],
      ['alemania', 'DE', 'Alemania'],
      ['xkx', 'XK', null],
      ['macedonia', 'MK', 'Macedonia'],
    ])
      expect((await suggest(listing, text as string, { kinds: ['COUNTRY'] }))[0]).toMatchObject({
        value,
        matched,
      });
    expect((await suggest(listing, '011'))[0]).toMatchObject({ kind: 'REGION', value: 'west-africa' });
    for (const code of ['NG', 'nga', '566'])
      expect((await suggest(listing, code))[0]).toMatchObject({
        kind: 'COUNTRY',
        value: 'NG',
        matched: null,
      });
  });

  test('puts the whole name first, then beginnings, then beginnings of words; kinds take turns', async () => {
    expect(names(await suggest(listing, 'niger', { kinds: ['COUNTRY'] }))).toEqual([
      'COUNTRY NE',
      'COUNTRY NG',
    ]);
    expect(names(await suggest(listing, 'western balk'))).toEqual([
      'REGION western-balkans',
      'PUBLICATION needs-assessment-human-trafficking-in-the-western-balkans',
    ]);
    expect(names(await suggest(listing, 'lori mann'))).toEqual(['AUTHOR lori-j-mann']);
    expect(names(await suggest(listing, 'ca', { first: 5 }))).toEqual([
      'COUNTRY CA',
      'COUNTRY CV',
      'REGION caribbean',
      'TOPIC capacity-building',
      'PUBLICATION caring-for-trafficked-persons-guidance-for-health-providers',
    ]);
  });

  test('forgives typos', async () => {
    for (const [text, expected] of [
      ['nigera', 'COUNTRY NG'],
      ['jaqueline', 'AUTHOR jacqueline-berman'],
      ['capasity', 'TOPIC capacity-building'],
      ['carribean', 'REGION caribbean'],
      ['guidence', 'PUBLICATION caring-for-trafficked-persons-guidance-for-health-providers'],
    ])
      expect(names(await suggest(listing, text as string, { first: 50 }))).toContain(expected);
  });

  test('forgives exchanged letters of short words, and of words that are still being typed', async () => {
    for (const [text, expected] of [
      ['mlai', 'COUNTRY ML'],
      ['cahd', 'COUNTRY TD'],
      ['cpaac', 'TOPIC capacity-building'],
      ['acring', 'PUBLICATION caring-for-trafficked-persons-guidance-for-health-providers'],
      ['crai', 'PUBLICATION caring-for-trafficked-persons-guidance-for-health-providers'],
    ])
      expect(names(await suggest(listing, text as string, { first: 50 }))).toContain(expected);
  });

  test('takes any text, and answers one without a word with nothing', async () => {
    for (const text of ['', ' ', '%', "'", '\\', '\0', '…', '\uD800', '🙂', '"', '*'])
      expect(await suggest(listing, text)).toEqual([]);
    for (const text of [
      "'; drop table publication; --",
      '%_%',
      "x' or '1'='1",
      'a\0b',
      '尼日利亚',
      'ﷺ'.repeat(500),
      'ni\uDC00',
    ])
      await suggest(listing, text);
    const random = seededRandom(41);
    for (let i = 0; i < 60; i++) {
      const characters = Array.from({ length: Math.ceil(random() * 12) }, () =>
        String.fromCharCode(Math.floor(random() * (random() < 0.5 ? 128 : 65_536))),
      );
      await suggest(listing, characters.join(''));
    }
    expect(await suggest(listing, 'nig')).toHaveLength(2);
  });

  test('gives as many as are asked for, of the kinds that are asked for', async () => {
    expect(await suggest(listing, 'a', { first: 0 })).toEqual([]);
    expect(await suggest(listing, 'a', { first: 50 })).toHaveLength(50);
    expect(await suggest(listing, 'nig', { kinds: [] })).toEqual([]);
    const kinds = new Set(
      (await suggest(listing, 'a', { first: 50, kinds: ['AUTHOR', 'REGION'] })).map(
        (suggestion) => suggestion.kind,
      ),
    );
    expect([...kinds].sort()).toEqual(['REGION']);
    for (const [variables, message] of [
      [{ text: 'x'.repeat(1001) }, 'text: 1001 characters are too many; give 1000 at most.'],
      [{ text: 'a', first: 51 }, 'first: 51 is out of range; give 0 to 50.'],
    ] as const) {
      const { errors } = await listing.execute(QUERY, { ...variables });
      expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });
});

describe('Query.suggest, of many', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => {
    catalogue = await testCatalogue('empty');
    const person = (name: string) => ({ name, kind: 'PERSON' });
    const lines = [
      {
        title: 'Zebra crossings',
        year: 2001,
        authors: [person('Ann Zebro'), person('Bo Li'), person('Cy Oz')],
      },
      { title: 'Zebra', year: 2003, authors: [person('Bo Li')], categories: ['Zebra notes'] },
      {
        title: 'On zebras',
        year: 2005,
        authors: [person('Zebulon Pike'), person('Bo Li')],
        topics: ['Zebras'],
      },
      { title: 'The zebra', year: 2007, authors: [person('Zebulon Pike')], topics: ['Zebras', 'Zebra lore'] },
      { title: 'The zebra', year: null, topics: ['Zebra lore'] },
      { title: 'The zebra', year: 2009, topics: ['Zebra lore'] },
      { title: 'Отчёт: новый порядок', year: 1990 },
      { title: '报告：人口动态', year: 1991 },
      { title: 'The U.S.A. 2014 in 12 tables', year: 1992, authors: [person('Maria del Carmen Ruiz')] },
    ];
    await catalogue.importTexts({ 'zebras.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
  });
  afterAll(() => catalogue.close());

  test('finds an author by two letters of any part of the name', async () => {
    for (const text of ['bo', 'li', 'bo li', 'li bo', 'oz', 'an', 'de ca'])
      expect([text, ...names(await suggest(catalogue, text, { kinds: ['AUTHOR'] }))]).toEqual([
        text,
        { bo: 'AUTHOR bo-li', li: 'AUTHOR bo-li', oz: 'AUTHOR cy-oz', an: 'AUTHOR ann-zebro' }[text] ??
          (text === 'de ca' ? 'AUTHOR maria-del-carmen-ruiz' : 'AUTHOR bo-li'),
      ]);
  });

  test('orders by match, by turns of the kinds, by number of publications, by name', async () => {
    const found = await suggest(catalogue, 'Zebr', { first: 50 });
    expect(found.map(({ kind, label, hint }) => `${kind} ${label} | ${hint}`)).toEqual([
      'TOPIC Zebra lore | Topic, 3 publications',
      'CATEGORY Zebra notes | Category, 1 publication',
      'PUBLICATION Zebra | 2003, Bo Li',
      'TOPIC Zebras | Topic, 2 publications',
      'PUBLICATION Zebra crossings | 2001, Ann Zebro and 2 others',
      'AUTHOR Ann Zebro | Person, 1 publication',
      'PUBLICATION The zebra | 2009',
      'PUBLICATION The zebra | 2007, Zebulon Pike',
      'PUBLICATION On zebras | 2005, Zebulon Pike and 1 other',
      'PUBLICATION The zebra | year unknown',
    ]);
  });

  test('puts authors with more publications first', async () => {
    const found = await suggest(catalogue, 'zeb', { kinds: ['AUTHOR'] });
    expect(found.map(({ label, hint }) => `${label} | ${hint}`)).toEqual([
      'Zebulon Pike | Person, 2 publications',
      'Ann Zebro | Person, 1 publication',
    ]);
  });

  test.each([
    ['новый', 'PUBLICATION Отчёт: новый порядок'],
    ['口动', null],
    ['报告 报', 'PUBLICATION 报告：人口动态'],
    ['人口动', 'PUBLICATION 报告：人口动态'],
    ['u.s.a 2', 'PUBLICATION The U.S.A. 2014 in 12 tables'],
    ['tab 201 12', 'PUBLICATION The U.S.A. 2014 in 12 tables'],
    ['2014', 'PUBLICATION The U.S.A. 2014 in 12 tables'],
    ['tablse the', 'PUBLICATION The U.S.A. 2014 in 12 tables'],
    ['tables 2013', null],
    ['ruiz mar de', 'AUTHOR Maria del Carmen Ruiz'],
    ['carmne mar', 'AUTHOR Maria del Carmen Ruiz'],
    ['carmne zeb', null],
  ])('finds of %j %p', async (text, found) => {
    expect((await suggest(catalogue, text)).map(({ kind, label }) => `${kind} ${label}`)).toEqual(
      found === null ? [] : [found],
    );
  });
});

describe('matchOf', () => {
  test.each([
    ['west africa', 'west africa', 0],
    ['west africa', 'west a', 1],
    ['west africa', 'afr', 2],
    ['west africa', 'afr wes', 2],
    ['west africa', 'frica', null],
  ])('of %j to %j is %p', (name, text, match) => expect(matchName(name, text)).toBe(match));
});

describe('isMisspelt', () => {
  test.each([
    ['nigeria', 'nigera', true],
    ['nigeria', 'ngieria', true],
    ['nigeria', 'nigxxria', true],
    ['nigeria', 'nigxxr', false],
    ['caribbean', 'carribean', true],
    ['mali', 'mai', false],
    ['mali', 'mala', true],
    ['germany', 'nigeria', false],
  ])('of %j by %j is %p', (name, text, is) => expect(isMisspelt(name, text)).toBe(is));
});

describe('Suggestion', () => {
  let listing: TestCatalogue;
  beforeAll(async () => (listing = await testCatalogue('listing')));
  afterAll(() => listing.close());

  const ask = (text: string, kind: string, selection: string) =>
    listing.execute<{ suggest: object[] }>(
      `query ($text: String!) { suggest(text: $text, kinds: [${kind}], first: 1) { ${selection} } }`,
      { text },
    );

  it('leads to the object, of which an id needs no more statements', async () => {
    const whole = `... on Country { alpha3 } ... on Author { acronym } ... on Publication { year }`;
    await ask('nigeria', 'COUNTRY', 'value'); // counts publications once for all questions
    const handbook = 'caring-for-trafficked-persons-guidance-for-health-providers';
    for (const [text, kind, type, key, fields] of [
      ['nigeria', 'COUNTRY', 'Country', 'NG', { alpha3: 'NGA' }],
      ['iom', 'AUTHOR', 'Author', 'international-organization-for-migration', { acronym: 'IOM' }],
      ['caring for trafficked', 'PUBLICATION', 'Publication', handbook, { year: 2009 }],
    ] as const) {
      const known = await ask(text, kind, 'node { __typename id }');
      expect(known.data.suggest).toEqual([{ node: { __typename: type, id: toGlobalId(type, key) } }]);
      const { data, errors, sql } = await ask(text, kind, `node { __typename ${whole} }`);
      expect(errors).toBeUndefined();
      expect(data.suggest).toEqual([{ node: { __typename: type, ...fields } }]);
      expect(sql).toHaveLength(known.sql.length + (kind === 'COUNTRY' ? 0 : 1));
    }
  });

  it('has its label in the language that is asked for', async () => {
    const { data } = await ask('germany', 'COUNTRY', 'label fr: label(language: FR)');
    expect(data.suggest).toEqual([{ label: 'Germany', fr: 'Allemagne' }]);
    const author = await ask('iom', 'AUTHOR', 'label ar: label(language: AR)');
    const name = 'International Organization for Migration';
    expect(author.data.suggest).toEqual([{ label: name, ar: name }]);
  });
});
