import fc from 'fast-check';
import type { ExportRecord, ExportedAuthor } from '../../src/export/export.record.ts';
import { CONTRIBUTION_ROLES, PUBLICATION_TYPES } from '../../src/publication/publication.ts';
import { slugify } from '../../src/text/plain.ts';

/** Words with the characters that some format escapes or converts. */
const WORDS = [
  ...[
    'Migration',
    'law',
    'Éléments',
    'l’Ouest',
    "it's",
    '移民',
    'Ω',
    'ﬁ',
    'naïve',
    'COVID-19',
    'and',
    'i.e.',
  ],
  ...[
    '50%',
    'A&B',
    '$5',
    '#1',
    'under_score',
    '~',
    '^',
    '\\',
    '{Report}',
    '"quoted"',
    "``q''",
    '--',
    '–',
    '—',
  ],
  ...[
    'a/b',
    'c:',
    '(x)',
    '[y]',
    '@home',
    '=SUM(A1)',
    '< 5',
    '2010–2020',
    'C++',
    '?`',
    '1,000',
    'e@x.org;',
    '¿Qué?',
  ],
  // Markup, mathematics, unbalanced braces, combining and invisible characters, scripts that run from the right.
  ...['<i>E. coli</i>', 'H<sub>2</sub>O', '$E=mc^2$', '\\emph{x}', '\\alpha', '&amp;', '{', '}', '}{', '%%'],
  ...['e\u0301te\u0301', 'العربيّة', 'עברית', '\u200fa\u200e', 'हिन्दी', '日本語', '👩‍🔬', 'a\u00a0b', '\u2011'],
];

const words = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((all) => all.join(' '));

const person = fc
  .tuple(
    fc.constantFrom(
      'Díaz',
      'van der Berg',
      'O’Hara',
      'Li',
      'Ångström',
      'de la Cruz',
      'Smith-Jones',
      'Mensah',
    ),
    fc.constantFrom('Ana María', 'J. P.', 'Bo', 'Jean-Luc', 'Zoë', 'Kwame', 'Lori J.'),
  )
  .map(([family, given]) => toAuthor(`${given} ${family}`, `${family}, ${given}`, 'PERSON'));

const junior = fc.constant(toAuthor('Martin Luther King Jr.', 'King, Martin Luther, Jr.', 'PERSON'));

const organisation = fc
  .constantFrom(
    ...['Ministry of Justice and Peace', 'International Organization for Migration', 'Smith & Sons, Inc.'],
    ...[
      'Border Office',
      'University of {Lagos}',
      'Centre for 100% Data_Science',
      'Institut national d’études',
    ],
  )
  .map((name) => toAuthor(name, name, 'ORGANIZATION'));

function toAuthor(name: string, sortName: string, kind: ExportedAuthor['kind']): ExportedAuthor {
  const slug = slugify(name);
  return { id: slug, slug, name, sortName, kind, acronym: null, aliases: [], identifiers: [] };
}

const contributions = fc
  .uniqueArray(
    fc.oneof(
      fc.record({
        author: fc.oneof(person, junior, organisation),
        role: fc.constantFrom(...CONTRIBUTION_ROLES),
      }),
      fc.record({ author: organisation, role: fc.constant('PUBLISHER' as const) }),
    ),
    { maxLength: 5, selector: ({ author, role }) => `${role} ${author.slug}` },
  )
  // A publisher is an organisation in every format.
  .map((all) => all.filter(({ author, role }) => role !== 'PUBLISHER' || author.kind === 'ORGANIZATION'))
  .map((all) => all.map((item, i) => ({ ...item, position: i + 1, printedAs: item.author.name })));

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values);
const number = fc.constantFrom('3', '12', '2nd ser., 4', 'IV');
const pages = fc.constantFrom('12-34', '212', 'A-1-A-9', 'S3-S9', 'xi, 300', '5, 7-9', 'e1');

const date = fc
  .date({ min: new Date('1501-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .chain((day) => fc.constantFrom(7, 10).map((length) => day.toISOString().slice(0, length)));

const host = fc.record({
  title: words(4).map((text) => `Yearbook ${text}`),
  publisher: fc.constant(null),
  place: fc.constant(null),
  year: fc.constant(null),
  volume: optional(number),
  issue: optional(number),
  pages: optional(pages),
  issn: optional(fc.constantFrom('2049-3630', '0028-0836')),
});

const identifiers = fc.subarray([
  { scheme: 'DOI' as const, value: '10.1000/a_b(c)<d>#1' },
  { scheme: 'ISBN' as const, value: '9789290686255' },
  { scheme: 'PMID' as const, value: '12345' },
]);

/** Publications as exports receive them. The numbers of a part are those of its host work. */
const exportRecord: fc.Arbitrary<ExportRecord> = fc
  .record({
    title: words(8),
    abstract: optional(fc.array(words(6), { minLength: 1, maxLength: 2 }).map((all) => all.join('\n\n'))),
    dated: optional(fc.oneof(date, fc.integer({ min: 1501, max: 2026 }).map(String))),
    url: optional(fc.constantFrom('https://example.org/a_b?c=%20d&e=f', 'http://example.org/~x#y')),
    type: fc.option(fc.constantFrom(...PUBLICATION_TYPES)),
    languages: fc.subarray(['en', 'pt-BR', 'fr'], { maxLength: 1 }),
    identifiers,
    place: optional(fc.constantFrom('Geneva', 'São Paulo', 'Oxford & New York')),
    edition: optional(fc.constantFrom('2nd', 'Rev. & enlarged')),
    pages: optional(pages),
    volume: optional(number),
    issue: optional(number),
    keywords: fc.subarray(['law', 'Women’s rights', 'R&D', '50% quota']),
    contributions,
    partOf: optional(host),
  })
  .map(({ dated, ...fields }) => ({
    ...fields,
    ...(fields.partOf !== null && { volume: null, issue: null, pages: null }),
    year: dated === null ? null : Number(dated.slice(0, 4)),
    issued: dated !== null && dated.length > 4 ? dated : null,
    id: 'id',
    slug: 'slug',
    formerSlugs: [],
    isWorldwide: false,
    countries: [],
    regions: [],
    topics: [],
    categories: [],
    license: null,
    createdAt: '2026-11-24T20:15:00.123456Z',
    updatedAt: '2026-11-25T20:15:00Z',
  }));

/** Publications with different slugs. */
export const exportRecords = fc
  .array(exportRecord, { minLength: 1, maxLength: 6 })
  .map((records) => records.map((record, i) => ({ ...record, slug: `slug-${i}`, id: `id-${i}` })));
