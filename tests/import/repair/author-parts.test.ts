import { repairAuthors } from '../../../src/import/repair/authors.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
/** "O Ministry of Justice", "P Mann, Lori J.". */
const named = (printed: string[]) =>
  repair(printed).values.map(({ author: { kind, name, sortName } }) =>
    kind === 'PERSON' ? `P ${sortName}` : `${kind[0] ?? ''} ${name}`,
  );
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

describe('repairAuthors, a whole and its part', () => {
  it.each<[string[], string[]]>([
    [['University Of Oxford', 'Refugee Studies Centre'], ['O University of Oxford, Refugee Studies Centre']],
    [
      ['Université De Montréal', 'Centre International De Criminologie Comparée'],
      ['O Université de Montréal, Centre International de Criminologie Comparée'],
    ],
    [
      ['University Of California', 'San Diego', 'Center For US-Mexican Studies'],
      ['O University of California, San Diego, Center for US-Mexican Studies'],
    ],
    [
      ['Centre For Forced Migration Studies', 'Northwestern University'],
      ['O Centre for Forced Migration Studies, Northwestern University'],
    ],
    [['House Of Lords', 'European Union Committee'], ['O House of Lords, European Union Committee']],
    [['City Of Seattle', 'Office For Civil Rights'], ['O City of Seattle, Office for Civil Rights']],
    [
      ['Province Of British Columbia', 'Ministry Of Public Safety'],
      ['O Province of British Columbia, Ministry of Public Safety'],
    ],
    [
      ['Ministry Of Health', 'Family Welfare', 'Government Of India'],
      ['O Ministry of Health and Family Welfare, Government of India'],
    ],
    [
      ['UNICEF', 'Regional Office For Central', 'Eastern Europe'],
      ["O United Nations Children's Fund, Regional Office for Central and Eastern Europe"],
    ],
    // Their languages show which two belong together.
    [
      ['Università Di Palermo', 'Dipartimento Di Giurisprudenza', 'University Of Bergamo'],
      ['O Università di Palermo, Dipartimento di Giurisprudenza', 'O University of Bergamo'],
    ],
    [
      ['Harvard University', 'Carr Center For Human Rights Policy'],
      ['O Harvard University, Carr Center for Human Rights Policy'],
    ],
    [
      ['Centre For Migration Studies', 'University Of Ghana'],
      ['O Centre for Migration Studies, University of Ghana'],
    ],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    // The part may have been in front, or it may be an organisation of its own.
    [['European Union Committee', 'House Of Lords'], []],
    [['University Of Hull', 'Wilberforce Institute'], []],
    [['Department Of Law', 'Institute For Public Policy Research', 'University Of Turin'], []],
    // Either of the two parts may be the university's.
    [['Institute For Research On Women', 'Harvard Law School', 'International Human Rights Clinic'], []],
    // In a sorted list, the part and all that it may be of.
    [
      ['European Parliament', 'Committee On Civil Liberties', 'Jane Doe', 'Kofi Mensah'].sort(),
      ['P Doe, Jane', 'P Mensah, Kofi'],
    ],
  ])('does not guess in %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toHaveLength(printed.length - expected.length);
  });
});

