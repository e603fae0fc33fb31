import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const named = (printed: string[]) => repair(printed).values.map(({ author }) => author.name);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, names of organisations in pieces', () => {
  it.each<[string[], string[]]>([
    // The rest stands behind its office.
    [
      ['Ministry Of Women', 'Family', 'Community Development'],
      ['Ministry of Women, Family and Community Development'],
    ],
    [
      ['Ministry Of Interior', 'Coordination Of National Government'],
      ['Ministry of Interior and Coordination of National Government'],
    ],
    [['Centre For Women’S Studies', 'Development'], ['Centre for Women’s Studies and Development']],
    [
      ['Directorate-General Justice', 'Freedom', 'Security'],
      ['Directorate-General Justice, Freedom and Security'],
    ],
    [
      ['Ministère De La Famille', 'De L’Enfance Et De La Jeunesse'],
      ['Ministère de la Famille, de l’Enfance et de la Jeunesse'],
    ],
    // The first half stands before its head.
    [['Economic', 'Social Research Council'], ['Economic and Social Research Council']],
    [['Refugee', 'Migratory Movements Research Unit'], ['Refugee and Migratory Movements Research Unit']],
    [['Women’S Rights', 'Empowerment Network'], ['Women’s Rights and Empowerment Network']],
    // Places.
    [['University Of California', 'Los Angeles'], ['University of California, Los Angeles']],
    [['Faculty Of Law', 'University Of Zagreb'], ['Faculty of Law, University of Zagreb']],
    [
      ['IOM Regional Office For European Economic Area', 'European Union', 'NATO'],
      ['IOM Regional Office for European Economic Area, European Union and NATO'],
    ],
    // Names of persons in those of organisations.
    [['David', 'Lucile Packard Foundation'], ['David and Lucile Packard Foundation']],
    [['Simmons', 'Simmons LLP'], ['Simmons and Simmons LLP']],
    [
      ['IOM', 'UNICEF'],
      ['International Organization for Migration', "United Nations Children's Fund"],
    ],
  ])('reads %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[], string[]]>([
    // A city is an address.
    [['IOM', 'Geneva'], ['International Organization for Migration'], ['Geneva']],
    [['University Of Nairobi', 'Kenya'], ['University of Nairobi'], ['Kenya']],
    // A lost half.
    [['Social Council'], [], ['Social Council']],
    [['Equality Unit', 'Women'], [], ['Equality Unit', 'Women']],
    [['Centre For Strategic'], [], ['Centre For Strategic']],
    [['National Commission For Women', 'Jurists'], [], ['National Commission For Women', 'Jurists']],
    [
      ['Ministry Of Labour', 'Family', 'Social Council'],
      [],
      ['Ministry Of Labour', 'Family', 'Social Council'],
    ],
    [['Modern Slavery'], [], ['Modern Slavery']],
    [['Victim Assistance', 'Jane Doe'], ['Jane Doe'], ['Victim Assistance']],
    [['Task Force'], [], ['Task Force']],
  ])('%j: reads %j, leaves %j', (printed, read, unresolved) => {
    expect(named(printed)).toEqual(read);
    expect(left(printed)).toEqual(unresolved);
  });
});

describe('repairAuthors, persons and organisations that look alike', () => {
  it.each<[string, string]>([
    ['Jonathan Church', 'PERSON'],
    ['Faith Marriage', 'PERSON'],
    ['Georgia May', 'PERSON'],
    ['Nguyen To Hoa', 'PERSON'],
    ['Sophie Hayes Foundation', 'ORGANIZATION'],
    ['Shelter Uganda', 'ORGANIZATION'],
    ['HealthBridge Partners', 'ORGANIZATION'],
    ['Hearth46 Group', 'ORGANIZATION'],
    ['Migrationsverket', 'ORGANIZATION'],
    ['Safe Harbours UK', 'ORGANIZATION'],
  ])('%s: %s', (printed, kind) => {
    expect(repair([printed]).values.map(({ author }) => author.kind)).toEqual([kind]);
  });
});
