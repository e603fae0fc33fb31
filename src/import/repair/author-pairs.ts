import type { AuthorRecord } from '../record.ts';
import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { isDoubleSurname, mayBeDoubleSurname } from './vocabulary/surnames.ts';
import type { Item, Notes } from './author-items.ts';
import { tokenOf, type Token } from './author-tokens.ts';
import { mayBeSorted } from './enumeration.ts';
import {
  endsInInitial,
  isGeneration,
  isInitials,
  personFrom,
  personRecord,
  splitTrailingInitials,
} from './person.ts';

/** One way to read one token or two. `weight`: how unlikely it is; 0 is what the site does all the time. */
interface Reading {
  tokens: Token[];
  weight: number;
  /** True of a pair that is only told by the whole run being pairs: "Finch", "Brian Karl". */
  isWeak?: boolean;
  /** True of a weak pair that another pair beside it has to confirm, for no list has its given name: "Nagle", "Luz Estela". */
  isStrange?: boolean;
  /** A person; or `whole` of a name that stays as it is, `half` of a piece left over. */
  made: AuthorRecord | 'whole' | 'half';
}

const HALF = 'may be half of a name: its other half is not beside it';
const ORDER_LOST = 'half of a name: the pieces are sorted, so that its other half is not known';

/**
 * Puts surnames and given names together, which the site splits at the comma between them: "Kara", "Siddharth". Two
 * single words side by side are one name; initials belong to the surname before them; full names stay as they are. Each
 * run of names is read in the way that leaves the fewest pieces over. A word left over is half of somebody's name, so it
 * is unresolved, as are the words beside it that could be its other half.
 */
export function pairNames(items: readonly Item[], notes: Notes): Item[] {
  const tokens = items.map((item, i) => tokenOf(item, i, items));
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (token === null) runs.push([]);
    else runs.at(-1)?.push(token);
  }
  const isSorted = mayBeSorted(items.map(({ printed }) => printed[0] ?? ''));
  const readings = runs.flatMap((run) => {
    if (isSorted && !alternates(run)) return readSorted(run);
    return (isSorted ? null : readPairs(run)) ?? readRun(run);
  });
  return apply(items, joinLastHalves(readings), isSorted, notes);
}

/** The readings of a run that leave the least unlikely; by dynamic programming from its end. */
function readRun(run: readonly Token[]): Reading[] {
  const best: { weight: number; readings: Reading[] }[] = [];
  best[run.length] = { weight: 0, readings: [] };
  for (let i = run.length - 1; i >= 0; i -= 1) {
    const [first, second] = [run[i] as Token, run[i + 1]];
    const choices = [left(first), alone(first), second && pair(first, second)].filter((choice) => !!choice);
    const ways = choices.map((choice) => {
      const rest = best[i + choice.tokens.length] as (typeof best)[number];
      return { weight: choice.weight + rest.weight, readings: [choice, ...rest.readings] };
    });
    best[i] = ways.reduce((least, way) => (way.weight < least.weight ? way : least));
  }
  return loosen((best[0] as (typeof best)[number]).readings);
}

/** A run in which every second piece may be a given name, and one is for sure: "Lo Verso", "Giuseppe", "Hyland Heinrich", "Kelly E.". */
function readPairs(run: readonly Token[]): Reading[] | null {
  if (run.length % 2 !== 0) return null;
  // "Kelly E." may be a surname as well, but not behind one.
  const isCertain = ({ text, shape }: Token) =>
    shape === 'initials' ||
    shape === 'given' ||
    isGivenName(text) ||
    (endsInInitial(text) && mayBeGivenName(text.split(' ')[0] ?? ''));
  const isGiven = (token: Token) => isCertain(token) || token.shape === 'single';
  const isSurname = ({ text, shape }: Token) =>
    shape === 'single' || shape === 'surname' || (shape === 'full' && !mayBeFullName(text));
  if (!run.every((token, i) => (i % 2 === 0 ? isSurname(token) : isGiven(token)))) return null;
  if (!run.some((token, i) => i % 2 !== 0 && isCertain(token))) return null;
  // "Anna", "Maria": which of two given names is the surname is for the other rules to say.
  if (run.some((token, i) => i % 2 === 0 && isGivenName(token.text))) return null;
  return run.flatMap((surname, i) => {
    const given = run[i + 1];
    if (i % 2 !== 0 || given === undefined) return [];
    return [
      { tokens: [surname, given], weight: 0, made: personRecord(personFrom(surname.text, given.text)) },
    ];
  });
}

