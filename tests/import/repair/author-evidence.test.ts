import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
const named = (printed: string[]) =>
  repair(printed).values.map(({ author: { kind, name } }) => `${kind[0] ?? ''} ${name}`);
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, parts of one organisation', () => {
  it.each<[string[], string[]]>([
    [
      ['Staatsministerium Für Familie', 'Senioren', 'Frauen Und Jugend'],
      ['O Staatsministerium Für Familie, Senioren, Frauen Und Jugend'],
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
    [
      ['Comisión Interinstitucional Contra El Abuso', 'Maltrato', 'Trata Y Explotación Sexual'],
      ['O Comisión Interinstitucional contra el Abuso, Maltrato, Trata y Explotación Sexual'],
    ],
    [['Human Rights', 'Equal Opportunity Commission'], ['O Human Rights and Equal Opportunity Commission']],
    [['Association Of Pacific Judges', 'Magistrates'], ['O Association of Pacific Judges and Magistrates']],
    [
      ['World Association Of Girl Guides', 'Girl Scouts'],
      ['O World Association of Girl Guides and Girl Scouts'],
    ],
    [['Development Services Group', 'Inc.'], ['O Development Services Group, Inc.']],
    [
      ['Human Rights Center', 'University Of California', 'Berkeley'],
      ['O Human Rights Center, University of California, Berkeley'],
    ],
    [['University Of Minnesota', 'Twin Cities'], ['O University of Minnesota, Twin Cities']],
    [
      ['Society For Women’s Action', 'Training Initiatives'],
      ['O Society for Women’s Action and Training Initiatives'],
    ],
    // Only one of two sorted pieces can be the first.
    [['Southern Africa', 'UNFPA East'], ['O UNFPA East and Southern Africa']],
    [
      ['Dell’Università E Della Ricerca', 'Ministero Dell’Istruzione'],
      ['O Ministero dell’Istruzione, dell’Università e della Ricerca'],
    ],
    [['Refugee Law Project', 'Makerere University'], ['O Refugee Law Project, Makerere University']],
    [['University Of West Indies', 'St. Augustine'], ['O University of West Indies, St. Augustine']],
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
    [['St. Mary’S University', 'Twickenham']],
    // Two organisations that a subject may be of.
    [['Friedrich Naumann Foundation For Freedom', 'Police', 'Border Guard Board']],
    // Words that may be the rest of the name before them.
    [['World Organisation Against Torture', 'Freedom United']],
    [['Institute For War', 'Peace Reporting']],
    // Half a region.
    [['Southern Africa', 'UNFPA East', 'UNICEF Regional Office For Central']],
    [['North Africa Regional Office']],
    // Words that may be the front of the name behind them.
    [['Sheriffs', 'Bailiffs Service']],
    [['Gender Research', 'Protection Project', 'Resource Centre']],
    [['Allies', 'Network Of Sex Work Projects', 'United Society For Christian Literature']],
    [['Bailiffs Service', 'Congress Of South African Trade Unions', 'Sheriffs']],
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
    ['Ashva Power', ['U Ashva Power']],
    ['Slovak Catholic Charity', ['O Slovak Catholic Charity']],
    ['Conferenza Episcopale Italiana', ['O Conferenza Episcopale Italiana']],
    ['Corte Di Cassazione', ['O Corte di Cassazione']],
    ['Donne In Rete', ['O Donne in Rete']],
    ['Mädchenhaus Bielefeld', ['O Mädchenhaus Bielefeld']],
    ['Industrial Relations Court Of Zambia', ['O Industrial Relations Court of Zambia']],
    ['Frauenrecht Ist Menschenrecht', []],
    ['Ashiana Sheffield', []],
    ['Global Rights', ['O Global Rights']],
    ['Tejiendo Vidas', ['O Tejiendo Vidas']],
    ['Overseas Workers Welfare Administration', ['O Overseas Workers Welfare Administration']],
    ['Philippine De Lattre', ['P Philippine De Lattre']],
    ['MTV Exit', []],
  ])('reads %j as %j', (printed, expected) => {
    expect(named([printed])).toEqual(expected);
  });

  it.each<[string[], string[]]>([
    // A middle name is no surname.
    [['Thi Thanh Huyen', 'Doan'], ['P Thi Thanh Huyen Doan']],
    // Only one of the two has a particle.
    [['Lothar', 'Von Richthofen'], ['P Lothar Von Richthofen']],
    [['María Del Carmen', 'Ucha'], ['P María Del Carmen Ucha']],
    // Two words and a single word alternate.
    [
      ['Raphael Kahn', 'Jody', 'Ngo Mbe', 'Béatrice'],
      ['P Jody Raphael Kahn', 'P Béatrice Ngo Mbe'],
    ],
    // Nothing else can be the other half of the first piece.
    [
      ['Nestlé', 'National Council For Law Reporting'],
      ['U Nestlé', 'O National Council for Law Reporting'],
    ],
    [
      ['Sahan Research', 'Polaris'],
      ['O Sahan Research', 'O Polaris'],
    ],
    // Half of a person's name.
    [['Petrosyan', 'UNICEF'], ["O United Nations Children's Fund"]],
    // The word behind the organisation may be its town.
    [['ActionAid International', 'Ouallam'], ['O ActionAid International']],
    [['SMITH', 'Jane'], ['P Jane Smith']],
    [
      ['Ó Cuinn G', 'Renuka KR'],
      ['P G. Ó Cuinn', 'P K.R. Renuka'],
    ],
    [
      ['Camilleri M', 'Spiteri JR'],
      ['P M. Camilleri', 'P J.R. Spiteri'],
    ],
    [['Jane Doe For IOM'], ['P Jane Doe']],
    [['IOM/UNICEF'], ['O International Organization for Migration', "O United Nations Children's Fund"]],
    [['Republic Of Kenya', 'Ministry Of Labour'], ['O Republic of Kenya, Ministry of Labour']],
    [['Alliance For Justice', 'Migrant Rights'], ['O Alliance for Justice and Migrant Rights']],
    [['Office Of United Nations Resident Coordinator'], ['O Office of United Nations Resident Coordinator']],
    // Initials are no acronym.
    [['Johnson', 'E. C.'], ['P E. C. Johnson']],
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
