import type { ContributionRole } from '../../src/publication/publication.ts';
import { PUBLICATION_TYPES } from '../../src/publication/publication.ts';
import type { ExportRecord, ExportedAuthor } from '../../src/export/export.record.ts';
import { slugify } from '../../src/text/plain.ts';
import { pick, some } from './generated.ts';
import { seededRandom } from './random.ts';

const person = (name: string, sortName: string): ExportedAuthor => toAuthor(name, sortName, 'PERSON');
const organisation = (name: string): ExportedAuthor => toAuthor(name, name, 'ORGANIZATION');

function toAuthor(name: string, sortName: string, kind: ExportedAuthor['kind']): ExportedAuthor {
  const slug = slugify(name);
  return { id: slug, slug, name, sortName, kind, acronym: null, aliases: [], identifiers: [] };
}

const PEOPLE = [
  person('Ana María Díaz', 'Díaz, Ana María'),
  person('J. P. van der Berg', 'van der Berg, J. P.'),
  person('Bo Li', 'Li, Bo'),
  person('Jean-Luc O’Hara', 'O’Hara, Jean-Luc'),
  person('Lori J. Mann', 'Mann, Lori J.'),
  person('Zoë Ångström', 'Ångström, Zoë'),
  person('Kwame Mensah', 'Mensah, Kwame'),
  person('Sofia Rossi', 'Rossi, Sofia'),
];
const ORGANISATIONS = [
  organisation('Ministry of Justice and Peace'),
  organisation('International Organization for Migration'),
  organisation('Smith & Sons, Inc.'),
];
const TITLES = [
  'Caring for Trafficked Persons: Guidance for Health Providers',
  'Migration in West Africa',
  'What works? A review of the evidence',
  'Éléments pour une politique migratoire',
  'The “Blue Heart” handbook',
  'Trafficking in persons, 2010–2020',
  'COVID-19 and labour',
];

/** The first record contains all characters that some format escapes. */
const FIRST: Partial<ExportRecord> = {
  type: 'CHAPTER',
  title: 'Of 50% & more: {braces}, $5 #1 under_scores ~ ^ \\ back',
  contributions: contributions([PEOPLE[0], ORGANISATIONS[0]], [PEOPLE[1]]),
  issued: '2016-05-12',
  year: 2016,
  partOf: {
    title: 'A {Report} & its Annexes',
    publisher: 'IOM',
    place: 'Geneva',
    year: 2015,
    ...{ volume: '3', issue: '4', pages: '12-34', issn: null },
  },
  identifiers: [{ scheme: 'DOI', value: '10.1000/a_b(c)' }],
  url: 'https://example.org/a_b?c=%20d&e={f}',
  abstract: 'One.\n\nTwo.',
  keywords: ['migration', 'law'],
  languages: ['en'],
};

function contributions(
  authors: readonly (ExportedAuthor | undefined)[],
  editors: readonly (ExportedAuthor | undefined)[],
): ExportRecord['contributions'] {
  const all: [ExportedAuthor | undefined, ContributionRole][] = [
    ...authors.map((author): [typeof author, ContributionRole] => [author, 'AUTHOR']),
    ...editors.map((author): [typeof author, ContributionRole] => [author, 'EDITOR']),
  ];
  return all.flatMap(([author, role], i) =>
    author ? [{ author, role, position: i + 1, printedAs: author.name }] : [],
  );
}

/** Makes varied records. Equal seeds make equal records. */
export function makeExportRecords(count: number, seed: number): ExportRecord[] {
  const random = seededRandom(seed);
  const maybe = <T>(chance: number, value: T): T | null => (random() < chance ? value : null);
  return Array.from({ length: count }, (_, i): ExportRecord => {
    const type = pick(random, PUBLICATION_TYPES);
    const isPart = type === 'CHAPTER' || type === 'ARTICLE' || type === 'CONFERENCE_PAPER';
    const year = maybe(0.9, 1990 + Math.floor(random() * 35));
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0');
    const start = 1 + Math.floor(random() * 300);
    return {
      id: `id-${i}`,
      slug: `record-${i}`,
      formerSlugs: [],
      title: pick(random, TITLES),
      abstract: maybe(0.3, 'About <people> & places.'),
      year,
      url: maybe(0.5, `https://example.org/${i}`),
      isWorldwide: false,
      countries: [],
      regions: [],
      topics: [{ slug: 'health', name: 'Health' }],
      categories: [],
      contributions: contributions(
        random() < 0.2 ? some(random, ORGANISATIONS, 2) : some(random, PEOPLE, 8),
        random() < 0.2 ? some(random, PEOPLE, 3) : [],
      ),
      partOf: isPart
        ? {
            title: type === 'ARTICLE' ? 'Journal of Migration' : 'World Report',
            publisher: type === 'ARTICLE' ? null : maybe(0.7, 'Oxford University Press'),
            place: type === 'ARTICLE' ? null : maybe(0.5, 'Oxford'),
            year: null,
            volume: type === 'ARTICLE' ? maybe(0.8, String(1 + Math.floor(random() * 40))) : null,
            issue: type === 'ARTICLE' ? maybe(0.6, String(1 + Math.floor(random() * 12))) : null,
            pages: maybe(0.7, `${start}-${start + Math.floor(random() * 30) + 1}`),
            issn: null,
          }
        : null,
      createdAt: '2026-11-24T20:15:00.123456Z',
      updatedAt: '2026-11-25T20:15:00Z',
      type,
      languages: [],
      identifiers: random() < 0.3 ? [{ scheme: 'DOI', value: `10.1000/${i}` }] : [],
      issued: year === null || random() < 0.7 ? null : `${year}-${month}-${day}`,
      place: null,
      edition: null,
      pages: null,
      volume: null,
      issue: null,
      keywords: [],
      license: null,
      ...(i === 0 && FIRST),
    };
  });
}
