import { readListing } from '../../../src/import/formats/listing/listing.read.ts';
import type { LabelField, RawRecord } from '../../../src/import/record.ts';
import { seededRandom } from '../../support/random.ts';

const LABELS: [LabelField, string][] = [
  ['country', 'Country'],
  ['region', 'Region'],
  ['authors', 'Authors'],
  ['year', 'Year'],
  ['category', 'Category'],
];
const VALUES: Record<LabelField, string[]> = {
  country: ['Worldwide', 'Nigeria', 'Bosnia', 'Herzegovina', 'UNSC Resolution 1244 Administered Kosovo'],
  region: ['Worldwide', 'West Africa', 'Central', 'South Eastern Europe'],
  authors: [
    'Lori J. Mann',
    'IOM',
    'G. (2017) ‘Counting The Uncounted: A Study’',
    'In McAuliffe',
    'IOM: Geneva',
  ],
  year: ['1999', '2014', '2014-2015', 'n.d.'],
  category: ['Handbooks', 'Studies', 'Booklet', 'Training Curriculum', 'Something Else'],
};
const TITLES = [
  'Counting the Uncounted: A Study',
  'Country Report on Trafficking in Persons',
  'Nigeria',
  'Year in Review (2014)',
  'What Works? Protecting Children on the Move',
  'A Title of Some Length about the Protection of Migrants in Vulnerable Situations, and Whom They Meet',
];
const PARAGRAPHS = [
  'In September 2013 a needs assessment was commissioned in five countries of the region, to collect views.',
  'Executive Summary',
  'Country',
  'Authors',
  'The years.The key words of this worldwide.This study are kept as they are, whatever the page did to them.',
  'Next page',
];

interface Composed {
  text: string;
  expected: Pick<RawRecord, 'title' | 'abstract' | 'fields' | 'firstLine' | 'lastLine'>[];
}

function compose(seed: number): Composed {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const lines: string[] = [];
  const blank = () => {
    for (let i = below(3); i >= 0; i -= 1) lines.push(pick(['', '', '  ', '\u00a0', '\t']));
  };
  if (random() < 0.7) {
    lines.push('Skip to main content');
    blank();
  }
  lines.push('Capacity Building');
  blank();

  const expected: Composed['expected'] = [];
  for (let n = below(6) + 1; n > 0; n -= 1) {
    // Below "Country" a country's name after a blank line is a value: that is the other test's case.
    const hasOnlyCountry = Object.keys(expected.at(-1)?.fields ?? {}).length === 1;
    const title = pick(hasOnlyCountry ? TITLES.filter((text) => text !== 'Nigeria') : TITLES);
    const paragraphs = Array.from({ length: below(4) }, () => pick(PARAGRAPHS));
    // A label right below the paragraph of the same word is no page that anybody could read.
    if (labelLike(paragraphs.at(-1))) paragraphs.push(PARAGRAPHS[0] as string);
    lines.push(title);
    const firstLine = lines.length;
    for (const paragraph of paragraphs) {
      blank();
      lines.push(paragraph);
    }
    if (paragraphs.length === 0 && random() < 0.5) blank();
    const fields: RawRecord['fields'] = {};
    for (const [field, label] of LABELS) {
      // Country is on every record of the page, as the others need not be.
      if (field !== 'country' && random() < 0.3) continue;
      const isEmpty = field !== 'country' && random() < 0.3;
      const values = isEmpty ? [] : Array.from({ length: below(3) + 1 }, () => pick(VALUES[field]));
      lines.push(pick([label, label, label.toUpperCase(), `${label}:`, `  ${label} `]), ...values);
      fields[field] = values;
    }
    expected.push({
      title,
      abstract: paragraphs.length === 0 ? null : paragraphs.join('\n\n'),
      fields,
      firstLine,
      lastLine: lines.length,
    });
    blank();
  }
  const end = pick(['\n', '\r\n', '\r']);
  return { text: (random() < 0.3 ? '\ufeff' : '') + lines.join(end), expected };
}

function labelLike(text: string | undefined): boolean {
  return text === 'Country' || text === 'Authors';
}

describe('readListing, any page', () => {
  it('reads back what a page was composed of', () => {
    for (let seed = 1; seed <= 1500; seed += 1) {
      const { text, expected } = compose(seed);
      const { heading, records, refused } = readListing(text, 'page.txt');
      const read = records.map(({ title, abstract, fields, firstLine, lastLine }) => ({
        title,
        abstract,
        fields,
        firstLine,
        lastLine,
      }));
      expect({ seed, heading, refused, records: read }).toEqual({
        seed,
        heading: 'Capacity Building',
        refused: [],
        records: expected,
      });
    }
  });

  it('reads the records before a cut as if there were none', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { text, expected } = compose(seed);
      const whole = readListing(text, 'page.txt').records;
      for (const part of [0.35, 0.6, 0.85, 0.97]) {
        const cut = readListing(text.slice(0, Math.floor(text.length * part)), 'page.txt');
        const complete = cut.records.slice(0, -1);
        expect({ seed, part, records: complete }).toEqual({
          seed,
          part,
          records: whole.slice(0, complete.length),
        });
        expect(cut.records.length + cut.refused.length).toBeLessThanOrEqual(expected.length);
      }
    }
  });
});