function left(token: Token): Reading {
  return { tokens: [token], weight: 2, made: 'half' };
}

/** A name of one piece: what is not half a name. Full names are made later, piece by piece. */
function alone(token: Token): Reading | undefined {
  const { text, shape } = token;
  if (shape === 'full') {
    const isHalf =
      (isDoubleSurname(text) && !mayBeGivenName(text.split(' ')[0] ?? '')) || isVietnameseGiven(text);
    return isHalf ? undefined : { tokens: [token], weight: 0, made: 'whole' };
  }
  // "Al Gore" and "Van Morrison" are whole.
  if (
    shape === 'surname' &&
    /^(?:al|ben|di|van)$/i.test(text.split(' ')[0] ?? '') &&
    text.split(' ').length === 2
  )
    return { tokens: [token], weight: 0.9, made: 'whole' };
  if (shape !== 'reversed') return undefined;
  const split = splitTrailingInitials(text);
  if (split === null) return undefined;
  const weight = mayBeGivenName(split.surname) ? 0.6 : 0.2;
  return { tokens: [token], weight, made: personRecord(personFrom(split.surname, split.initials)) };
}

/** Two pieces as one name, surname first unless the words say otherwise; undefined where they cannot be. */
function pair(first: Token, second: Token): Reading | undefined {
  const reading = (weight: number, surname: Token, given: Token): Reading => ({
    tokens: [first, second],
    weight,
    made: personRecord(personFrom(surname.text, given.text)),
  });
  const isFirstGiven = isGivenName(withoutGeneration(first.text));
  const isSecondGiven = isGivenName(withoutGeneration(second.text));
  if (first.shape === 'given' && second.shape === 'single') return reading(0.5, second, first);
  if (first.shape === 'full') {
    if (isVietnameseGiven(first.text))
      return second.shape === 'single' ? reading(0.8, second, first) : undefined;
    if (isGivenName(first.text.split(' ')[0] ?? '') && second.shape !== 'initials') return undefined;
    const isDouble = isDoubleSurname(first.text);
    if (second.shape === 'initials' && !mayBeFullName(first.text))
      return reading(isDouble ? 0.1 : 0.5, first, second);
    if (second.shape === 'initials') return undefined;
    if (mayBeDoubleSurname(first.text) && isSecondGiven && second.shape === 'single')
      return reading(0.8, first, second);
    if (second.shape === 'given') return isDouble ? reading(0.1, first, second) : undefined;
    if (isDouble && (second.shape === 'single' || areGivenNames(second.text)))
      return reading(0.3, first, second);
    const isFirstUnknown = !mayBeGivenName(first.text.split(' ')[0] ?? '');
    if (isFirstUnknown && isSecondGiven && second.shape === 'single')
      return { ...reading(1.2, first, second), isWeak: true };
    return undefined;
  }
  if (first.shape !== 'single' && first.shape !== 'surname') return undefined;
  switch (second.shape) {
    case 'initials':
    case 'given':
      return reading(0, first, second);
    case 'single':
      if (isFirstGiven && !isSecondGiven && first.shape === 'single') return reading(0.3, second, first);
      return reading(isSecondGiven ? 0 : 0.1, first, second);
    case 'surname':
      if (isFirstGiven) return reading(1, second, first);
      return /^le /i.test(second.text)
        ? { ...reading(1.4, first, second), isWeak: true, isStrange: true }
        : undefined;
    case 'reversed':
      return /\.$/.test(second.text) ? reading(0.7, first, second) : undefined;
    case 'full':
      if (isDoubleSurname(second.text) && mayBeGivenName(first.text)) return reading(0.5, second, first);
      if (mayBeDoubleSurname(second.text) && isFirstGiven) return reading(0.8, second, first);
      if (areGivenNames(second.text) || isVietnameseGiven(second.text)) return reading(0.4, first, second);
      return mayBeGivenName(second.text.split(' ')[0] ?? '')
        ? { ...reading(0.9, first, second), isWeak: true }
        : { ...reading(1.4, first, second), isWeak: true, isStrange: true };
  }
}

