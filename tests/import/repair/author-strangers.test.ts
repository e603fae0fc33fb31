import { repairAuthors } from '../../../src/import/repair/authors.ts';
import { repairPage } from '../../../src/import/repair/repair.ts';
import { makeRawRecord } from '../../support/raw-record.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const nameOf = ({ author: { kind, name, sortName } }: ReturnType<typeof repair>['values'][number]) =>
  kind === 'PERSON' ? `P ${sortName}` : `${kind[0] ?? ''} ${name}`;
const named = (printed: string[]) => repair(printed).values.map(nameOf);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, names of which no word is known', () => {
  it.each<[string[]]>([
    // Three words or more may be an organisation in any language.
    [['Zurabon Melitaro Kashto']],
    // The capitals may be an acronym.
    [['SAT Esklavuri']],
    [['Fondavia', 'ELibertare Vosk']],
    // In alphabetical order, either word may be the surname.
    [['Mizukio', 'Onumaro']],
    [['Jinsukio', 'Kim']],
    // A given name at the end of a long name is no sign of a person.
    [['Zurabon Melitaro Maria']],
    // The surname would stand first: these are out of alphabetical order.
    [['Nanda', 'Bijaya Kumarto']],
    [['Zurabon København']],
    // "Abraham Baba" may be the given names of the word that is left over.
    [['Abraham Baba', 'Tengano']],
  ])('leaves %j', (printed) => {
    expect(left(printed)).toEqual(printed);
    expect(named(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    [
      ['Zurabon Melitaro Kashto', 'Fiona Davis'],
      ['P Kashto, Zurabon Melitaro', 'P Davis, Fiona'],
    ],
    [['Naw Eh Htoo'], ['P Htoo, Naw Eh']],
    [['Zurabon Melitaro Serrano'], ['P Serrano, Zurabon Melitaro']],
    [['Zurabon Kashto'], ['P Kashto, Zurabon']],
    [['Onumaro', 'Mizukio'], ['P Onumaro, Mizukio']],
    // "Mukherjee" and the ending "-wardena" show which word is the surname.
    [['Aturabon', 'Mukherjee'], ['P Mukherjee, Aturabon']],
    [['Karunawardena', 'Zurabon'], ['P Karunawardena, Zurabon']],
    [['Aturabon', 'Karunawardena'], ['P Karunawardena, Aturabon']],
    // Two surnames with a particle between them, in both orders.
    [['Pinto De Oliveira', 'Ana Cláudia'], ['P Pinto De Oliveira, Ana Cláudia']],
    [['Ana Cláudia', 'Pinto De Oliveira'], ['P Pinto De Oliveira, Ana Cláudia']],
    [
      ['Van Dijk', 'Jan', 'Van Mierlo', 'Femke Klerx'],
      ['P Van Dijk, Jan', 'P Van Mierlo, Femke Klerx'],
    ],
    // Quotation marks inside a name.
    [['Maciej "Mac" Pieczkowski'], ['P Pieczkowski, Maciej "Mac"']],
    [['Interregional Center "Initiative"'], ['O Interregional Center "Initiative"']],
    // Head nouns of other languages.
    [['Kadın Dayanışma Vakfı'], ['O Kadın Dayanışma Vakfı']],
    [['Direcția Națională Zurabon'], ['O Direcția Națională Zurabon']],
    [['Mekong Club'], ['O Mekong Club']],
  ])('reads %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });
});

describe('repairAuthors, halves of organisations', () => {
  it.each<[string[], string[]]>([
    [['Royal Antigua', 'Barbuda Police Force'], ['O Royal Antigua and Barbuda Police Force']],
    [['Barbuda Police Force', 'Royal Antigua'], ['O Royal Antigua and Barbuda Police Force']],
    [['Turks', 'Caicos Islands Government'], ['O Turks and Caicos Islands Government']],
    [
      ['Ministry Of Labour', 'Social Protection Of Population Of Republic Of Azerbaijan'],
      ['O Ministry of Labour and Social Protection of Population of Republic of Azerbaijan'],
    ],
    [
      ['Committee On Women', 'Family Affairs Under Government Of Republic Of Tajikistan'],
      ['O Committee on Women and Family Affairs Under Government of Republic of Tajikistan'],
    ],
    [
      ['Center For Studies', 'Applied Sciences In Gender', 'Family', 'Women'],
      ['O Center for Studies, Applied Sciences in Gender, Family and Women'],
    ],
    [
      ['OSCE', 'Office Of Special Representative', 'Co-Ordinator For Combating Trafficking In Human Beings'],
      [
        'O OSCE Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings',
      ],
    ],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[]]>([
    [['Blas F. Ople Policy Center', 'Training Institute']],
    [['Papua New Guinea Department Of Justice', 'Attorney General']],
    [["Kiota Women'S Health", 'Development']],
    [['National Committee For Combating', 'Preventing Illegal Migration', 'Trafficking In Persons', 'Egypt']],
    [['Outreach-Engagement Center', 'University Of Minnesota', 'Urban Research']],
    [['Zenica Medica', "Cox'S Bazar"]],
  ])('leaves %j', (printed) => {
    expect(left(printed).sort()).toEqual([...printed].sort());
    expect(named(printed)).toEqual([]);
  });
});

describe('repairPage, the order of authors', () => {
  const read = (...lists: string[][]) =>
    repairPage(
      lists.map((authors, i) => makeRawRecord(`A Title of Work ${String(i)}`, authors)),
      () => null,
    ).map((repaired) => repaired.record.contributions.map(nameOf));

  it('reads a surname first if another record is out of alphabetical order', () => {
    expect(read(['Mizukio', 'Onumaro'], ['Jane Doe', 'Ann Poe'])).toEqual([
      ['P Mizukio, Onumaro'],
      ['P Doe, Jane', 'P Poe, Ann'],
    ]);
  });

  it('leaves both words if all records are in alphabetical order', () => {
    expect(read(['Mizukio', 'Onumaro'], ['Ann Poe', 'Jane Doe'])).toEqual([
      [],
      ['P Poe, Ann', 'P Doe, Jane'],
    ]);
  });
});
