import { repairAuthors } from '../../../src/import/repair/authors.ts';
import { shred } from '../../../src/import/repair/vocabulary/shred.ts';

/** Names with the role's first letter, and the host work in one line. */
function read(pieces: string[], title: string): { names: string[]; host: string | null } {
  const { values, partOf, unresolved } = repairAuthors(pieces, { title, year: null });
  expect(unresolved).toEqual([]);
  return {
    names: values.map(({ author, role }) => `${role.slice(0, 1)} ${author.name}`),
    host: partOf && [partOf.title, partOf.publisher, partOf.place, partOf.year].join(' | '),
  };
}

const IDEAS = 'Ideas to Inform International Cooperation on Safe, Orderly and Regular Migration';
const HOST = `In McAuliffe, M. and M. Klein Solomon (Conveners) (2017) ${IDEAS}`;
const EDITORS = ['E M. McAuliffe', 'E M. Klein Solomon'];
const IDEAS_HOST = `${IDEAS} | IOM | Geneva | 2017`;

interface Case {
  text: string;
  title: string;
  names: string[];
  host: string | null;
  /** False where sorting leaves a piece two places to go, so that all is unresolved then. */
  survivesSorting: boolean;
}

const CASES: Case[] = [
  {
    text: `Abel, G. (2017) ‘Estimates of Global Migration Flows’. ${HOST}, IOM: Geneva`,
    title: 'Estimates of Global Migration Flows',
    names: ['A G. Abel', ...EDITORS],
    host: IDEAS_HOST,
    survivesSorting: true,
  },
  {
    text: `Abel, G. (2017) “Health, Data and Rights: A Study”. ${HOST}. IOM: Geneva`,
    title: 'Health, Data and Rights: A Study',
    names: ['A G. Abel', ...EDITORS],
    host: IDEAS_HOST,
    survivesSorting: true,
  },
  {
    text: `Koser, K. and A. Cunningham (2017) ‘Migration, Violent Extremism and Social Exclusion’, ${HOST}, IOM: Geneva`,
    title: 'Migration, Violent Extremism and Social Exclusion',
    names: ['A K. Koser', 'A A. Cunningham', ...EDITORS],
    host: IDEAS_HOST,
    survivesSorting: false,
  },
  {
    text: `Kraler, A., Schmitz, S. and Zottel, B. (2017) ‘Fostering Data’, ${HOST}, Geneva: IOM`,
    title: 'Fostering Data',
    names: ['A A. Kraler', 'A S. Schmitz', 'A B. Zottel', ...EDITORS],
    host: IDEAS_HOST,
    survivesSorting: false,
  },
  {
    text: 'Gallagher, A. (2015) ‘Exploitation in Migration’, In: Crépeau, F. (ed.) (2015) Handbook of Migrant Rights, Routledge: London',
    title: 'Exploitation in Migration',
    names: ['A A. Gallagher', 'E F. Crépeau'],
    host: 'Handbook of Migrant Rights | Routledge | London | 2015',
    survivesSorting: true,
  },
  {
    text: 'Gallagher, A. (2015) Exploitation in Migration. In Crépeau, F. (Ed.) Handbook of Migrant Rights (pp. 12–30), London: Routledge',
    title: 'Exploitation in Migration',
    names: ['A A. Gallagher', 'E F. Crépeau'],
    host: 'Handbook of Migrant Rights | Routledge | London | 2015',
    survivesSorting: true,
  },
  {
    text: 'David, F. (2014) ‘Counting’, in Smith, J., Doe, K. and Poe, L. (Eds.) (2014) Research Methods on Trafficking, Cambridge University Press: Cambridge',
    title: 'Counting',
    names: ['A F. David', 'E J. Smith', 'E K. Doe', 'E L. Poe'],
    host: 'Research Methods on Trafficking | Cambridge University Press | Cambridge | 2014',
    survivesSorting: false,
  },
  {
    text: 'Zimmerman, C. (2014) ‘Trafficking and Health’, International Migration, 53(2): 3–20',
    title: 'Trafficking and Health',
    names: ['A C. Zimmerman'],
    host: 'International Migration |  |  | 2014',
    survivesSorting: true,
  },
  {
    text: 'Zimmerman, C. (2014) ‘Trafficking and Health’, IOM: Geneva',
    title: 'Trafficking and Health',
    names: ['A C. Zimmerman'],
    host: null,
    survivesSorting: true,
  },
  {
    text: 'Zimmerman, C. (2014) ‘Trafficking and Health’, IOM, Geneva',
    title: 'Trafficking and Health',
    names: ['A C. Zimmerman'],
    host: null,
    survivesSorting: true,
  },
  {
    text: 'Zimmerman, C. (2014) ‘Trafficking’',
    title: 'Trafficking: What the Health Sector Needs',
    names: [],
    host: null,
    survivesSorting: false,
  },
  {
    text: 'UNODC (2012) ‘A Toolkit for Guidance’, In World Report on Trafficking in Persons, Vienna: UNODC',
    title: 'A Toolkit for Guidance',
    names: ['A United Nations Office on Drugs and Crime'],
    host: 'World Report on Trafficking in Persons | UNODC | Vienna | 2012',
    survivesSorting: true,
  },
  {
    text: 'Klein Solomon, M. (2016) ‘The Global Compact’, In Doe, J. (ed.) Migration Governance, Brill: Leiden',
    title: 'The Global Compact',
    names: ['A M. Klein Solomon', 'E J. Doe'],
    host: 'Migration Governance | Brill | Leiden | 2016',
    survivesSorting: true,
  },
];

