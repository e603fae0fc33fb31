import type { ContributionRecord, HostWorkRecord, Parsed, Unresolved } from '../record.ts';
import { joinContinued, joinRegionalOffices } from './author-continued.ts';
import { setAsideCutOff, standsAlone } from './author-cut-off.ts';
import { joinNamedElsewhere, type Elsewhere } from './author-elsewhere.ts';
import { notesOnAuthors, type Item, type Notes } from './author-items.ts';
import { joinFamilyNames, joinFronts, setAsideHeads, setAsideOffices } from './author-fronts.ts';
import { joinLegalForms, joinSuffixes, readMarks, splitJoined, splitLists } from './author-marks.ts';
import { authorOf, type ListContext } from './author-names.ts';
import { joinCountries } from './author-countries.ts';
import { joinOffices } from './author-offices.ts';
import { joinBrackets, joinKnown } from './author-organisations.ts';
import { joinParents } from './author-parents.ts';
import { HALF, pairNames } from './author-pairs.ts';
import { setAsideStrangers } from './author-strangers.ts';
import { readCitation } from './citation.ts';
import { cutCitation, isCitation, joinShouted } from './citation-cut.ts';

/** Facts about the record. Its title shows which piece of a citation is the title; `elsewhere`, how names are printed. */
export interface AuthorsContext {
  title: string;
  year: number | null;
  elsewhere?: Elsewhere;
}

/** `partOf`: the host work that a citation among the authors names after "In". */
export type ParsedAuthors = Parsed<ContributionRecord> & { partOf: HostWorkRecord | null };

const RULES = [
  splitLists,
  readMarks,
  joinLegalForms,
  joinRegionalOffices,
  joinKnown,
  joinBrackets,
  joinContinued,
  joinFronts,
  joinOffices,
  joinParents,
  setAsideHeads,
  joinCountries,
  joinFamilyNames,
  splitJoined,
  joinSuffixes,
  pairNames,
  setAsideOffices,
];

/**
 * Rebuilds the authors from the printed pieces. The site splits names at commas and "and", title-cases them and may
 * sort them. The order of the rules: citations; organisations of the authority file; brackets and split offices; split
 * surnames and given names; then each remaining piece alone. A piece that no rule understands is unresolved as printed.
 * No piece is dropped. If a citation cannot be rebuilt, only the names before its title are read.
 */
export function repairAuthors(printed: readonly string[], context: AuthorsContext): ParsedAuthors {
  const pieces = printed.map((piece) => piece.trim()).filter((piece) => piece !== '');
  const notes = notesOnAuthors(pieces, context.elsewhere?.keepsOrder);
  return isCitation(pieces, context.title)
    ? repairCitation(pieces, context, notes)
    : repairList(pieces, context, notes);
}

/** Reads the whole citation. If that fails, reads only the names before its title. */
function repairCitation(pieces: readonly string[], context: AuthorsContext, notes: Notes): ParsedAuthors {
  // The order of the whole citation shows whether the site sorted its pieces.
  const readList = (texts: readonly string[]) =>
    repairList(joinShouted(texts), { ...context, elsewhere: undefined }, notesOnAuthors(pieces));
  const reason = 'a piece of a citation that cannot be put together';
  const citation = readCitation(pieces, context, (texts) => {
    const { values, unresolved } = readList(texts);
    return unresolved.length > 0 ? null : values;
  });
  if (citation !== null) {
    notes.add('read-citation', pieces, citation.made);
    const values = mergeSame(citation.contributions, notes);
    return { values, repairs: notes.repairs, unresolved: [], partOf: citation.partOf };
  }
  const cut = cutCitation(pieces, context.title);
  const list = readList(cut?.names ?? []);
  if (cut === null || list.values.length === 0) {
    const unresolved = pieces.map((piece) => unresolvedAuthor(piece, reason));
    return { values: [], repairs: [], unresolved, partOf: null };
  }
  const made = list.values.map(({ author }) => author.name);
  notes.add('read-names-of-citation', pieces, made);
  const rest = cut.rest.map((i) => unresolvedAuthor(pieces[i] as string, reason));
  return { ...list, repairs: notes.repairs, unresolved: [...list.unresolved, ...rest] };
}

/** Reads a list of authors that is no citation. */
function repairList(pieces: readonly string[], context: AuthorsContext, notes: Notes): ParsedAuthors {
  let items = pieces.map((piece): Item => ({ text: piece, printed: [piece], role: 'AUTHOR', author: null }));
  for (const rule of RULES) items = rule(items, notes);
  const read = (item: Item, list: ListContext): Item => {
    const author = item.author ?? item.reason ?? authorOf(item.text, notes, list);
    return typeof author === 'string' ? { ...item, reason: author } : { ...item, author };
  };
  const first = items.map((item) => read(item, { isOnly: pieces.length === 1 && items.length === 1 }));
  const decided = first.map((item, i): Item => {
    if (item.author !== null || !standsAlone(first, i, notes.pieces)) return item;
    const isHalf = item.reason === HALF && !item.text.includes(' ');
    return isHalf || items[i]?.reason === undefined
      ? read({ ...item, reason: undefined }, { isOnly: false, isApart: true })
      : item;
  });
  const unresolved: Unresolved[] = [];
  const kept = setAsideCutOff(setAsideStrangers(decided), notes.pieces);
  const joined = context.elsewhere ? joinNamedElsewhere(kept, context.elsewhere, notes) : kept;
  const contributions = joined.flatMap(
    ({ author, reason = '', role, printed: parts }): ContributionRecord[] => {
      if (author !== null) return [{ author, role, printedAs: parts.join(', ') }];
      unresolved.push(...parts.map((piece) => unresolvedAuthor(piece, reason)));
      return [];
    },
  );
  return { values: mergeSame(contributions, notes), repairs: notes.repairs, unresolved, partOf: null };
}

function unresolvedAuthor(value: string, reason: string): Unresolved {
  return { field: 'authors', value, reason };
}

/** Merges an author that occurs twice in the same role, by name or by acronym, into one contribution. */
function mergeSame(contributions: readonly ContributionRecord[], notes: Notes): ContributionRecord[] {
  const byAcronym = new Map<string, string>();
  for (const { author } of contributions) {
    if (author.acronym !== null && author.name !== author.acronym) byAcronym.set(author.acronym, author.name);
  }
  const merged = new Map<string, ContributionRecord>();
  for (const contribution of contributions) {
    const { author, role } = contribution;
    const isBare = author.name === author.acronym;
    const name = (isBare ? byAcronym.get(author.name) : undefined) ?? author.name;
    const key = `${role} ${name}`;
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, contribution);
      continue;
    }
    notes.add('merge-same-author', [known.printedAs, contribution.printedAs], [name]);
    if (known.author.name !== name) merged.set(key, contribution);
  }
  return [...merged.values()];
}
