import type { ContributionRecord, HostWorkRecord, Parsed, Unresolved } from '../record.ts';
import { joinContinued, joinRegionalOffices } from './author-continued.ts';
import { setAsideCutOff } from './author-cut-off.ts';
import { joinNamedElsewhere, type Elsewhere } from './author-elsewhere.ts';
import { notesOnAuthors, type Item, type Notes } from './author-items.ts';
import { joinFamilyNames, joinFronts, setAsideHeads, setAsideOffices } from './author-fronts.ts';
import { joinSuffixes, readMarks, splitJoined, splitLists } from './author-marks.ts';
import { authorOf } from './author-names.ts';
import { joinCountries, joinOffices } from './author-offices.ts';
import { joinBrackets, joinKnown } from './author-organisations.ts';
import { joinParents } from './author-parents.ts';
import { pairNames } from './author-pairs.ts';
import { isCitation, readCitation } from './citation.ts';

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
 * So are all pieces of a citation that cannot be rebuilt. No piece is dropped.
 */
export function repairAuthors(printed: readonly string[], context: AuthorsContext): ParsedAuthors {
  const pieces = printed.map((piece) => piece.trim()).filter((piece) => piece !== '');
  const notes = notesOnAuthors(pieces);
  if (isCitation(pieces, context.title)) {
    const citation = readCitation(pieces, context);
    if (citation === null)
      return {
        values: [],
        repairs: [],
        unresolved: pieces.map((piece) =>
          unresolvedAuthor(piece, 'a piece of a citation that cannot be put together'),
        ),
        partOf: null,
      };
    notes.add('read-citation', pieces, citation.made);
    return {
      values: mergeSame(citation.contributions, notes),
      repairs: notes.repairs,
      unresolved: [],
      partOf: citation.partOf,
    };
  }

  let items = pieces.map((piece): Item => ({ text: piece, printed: [piece], role: 'AUTHOR', author: null }));
  for (const rule of RULES) items = rule(items, notes);
  const read = (item: Item, list: { isOnly: boolean }): Item => {
    const author = item.author ?? item.reason ?? authorOf(item.text, notes, list);
    return typeof author === 'string' ? { ...item, reason: author } : { ...item, author };
  };
  const first = items.map((item) => read(item, { isOnly: pieces.length === 1 && items.length === 1 }));
  // Beside persons, no other piece can be a part of an organisation's name.
  const areOthersPersons = (i: number) =>
    first.every(({ author }, k) => k === i || author?.kind === 'PERSON');
  const decided = items.map((item, i): Item => {
    const isAmongPersons = first[i]?.author === null && item.text.includes(' ') && areOthersPersons(i);
    return isAmongPersons ? read(item, { isOnly: true }) : (first[i] as Item);
  });
  const unresolved: Unresolved[] = [];
  const kept = setAsideCutOff(decided, pieces);
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
