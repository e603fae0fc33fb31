import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const named = (printed: string[]) =>
  repair(printed).values.map(({ author: { kind, sortName } }) => `${kind[0] ?? ''} ${sortName}`);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, pieces in alphabetical order', () => {
  it.each<[string[], string[]]>([
    // Only one of the two is a given name.
    [['Antonis Et Al.', 'Papantoniou'], ['P Papantoniou, Antonis']],
    [['Nilanjana', 'Ray'], ['P Ray, Nilanjana']],
    // Only the ministry needs a country.
    [
      ['Ministry Of Home Affairs', 'Myanmar', 'UNICEF'],
      ['O Ministry of Home Affairs, Myanmar', "O United Nations Children's Fund"],
    ],
    // The adverb shows which subject is the first.
    [
      ['Children', 'Coalition Against Trafficking In Persons', 'Especially Women'],
      ['O Coalition Against Trafficking in Persons, Especially Women and Children'],
    ],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    // "David" is also a surname, and "Weissbrodt" may be a given name that is in no list.
    [
      ['David', 'Weissbrodt'],
      ['David', 'Weissbrodt'],
    ],
    // The single word may belong to either of the others.
    [
      ['Aung', 'Saw Khu', 'Soe Lin'],
      ['Aung', 'Soe Lin'],
    ],
    // The centre may be a part of the university.
    [
      ['Berkeley', 'Human Rights Center', 'Legal Resources Foundation', 'University Of California'],
      ['Human Rights Center', 'Berkeley', 'University Of California'],
    ],
  ])('leaves doubtful pieces of %j', (printed, expected) => {
    expect(left(printed)).toEqual(expected);
  });
});

describe('repairAuthors, offices and their organisations', () => {
  it.each<[string[], string[]]>([
    [['Friedrich-Ebert-Stiftung', 'Kenya Office'], ['O Friedrich-Ebert-Stiftung, Kenya Office']],
    [['Ministry Of Justice', 'Immigration Bureau'], ['O Ministry of Justice, Immigration Bureau']],
    [
      ['Ministerio Del Interior', 'Dirección Nacional De Migraciones'],
      ['O Ministerio del Interior, Dirección Nacional de Migraciones'],
    ],
    [
      ['International Labour Office', 'Special Action Programme To Combat Forced Labour'],
      ['O International Labour Organization, Special Action Programme to Combat Forced Labour'],
    ],
    [
      ['Global Protection Cluster', 'Task Team On Anti-Trafficking'],
      ['O Global Protection Cluster, Task Team on Anti-Trafficking'],
    ],
    [
      ['Katholieke Universiteit Leuven', 'Faculty Of Law'],
      ['O Katholieke Universiteit Leuven, Faculty of Law'],
    ],
    [
      ['Forum On Promotion', 'Protection Of Rights Of Women', 'Children'],
      ['O Forum on Promotion, Protection of Rights of Women and Children'],
    ],
    [
      ['State Fund For Protection', 'Assistance Of Victims Of Human Trafficking'],
      ['O State Fund for Protection and Assistance of Victims of Human Trafficking'],
    ],
    [['Sexual Offences', 'Domestic Violence Unit'], ['O Sexual Offences and Domestic Violence Unit']],
    [['Harbour Cutler Pickering Hale', 'Dorr LLP'], ['O Harbour Cutler Pickering Hale and Dorr LLP']],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });
});

describe('repairAuthors, persons', () => {
  it.each<[string[], string[]]>([
    [['Jordan', 'Ann D.'], ['P Jordan, Ann D.']],
    [
      ['Erokhina', 'Liudmila D.', 'Buriak', 'Maria Iu.'],
      ['P Erokhina, Liudmila D.', 'P Buriak, Maria Iu.'],
    ],
    [['De Oliveira', 'Marina Pereira Pires'], ['P De Oliveira, Marina Pereira Pires']],
    [['Bin Abdul Rahman', 'Ahmad'], ['P Bin Abdul Rahman, Ahmad']],
    [
      ['Kate Day', 'Robert Chambers'],
      ['P Day, Kate', 'P Chambers, Robert'],
    ],
    // No initials.
    [['Oxfam GB'], ['O Oxfam GB']],
    // Two neighbours are a firm, others are persons.
    [['Latham', 'Watkins'], ['O Latham & Watkins']],
    [
      ['Latham', 'James', 'Watkins', 'Mary'],
      ['P Latham, James', 'P Watkins, Mary'],
    ],
  ])('reads %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });
});
