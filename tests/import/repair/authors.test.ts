import { repairAuthors } from '../../../src/import/repair/authors.ts';
import { shred } from '../../../src/import/repair/vocabulary/shred.ts';

const repair = (printed: string[]) => repairAuthors(printed, { title: 'A Title', year: null });
/** "P Mann, Lori J." or "O Ministry of Justice (MOJ)" or "U Sukarno". */
const named = (printed: string[]) =>
  repair(printed).values.map(({ author }) =>
    author.kind === 'PERSON'
      ? `P ${author.sortName}`
      : `${author.kind.slice(0, 1)} ${author.name}${author.acronym === null ? '' : ` (${author.acronym})`}`,
  );
const left = (printed: string[]) => repair(printed).unresolved.map(({ value }) => value);

const UNODC = 'O United Nations Office on Drugs and Crime (UNODC)';
const IOM = 'O International Organization for Migration (IOM)';

describe('repairAuthors, organisations', () => {
  it.each<[string, string[]]>([
    ['United Nations Office on Drugs and Crime (UNODC)', [UNODC]],
    ['UN Office on Drugs and Crime', [UNODC]],
    [
      'London School of Hygiene and Tropical Medicine',
      ['O London School of Hygiene & Tropical Medicine (LSHTM)'],
    ],
    [
      'Office of the United Nations High Commissioner for Human Rights (OHCHR)',
      ['O Office of the United Nations High Commissioner for Human Rights (OHCHR)'],
    ],
    [
      'UN Entity for Gender Equality and the Empowerment of Women (UN Women)',
      ['O United Nations Entity for Gender Equality and the Empowerment of Women (UN Women)'],
    ],
    [
      'United Nations Educational, Scientific and Cultural Organization',
      ['O United Nations Educational, Scientific and Cultural Organization (UNESCO)'],
    ],
    ['Ministry of Labour, Family and Social Affairs', ['O Ministry of Labour, Family and Social Affairs']],
    ['Ministry of Health and Welfare (MOHW)', ['O Ministry of Health and Welfare (MOHW)']],
    ['Ministry of Interior (Police and Border Guard)', ['O Ministry of Interior (Police and Border Guard)']],
  ])('puts %s together, in printed order and sorted', (text, expected) => {
    expect(named(shred(text))).toEqual(expected);
    expect(named(shred(text, { splitsAnd: () => false }))).toEqual(expected);
    expect(named(shred(text, { isSorted: true }))).toEqual(expected);
    expect(left(shred(text))).toEqual([]);
  });

  it('puts two names together whose pieces are mixed', () => {
    const printed = [
      'Crime (UNODC)',
      'Jane Doe',
      'London School Of Hygiene',
      'Tropical Medicine',
      'United Nations Office On Drugs',
    ];
    expect(named(printed)).toEqual([
      UNODC,
      'P Doe, Jane',
      'O London School of Hygiene & Tropical Medicine (LSHTM)',
    ]);
  });

  it.each([
    'IOM',
    'International Organization For Migration',
    'International Organisation For Migration (IOM)',
    'IOM (International Organization For Migration)',
    'IOM - International Organization For Migration',
    'International Organization Of Migration (IOM)',
    'Organisation Internationale Pour Les Migrations (OIM)',
    'Organización Internacional Para Las Migraciones',
  ])('knows %s', (printed) => {
    expect(named([printed])).toEqual([IOM]);
  });

  it('makes one contribution of one organisation printed twice, and says so', () => {
    const { values, repairs } = repair(['IOM', 'International Organization For Migration']);
    expect(values).toHaveLength(1);
    expect(repairs.map(({ rule }) => rule)).toEqual([
      'known-organisation',
      'known-organisation',
      'merge-same-author',
    ]);
    expect(named(['CFR', 'Centre For Research (CFR)'])).toEqual(['O Centre for Research (CFR)']);
  });

  it.each([
    ["Sweden'S Ministry Of Justice", "O Sweden's Ministry of Justice"],
    ['Ministère De La Justice', 'O Ministère de la Justice'],
    ['Government Of El Salvador', 'O Government of El Salvador'],
    ['IOM Nigeria', 'O IOM Nigeria'],
    ['Centre For Ethics (CFE)', 'O Centre for Ethics (CFE)'],
    ['Hope For Justice', 'O Hope for Justice'],
    ['CRED', 'O CRED (CRED)'],
    ['Rechtsanwälte Ohne Grenzen Stiftung', 'O Rechtsanwälte Ohne Grenzen Stiftung'],
  ])('tells by its words that %s is an organisation', (printed, expected) => {
    expect(named([printed])).toEqual([expected]);
  });

  it('gives what no rule understands back as printed', () => {
    expect(left(['Border Guard'])).toEqual(['Border Guard']);
    expect(left(['United Nations Office On Drugs', 'Jane Doe'])).toEqual(['United Nations Office On Drugs']);
    expect(left(['Anonymous', '2017', '‘A Quotation’'])).toEqual(['Anonymous', '2017', '‘A Quotation’']);
    expect(left(['Lori J. Mann', 'Census Bureau (2010)'])).toEqual(['Census Bureau (2010)']);
    // Whose is it?
    expect(left(['Health', 'Ministry Of Labour', 'Ministry Of Justice'])).toEqual([
      'Health',
      'Ministry Of Labour',
      'Ministry Of Justice',
    ]);
  });
});

