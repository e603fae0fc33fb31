import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const named = (printed: string[]) =>
  repair(printed).values.map(({ author: { kind, name } }) => `${kind[0] ?? ''} ${name}`);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, parts of one organisation', () => {
  it.each<[string[], string[]]>([
    [
      ['Bundesministerium Für Familie', 'Senioren', 'Frauen Und Jugend'],
      ['O Bundesministerium Für Familie, Senioren, Frauen Und Jugend'],
    ],
    [
      ['ILO Decent Work Team For Eastern Europe', 'Central Asia'],
      ['O ILO Decent Work Team for Eastern Europe and Central Asia'],
    ],
    [
      ['Ministry Of Regional Administration', 'Good Governance'],
      ['O Ministry of Regional Administration and Good Governance'],
    ],
    [['Police', 'Border Guard Board'], ['O Police and Border Guard Board']],
    [['Rights Lab', 'University Of Nottingham'], ['O Rights Lab, University of Nottingham']],
    [['University Of Trento', 'Faculty Of Law'], ['O University of Trento, Faculty of Law']],
    [['Council Of Europe', 'Committee Of Ministers'], ['O Council of Europe, Committee of Ministers']],
    [['Institute Of Sociology', 'Academy Of Sciences'], ['O Institute of Sociology, Academy of Sciences']],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    [
      ['Chulalongkorn University', 'Department Of Home Affairs'],
      ['O Chulalongkorn University', 'O Department of Home Affairs'],
    ],
  ])('does not join what stands beside it in %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
  });
});

describe('repairAuthors, what may be cut short', () => {
  it.each<[string[]]>([
    // A place that may belong to the university before it.
    [['University Of Minnesota', 'Twin Cities']],
    [['St. Mary’S University', 'Twickenham']],
    // A known name, to which more belongs.
    [['Department Of Foreign Affairs', 'Trade', 'Development Canada']],
    // Two organisations that a subject may be of.
    [['Friedrich Naumann Foundation For Freedom', 'Police', 'Border Guard Board']],
    // Words that may be the rest of the name before them.
    [['World Organisation Against Torture', 'Freedom United']],
    [['Institute For War', 'Peace Reporting']],
    // Half a region.
    [['Southern Africa', 'UNFPA East']],
    [['North Africa Regional Office']],
    // Parts that do not say of what, and all that they may be of.
    [['Faculty Of Law']],
    [['Institute Of Psychology', 'Jane Doe', 'Kofi Mensah', 'University Of Bergen'].sort()],
  ])('leaves all organisations of %j unresolved', (printed) => {
    expect(named(printed).filter((name) => name.startsWith('O'))).toEqual([]);
  });
});

describe('repairAuthors, persons or organisations', () => {
  it.each<[string, string[]]>([
    ['Concern Worldwide', ['O Concern Worldwide']],
    ['Plan Internacional', ['O Plan Internacional']],
    ['Street Child', ['O Street Child']],
    ['Statistics Sierra Leone', ['O Statistics Sierra Leone']],
    ['Justice Without Borders', ['O Justice Without Borders']],
    ['Terre Des Hommes Lausanne', ['O Terre des Hommes Lausanne']],
    ['Heinz Endowments', []],
    ['Budapest Process', ['O Budapest Process']],
    ['Maaike Van ’T Hoff', ['P Maaike Van ’T Hoff']],
    ['Akua Power', ['U Akua Power']],
    ['MTV Exit', []],
  ])('reads %j as %j', (printed, expected) => {
    expect(named([printed])).toEqual(expected);
  });

  it.each<[string[], string[]]>([
    // A middle name is no surname.
    [['Thi Thanh Huyen', 'Doan'], ['P Thi Thanh Huyen Doan']],
    // A degree that sorting has put in front.
    [['MD', 'Ragnhild Åkerström'], ['P Ragnhild Åkerström']],
  ])('reads %j as %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
  });

  it.each<[string[], string[]]>([
    // Three halves: the fourth is among the names that seem whole.
    [['Hwang', 'Mahbubur', 'Rahman Chowdhury', 'Soo-Yeon'], []],
  ])('takes no half for a whole name in %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
  });
});