describe('repairAuthors, citations', () => {
  const isReadable = ({ names }: Case) => names.length > 0;

  it.each(CASES.filter(isReadable))('reads $text', ({ text, title, names, host }) => {
    expect(read(shred(text), title)).toEqual({ names, host });
  });

  it.each(CASES.filter(isReadable))(
    'reads it with every "and" left in: $text',
    ({ text, title, names, host }) => {
      expect(read(shred(text, { splitsAnd: () => false }), title)).toEqual({ names, host });
    },
  );

  it.each(CASES.filter((c) => c.survivesSorting))(
    'reads it sorted: $text',
    ({ text, title, names, host }) => {
      expect(read(shred(text, { isSorted: true }), title)).toEqual({ names, host });
    },
  );

  it.each(CASES.filter((c) => !c.survivesSorting))(
    'leaves it as printed, sorted: $text',
    ({ text, title }) => {
      const pieces = shred(text, { isSorted: true });
      const { values, repairs, unresolved, partOf } = repairAuthors(pieces, { title, year: null });
      expect([values, repairs, partOf]).toEqual([[], [], null]);
      expect(unresolved).toEqual(
        pieces.map((value) => ({
          field: 'authors',
          value,
          reason: 'a piece of a citation that cannot be put together',
        })),
      );
    },
  );

  it('says what it read and made, and how each name was printed', () => {
    const pieces = shred(CASES[0]?.text ?? '');
    const { repairs, values } = repairAuthors(pieces, { title: CASES[0]?.title ?? '', year: null });
    expect(repairs).toEqual([
      {
        field: 'authors',
        rule: 'read-citation',
        read: pieces,
        made: [
          'G. Abel',
          'M. McAuliffe (editor)',
          'M. Klein Solomon (editor)',
          IDEAS,
          'IOM',
          'Geneva',
          '2017',
        ],
      },
    ]);
    expect(values.map(({ printedAs }) => printedAs)).toEqual([
      'Abel, G.',
      'McAuliffe, M.',
      'M. Klein Solomon',
    ]);
  });

  it('does not trust the order of sorted pieces between "In" and the editors', () => {
    const pieces = ['A. Roe (2015) ‘Counting’', 'In Doe', 'K.', 'Koser', 'M. (Eds.) Research Methods'];
    expect(repairAuthors(pieces, { title: 'Counting', year: null }).values).toEqual([]);
  });

  it('does not take a title of its own for a citation', () => {
    expect(read(['Jane Doe', 'In Focus Ltd'], 'In Focus').names).toEqual(['A Jane Doe', 'A In Focus Ltd']);
  });
});

