import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const named = (printed: string[]) => repair(printed).values.map(({ author }) => author.name);
const filed = (printed: string[]) => repair(printed).values.map(({ author }) => author.sortName);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, offices in more pieces', () => {
  it.each<[string[], string]>([
    [
      ['Ministry Of Labour', 'Invalids', 'Social Affairs Of Vietnam'],
      'Ministry of Labour, Invalids and Social Affairs of Vietnam',
    ],
    [
      ['Ministry Of Home Affairs', 'Diaspora', 'National Unity'],
      'Ministry of Home Affairs, Diaspora and National Unity',
    ],
    [
      ['Federal Ministry For Europe', 'Integration', 'Foreign Affairs'],
      'Federal Ministry for Europe, Integration and Foreign Affairs',
    ],
    [['Lutheran Immigration', 'Refugee Service'], 'Lutheran Immigration and Refugee Service'],
    [['Centre For Study Of Women', 'Society'], 'Centre for Study of Women and Society'],
    [
      ['Association Of Heads Of Corrections', 'Prison Services'],
      'Association of Heads of Corrections and Prison Services',
    ],
    [
      ['University Of Applied Sciences', 'Arts Of Southern Switzerland'],
      'University of Applied Sciences and Arts of Southern Switzerland',
    ],
    [
      ['Rapporteur On Violence Against Women', 'Its Causes', 'Consequences'],
      'Rapporteur on Violence Against Women, Its Causes and Consequences',
    ],
    [
      ['Department Of Sociology', 'Social Policy', 'University Of Leeds'],
      'Department of Sociology and Social Policy, University of Leeds',
    ],
    [['Institute Of Criminology', 'University Of Oslo'], 'Institute of Criminology, University of Oslo'],
    [
      ['European Commission', 'Directorate-General For Migration', 'Home Affairs'],
      'European Commission, Directorate-General for Migration and Home Affairs',
    ],
    [
      ['UNFPA', 'Asia', 'Pacific Regional Office'],
      'United Nations Population Fund, Asia and Pacific Regional Office',
    ],
    [
      ['Ministère De La Famille', 'De La Femme', 'De L’Enfant Et Des Aînés'],
      'Ministère de la Famille, de la Femme, de l’Enfant et des Aînés',
    ],
    [
      ['Ministerio De Sanidad', 'Servicios Sociales E Igualdad'],
      'Ministerio de Sanidad, Servicios Sociales e Igualdad',
    ],
    [['Kenya', 'Ministry Of Justice', 'Jane Doe'], 'Ministry of Justice, Kenya'],
  ])('reads %j', (printed, expected) => {
    expect(named(printed)[0]).toBe(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    // A piece that is left over may be of the office beside it.
    [['Pacific', 'UNICEF Regional Office For East Asia', 'UNICEF Regional Office For South Asia'], []],
    [['Delinquency Prevention', 'Office Of Juvenile Justice', 'Jane Doe'], ['Jane Doe']],
    [['Evaluation Service', 'Jane Doe', 'UNHCR Policy Development'], ['Jane Doe']],
    // Which of the two has the subject?
    [['Committee On Migrant Workers', 'Development', 'Institute For Social Research'], []],
  ])('leaves %j but %j', (printed, read) => {
    expect(named(printed)).toEqual(read);
    expect(left(printed)).toEqual(printed.filter((piece) => !read.includes(piece)));
  });

  it.each([
    'European Women’S Lobby',
    'Attorney General’S Chambers',
    'Oxfam Invented',
    'Rijksuniversiteit Groningen',
  ])('takes %s for an organisation', (printed) => {
    expect(repair([printed]).values.map(({ author }) => author.kind)).toEqual(['ORGANIZATION']);
  });
});

describe('repairAuthors, more kinds of persons’ names', () => {
  it.each<[string[], string[]]>([
    [['Al-Hammadi MA'], ['Al-Hammadi, M.A.']],
    [['Khooshie Lal Panjabi R'], ['Khooshie Lal Panjabi, R.']],
    [['Pontes E Melo I'], ['Pontes E Melo, I.']],
    [['Silva E Costa', 'M.'], ['Silva E Costa, M.']],
    [['B.', 'Dah Abeid'], ['Dah Abeid, B.']],
    [['Botero Navarro', 'Álvaro'], ['Botero Navarro, Álvaro']],
    [
      ['Lo Verso', 'Giuseppe', 'Hyland Heinrich', 'Kelly E.'],
      ['Lo Verso, Giuseppe', 'Hyland Heinrich, Kelly E.'],
    ],
    // A pair of single words shows how the names are printed.
    [
      ['Dah Abeid', 'Biram', 'Glover', 'Nii Odoi', 'Nwokolo', 'Chukwudi'],
      ['Dah Abeid, Biram', 'Glover, Nii Odoi', 'Nwokolo, Chukwudi'],
    ],
    [
      ['Nakagawa', 'Mayumi', 'Ali Shah', 'Zulfiqar'],
      ['Nakagawa, Mayumi', 'Ali Shah, Zulfiqar'],
    ],
    [
      ['Trinquart', 'Eric', 'Nagle', 'Luz Estela'],
      ['Trinquart, Eric', 'Nagle, Luz Estela'],
    ],
  ])('reads %j', (printed, expected) => {
    expect(filed(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[]]>([[['Belinda', 'Leach', 'Loaiza Gómez', 'Marcela']]])('leaves all of %j', (printed) => {
    expect(named(printed)).toEqual([]);
    expect(left(printed)).toEqual(printed);
  });
});