function withoutGeneration(text: string): string {
  return text
    .split(' ')
    .filter((word) => !isGeneration(word))
    .join(' ');
}

/** "Thi Thanh Huyen": a middle name and the given name behind it. */
function isVietnameseGiven(text: string): boolean {
  return /^th[iị] \p{Lu}/iu.test(text);
}

function mayBeFullName(text: string): boolean {
  const words = text.split(' ');
  if (isDoubleSurname(text)) return false;
  return words.length > 3 || words.some(isInitials) || mayBeGivenName(words[0] ?? '');
}

function areGivenNames(text: string): boolean {
  return text.split(' ').every((word) => isInitials(word) || isGivenName(word));
}

/** Where a word of a chain is left over, nobody knows where its pairs begin: those without a known given name go too. */
function loosen(readings: readonly Reading[]): Reading[] {
  const isPairOfSingles = ({ tokens }: Reading) =>
    tokens.length === 2 && tokens.every(({ shape }) => shape === 'single');
  const isLeft = ({ tokens, made }: Reading) => made === 'half' && tokens[0]?.shape === 'single';
  const isCertain = ({ tokens: [first, second] }: Reading) =>
    isGivenName(second?.text ?? '') && !isGivenName(first?.text ?? '');
  const isTouched = readings.map(isLeft);
  for (const step of [1, -1]) {
    const order = step === 1 ? [...readings.keys()] : [...readings.keys()].reverse();
    for (const i of order) {
      const reading = readings[i] as Reading;
      if (isTouched[i - step] && isPairOfSingles(reading) && !isCertain(reading)) isTouched[i] = true;
    }
  }
  const hasWhole = readings.some(({ made }) => made === 'whole');
  const hasPair = readings.some(({ tokens, isStrange }) => tokens.length === 2 && !isStrange);
  // Both a surname and initials left over: the order is lost, so that the initials beside a surname may be another's.
  const halves = readings.filter(({ made }) => made === 'half').flatMap(({ tokens }) => tokens);
  const isMixed = new Set(halves.map(({ shape }) => shape === 'initials' || shape === 'given')).size > 1;
  // "Quispe Mamani", "Rosaura": two surnames before a given name that no list has, or a whole name before a stranger.
  const isHalf = (reading: Reading | undefined) =>
    reading?.made === 'half' && reading.tokens.every(({ shape }) => shape === 'single');
  const isGivenHalf = (reading: Reading | undefined) =>
    isHalf(reading) && reading?.tokens.every(({ text }) => isGivenName(text));
  const isInitialsHalf = (reading: Reading | undefined) =>
    reading?.made === 'half' && reading.tokens.every(({ shape }) => shape === 'initials');
  // "Dah Abeid", "Biram", "Glover", "Nii Odoi": nobody knows whether the words between two strange names are one name.
  const isStrangeWhole = ({ tokens: [token], made }: Reading) =>
    made === 'whole' &&
    !mayBeGivenName(token?.text.split(' ')[0] ?? '') &&
    !isInitials(token?.text.split(' ')[0] ?? '');
  const areStrange =
    readings.flatMap(({ tokens }) => tokens).length % 2 === 0 &&
    readings.filter(isStrangeWhole).length > 1 &&
    readings.some((reading) => isPairOfSingles(reading));
  // "Karim Bhuiyan", "Rezaul", where other names are inverted: two words before a word left over are a surname.
  const isBesideHalf = ({ tokens: [token], made }: Reading, i: number) =>
    made === 'whole' && hasPair && token !== undefined && isTwoWords(token) && isHalf(readings[i + 1]);
  const isBeforeHalf = ({ tokens: [token], made }: Reading, i: number) =>
    (made === 'whole' && (isInitialsHalf(readings[i + 1]) || isInitialsHalf(readings[i - 1]))) ||
    (made === 'whole' &&
      !mayBeGivenName(token?.text.split(' ')[0] ?? '') &&
      (isHalf(readings[i + 1]) || isGivenHalf(readings[i - 1])));
  return readings.flatMap((reading, i) => {
    const { tokens } = reading;
    if (isBeforeHalf(reading, i) || isBesideHalf(reading, i)) return tokens.map(left);
    if (areStrange && (isStrangeWhole(reading) || (isPairOfSingles(reading) && !isCertain(reading))))
      return tokens.map(left);
    const isLoose = isTouched[i] && isPairOfSingles(reading);
    if (reading.isWeak && (hasWhole || (reading.isStrange && !hasPair)))
      return tokens.map((token) => alone(token) ?? left(token));
    return tokens.length === 2 && (isLoose || isMixed) ? tokens.map(left) : [reading];
  });
}

