import { type CslItem, type CslName, toCslName } from '../../src/export/formats/csl/csl.item.ts';
import { pick } from './generated.ts';
import { seededRandom } from './random.ts';

const PEOPLE: CslName[] = [
  ['Ludwig van Beethoven', 'Beethoven, Ludwig van'],
  ['J. P. van der Berg', 'van der Berg, J. P.'],
  ['Ursula K. Le Guin', 'Le Guin, Ursula K.'],
  ['Martin L. King Jr.', 'King, Martin L., Jr.'],
  ['Henry Gates III', 'Gates, Henry, III'],
  ['Jean-Luc O’Hara', 'O’Hara, Jean-Luc'],
  ['María José de la Cruz', 'de la Cruz, María José'],
  ['Пётр Иванов', 'Иванов, Пётр'],
  ['太郎 山田', '山田, 太郎'],
  ['Nguyễn Văn An', 'Nguyễn, Văn An'],
  ['A. B. Smith', 'Smith, A. B.'],
  ['Ali al-Masri', 'al-Masri, Ali'],
  ['Madonna', 'Madonna'],
  ['J.R.R. Tolkien', 'Tolkien, J.R.R.'],
].map(([name = '', sortName = '']) => toCslName({ name, sortName, kind: 'PERSON' }));

const ORGANISATIONS: CslName[] = ['World Health Organization', 'Министерство труда', 'UN Women'].map(
  (literal) => ({ literal }),
);

const TITLES = [
  'Rivers: a survey',
  'What works?',
  'Stop now!',
  'The “Blue Heart” handbook',
  'It’s Jane’s ‘own’ case',
  'Права человека в Азии',
  'Trafficking, 2010–2020 (second survey)',
  'Question? An answer: more',
  'Vol. 3 of the series',
  'Dr. Who and others',
  'العمل القسري',
  'On *stars* and _lines_',
];
const PAGES = ['12-34', 'e123', '123', 'S12-S18', 'iv-xii', '1023-1031', '100-104', '12-34, 40', '199-201'];

/** Makes references with odd names, titles, numbers and pages. Equal seeds make equal references. */
export function makeOddCitations(count: number, seed: number): CslItem[] {
  const random = seededRandom(seed);
  const maybe = <T>(chance: number, values: readonly T[]): T | undefined =>
    random() < chance ? pick(random, values) : undefined;
  const listPeople = (length: number) => Array.from({ length }, () => pick(random, PEOPLE));
  return Array.from({ length: count }, (_, i): CslItem => {
    const type = pick(random, ['report', 'book', 'chapter', 'article-journal']);
    const isWhole = type === 'report' || type === 'book';
    const isArticle = type === 'article-journal';
    const people = listPeople(pick(random, [0, 1, 2, 3, 7, 8, 21, 30]));
    const author = random() < 0.15 ? ORGANISATIONS.slice(0, 1 + Math.floor(random() * 3)) : people;
    // The official styles put the editors of a chapter without authors where its authors would be.
    const canHaveEditors = isWhole || (type === 'chapter' && author.length > 0);
    const editor = canHaveEditors && random() < 0.25 ? listPeople(pick(random, [1, 2, 3])) : [];
    const date = [
      1990 + Math.floor(random() * 35),
      1 + Math.floor(random() * 12),
      1 + Math.floor(random() * 28),
    ];
    const length = pick(random, [0, 1, 1, 2, 3]);
    const edition =
      isWhole && editor.length === 0 && author.length > 0 ? maybe(0.25, ['Rev. ed.']) : undefined;
    return {
      id: `odd-${i}`,
      type,
      title: pick(random, TITLES),
      ...(author.length > 0 && { author }),
      ...(editor.length > 0 && { editor }),
      ...(length > 0 && { issued: { 'date-parts': [date.slice(0, length)] as [number[]] } }),
      ...(!isWhole && { 'container-title': isArticle ? 'Journal of Valleys' : 'World Report' }),
      ...defined({
        publisher: isArticle ? undefined : maybe(0.6, ['Oxford University Press', 'IOM; UNODC']),
        'publisher-place': isArticle ? undefined : maybe(0.4, ['Geneva', 'New York, NY']),
        volume: isArticle ? maybe(0.7, ['3', '40']) : undefined,
        issue: isArticle ? maybe(0.5, ['1', '2-3', 'Suppl 1']) : undefined,
        page: isWhole ? undefined : maybe(0.75, PAGES),
        edition,
        DOI: maybe(0.35, [`10.1000/${i}`]),
        URL: maybe(0.45, [`https://example.org/${i}`]),
      }),
    };
  });
}

function defined<Value>(fields: Record<string, Value | undefined>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
