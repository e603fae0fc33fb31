import type { Db } from '../db/database.ts';
import { findAllCounts } from '../publication/tally.queries.ts';
import type { Context } from '../api/context.ts';
import type { Reference } from '../reference/reference.ts';
import { publications, suggestKnown } from './suggest.places.ts';
import {
  type SuggestedAuthor,
  type SuggestedTitle,
  findAuthorsNamed,
  findTitlesBeginning,
  findTitlesWith,
} from './suggest.queries.ts';
import { type Candidate, MATCH, type SuggestionKind, best, bestName, matchOf } from './suggest.ts';
import { type Typed, asTyped, corrected, findRareStems } from './suggest.words.ts';

/** A question for suggestions. */
export interface Typing {
  text: string;
  kinds: readonly SuggestionKind[];
  first: number;
}

/** What a text that is being typed may mean, the best first. */
export async function suggest({ text, kinds, first }: Typing, context: Context): Promise<Candidate[]> {
  const typed = asTyped(text);
  if (typed.text === '' || first === 0) return [];
  const [places, named] = await Promise.all([
    known(typed, kinds, true, context),
    candidates(typed, kinds, first, context),
  ]);
  const found = [...places, ...named];
  return best(found.length > 0 ? found : await misspelt(typed, kinds, first, context), first);
}

/** What answers to a text that is spelt much like this one. */
async function misspelt(
  typed: Typed,
  kinds: readonly SuggestionKind[],
  first: number,
  context: Context,
): Promise<Candidate[]> {
  const places = await known(typed, kinds, false, context);
  const instead = await corrected(typed, context.db);
  const named = instead ? await candidates(instead, kinds, first, context) : [];
  return [...places, ...named.map((of) => ({ ...of, match: MATCH.MISSPELT }))];
}

const TALLIED = { COUNTRY: 'country', REGION: 'region', TOPIC: 'topic', CATEGORY: 'category' } as const;

async function known(
  { text }: Typed,
  kinds: readonly SuggestionKind[],
  isSpeltRight: boolean,
  context: Context,
): Promise<Candidate[]> {
  if (!kinds.some((kind) => kind in TALLIED)) return [];
  const counts = await countsOf(context);
  return suggestKnown(
    text,
    kinds,
    isSpeltRight,
    context.reference,
    (kind, id) => counts.get(TALLIED[kind])?.get(id) ?? 0,
  );
}

type Counts = ReadonlyMap<string, ReadonlyMap<number, number>>;

const countsOfSnapshots = new WeakMap<Reference, Counts>();

/** How many publications countries, regions, topics and categories have: looked up once a snapshot. */
async function countsOf({ db, reference }: Context): Promise<Counts> {
  const before = countsOfSnapshots.get(reference);
  if (before) return before;
  const counts = await findAllCounts(db, Object.values(TALLIED));
  countsOfSnapshots.set(reference, counts);
  return counts;
}

/** The authors and publications that have a text's words. */
async function candidates(
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
    ...authors.map((of) => toAuthor(of, typed.text)),
    ...titles.map((of) => toPublication(of, typed.text)),
  ];
}

function toAuthor({ slug, name, kind, acronym, aliases, count }: SuggestedAuthor, text: string): Candidate {
  const others = acronym === null ? aliases : [acronym, ...aliases];
  const { match, printed } = bestName([name, ...others], text) ?? { match: MATCH.WORDS, printed: name };
  const what = { PERSON: 'Person', ORGANIZATION: 'Organization', UNKNOWN: 'Author' }[kind];
  const hint = `${what}${acronym === null ? '' : ` (${acronym})`}, ${publications(count)}`;
  return {
    kind: 'AUTHOR',
    value: slug,
    label: name,
    matched: printed === name ? null : printed,
    hint,
    match,
  };
}

/** Titles that begin with the text, then those that have its words. */
async function findTitles(typed: Typed, first: number, db: Db): Promise<SuggestedTitle[]> {
  const found = await findTitlesBeginning(db, typed.text, first);
  if (found.length >= first) return found;
  const stems = await findRareStems(typed, db);
  const others = stems?.length === 0 ? [] : await findTitlesWith(db, typed.words, stems, first);
  const slugs = new Set(found.map(({ slug }) => slug));
  return [...found, ...others.filter(({ slug }) => !slugs.has(slug))];
}

function toPublication(of: SuggestedTitle, text: string): Candidate {
  return {
    kind: 'PUBLICATION',
    value: of.slug,
    label: of.title,
    matched: null,
    hint: [of.year ?? 'year unknown', ...writtenBy(of)].join(', '),
    match: matchOf(of.titleKey, text) ?? MATCH.WORDS,
  };
}

function writtenBy({ author, authorCount }: SuggestedTitle): string[] {
  if (author === null) return [];
  const others = authorCount - 1;
  return [others === 0 ? author : `${author} and ${others} ${others === 1 ? 'other' : 'others'}`];
}
