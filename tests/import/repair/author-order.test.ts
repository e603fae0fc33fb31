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
    [
      ['Herzegovina', 'Ministry Of Civil Affairs Of Bosnia'],
      ['O Ministry of Civil Affairs of Bosnia and Herzegovina'],
    ],
    [
      ['Ministry Of National Security', 'Tobago', 'Trinidad'],
      ['O Ministry of National Security, Trinidad and Tobago'],
    ],
    [
      ['National Committee For Combating Human Trafficking', 'United Arab Emirates'],
      ['O National Committee for Combating Human Trafficking, United Arab Emirates'],
    ],
    [['Ahmet', 'Içduygu'], ['P Içduygu, Ahmet']],
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
      ['Aung', 'Saw Khu', 'Soe Lin'],
    ],
    // Half of a place or of an office is left over.
    [
      ['Caribbean', 'IOM Regional Office For Central America', 'North America'],
      ['Caribbean', 'IOM Regional Office For Central America', 'North America'],
    ],
    [
      ["De L'Enfant Et De La Famille", 'Mali', 'Ministère De La Promotion De La Femme'],
      ["De L'Enfant Et De La Famille", 'Ministère De La Promotion De La Femme', 'Mali'],
    ],
    // The number of halves is odd, so the name that seems whole is one, too.
    [
      ['Cheikh Ahmadou Bamba', 'Diop', "N'Deye", 'Ndiaye'],
      ['Cheikh Ahmadou Bamba', 'Diop', "N'Deye", 'Ndiaye'],
    ],
    // Either one name, or an organisation and a person.
    [
      ['Wennerholm', 'Carolina Johansson'],
      ['Wennerholm', 'Carolina Johansson'],
    ],
    // The centre may be a part of the university.
    [
      ['Berkeley', 'Human Rights Center', 'Legal Resources Foundation', 'University Of California'],
      ['Human Rights Center', 'University Of California', 'Berkeley'],
    ],
  ])('leaves doubtful pieces of %j', (printed, expected) => {
    expect(left(printed)).toEqual(expected);
  });
});

describe('repairAuthors, offices and their organisations', () => {
  it.each<[string[], string[]]>([
    [
      ["United Nations Children'S Fund", 'West', 'Central Africa Regional Office'],
      ["O United Nations Children's Fund, West and Central Africa Regional Office"],
    ],
    [
      ['International Organization For Migration', 'Mission In Ukraine'],
      ['O International Organization for Migration, Mission in Ukraine'],
    ],
    [
      ['World Vision Middle East', 'Eastern Europe Regional Office'],
      ['O World Vision Middle East and Eastern Europe Regional Office'],
    ],
    [
      ['Southern African Development Community', 'Secretariat'],
      ['O Southern African Development Community, Secretariat'],
    ],
    [['Scottish Government', 'Justice Directorate'], ['O Scottish Government, Justice Directorate']],
    // Two of one rank.
    [
      ['Office For Victims Of Crime', 'Bureau Of Justice Assistance'],
      ['O Office for Victims of Crime', 'O Bureau of Justice Assistance'],
    ],
    [
      ['Secretaria Nacional De Justiça', 'Escritório Das Nações Unidas Sobre Drogas E Crime'],
      ['O Secretaria Nacional de Justiça', 'O Escritório das Nações Unidas sobre Drogas e Crime'],
    ],
    [['Österreichische Akademie Der Wissenschaften'], ['O Österreichische Akademie Der Wissenschaften']],
    [['Legal Aid Of Cambodia'], ['O Legal Aid of Cambodia']],
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
    [
      ['Burn', 'Jennifer', 'Simmons', 'Frances'],
      ['P Burn, Jennifer', 'P Simmons, Frances'],
    ],
    [['Jordan', 'Ann D.'], ['P Jordan, Ann D.']],
    [
      ['Erokhina', 'Liudmila D.', 'Buriak', 'Maria Iu.'],
      ['P Erokhina, Liudmila D.', 'P Buriak, Maria Iu.'],
    ],
    [['De Oliveira', 'Marina Pereira Pires'], ['P De Oliveira, Marina Pereira Pires']],
    [['Bin Abdul Rahman', 'Ahmad'], ['P Bin Abdul Rahman, Ahmad']],
    [
      ['Kate Day', 'Robert Best'],
      ['P Day, Kate', 'P Best, Robert'],
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
