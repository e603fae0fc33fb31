import { readDate } from '../../../src/import/formats/values/dates.ts';
import { readBibtex } from '../../../src/import/formats/bibtex/bibtex.ts';
import { unresolvedValues } from '../../support/stated.ts';

describe('readDate', () => {
  it.each([
    ['2016', '2016'],
    ['2016-05-12T10:00:00Z', '2016-05-12'],
    ['12 May 2016', '2016-05-12'],
    ['2016-XX', '2016'],
    ['2016-XX-XX', '2016'],
    ['2016-05-uu', '2016-05'],
    ['2016-10/2016-11', '2016'],
    ['2016-10-01/2016-10-07', '2016-10'],
    ['2016/2016', '2016'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    ...['1995~', '1995?', '1995%', '~1995', '199X', '1995-XX-12', '1995/1997', '1995-10/1996-01'],
    ...['1995/..', '1995-10/..', '../1995', '/1995', '1995/', '1995/unknown', '[..1984]', '-1995', '1995-13'],
  ])('reads no date in %s', (text) => {
    expect(readDate(text)).toBeNull();
  });
});

describe("biblatex's dates", () => {
  const read = async (date: string) => {
    const library = await readBibtex(`@book{k, title = {A}, date = {${date}}}`, { heading: 'topic' });
    const [{ record } = { record: undefined }] = library.records;
    return { year: record?.year, issued: record?.issued, unresolved: unresolvedValues(library) };
  };

  it.each([
    ['1995-10/1995-11', 1995, null],
    ['1995-21', 1995, null],
    ['1995-10-XX', 1995, '1995-10'],
    ['1995-10-05', 1995, '1995-10-05'],
  ])('reads %s', async (date, year, issued) => {
    expect(await read(date)).toEqual({ year, issued, unresolved: [] });
  });

  it.each([
    '1995~',
    '1995?',
    '1995%',
    '1995-10~',
    '1995/..',
    '1995-10/..',
    '/1995',
    '-1995',
    '199X',
    '1995/1997',
  ])('leaves %s unresolved', async (date) => {
    const { year, issued, unresolved } = await read(date);
    expect([year, issued]).toEqual([null, null]);
    expect(unresolved).toEqual([expect.stringContaining(`year: ${date} (`)]);
  });

  it('does not take the date of the whole work for an uncertain date of its part', async () => {
    const { records } = await readBibtex(
      '@book{b, title = {B}, date = {2001}}\n@inbook{a, title = {A}, date = {1995~}, crossref = {b}}',
      { heading: 'topic' },
    );
    expect(records.map(({ record }) => record.year)).toEqual([2001, null]);
  });
});