describe('repairAuthors, an organisation and its country', () => {
  it.each<[string[], string[]]>([
    [['Plan International', 'Bangladesh'], ['O Plan International, Bangladesh']],
    [['Office Of Prime Minister', 'Jamaica'], ['O Office of Prime Minister, Jamaica']],
    [
      ['Office Of High Representative', 'Bosnia', 'Herzegovina'],
      ['O Office of High Representative, Bosnia and Herzegovina'],
    ],
    [['Law Commission Of England', 'Wales'], ['O Law Commission of England and Wales']],
    [['Home Office', 'United Kingdom'], ['O United Kingdom Home Office']],
    [
      ['Department Of Foreign Affairs', 'Trade', 'Ireland'],
      ['O Department of Foreign Affairs and Trade, Ireland'],
    ],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[], string[]]>([
    // A country behind a city is an address; behind two known organisations, it may belong to both.
    [['Anti-Slavery International', 'London', 'UK'], ['O Anti-Slavery International'], ['London', 'UK']],
    [
      ['UNICEF', 'UNHCR', 'Kenya'],
      ["O United Nations Children's Fund", 'O Office of the United Nations High Commissioner for Refugees'],
      ['Kenya'],
    ],
    [['University Of Nairobi', 'Kenya'], ['O University of Nairobi'], ['Kenya']],
  ])('%j: reads %j, leaves %j', (printed, read, unresolved) => {
    expect(named(printed)).toEqual(read);
    expect(left(printed)).toEqual(unresolved);
  });

  it('leaves all that a country may belong to in alphabetical order', () => {
    const printed = ['Jesuit Refugee Service', 'Lutheran World Federation', 'Malta'];
    expect(named(printed)).toEqual([]);
    expect(left(printed)).toEqual(printed);
  });
});

describe('repairAuthors, the subjects of an office', () => {
  it.each<[string[], string[]]>([
    [['Board Of Inquiry', 'Appeals'], ['O Board of Inquiry and Appeals']],
    [['Campaign To Rescue', 'Restore Victims'], ['O Campaign to Rescue and Restore Victims']],
    [['Tamkeen For Legal Aid', 'Human Rights'], ['O Tamkeen for Legal Aid and Human Rights']],
    [
      ['Federal Public Service Employment', 'Labour', 'Social Dialogue'],
      ['O Federal Public Service Employment, Labour and Social Dialogue'],
    ],
    [
      ['Secretaría De Derechos Humanos', 'Justicia', 'Gobernación Y Descentralización'],
      ['O Secretaría de Derechos Humanos, Justicia, Gobernación y Descentralización'],
    ],
    // The site doesn't split at "et", so a comma was there.
    [
      ['Ministère De La Santé', 'De La Protection Sociale'],
      ['O Ministère de la Santé, de la Protection Sociale'],
    ],
    [['Ministerio De Trabajo', 'Asuntos Sociales'], ['O Ministerio de Trabajo, Asuntos Sociales']],
    [
      ["Ministero Dell'Istruzione", "Dell'Università E Della Ricerca"],
      ["O Ministero dell'Istruzione, dell'Università e della Ricerca"],
    ],
    [['UNFPA Asia', 'Pacific Regional Office'], ['O UNFPA Asia and Pacific Regional Office']],
    [
      ['Conseil Économique', 'Social Et Environnemental'],
      ['O Conseil Économique, Social et Environnemental'],
    ],
    // The first half of the next name.
    [
      ['Casa Alianza', 'Afghanistan Research', 'Evaluation Unit'],
      ['O Casa Alianza', 'O Afghanistan Research and Evaluation Unit'],
    ],
  ])('joins %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it.each<[string[], string[]]>([
    // In alphabetical order, the office may be complete.
    [['Appeals', 'Board Of Inquiry'], []],
    [['Asset Recovery', 'Directorate Of Prosecutions', 'Iracema Tavares'], ['P Tavares, Iracema']],
  ])('does not guess in %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
  });
});

describe('repairAuthors, organisations by their words', () => {
  it.each([
    'Federal Court Of Australia',
    'Evangelical Lutheran Church In America',
    'Chemonics International',
    'Social Accountability International',
    'United Methodist Women',
    'Women In Migration Network',
    'Awareness Against Human Trafficking',
    'Diakonie Deutschland',
    'Eesti Inimõiguste Keskus',
    'Schweizerische Flüchtlingshilfe',
    'Brot Für Die Welt',
    'Österreichischer Integrationsfonds',
    'Sveučilište U Zagrebu',
    'Cruz Roja Colombiana',
    'Serviço De Estrangeiros E Fronteiras',
    'Challenging Heights',
    'Unchained At Last',
    'Ban Ying E.V.',
    'Hope Now',
  ])('takes %s for an organisation', (printed) => {
    expect(repair([printed]).values.map(({ author }) => author.kind)).toEqual(['ORGANIZATION']);
  });

  it('takes words of the field beside persons for an organisation', () => {
    expect(named(['Balkans Act Now', 'Jane Doe'])).toEqual(['O Balkans Act Now', 'P Doe, Jane']);
    expect(named(['Polish Border Guard', 'Jane Doe'])).toEqual(['O Polish Border Guard', 'P Doe, Jane']);
  });
});

describe('repairAuthors, the order of surname and given name', () => {
  it.each<[string[], string[]]>([
    // Only sorting can put a given name in front.
    [
      ['Håland', 'Sigrun', 'Haile', 'Meseret'],
      ['P Håland, Sigrun', 'P Haile, Meseret'],
    ],
    [['Hasmik', 'Petrosyan'], ['P Petrosyan, Hasmik']],
    [['Petrosyan', 'Hasmik'], ['P Petrosyan, Hasmik']],
    [['Loh', 'Kah Seng'], ['P Loh, Kah Seng']],
    [
      ['Lo Presti', 'Calogero', 'Baldwin Clark', 'LaToya'],
      ['P Lo Presti, Calogero', 'P Baldwin Clark, LaToya'],
    ],
    [
      ['Ivanova E.V.', 'Petrov A.'],
      ['P Ivanova, E.V.', 'P Petrov, A.'],
    ],
  ])('reads %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it('keeps a whole name beside a single word', () => {
    expect(named(['Magistrates', 'Radek Havlíček'])).toEqual(['P Havlíček, Radek']);
    expect(named(['Kiona Whitebear', 'Tasneem Raja'])).toEqual(['P Whitebear, Kiona', 'P Raja, Tasneem']);
  });

  it('leaves two words that may be a whole name or given names', () => {
    expect(left(['Durebang', 'Nimalka Fernando'])).toEqual(['Durebang', 'Nimalka Fernando']);
  });
});
