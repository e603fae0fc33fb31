import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { splitDoubtfulPairs } from './author-doubts.ts';
import { alternatesWithInitials, readInvertedRun } from './author-inverted.ts';
import type { Item, Notes } from './author-items.ts';
import { isTwoWords, leaveHalf, readAlone, readPair, type Reading } from './author-readings.ts';
import { tokenOf, type Token } from './author-tokens.ts';
import { areSorted, mayBeSorted } from './enumeration.ts';
import { endsInInitial, personFrom, personRecord } from './person.ts';

export const HALF = 'may be half of a name: its other half is not beside it';
const ORDER_LOST = 'half of a name: the pieces are sorted, so that its other half is not known';

/**
 * Joins surnames and given names, which the site splits at the comma between them: "Kara", "Siddharth". Two adjacent
 * single words are one name. Initials belong to the surname before them. Full names stay unchanged. Each run of names
 * is read in the way that leaves the fewest pieces over. A leftover word is half of a name, so it is unresolved, as are
 * the adjacent words that could be its other half.
 */
export function pairNames(items: readonly Item[], notes: Notes): Item[] {
  const tokens = items.map((item, i) => tokenOf(item, i, items));
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token === null) runs.push([]);
    else runs.at(-1)?.push(token);
  }
  const isSorted = mayBeSorted(notes.pieces);
  // Only sorting can put a given name before its surname.
  const mayBeTurned = areSorted(notes.pieces) && !notes.keepsOrder;
  const readings = runs.flatMap((run) => {
    if ((isSorted || (mayBeTurned && isOneWithNames(run))) && !alternatesWithInitials(run))
      return readSorted(run);
    return (isSorted ? null : readInvertedRun(run)) ?? readRun(run, mayBeTurned);
  });
  // "Béatrice", "Daw Khin", "Htay", "Ngo Mbe": if names seem whole and are not known to be, the halves may be theirs.
  const isStrange = ({ tokens: [token], made }: Reading) =>
    made === 'whole' && token?.shape === 'full' && mayBeHalf(token, isSorted);
  const joined =
    isSorted && readings.some(isStrange) ? readings : joinLastHalves(readings, mayBeTurned || isSorted);
  return applyReadings(items, joined, { isSorted, mayBeTurned }, notes);
}

/** The readings of a run with the smallest total weight, by dynamic programming from the end. */
function readRun(run: readonly Token[], mayBeTurned: boolean): Reading[] {
  const best: { weight: number; readings: Reading[] }[] = [];
  best[run.length] = { weight: 0, readings: [] };
  for (let i = run.length - 1; i >= 0; i -= 1) {
    const [first, second] = [run[i] as Token, run[i + 1]];
    const choices = [
      leaveHalf(first),
      readAlone(first),
      second && readPair(first, second, mayBeTurned),
    ].filter((choice) => !!choice);
    const ways = choices.map((choice) => {
      const rest = best[i + choice.tokens.length] as (typeof best)[number];
      return { weight: choice.weight + rest.weight, readings: [choice, ...rest.readings] };
    });
    best[i] = ways.reduce((least, way) => (way.weight < least.weight ? way : least));
  }
  return splitDoubtfulPairs((best[0] as (typeof best)[number]).readings);
}

/** In sorted pieces, adjacent pieces need not belong together. */
function readSorted(run: readonly Token[]): Reading[] {
  return run.map((token) => readAlone(token) ?? leaveHalf(token));
}

/** "Aung", "Saw Khu", "Soe Lin": in alphabetical order, the single word may belong to either name. */
function isOneWithNames(run: readonly Token[]): boolean {
  const [first, ...others] = run;
  return first?.shape === 'single' && others.length === 2 && others.every(isTwoWords);
}

