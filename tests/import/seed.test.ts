import fs from 'node:fs';
import { readListing } from '../../src/import/formats/listing/listing.read.ts';
import { repairRecord } from '../../src/import/repair/repair.ts';

const text = fs.readFileSync(new URL('../../data/listings/capacity-building.txt', import.meta.url), 'utf8');
const listing = readListing(text, 'capacity-building.txt');
const repaired = listing.records.map((raw) =>
  repairRecord(raw, { kind: 'topic', name: listing.heading as string }),
);

describe('readListing of the seed', () => {
  it('finds ten records, with their lines', () => {
    expect(listing.heading).toBe('Capacity Building');
    expect(listing.refused).toEqual([]);
    expect(
      listing.records.map(({ title, firstLine, lastLine }) => [title.slice(0, 28), firstLine, lastLine]),
    ).toEqual([
      ['Harnessing Accumulated Knowl', 5, 14],
      ['Institutional Framework for ', 16, 25],
      ['Trafficking in Human Beings ', 27, 38],
      ['Towards Global EU-Action Aga', 40, 52],
      ['Caring for Trafficked Person', 54, 63],
      ['Legal Review on Trafficking ', 65, 84],
      ['Community Engagement in Prev', 86, 97],
      ['National Referral Mechanisms', 99, 116],
      ['Guidance Note on How to Main', 118, 126],
      ['Needs Assessment: Human traf', 128, 149],
    ]);
  });

  it('keeps every title and abstract as the page has it', () => {
    const lines = text.split('\n');
    for (const { title, abstract, firstLine } of listing.records) {
      expect(title).toBe(lines[firstLine - 1]);
      expect(abstract).toBe(lines[firstLine + 1]?.trim());
    }
  });

  it('tells a category without value from none', () => {
    expect(listing.records.map(({ fields }) => fields.category)).toEqual([
      ...Array<string[]>(6).fill([]),
      undefined,
      [],
      undefined,
      [],
    ]);
  });

  it('knows that only the last record may be cut off', () => {
    expect(listing.records.map((record) => record.isTruncated)).toEqual([
      ...Array<boolean>(9).fill(false),
      true,
    ]);
    expect(listing.records.at(-1)).not.toHaveProperty('cutField');
  });

  it('reads values as printed, a line each', () => {
    expect(listing.records[5]?.fields).toEqual({
      country: [
        'Bahamas',
        'Barbados',
        'Guyana',
        'Jamaica',
        'Netherlands Antilles',
        'St. Lucia',
        'Suriname',
        'Trinidad',
        'Tobago',
      ],
      region: ['Central', 'North America', 'Caribbean'],
      year: ['2010'],
      category: [],
    });
    expect(listing.records[7]?.fields.authors).toHaveLength(7);
  });
});

describe('repairRecord of the seed', () => {
  it('gives years, topics and no categories', () => {
    expect(repaired.map(({ record }) => record.year)).toEqual([
      2016, 2018, 2018, 2010, 2009, 2010, 2020, 2017, 2016, 2014,
    ]);
    for (const { record } of repaired) {
      expect(record.topics).toEqual(['Capacity Building']);
      expect(record.categories).toEqual([]);
      expect(record.url).toBeNull();
    }
  });

  it('gives the authors', () => {
    const authors = repaired.map(({ record }) =>
      record.contributions.map(
        ({ author, role }) => `${author.name} | ${author.sortName} | ${author.kind} ${role}`,
      ),
    );
    expect(authors).toEqual([
      [],
      [],
      ['Lori J. Mann | Mann, Lori J. | PERSON AUTHOR'],
      [
        "Sweden's Ministry of Justice | Sweden's Ministry of Justice | ORGANIZATION AUTHOR",
        'International Organization for Migration | International Organization for Migration | ORGANIZATION AUTHOR',
      ],
      [],
      [],
      ['Shukri Hirabe Gesod | Gesod, Shukri Hirabe | PERSON AUTHOR'],
      [
        'G. Liu | Liu, G. | PERSON AUTHOR',
        'M. McAuliffe | McAuliffe, M. | PERSON EDITOR',
        'M. Klein Solomon | Klein Solomon, M. | PERSON EDITOR',
      ],
      [],
      [
        'Jacqueline Berman | Berman, Jacqueline | PERSON AUTHOR',
        'Donatella Bradic | Bradic, Donatella | PERSON AUTHOR',
        'Phil Marshal | Marshal, Phil | PERSON AUTHOR',
      ],
    ]);
    expect(repaired[3]?.record.contributions.map(({ author }) => author.acronym)).toEqual([null, 'IOM']);
  });

  it('gives the host work of the one citation, and no other', () => {
    const hosts = repaired.map(({ record }) => record.partOf);
    expect(hosts.filter((host) => host !== null)).toHaveLength(1);
    expect(hosts[7]).toEqual({
      title: 'Ideas to Inform International Cooperation on Safe, Orderly and Regular Migration',
      publisher: 'IOM',
      place: 'Geneva',
      year: 2017,
    });
  });

  it('says what was done to the authors, and leaves none unresolved', () => {
    const rules = repaired.map(({ repairs }) =>
      repairs.filter((r) => r.field === 'authors').map((r) => r.rule),
    );
    expect(rules.filter((names) => names.length > 0)).toEqual([
      ['known-organisation', 'undo-title-case'],
      ['read-citation'],
    ]);
    expect(repaired.flatMap(({ unresolved }) => unresolved.filter((u) => u.field === 'authors'))).toEqual([]);
    expect(repaired[7]?.repairs.find((r) => r.rule === 'read-citation')?.read).toEqual(
      listing.records[7]?.fields.authors,
    );
  });
});
