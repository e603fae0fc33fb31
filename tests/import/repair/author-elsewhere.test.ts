import { repairAuthors } from '../../../src/import/repair/authors.ts';
import { repairPage } from '../../../src/import/repair/repair.ts';
import { keyOf } from '../../../src/import/repair/words.ts';
import { makeRawRecord } from '../../support/raw-record.ts';

const repair = (printed: string[], text: string, names: string[] = []) =>
  repairAuthors(printed, {
    title: 'A Title',
    year: null,
    elsewhere: { text, names: new Set(names.map(keyOf)), keepsOrder: false },
  });
const filed = (printed: string[], text: string) =>
  repair(printed, text).values.map(({ author }) => author.sortName);
const left = (printed: string[], text: string, names: string[] = []) =>
  repair(printed, text, names).unresolved.map(({ value }) => value);

const SORTED = ['Berman', 'Jacqueline', 'Marshall', 'Phil'];

describe('repairAuthors, names that are printed elsewhere', () => {
  it('joins sorted pieces to the names that the abstract prints', () => {
    const abstract = 'A study by Phil Marshall, Jacqueline Berman. Marshall wrote the first part.';
    expect(filed(SORTED, abstract)).toEqual(['Berman, Jacqueline', 'Marshall, Phil']);
    expect(left(SORTED, abstract)).toEqual([]);
    expect(repair(SORTED, abstract).repairs[0]).toEqual({
      field: 'authors',
      rule: 'join-named-elsewhere',
      read: ['Berman', 'Jacqueline'],
      made: ['Jacqueline Berman'],
    });
  });

  it('leaves the pieces that nothing names', () => {
    expect(filed(SORTED, 'A study by Phil Marshall')).toEqual(['Marshall, Phil']);
    expect(left(SORTED, 'A study by Phil Marshall')).toEqual(['Berman', 'Jacqueline']);
    expect(left(SORTED, 'Jacqueline, of Marshall')).toEqual(SORTED);
  });

  it('leaves pieces that fit two names', () => {
    const names = ['Jacqueline Berman', 'Jacqueline Marshall'];
    expect(left(SORTED, '', names)).toEqual(SORTED);
  });

  it('joins an office to the subjects that are named with it, in their order', () => {
    const printed = ['Culture', 'Georgia', 'Ministry Of Education', 'Science', 'Sport'];
    expect(filed(printed, 'Ministry of Education, Science, Culture and Sport')).toEqual([
      'Ministry of Education, Science, Culture and Sport',
    ]);
    expect(left(printed, 'Ministry of Education, Science, Culture and Sport')).toEqual(['Georgia']);
  });
});

describe('repairPage', () => {
  it('joins the pieces of a name that another record of the page prints', () => {
    const page = repairPage(
      [makeRawRecord('First', SORTED), makeRawRecord('Second', ['Phil Marshall'])],
      () => null,
    );
    expect(page.map(({ record }) => record.contributions.map(({ author }) => author.name))).toEqual([
      ['Phil Marshall'],
      ['Phil Marshall'],
    ]);
    expect(page[0]?.unresolved.map(({ value }) => value)).toEqual(['Berman', 'Jacqueline']);
  });
});
