import { repairCategories } from '../../../src/import/repair/category.ts';
import { isOrderKnown, joinSeries } from '../../../src/import/repair/enumeration.ts';
import { readAbstract, readTitle } from '../../../src/import/repair/text.ts';
import { undoTitleCase } from '../../../src/import/repair/titlecase.ts';
import { repairYear } from '../../../src/import/repair/year.ts';

describe('repairYear', () => {
  it.each(['2010', '1999', '2027'])('keeps %s without a repair', (text) => {
    expect(repairYear([text], 2027)).toEqual({ values: [Number(text)], repairs: [], unresolved: [] });
  });

  it.each([
    '2010.',
    '[2010]',
    '(2010)',
    'March 2010',
    '12 March 2010',
    '2010-03-12',
    '12/03/2010',
    '2010-03',
    '2010-10',
    '２０１０',
  ])('takes 2010 out of %s', (text) => {
    expect(repairYear([text], 2027)).toEqual({
      values: [2010],
      repairs: [{ field: 'year', rule: 'year-in-text', read: [text], made: ['2010'] }],
      unresolved: [],
    });
  });

  it.each([
    '2014-2015',
    '2014-15',
    '2014/15',
    '2010-11',
    '2010–11',
    'c. 2010',
    '2010?',
    'n.d.',
    '20',
    '201',
    '2028',
    '0000',
    '1020',
    'Categ',
    'forthcoming',
    '',
  ])('leaves %j as printed', (text) => {
    expect(repairYear([text], 2027)).toEqual({
      values: [],
      repairs: [],
      unresolved: [{ field: 'year', value: text, reason: 'does not say one year of publication' }],
    });
  });

  it('takes no side between two years, and one of two that are the same', () => {
    expect(repairYear(['2014', '2015']).unresolved.map(({ value }) => value)).toEqual(['2014', '2015']);
    expect(repairYear(['2014', '2014'])).toMatchObject({
      values: [2014],
      repairs: [{ rule: 'merge-same-year' }],
    });
    expect(repairYear([])).toEqual({ values: [], repairs: [], unresolved: [] });
  });
});

describe('repairCategories', () => {
  it('keeps names by themselves apart', () => {
    expect(repairCategories(['Handbooks', 'Manuals'])).toEqual({
      values: ['Handbooks', 'Manuals'],
      repairs: [],
      unresolved: [],
    });
  });

  it('joins the pieces of a name that is known whole', () => {
    expect(repairCategories(['Manuals', 'Studies', 'Handbooks'], ['Handbooks and Manuals'])).toEqual({
      values: ['Handbooks and Manuals', 'Studies'],
      repairs: [
        {
          field: 'category',
          rule: 'join-known-category',
          read: ['Manuals', 'Handbooks'],
          made: ['Handbooks and Manuals'],
        },
      ],
      unresolved: [],
    });
  });

  it('merges what is the same, and leaves what is no name', () => {
    const { values, unresolved } = repairCategories(['Rules Of Procedure', 'rules of procedure', '—']);
    expect(values).toEqual(['Rules of Procedure']);
    expect(unresolved).toEqual([{ field: 'category', value: '—', reason: 'no letters of a name' }]);
  });
});

describe('undoTitleCase', () => {
  it.each([
    ["Sweden'S Ministry Of Justice", "Sweden's Ministry of Justice"],
    ['Sweden’S Ministry Of Justice', 'Sweden’s Ministry of Justice'],
    ['Ideas To Inform: The Way On', 'Ideas to Inform: The Way on'],
    ['Coalition Against Trafficking In Women', 'Coalition Against Trafficking in Women'],
    ['Fundación Para Las Mujeres Y La Paz', 'Fundación para las Mujeres y la Paz'],
    ['La Strada International', 'La Strada International'],
    ['IN Focus', 'IN Focus'],
    ['University Of El Salvador', 'University of El Salvador'],
    ['Policía Nacional De El Salvador', 'Policía Nacional de El Salvador'],
    ['Ministère De L’Immigration', 'Ministère de l’Immigration'],
    ['Comunità Di Sant’Egidio', 'Comunità di Sant’Egidio'],
  ])('%s → %s', (text, expected) => {
    expect(undoTitleCase(text)).toBe(expected);
  });
});

describe('joinSeries', () => {
  it('joins as English does', () => {
    expect(joinSeries(['A'])).toBe('A');
    expect(joinSeries(['A', 'B'])).toBe('A and B');
    expect(joinSeries(['A', 'B', 'C'])).toBe('A, B and C');
    expect(joinSeries(['A', 'B And C'])).toBe('A, B And C');
  });
});

describe('isOrderKnown', () => {
  it('trusts neighbours in a list that is not sorted, and a longest last', () => {
    expect(isOrderKnown(['B', 'A', 'C', 'D'], [0, 2])).toBe(true);
    expect(isOrderKnown(['B', 'M', 'P', 'Q', 'A'], [1, 2, 3])).toBe(true);
    expect(isOrderKnown(['A', 'M', 'P', 'Q'], [1, 2, 3])).toBe(false);
    expect(isOrderKnown(['A', 'M', 'P', 'Q R'], [1, 2, 3])).toBe(true);
  });
});

describe('readTitle, readAbstract', () => {
  it('change white space and nothing else', () => {
    expect(readTitle(' A  title\u00a0of\nlines ')).toBe('A title of lines');
    expect(readAbstract('five years.The  key\r\n\r\n\r\nworldwide.This')).toBe(
      'five years.The key\n\nworldwide.This',
    );
    expect(readAbstract(' \n ')).toBeNull();
    expect(readAbstract(null)).toBeNull();
  });
});