/** "Berman", "J.", "Marshall", "P.": a surname and its initials in turn, which sorting seldom leaves. */
function alternates(run: readonly Token[]): boolean {
  const isGiven = ({ shape }: Token) => shape === 'initials';
  return run.length <= 4 && run.length % 2 === 0 && run.every((token, i) => isGiven(token) === (i % 2 === 1));
}

/** Sorted pieces: what stands side by side need not belong together. */
function readSorted(run: readonly Token[]): Reading[] {
  return run.map((token) => alone(token) ?? left(token));
}

/** Two halves left over in the whole list, one of which can only be the given name: they are one name. */
function joinLastHalves(readings: readonly Reading[]): Reading[] {
  const isHalf = ({ made }: Reading) => made === 'half';
  const halves = readings.filter(isHalf).flatMap(({ tokens }) => tokens);
  const isGiven = ({ text, shape }: Token) => shape === 'initials' || shape === 'given' || isGivenName(text);
  const given = halves.filter(isGiven);
  const surnames = halves.filter((token) => !isGiven(token));
  const [g, s] = [given[0], surnames[0]];
  if (g === undefined || s === undefined || given.length > 1 || surnames.length > 1) return [...readings];
  const joined = pair(s, g) ?? pair(g, s);
  if (joined === undefined) return [...readings];
  const others = readings.filter(
    (reading) => !(isHalf(reading) && reading.tokens.some((t) => t === g || t === s)),
  );
  return [...others, { ...joined, tokens: [s, g] }];
}

/**
 * Whether a name may be a half where others are left over: "Van Dijk", "Brian Karl", "Arnab K."; in a sorted list also "Loaiza
 * Gómez", of which no word is a given name.
 */
function mayBeHalf({ text, shape }: Token, isSorted: boolean): boolean {
  if (shape === 'reversed') return endsInInitial(text);
  if (isSorted && shape === 'full' && !mayBeGivenName(text.split(' ')[0] ?? '')) return true;
  return shape === 'surname' || text.split(' ').every((word) => mayBeGivenName(word));
}

function isTwoWords({ text, shape }: Token): boolean {
  return shape === 'full' && text.split(' ').length === 2 && !text.includes('.');
}

function apply(
  items: readonly Item[],
  readings: readonly Reading[],
  isSorted: boolean,
  notes: Notes,
): Item[] {
  const result: (Item | null)[] = [...items];
  const halves = readings.filter(({ made }) => made === 'half').length;
  const hasHalves = halves > 0;
  // Halves come in pairs: of an odd number, the other half of one is among the names that seem whole.
  const isOdd = halves % 2 === 1 && (isSorted || halves > 2);
  for (const { tokens, made } of readings) {
    const at = Math.min(...tokens.map(({ index }) => index));
    const isUncertain =
      hasHalves &&
      tokens.length === 1 &&
      (mayBeHalf(tokens[0] as Token, isSorted) || (isOdd && isTwoWords(tokens[0] as Token)));
    if (made === 'whole' && !isUncertain) continue;
    if (typeof made === 'string' || isUncertain) {
      // A single word that stands alone was not split off anything.
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
