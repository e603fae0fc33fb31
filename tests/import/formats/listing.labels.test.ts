import { readListing } from '../../../src/import/formats/listing/listing.read.ts';
import { repairRecord } from '../../../src/import/repair/repair.ts';

const read = (text: string) => readListing(text, 'page.txt');
const TEXT = 'This paper describes how the people of an invented valley counted those who left it, and why.';

/** The values of each field of the first record. */
const fieldsOf = (text: string) => read(text).records[0]?.fields;
const page = (labels: string) =>
  `Skip to main content\n\nData\n\nA Count of Those Who Left\n\n${TEXT}\n${labels}`;

const FIELDS = {
  country: ['Kenya', 'Uganda'],
  region: ['East Africa'],
  authors: ['Jane Doe', 'IOM'],
  year: ['2016'],
  category: ['Studies'],
};

describe('readListing, labels', () => {
  it.each<[string, string]>([
    [
      'French',
      'Pays\nKenya\nUganda\nRégion\nEast Africa\nAuteurs\nJane Doe\nIOM\nAnnée\n2016\nCatégorie\nStudies\n',
    ],
    [
      'Spanish',
      'Países:\nKenya\nUganda\nRegión:\nEast Africa\nAutores:\nJane Doe\nIOM\nAño:\n2016\nCategoría:\nStudies\n',
    ],
    [
      'inline',
      'Country: Kenya, Uganda\nRegion: East Africa\nAuthors: Jane Doe and IOM\nYear: 2016\nCategory: Studies\n',
    ],
    [
      'with an optional plural',
      'Country\nKenya\nUganda\nRegion\nEast Africa\nAuthor(s)\nJane Doe\nIOM\nPublication Year\n2016\nCategory\nStudies\n',
    ],
    [
      'with strangers between them',
      'Country\nKenya\nUganda\nRegion\nEast Africa\nAuthors\nJane Doe\nIOM\nPublisher\nAn Invented House\nLanguage: English\nYear\n2016\nISBN\n123\nCategory\nStudies\n',
    ],
  ])('reads them: %s', (_, labels) => {
    expect(fieldsOf(page(labels))).toEqual(FIELDS);
    const second = `${page(labels)}\nAnother Count of Those Who Came Back\n\n${TEXT}\n${labels}`;
    expect(read(second).records.map(({ title, fields }) => [title, fields])).toEqual([
      ['A Count of Those Who Left', FIELDS],
      ['Another Count of Those Who Came Back', FIELDS],
    ]);
  });

  it('keeps a title that begins like a label', () => {
    const text = `Data\n\nCountry: A Word and What It Meant\n\n${TEXT}\nYear\n2016\n`;
    expect(read(text).records.map(({ title }) => title)).toEqual(['Country: A Word and What It Meant']);
  });

  it('makes no author of what stands below a label that a listing has not, and says where it stands', () => {
    const [record] = read(page('Authors\nJane Doe\nPublisher\nAn Invented House\nYear\n2016\n')).records;
    if (record === undefined) throw new Error('no record');
    const { record: publication, unresolved } = repairRecord(record, null);
    expect(publication.contributions.map(({ author }) => author.name)).toEqual(['Jane Doe']);
    expect(publication.year).toBe(2016);
    expect(unresolved).toEqual([
      {
        field: 'authors',
        value: 'An Invented House',
        reason: 'stands below the label "Publisher", which a listing has no field for',
        offset: 6,
      },
    ]);
  });

  it('says on which line of its record an unresolved value stands', () => {
    const [record] = read(
      page('Country\nKenya\nAtlantis\nAuthors\nJane Doe\nGeneva\nYear\n2010-11\n'),
    ).records;
    if (record === undefined) throw new Error('no record');
    expect(
      repairRecord(record, null).unresolved.map(({ value, offset = 0 }) => [
        value,
        record.firstLine + offset,
      ]),
    ).toEqual([
      ['Atlantis', 10],
      ['Geneva', 13],
      ['2010-11', 15],
    ]);
  });
});

describe('readListing, pages', () => {
  it.each([
    'No results found.',
    'No results found',
    'There are no publications in this topic.',
    'Aucun résultat.',
    'No se encontraron resultados.',
  ])('reads no record of a page that says %s', (line) => {
    expect(read(`Skip to main content\n\nData\n\n${line}\n`)).toEqual({
      heading: 'Data',
      records: [],
      refused: [],
    });
  });

  it('reads what stands before the navigation for no part of the page', () => {
    const text = `Saved on a rainy day\nfrom a site of maps\n\n${page('Year\n2016\n')}`;
    expect(read(text).heading).toBe('Data');
    expect(read(text).records.map(({ title, firstLine }) => [title, firstLine])).toEqual([
      ['A Count of Those Who Left', 8],
    ]);
  });

  it('gives each record of a file with two pages the heading of its own', () => {
    const other = page('Year\n2017\n').replace('Data', 'Law Enforcement').replace('Left', 'Came');
    const { heading, records, refused } = read(`${page('Year\n2016\n')}\nNext page\n\n${other}`);
    expect(heading).toBe('Data');
    expect(refused).toEqual([]);
    expect(records.map(({ title, fields, heading: own }) => [title, fields.year, own])).toEqual([
      ['A Count of Those Who Left', ['2016'], undefined],
      ['A Count of Those Who Came', ['2017'], 'Law Enforcement'],
    ]);
  });
});
