import { findTallies, tallyKey } from '../facet/facet.queries.ts';
import type { Context } from '../graphql/context.ts';
import { publications, suggestKnown } from './suggest.places.ts';
import {
  type SuggestedAuthor,
  type SuggestedTitle,
  findAuthorsLike,
  findAuthorsNamed,
  findTitlesBeginning,
  findTitlesWith,
} from './suggest.queries.ts';
import { type Candidate, MATCH, type SuggestionKind, best, bestName, matchOf, typed } from './suggest.ts';

/** A question for suggestions. */
export interface Typing {
  text: string;
  kinds: readonly SuggestionKind[];
  first: number;
}

/** What a text that is being typed may mean, the best first. */
export async function suggest({ text, kinds, first }: Typing, context: Context): Promise<Candidate[]> {
  const typing = { text: typed(text), kinds, first };
  if (typing.text === '' || first === 0) return [];
  const asTyped = await candidates(typing, true, context);
  return best(asTyped.length > 0 ? asTyped : await candidates(typing, false, context), first);
}

/** What answers to the text as it is typed, or to one that is spelt much like it. */
async function candidates(typing: Typing, isSpeltRight: boolean, context: Context): Promise<Candidate[]> {
  const { kinds } = typing;
  const found = await Promise.all([
    kinds.some((kind) => kind in TALLIED) ? known(typing, isSpeltRight, context) : [],
    kinds.includes('AUTHOR') ? authors(typing, isSpeltRight, context) : [],
    kinds.includes('PUBLICATION') ? titles(typing, isSpeltRight, context) : [],
  ]);
  return found.flat();
}

const TALLIED = { COUNTRY: 'country', REGION: 'region', TOPIC: 'topic', CATEGORY: 'category' } as const;

async function known({ text, kinds }: Typing, isSpeltRight: boolean, context: Context): Promise<Candidate[]> {
  const questions = Object.values(TALLIED).map((dimension) => ({
    of: { kind: 'all', id: 0 } as const,
    dimension,
  }));
  const tallies = await findTallies(context.db, questions);
  const countOf = (kind: SuggestionKind, id: number) =>
    tallies
      .get(tallyKey({ of: { kind: 'all', id: 0 }, dimension: TALLIED[kind as keyof typeof TALLIED] }))
      ?.counts.get(id) ?? 0;
  return suggestKnown(text, kinds, isSpeltRight, context.reference, countOf);
}

async function authors(
  { text, first }: Typing,
  isSpeltRight: boolean,
  { db }: Context,
): Promise<Candidate[]> {
  if (isSpeltRight) return (await findAuthorsNamed(db, text, first)).map((of) => toAuthor(of, text));
  const found = text.length < 4 ? [] : await findAuthorsLike(db, text, first);
  return found.map((of) => ({ ...toAuthor(of, text), match: MATCH.MISSPELT }));
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

async function titles(
  { text, first }: Typing,
  isSpeltRight: boolean,
  context: Context,
): Promise<Candidate[]> {
  const { db } = context;
  const found = isSpeltRight ? await findTitlesBeginning(db, text, first) : [];
  if (found.length < first) {
    const words = text.slice(0, context.limits.searchLength / 2 - 1);
    const { search } = await context.matching(null, isSpeltRight ? words.replaceAll(/(?= |$)/g, '*') : words);
    const others = search ? await findTitlesWith(db, search.query, isSpeltRight ? text : null, first) : [];
    const slugs = new Set(found.map(({ slug }) => slug));
    found.push(...others.filter(({ slug }) => !slugs.has(slug)));
  }
  return found.map((of) => ({
    kind: 'PUBLICATION',
    value: of.slug,
    label: of.title,
    matched: null,
    hint: [of.year ?? 'year unknown', ...writtenBy(of)].join(', '),
    match: isSpeltRight ? (matchOf(of.titleKey, text) ?? MATCH.WORDS) : MATCH.MISSPELT,
  }));
}

function writtenBy({ author, authorCount }: SuggestedTitle): string[] {
  if (author === null) return [];
  const others = authorCount - 1;
  return [others === 0 ? author : `${author} and ${others} ${others === 1 ? 'other' : 'others'}`];
}
