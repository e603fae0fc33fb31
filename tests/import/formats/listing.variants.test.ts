import { readListing } from '../../../src/import/formats/listing/listing.read.ts';
import { repairAuthors } from '../../../src/import/repair/authors.ts';
import { repairYear } from '../../../src/import/repair/year.ts';

const TEXT = 'This paper describes how the people of an invented valley counted those who left it, and why.';
const HEAD = `Skip to main content\n\nData\n\nA Count of Those Who Left\n\n${TEXT}\n`;

describe('repairYear, other ways to print one year', () => {
  it.each([
    'c2010',
    '2010a',
    'Spring 2010',
    'Q2 2010',
    'Junio De 2010',
    'Março De 2010',
    'Publié En 2010',
    'Publicado En 2010',
    'Édition 2010',
    '2e Édition 2010',
    'Enero-Marzo 2010',
  ])('reads %s', (printed) => {
    expect(repairYear([printed]).values).toEqual([2010]);
  });

  it.each(['2012 to 2014', '2010s', '2010+', 'Before 2010', 'ca. 2010', '2010, revised 2012', 'in press'])(
    'leaves %s',
    (printed) => {
      expect(repairYear([printed]).values).toEqual([]);
    },
  );
});

describe('readListing, other words for an empty page', () => {
  it.each([
    '0 results found',
    'Sorry, no results were found.',
    'Your search returned no results.',
    'No entries match your search.',
    'We could not find any publications.',
    'Nothing here yet.',
    'Aucun document trouvé',
    'Pas de résultats.',
    'No hay publicaciones disponibles.',
    'No se encontró ningún resultado.',
    'Nenhum resultado encontrado.',
    'Não há resultados.',
  ])('reads no record of %s', (line) => {
    expect(readListing(`Skip to main content\n\nData\n\n${line}\n`, 'page')).toEqual({
      heading: 'Data',
      records: [],
      refused: [],
    });
  });
});

describe('readListing, the menu above the heading', () => {
  it.each(['Publications', 'Our Work', 'News'])('skips %s below other items of the menu', (item) => {
    const menu = `Skip to main content\n\nHome\nAbout\n${item}\n\n`;
    const { heading, records } = readListing(`${menu}Data\n\nA Count\n\nCountry\nKenya\n`, 'page');
    expect(heading).toBe('Data');
    expect(records.map(({ title }) => title)).toEqual(['A Count']);
  });
});

describe('readListing, other labels', () => {
  it.each(['Country(ies)', 'Countries Covered', 'País(es)'])('reads %s as Country', (label) => {
    expect(readListing(`${HEAD}${label}\nKenya\nYear\n2016\n`, 'page').records[0]?.fields).toEqual({
      country: ['Kenya'],
      year: ['2016'],
    });
  });

  it.each(['Auteur·e·s', 'Autores/as', 'Written By'])('reads %s as Authors', (label) => {
    expect(readListing(`${HEAD}${label}\nJane Doe\nYear\n2016\n`, 'page').records[0]?.fields).toEqual({
      authors: ['Jane Doe'],
      year: ['2016'],
    });
  });

  it.each(['ISBN-13', 'Target Group', 'Implementing Partner', 'Maison D’édition', 'Número De Páginas'])(
    'makes no author of what stands below %s',
    (label) => {
      const [record] = readListing(`${HEAD}Authors\nJane Doe\n${label}\nXyz\nYear\n2016\n`, 'page').records;
      expect(record?.fields).toEqual({ authors: ['Jane Doe'], year: ['2016'] });
      expect(record?.others).toEqual([{ label, field: 'authors', value: 'Xyz', offset: 6 }]);
    },
  );
});

describe('repairAuthors, other forms of citations', () => {
  const title = 'Forced Labour in Fishing: What Crews Say';
  const read = (printed: string[]) => {
    const { values, partOf } = repairAuthors(printed, { title, year: 2014 });
    return [values.map(({ author }) => author.name).join('; '), partOf?.title ?? null];
  };

  it.each<[string[], string, string | null]>([
    [
      ['Roe', 'N.', '& Petit', 'L. (2014). Forced Labour In Fishing: What Crews Say. Sea', '13(2)', '45-67.'],
      'N. Roe; L. Petit',
      'Sea',
    ],
    [
      ['Roe', 'N.', 'Petit', 'L.', '& Poe', 'P. (2014). Forced Labour In Fishing: What Crews Say.'],
      'N. Roe; L. Petit; P. Poe',
      null,
    ],
    [
      ['Roe', 'N. (2014). Forced Labour In Fishing: What Crews Say. Retrieved From Http://Www.Example.Org'],
      'N. Roe',
      null,
    ],
    [['Roe', 'N. (2014b). Forced Labour In Fishing: What Crews Say [Report].'], 'N. Roe', null],
    [
      [
        'Roe',
        'N. (2014). Forced Labour In Fishing: What Crews Say. In P. Poe (Ed.)',
        'Work At Sea (Pp. 1-20). Oxford University Press.',
      ],
      'N. Roe; P. Poe',
      'Work at Sea',
    ],
  ])('reads %j', (printed, names, host) => {
    expect(read(printed)).toEqual([names, host]);
  });

  it.each(['(N.D.)', '(In Press)'])('reads a citation with %s', (year) => {
    expect(read(['Roe', `N. ${year}. Forced Labour In Fishing: What Crews Say.`])).toEqual(['N. Roe', null]);
  });
});