describe('repairAuthors, persons', () => {
  it.each<[string[], string[]]>([
    [['Lori J. Mann'], ['P Mann, Lori J.']],
    [['Mann', 'Lori J.'], ['P Mann, Lori J.']],
    [['Lori J.', 'Mann'], ['P Mann, Lori J.']],
    [['Mann', 'Lori'], ['P Mann, Lori']],
    [['Mann, Lori J.'], ['P Mann, Lori J.']],
    [
      ['Berman', 'J.', 'Marshall', 'P.'],
      ['P Berman, J.', 'P Marshall, P.'],
    ],
    [['Klein Solomon', 'M.'], ['P Klein Solomon, M.']],
    [
      ['McAuliffe', 'M. And M. Klein Solomon'],
      ['P McAuliffe, M.', 'P Solomon, M. Klein'],
    ],
    [
      ['Van Der Leun', 'J.', 'Aronowitz', 'A.'],
      ['P Van Der Leun, J.', 'P Aronowitz, A.'],
    ],
    [
      ['Jones A.', 'Smith B.'],
      ['P Jones, A.', 'P Smith, B.'],
    ],
    [
      ['Jane Doe', 'And UNODC'],
      ['P Doe, Jane', UNODC],
    ],
    [['Jane Doe & John Roe'], ['P Doe, Jane', 'P Roe, John']],
    [['Jane Doe Et Al.'], ['P Doe, Jane']],
    [['Dr. Jane Doe PhD'], ['P Doe, Jane']],
    [['Jane Doe (IOM)'], ['P Doe, Jane']],
    [['Jude Law'], ['P Law, Jude']],
    [['Sukarno'], ['U Sukarno']],
    [['Stop Trafficking'], ['O Stop Trafficking']],
    [['王小明'], ['U 王小明']],
    [['Иван Иванов'], ['P Иванов, Иван']],
  ])('reads %j', (printed, expected) => {
    expect(named(printed)).toEqual(expected);
    expect(left(printed)).toEqual([]);
  });

  it('leaves initials that may be anybody’s, with the surnames', () => {
    const printed = ['Berman', 'Marshall', 'J.', 'P.'];
    expect(repair(printed).values).toEqual([]);
    expect(left(printed)).toEqual(printed);
    expect(left(['John And Jane Smith'])).toEqual(['John And Jane Smith']);
    expect(left(['J.'])).toEqual(['J.']);
  });

  it('reads editors', () => {
    expect(
      repair(['Smith', 'J.', 'Doe', 'K. (Eds.)']).values.map(({ author, role }) => [author.name, role]),
    ).toEqual([
      ['J. Smith', 'EDITOR'],
      ['K. Doe', 'EDITOR'],
    ]);
  });

  it('notes nothing for a name that is kept as it is', () => {
    expect(repair(['Lori J. Mann', "Sean O'Neill", 'Jan Van Der Berg', 'Polaris']).repairs).toEqual([]);
  });

  it('reads none from none', () => {
    expect(repair([])).toEqual({ values: [], repairs: [], unresolved: [], partOf: null });
  });
});