/** If the whole list leaves exactly two halves and only one can be the given name, they are one name. */
function joinLastHalves(readings: readonly Reading[], mayBeTurned: boolean): Reading[] {
  const isHalf = ({ made }: Reading) => made === 'half';
  const halves = readings.filter(isHalf).flatMap(({ tokens }) => tokens);
  const isGiven = ({ text, shape }: Token) => shape === 'initials' || shape === 'given' || isGivenName(text);
  const given = halves.filter(isGiven);
  const surnames = halves.filter((token) => !isGiven(token));
  // "D.", "Ferdinand": initials are never a surname.
  const [initials, more] = given.filter(({ shape }) => shape === 'initials');
  if (given.length === 2 && surnames.length === 0 && initials !== undefined && more === undefined)
    surnames.push(...given.splice(given[0] === initials ? 1 : 0, 1));
  // "Lothar", "Von Richthofen": only one of them has the particle of a surname.
  if (given.length === 0 && surnames.length === 2) {
    const turned = surnames.findIndex(({ shape }) => shape === 'single');
    const isOther = surnames[1 - turned]?.shape === 'surname';
    if (isOther) given.push(...surnames.splice(turned, 1));
  }
  const [g, s] = [given[0], surnames[0]];
  if (g === undefined || s === undefined || given.length > 1 || surnames.length > 1) return [...readings];
  // "Nanda", "Bijaya Kumar" out of alphabetical order: the surname would stand first.
  if (!mayBeTurned && s.shape === 'full' && s.index > g.index) return [...readings];
  const pair = readPair(s, g, true) ?? readPair(g, s, true);
  const isParticled = s.shape === 'surname' && g.shape === 'single';
  if (pair === undefined && !isParticled) return [...readings];
  const made = pair?.made ?? personRecord(personFrom(s.text, g.text));
  const others = readings.filter(
    (reading) => !(isHalf(reading) && reading.tokens.some((t) => t === g || t === s)),
  );
  return [...others, { tokens: [s, g], weight: pair?.weight ?? 0, made }];
}

/**
 * Whether a name may be a half if other halves are left over: "Van Dijk", "Brian Karl", "Arnab K.". In a sorted list
 * this includes "Loaiza Gómez", whose first word is no given name.
 */
function mayBeHalf({ text, shape }: Token, isSorted: boolean): boolean {
  if (shape === 'reversed') return endsInInitial(text);
  if (isSorted && shape === 'full' && !mayBeGivenName(text.split(' ')[0] ?? '')) return true;
  return shape === 'surname' || text.split(' ').every((word) => mayBeGivenName(word));
}

function applyReadings(
  items: readonly Item[],
  readings: readonly Reading[],
  { isSorted, mayBeTurned }: { isSorted: boolean; mayBeTurned: boolean },
  notes: Notes,
): Item[] {
  const result: (Item | null)[] = [...items];
  const halves = readings.filter(({ made }) => made === 'half').length;
  const hasHalves = halves > 0;
  // Halves come in pairs. If their number is odd, one of the seemingly complete names is the missing half.
  const isLoneSingle = readings.some(
    ({ tokens: [token], made }) => made === 'half' && token?.shape === 'single',
  );
  const isOdd = halves % 2 === 1 && (isSorted || halves > 2 || (mayBeTurned && isLoneSingle));
  // Sorted pieces that are mostly halves: all names are inverted, so two words are a surname or given names.
  const areInverted = isSorted && halves * 2 >= readings.length && halves > 2;
  // "Cheikh Ahmadou Bamba", "Diop", "N'Deye", "Ndiaye": the only name that seems whole is the missing half.
  const wholes = readings.filter(({ made }) => made === 'whole').length;
  const isMissingHalf = isSorted && isOdd && wholes === 1;
  for (const { tokens, made } of readings) {
    const at = Math.min(...tokens.map(({ index }) => index));
    const isUncertain =
      hasHalves &&
      tokens.length === 1 &&
      (mayBeHalf(tokens[0] as Token, isSorted) ||
        isMissingHalf ||
        ((isOdd || areInverted) && isTwoWords(tokens[0] as Token)));
    if (made === 'whole' && !isUncertain) continue;
    if (typeof made === 'string' || isUncertain) {
      // A single word that is the only piece was not split off anything.
      const isOnly = items.length === 1 && tokens[0]?.shape === 'single';
      if (!isOnly) result[at] = { ...(items[at] as Item), reason: isSorted ? ORDER_LOST : HALF };
      continue;
    }
    const parts = tokens.map(({ index }) => items[index] as Item);
    const printed = parts.flatMap((part) => part.printed);
    const rule = tokens.length === 1 ? 'reorder-initials' : 'join-surname-and-given-names';
    notes.add(rule, printed, [made.name]);
    for (const { index } of tokens) result[index] = null;
    const role = parts.find((part) => part.role !== 'AUTHOR')?.role ?? 'AUTHOR';
    result[at] = { text: made.name, printed, role, author: made };
  }
  return result.filter((item) => item !== null);
}
