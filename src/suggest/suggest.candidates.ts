import type { Db } from '../db/database.ts';
import { REFERENCE_KINDS, mapNames } from '../publication/memberships.ts';
import { findAllCounts } from '../publication/tally.queries.ts';
import type { Context } from '../context.ts';
import type { Reference } from '../reference/reference.ts';
import { printPublicationCount, suggestKnown } from './suggest.places.ts';
import { upperCase } from '../text/capitalize.ts';
import {
  type SuggestedAuthor,
  type SuggestedTitle,
  findAuthorsNamed,
  findTitlesBeginning,
  findTitlesWith,
} from './suggest.queries.ts';
import {
  type Candidate,
  MATCH,
  type SuggestionKind,
  findBestName,
  chooseBest,
  matchName,
} from './suggest.ts';
import { type Typed, correctTyped, findRareStems, readTyped } from './suggest.words.ts';

/** A request for suggestions. */
export interface SuggestRequest {
  text: string;
  kinds: readonly SuggestionKind[];
  first: number;
}

/** Finds suggestions for a text that is being typed, the best first. If nothing matches, it tries misspellings. */
export async function suggest(
  { text, kinds, first }: SuggestRequest,
  context: Context,
): Promise<Candidate[]> {
  const typed = readTyped(text);
  if (typed.text === '' || first === 0) return [];
  const [places, named] = await Promise.all([
    findKnown(typed, kinds, true, context),
    findCandidates(typed, kinds, first, context),
  ]);
  const found = [...places, ...named];
  return chooseBest(found.length > 0 ? found : await findMisspelt(typed, kinds, first, context), first);
}

/** Finds suggestions for a misspelt text. */
async function findMisspelt(
  typed: Typed,
  kinds: readonly SuggestionKind[],
  first: number,
  context: Context,
): Promise<Candidate[]> {
  const places = await findKnown(typed, kinds, false, context);
  const instead = await correctTyped(typed, context.db);
  const named = instead ? await findCandidates(instead, kinds, first, context) : [];
  return [...places, ...named.map((candidate) => ({ ...candidate, match: MATCH.MISSPELT }))];
}

/** The kind in the tally of each kind of suggestion. */
const TALLIED = mapNames(REFERENCE_KINDS, upperCase, (kind) => kind);

async function findKnown(
  { text }: Typed,
  kinds: readonly SuggestionKind[],
  isSpeltRight: boolean,
  context: Context,
): Promise<Candidate[]> {
  if (!kinds.some((kind) => kind in TALLIED)) return [];
  const counts = await getCounts(context);
  return suggestKnown(
    text,
    kinds,
    isSpeltRight,
    context.reference,
    (kind, id) => counts.get(TALLIED[kind])?.get(id) ?? 0,
  );
}

type PublicationCounts = ReadonlyMap<string, ReadonlyMap<number, number>>;

const countsBySnapshot = new WeakMap<Reference, PublicationCounts>();

/** Counts the publications of countries, regions, topics and categories. The counts are memoized for each snapshot. */
async function getCounts({ db, reference }: Context): Promise<PublicationCounts> {
  const before = countsBySnapshot.get(reference);
  if (before) return before;
  const counts = await findAllCounts(db, Object.values(TALLIED));
  countsBySnapshot.set(reference, counts);
  return counts;
}

/** Finds the authors and publications that have the words of a text. */
async function findCandidates(
  typed: Typed,
  kinds: readonly SuggestionKind[],
  first: number,
  { db }: Context,
): Promise<Candidate[]> {
  const [authors, titles] = await Promise.all([
    kinds.includes('AUTHOR') ? findAuthorsNamed(db, typed, first) : [],
    kinds.includes('PUBLICATION') ? findTitles(typed, first, db) : [],
  ]);
  return [
    ...authors.map((author) => toAuthor(author, typed.text)),
    ...titles.map((title) => toPublication(title, typed.text)),
  ];
}

function toAuthor({ slug, name, kind, acronym, aliases, count }: SuggestedAuthor, text: string): Candidate {
  const others = acronym === null ? aliases : [acronym, ...aliases];
  const { match, printed } = findBestName([name, ...others], text) ?? { match: MATCH.WORDS, printed: name };
  const what = { PERSON: 'Person', ORGANIZATION: 'Organization', UNKNOWN: 'Author' }[kind];
  const hint = `${what}${acronym === null ? '' : ` (${acronym})`}, ${printPublicationCount(count)}`;
  return {
    kind: 'AUTHOR',
    value: slug,
    label: name,
    matched: printed === name ? null : printed,
    hint,
    match,
  };
}

/** Finds titles that begin with the text, followed by titles that have its words. */
async function findTitles(typed: Typed, first: number, db: Db): Promise<SuggestedTitle[]> {
  const found = await findTitlesBeginning(db, typed.text, first);
  if (found.length >= first) return found;
  const stems = await findRareStems(typed, db);
  const others = stems?.length === 0 ? [] : await findTitlesWith(db, typed.words, stems, first);
  const slugs = new Set(found.map(({ slug }) => slug));
  return [...found, ...others.filter(({ slug }) => !slugs.has(slug))];
}

function toPublication(found: SuggestedTitle, text: string): Candidate {
  return {
    kind: 'PUBLICATION',
    value: found.slug,
    label: found.title,
    matched: null,
    hint: [found.year ?? 'year unknown', ...printAuthors(found)].join(', '),
    match: matchName(found.titleKey, text) ?? MATCH.WORDS,
  };
}

function printAuthors({ author, authorCount }: SuggestedTitle): string[] {
  if (author === null) return [];
  const others = authorCount - 1;
  return [others === 0 ? author : `${author} and ${others} ${others === 1 ? 'other' : 'others'}`];
}
