import { toCsv, toTable } from '../../explorer/csv.ts';

describe('toTable', () => {
  it('has a row for each object of the outermost list, and joins several values', () => {
    const nodes = [
      { title: 'A', year: -5, countries: [{ code: 'NG' }, { code: 'ML' }], partOf: null },
      { title: 'B', year: null, countries: [], partOf: { title: 'C' } },
    ];
    expect(toTable({ publications: { totalCount: 2, languages: ['en'], nodes } })).toEqual([
      ['title', 'year', 'countries.code', 'partOf', 'partOf.title'],
      ['A', -5, 'NG; ML', '', ''],
      ['B', '', '', '', 'C'],
    ]);
  });

  it('has one row if there is no list', () => {
    expect(toTable({ catalogue: { publicationCount: 10, years: { from: 2009 } } })).toEqual([
      ['catalogue.publicationCount', 'catalogue.years.from'],
      [10, 2009],
    ]);
  });
});

describe('toCsv', () => {
  it('quotes what has to be quoted, and keeps spreadsheets from running formulas', () => {
    expect(toCsv([['a, "b"', '=1+1', -5, 'c\nd']])).toBe('\uFEFF"a, ""b""",\'=1+1,-5,"c\nd"\r\n');
  });
});
