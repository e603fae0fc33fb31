import { between, pick, seededRandom } from './random.ts';
import { countryCodes, slugOf } from './data/publications.ts';

const FIELDS = ['id', 'slug', 'title', 'year', 'abstract', 'languages', 'place', 'url', 'pages'];
const LISTS = [
  'countries { code name }',
  'regions { slug name }',
  'authors { name slug }',
  'topics { slug name }',
];

/**
 * Makes a document of 5 to 40 fields for a catalogue of `size` publications. Documents with different numbers differ in
 * name, fields and literals.
 */
export function makeDocument(number: number, size: number): string {
  const random = seededRandom(number);
  const aliased = (part: string, i: number) => `f${number % 97}_${i}: ${part}`;
  const some = (parts: readonly string[]) =>
    parts.filter(() => random() < 0.6).map((part, i) => (random() < 0.3 ? aliased(part, i) : part));
  const publication = () => `{ __typename ${[...some(FIELDS), ...some(LISTS)].join(' ')} }`;
  const list = () => `publications(first: ${between(random, 1, 3)}) { totalCount nodes ${publication()} }`;
  const roots = [
    () => `publication(slug: "${slugOf(between(random, 0, size - 1))}") ${publication()}`,
    () => `country(code: "${pick(random, countryCodes)}") { name regions { name } ${list()} }`,
    () => list(),
  ];
  const selected = Array.from({ length: between(random, 1, 2) }, (_, i) => `r${i}: ${pick(random, roots)()}`);
  return `query Q${number} { ${selected.join(' ')} }`;
}
