import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const filed = (printed: string[]) => repair(printed).values.map(({ author }) => author.sortName);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

const HALF = 'may be half of a name: its other half is not beside it';

describe('repairAuthors, surnames and given names in two pieces', () => {
  it.each<[string[], string[]]>([
    // No list of given names has these.
    [['Okwuosa', 'Chizitara'], ['Okwuosa, Chizitara']],
    [
      ['Tzvetkov', 'Rumyan', 'Ilunga', 'Mbombo'],
      ['Tzvetkov, Rumyan', 'Ilunga, Mbombo'],
    ],
    // The list turns the order round.
    [['Lori', 'Mann'], ['Mann, Lori']],
    [['Van Der Zwan', 'Tjitske'], ['Van Der Zwan, Tjitske']],
    [['Abu Rabia', 'Samar'], ['Abu Rabia, Samar']],
    [['Ferreira Duarte', 'Inês'], ['Ferreira Duarte, Inês']],
    [["O'Dowd Kelly", 'Nuala'], ["O'Dowd Kelly, Nuala"]],
    [['Finch', 'Brian Karl'], ['Finch, Brian Karl']],
    [['Pham', 'Lan Anh'], ['Pham, Lan Anh']],
    [['Smith', 'John', 'Jr.'], ['Smith, John, Jr.']],
    [
      ['Kovač', 'Dunja', 'IOM'],
      ['Kovač, Dunja', 'International Organization for Migration'],
    ],
    [['Tzvetkov', 'Rumyan', 'Et Al.'], ['Tzvetkov, Rumyan']],
    // Surnames that are words or places, beside a given name.
    [['Power', 'Samantha'], ['Power, Samantha']],
    // Some styles invert the first author only.
    [
      ['Bales', 'Kevin', 'Laurel Fletcher', 'Eric Stover'],
      ['Bales, Kevin', 'Fletcher, Laurel', 'Stover, Eric'],
    ],
    [
      ['Kiss', 'Ligia', 'Jobst Koehler', 'Soksreymom Suos', 'Brett Dickson', 'Nisakorn Pongrungsee'],
      ['Kiss, Ligia', 'Koehler, Jobst', 'Suos, Soksreymom', 'Dickson, Brett', 'Pongrungsee, Nisakorn'],
    ],
  ])('reads %j', (printed, expected) => {
    expect(filed(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    [['Oram S'], ['Oram, S.']],
    [
      ['Howard LM', 'Van Der Zwan TJ'],
      ['Howard, L.M.', 'Van Der Zwan, T.J.'],
    ],
    [
      ['Le PD', 'Ryan N', 'Oram S'],
      ['Le, P.D.', 'Ryan, N.', 'Oram, S.'],
    ],
  ])('turns surnames with initials behind them round: %j', (printed, expected) => {
    expect(filed(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it('leaves a word whose other half is missing, and keeps the full names', () => {
    const { values, unresolved } = repair(['Jane Doe', 'Okwuosa', 'John Roe']);
    expect(values.map(({ author }) => author.name)).toEqual(['Jane Doe', 'John Roe']);
    expect(unresolved).toEqual([{ field: 'authors', value: 'Okwuosa', reason: HALF }]);
  });

  it.each<[string[], string[], string[]]>([
    // An inverted first author may have a second given name, or two surnames.
    [
      ['Grace', 'Lisa Goldblatt', 'Cameron Thibos', 'Jan Nijboer'],
      ['Thibos, Cameron', 'Nijboer, Jan'],
      ['Grace', 'Lisa Goldblatt'],
    ],
    // Two whole names whose words no list has may be one name.
    [['Gomes', 'Carla', 'Qunjian Tian', 'Susu Thatun'], ['Gomes, Carla'], ['Qunjian Tian', 'Susu Thatun']],
    // Nobody knows where the pairs begin.
    [['Okwuosa', 'Chizitara', 'Ilunga'], [], ['Okwuosa', 'Chizitara', 'Ilunga']],
    [['Mann', 'Lori', 'Ilunga'], ['Mann, Lori'], ['Ilunga']],
    // Sorted: what stands side by side need not belong together.
    [
      ['Bales', 'Kara', 'Kevin', 'Ron', 'Siddharth', 'Soodalter'],
      [],
      ['Bales', 'Kara', 'Kevin', 'Ron', 'Siddharth', 'Soodalter'],
    ],
    [['García Márquez', 'Jane Doe'], ['Doe, Jane'], ['García Márquez']],
    [['Jane Doe', 'Geneva', 'Kenya'], ['Doe, Jane'], ['Geneva', 'Kenya']],
  ])('%j: reads %j, leaves %j', (printed, read, unresolved) => {
    expect(filed(printed)).toEqual(read);
    expect(left(printed)).toEqual(unresolved);
  });

  it('takes a single word that stands alone for a whole name, of a kind that it does not know', () => {
    expect(repair(['Okwuosa']).values.map(({ author }) => [author.name, author.kind])).toEqual([
      ['Okwuosa', 'UNKNOWN'],
    ]);
  });
});

describe('repairAuthors, degrees and roles', () => {
  it.each<[string[], [string, string][]]>([
    [['Jane Doe', 'PhD', 'MSW'], [['Jane Doe', 'AUTHOR']]],
    [['Ambassador Jane Doe', 'Ph.D.'], [['Jane Doe', 'AUTHOR']]],
    [
      ['Jane Doe', 'With John Roe'],
      [
        ['Jane Doe', 'AUTHOR'],
        ['John Roe', 'AUTHOR'],
      ],
    ],
    [
      ['Jane Doe With John Roe'],
      [
        ['Jane Doe', 'AUTHOR'],
        ['John Roe', 'AUTHOR'],
      ],
    ],
    [
      ['Jane Doe', 'Edited By John Roe', 'Mary Poe'],
      [
        ['Jane Doe', 'AUTHOR'],
        ['John Roe', 'EDITOR'],
        ['Mary Poe', 'EDITOR'],
      ],
    ],
    [['Translated By Jane Doe'], [['Jane Doe', 'TRANSLATOR']]],
    [['In Collaboration With UNICEF'], [["United Nations Children's Fund", 'AUTHOR']]],
    [['Jane Doe (Consultant)'], [['Jane Doe', 'AUTHOR']]],
  ])('reads %j', (printed, expected) => {
    const { values, unresolved } = repair(printed);
    expect(values.map(({ author, role }) => [author.name, role])).toEqual(expected);
    expect(unresolved).toEqual([]);
  });

  it.each([
    ['Foreword By Jane Doe', 'says who took another part than writing the work'],
    ['Funded By USAID', 'says who took another part than writing the work'],
    ['Research Assistant', 'a word for a document or a position, no name'],
    ['Executive Summary', 'a word for a document or a position, no name'],
    ['Various Authors', 'says that nobody is named'],
    ['PhD', 'a title or degree without a name'],
    ['Https://Example.Org', 'an address, no name'],
    ['Journal Of Invented Studies', 'a journal, no author'],
    ['Geneva', 'a place, which signs nothing by itself'],
    ['Routledge: London', 'a publisher with its place, no author'],
  ])('leaves %s: %s', (printed, reason) => {
    expect(repair([printed])).toMatchObject({ values: [], unresolved: [{ value: printed, reason }] });
  });
});
