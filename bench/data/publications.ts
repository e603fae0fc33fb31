import { readCountryReferences } from '../../src/country/country.reference.ts';
import { readRegionReferences } from '../../src/region/region.reference.ts';
import { type Random, between, distinct, pick, seededRandom, zipf } from '../random.ts';
import { capital, personName, vocabulary, wordRank } from './words.ts';

/** A publication as a line of JSON Lines. */
export interface GeneratedPublication {
  slug: string;
  title: string;
  abstract: string;
  year: number;
  countries: string[];
  regions: string[];
  authors: { name: string; kind: 'PERSON' }[];
  topics: string[];
}

const ABSTRACT_LENGTH = 800;
const [FIRST_YEAR, LAST_YEAR] = [1990, 2026];

/** Number of authors per publication of the catalogue; an author has four publications on average. */
const AUTHORS_A_PUBLICATION = 0.5;

const topicNames: readonly string[] = Array.from(
  { length: 60 },
  (_, i) => `${capital(vocabulary[500 + i] as string)} ${capital(vocabulary[700 + i] as string)}`,
);

/** The countries, most frequent first; their frequencies follow Zipf's law. */
export const countryCodes: readonly string[] = shuffled(
  readCountryReferences()
    .filter(({ status }) => status === 'CURRENT')
    .map(({ code }) => code),
  seededRandom(2),
);

const regionSlugs = readRegionReferences()
  .filter(({ parent }) => parent !== null)
  .map(({ slug }) => slug);
const countryRank = zipf(countryCodes.length);

export function slugOf(number: number): string {
  return `publication-${number}`;
}

/** Generates the publications of a catalogue. The same size gives the same publications. */
export function* generatePublications(size: number): Generator<GeneratedPublication> {
  const random = seededRandom(size);
  const authorCount = Math.ceil(size * AUTHORS_A_PUBLICATION);
  for (let number = 0; number < size; number++)
    yield {
      slug: slugOf(number),
      title: `${capital(words(random, between(random, 5, 9)))} ${number}`,
      abstract: abstract(random),
      year: between(random, FIRST_YEAR, LAST_YEAR),
      countries: distinct(between(random, 1, 3), () => countryCodes[countryRank(random)] as string),
      regions: distinct(between(random, 1, 2), () => pick(random, regionSlugs)),
      authors: distinct(between(random, 0, 4), () => Math.floor(random() * authorCount)).map((author) => ({
        name: personName(author),
        kind: 'PERSON',
      })),
      topics: [pick(random, topicNames)],
    };
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => vocabulary[wordRank(random)]).join(' ');
}

function abstract(random: Random): string {
  let text = '';
  while (text.length < ABSTRACT_LENGTH) text += `${capital(words(random, between(random, 8, 16)))}. `;
  return text.trim();
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