describe('repairAuthors, citations in other forms', () => {
  it.each<[string, string, string[], string | null]>([
    ['Roe, J. (2014). Counting Journeys. Geneva: IOM', 'Counting Journeys', ['A J. Roe'], null],
    ['Roe, J. (2014, March). Counting journeys. IOM.', 'Counting Journeys', ['A J. Roe'], null],
    ['Roe, J. 2014. Counting Journeys. London: Routledge', 'Counting Journeys', ['A J. Roe'], null],
    [
      'Roe, J. et al. (2014). Counting Journeys. Journal of Maps, 3(1), 5–9.',
      'Counting Journeys',
      ['A J. Roe'],
      'Journal of Maps |  |  | 2014',
    ],
    [
      'Roe, J., & Poe, K. (2017). Counting and Naming. Atlas Quarterly, 14(11), e1002437',
      'Counting and Naming',
      ['A J. Roe', 'A K. Poe'],
      'Atlas Quarterly |  |  | 2017',
    ],
    [
      'Roe, J. (2015) Counting Journeys, Atlas Quarterly, Vol. 41, pp. 223-242',
      'Counting Journeys',
      ['A J. Roe'],
      'Atlas Quarterly |  |  | 2015',
    ],
    [
      'Roe J, Poe K (2005) Counting Journeys. Atlas Quarterly 4(2): 3-20',
      'Counting Journeys',
      ['A J. Roe', 'A K. Poe'],
      'Atlas Quarterly |  |  | 2005',
    ],
    [
      'Roe, J. (2015). Counting journeys. In F. Poe (Ed.), Handbook of maps (pp. 12–30). Routledge',
      'Counting Journeys',
      ['A J. Roe', 'E F. Poe'],
      'Handbook of Maps | Routledge |  | 2015',
    ],
    [
      'Healy, C. (2012). Counting Journeys. In T. Weber & A. Ruiz (Eds.), Maps (pp. 3-5). New York, NY: Springer.',
      'Counting Journeys',
      ['A C. Healy', 'E T. Weber', 'E A. Ruiz'],
      'Maps | Springer | New York, NY | 2012',
    ],
    [
      'Okeke, Nnamdi. 2013. “Counting Journeys.” Atlas Quarterly 14(2): 33–51. doi:10.1000/xyz',
      'Counting Journeys',
      ['A Nnamdi Okeke'],
      'Atlas Quarterly |  |  | 2013',
    ],
    [
      'Okeke, Nnamdi. “Counting Journeys.” Atlas Quarterly, vol. 14, no. 2, 2013, pp. 33-51.',
      'Counting Journeys',
      ['A Nnamdi Okeke'],
      'Atlas Quarterly |  |  | ',
    ],
    [
      'Healy C, Roe J. Counting Journeys at Sea. Atlas Quarterly. 2016;68(2):39-46.',
      'Counting Journeys at Sea',
      ['A C. Healy', 'A J. Roe'],
      'Atlas Quarterly |  |  | ',
    ],
    ['Roe, J. (n.d.). Counting Journeys at Sea. Geneva: IOM', 'Counting Journeys at Sea', ['A J. Roe'], null],
    [
      'Ryan, G., & Chuang, K. S. (2011). Counting Journeys. Health and Human Rights, 13(1), 36–49',
      'Counting Journeys',
      ['A G. Ryan', 'A K. S. Chuang'],
      'Health and Human Rights |  |  | 2011',
    ],
    [
      'Brandt, Marit; de Souza, Luis (2020): Counting Journeys at Sea, in: Atlas Quarterly 12/3, 201-219.',
      'Counting Journeys at Sea',
      ['A Marit Brandt', 'A Luis De Souza'],
      'Atlas Quarterly |  |  | 2020',
    ],
    [
      'Roe, Pia (2016). "Counting Journeys". In Olsen, Kari; Berg, Nils (eds.). Maps of the North. Oslo: Novus. pp. 14–29.',
      'Counting Journeys',
      ['A Pia Roe', 'E Kari Olsen', 'E Nils Berg'],
      'Maps of North | Novus | Oslo | 2016',
    ],
    [
      'P. Roe, Counting Journeys at Sea, in K. Olsen & N. Berg (eds), Maps of Work (Novus 2016) 14.',
      'Counting Journeys at Sea',
      ['A P. Roe', 'E K. Olsen', 'E N. Berg'],
      'Maps of Work |  |  | ',
    ],
    [
      'SUNDSTRÖM Pia et ALVARADO Tomás, « Counting Journeys », in Travail et société, 2016/1 (n° 9), p. 3-18.',
      'Counting Journeys',
      ['A Pia Sundström', 'A Tomás Alvarado'],
      'Travail et Société |  |  | ',
    ],
    [
      'ILO, Counting Journeys at Sea, Geneva: ILO, 2016',
      'Counting Journeys at Sea',
      ['A International Labour Organization'],
      null,
    ],
  ])('reads %s', (text, title, names, host) => {
    expect(read(shred(text), title)).toEqual({ names, host });
  });

  it.each<[string, string[], string[]]>([
    [
      'Huda Alsahi, Ray Jureidini, ‘Counting Journeys at Sea’ (2016) 68 Atlas Quarterly 39',
      ['A Huda Alsahi', 'A Ray Jureidini'],
      ['‘Counting Journeys At Sea’ (2016) 68 Atlas Quarterly 39'],
    ],
    ['Alsahi, J. and Bauer, M. (Eds.) (2014). Counting Journeys at Sea.', ['E J. Alsahi', 'E M. Bauer'], []],
    [
      'Lochak D. et Rodier C. (dir.), Counting Journeys at Sea, Paris, La Découverte, 2015.',
      ['E D. Lochak', 'E C. Rodier'],
      ['Counting Journeys At Sea', 'Paris', 'La Découverte', '2015.'],
    ],
    [
      'SALES, Marta Lima. Counting Journeys at Sea. 2. ed. Rio de Janeiro: Garamond, 2013.',
      ['A Marta Lima Sales'],
      ['2013.'],
    ],
    [
      'Brandt, Julia / Huber, Klaus (2013): Counting Journeys at Sea, Nomos, Baden-Baden.',
      ['A Julia Brandt', 'A Klaus Huber'],
      ['Nomos', 'Baden-Baden.'],
    ],
    [
      'Ferri G., Conti L. (a cura di), Counting Journeys at Sea, Il Mulino, Bologna 2013.',
      ['E G. Ferri', 'E L. Conti'],
      ['Counting Journeys At Sea', 'Il Mulino', 'Bologna 2013.'],
    ],
    [
      'Zimmerman, C. (2014). Counting, Atlas Quarterly, issue 3',
      ['A C. Zimmerman'],
      ['Atlas Quarterly', 'Issue 3'],
    ],
  ])('reads only the names before the title of %s', (text, names, left) => {
    const { values, unresolved } = repairAuthors(shred(text), {
      title: 'Counting Journeys at Sea',
      year: null,
    });
    expect(values.map(({ author, role }) => `${role.slice(0, 1)} ${author.name}`)).toEqual(names);
    expect(unresolved.map(({ value }) => value)).toEqual(left);
  });

  it('reads no names before a title that sorting may have moved', () => {
    const pieces = ['(2021) Counting Journeys At Sea. NEXUS Institute', 'Johnson L.S.', 'Surtees R.'];
    expect(repairAuthors(pieces, { title: 'Counting Journeys at Sea', year: null }).values).toEqual([]);
  });

  it('does not take a title of an organisation for a citation', () => {
    const title = 'Women, Peace and Security';
    expect(read(['Institute For Women', 'Peace', 'Security'], title).names).toEqual([
      'A Institute for Women, Peace and Security',
    ]);
  });

  it('leaves a citation whose title goes on, for "In" may be a word of it', () => {
    const pieces = shred(
      'Roe, K.P. (2008), Debt in South Asia, in Poe, C. (ed.), The Economy of Debt, Routledge, London',
    );
    expect(repairAuthors(pieces, { title: 'Debt', year: null }).values).toEqual([]);
  });
});
