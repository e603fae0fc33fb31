import {
  NONE,
  applyFilter,
  readState,
  toAddress,
  toExportAddress,
  toFilter,
  toOrder,
  toggle,
} from '../../explorer/state.ts';

const read = (search: string) => readState(new URLSearchParams(search));

describe('readState and toAddress', () => {
  it.each([
    '',
    'q=trafficking',
    'q=trafficking&countries=NG%2CML&regions=-&from=2000&to=2009&sort=title&view=charts',
    'contributors=lori-j-mann&after=abc',
  ])('write what they read: %s', (search) => {
    expect(toAddress('/', read(search))).toBe(search && `?${search}`);
    expect(toAddress('/country/NG', read(search))).toBe(`/country/NG${search && `?${search}`}`);
  });

  it('leave out what cannot be read', () => {
    expect(toAddress('/', read('from=soon&to=20000&sort=best&view=map&countries=,,&nothing=1'))).toBe('');
  });
});

describe('toFilter', () => {
  it('is null if nothing is chosen', () => expect(toFilter(read('q=trafficking'))).toBeNull());

  it('combines values, "none" and years with what the page is about', () => {
    expect(toFilter(read('countries=NG,ML&topics=-&from=2000'), { regions: { anyOf: ['africa'] } })).toEqual({
      countries: { anyOf: ['NG', 'ML'] },
      hasTopics: false,
      year: { from: 2000 },
      and: [{ regions: { anyOf: ['africa'] } }],
    });
  });
});

describe('applyFilter', () => {
  it('is the inverse of toFilter, on the first page', () => {
    const state = read('q=a&countries=NG&topics=-&from=2000&sort=title&after=abc');
    expect(applyFilter(state, 'a', toFilter(state) ?? {})).toEqual({ ...state, after: null });
  });

  it('drops the order by relevance together with the search', () => {
    expect(applyFilter(read('q=a&sort=relevance'), null, {})).toEqual(read(''));
  });
});

describe('toggle', () => {
  const toggled = (search: string, value: string) =>
    toggle(read(search), 'countries', value).chosen?.countries;

  it('adds a value, and takes it away', () => {
    expect(toggled('countries=NG', 'ML')).toEqual(['NG', 'ML']);
    expect(toggled('countries=NG,ML', 'NG')).toEqual(['ML']);
  });

  it('lets "none" and values exclude each other', () => {
    expect(toggled('countries=NG,ML', NONE)).toEqual([NONE]);
    expect(toggled(`countries=${NONE}`, 'NG')).toEqual(['NG']);
  });
});

describe('toOrder', () => {
  it('is null for the order that the API chooses', () => {
    expect(toOrder(read(''))).toBeNull();
    expect(toOrder(read('sort=relevance'))).toBeNull();
    expect(toOrder(read('q=a&sort=relevance'))).toEqual({ field: 'RELEVANCE', direction: 'DESC' });
  });
});

describe('toExportAddress', () => {
  it('has the search, the filter and the order, and neither page nor view', () => {
    const state = read('q=a+b&countries=NG&sort=oldest&after=abc&view=charts');
    const address = new URL(toExportAddress(state, toFilter(state), 'csl.json'), 'http://localhost');
    expect(address.pathname).toBe('/export/publications.csl.json');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      search: 'a b',
      filter: '{"countries":{"anyOf":["NG"]}}',
      orderBy: 'YEAR:ASC',
    });
  });

  it('is short for the whole catalogue', () => {
    expect(toExportAddress(read(''), null, 'bib')).toBe('/export/publications.bib');
  });
});
