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

/** One way to read one token or two. A higher `weight` is less likely; 0 is the site's usual split. */
interface Reading {
  tokens: Token[];
  weight: number;
  /** True for a pair that counts only if the whole run consists of pairs: "Finch", "Brian Karl". */
  isWeak?: boolean;
  /**
   * True for a weak pair whose given name is in no list: "Nagle", "Luz Estela". Another pair in the run has to confirm
   * it.
   */
  isStrange?: boolean;
  /** A person, or `whole` for a name that stays unchanged, or `half` for a leftover piece. */
  made: AuthorRecord | 'whole' | 'half';
}

const HALF = 'may be half of a name: its other half is not beside it';
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
  const isSorted = mayBeSorted(items.map(({ printed }) => printed[0] ?? ''));
  const readings = runs.flatMap((run) => {
    if (isSorted && !alternates(run)) return readSorted(run);
    return (isSorted ? null : readPairs(run)) ?? readRun(run);
  });
  return apply(items, joinLastHalves(readings), isSorted, notes);
}

/** The readings of a run with the smallest total weight, by dynamic programming from the end. */
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

/**
 * Reads a run in which every second piece may be a given name and at least one certainly is: "Lo Verso", "Giuseppe",
 * "Hyland Heinrich", "Kelly E.". Returns null for other runs.
 */
function readPairs(run: readonly Token[]): Reading[] | null {
  if (run.length % 2 !== 0) return null;
  // "Kelly E." may also be a surname with an initial, but not right behind a surname.
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
  // "Anna", "Maria": the other rules decide which of two given names is the surname.
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

/**
 * Reads one piece as a complete name; undefined if it may be half of a name. Full names are built later, one by one.
 */
function alone(token: Token): Reading | undefined {
  const { text, shape } = token;
  if (shape === 'full') {
    const isHalf =
      (isDoubleSurname(text) && !mayBeGivenName(text.split(' ')[0] ?? '')) || isVietnameseGiven(text);
    return isHalf ? undefined : { tokens: [token], weight: 0, made: 'whole' };
  }
  // "Al Gore" and "Van Morrison" are complete names.
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

/**
 * Reads two pieces as one name, surname first unless the words suggest otherwise; undefined if they cannot be one name.
 */
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

/** "Thi Thanh Huyen": a Vietnamese middle name and the given name behind it. */
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

/**
 * If a chain of single words leaves one over, the start of its pairs is unknown. Pairs without a known given name are
 * then split again.
 */
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
  // If both surnames and initials are left over, the order is lost: initials next to a surname may belong to another
  // person.
  const halves = readings.filter(({ made }) => made === 'half').flatMap(({ tokens }) => tokens);
  const isMixed = new Set(halves.map(({ shape }) => shape === 'initials' || shape === 'given')).size > 1;
  // "Quispe Mamani", "Rosaura": either two surnames before a given name that is in no list, or a complete name before
  // another word.
  const isHalf = (reading: Reading | undefined) =>
    reading?.made === 'half' && reading.tokens.every(({ shape }) => shape === 'single');
  const isGivenHalf = (reading: Reading | undefined) =>
    isHalf(reading) && reading?.tokens.every(({ text }) => isGivenName(text));
  const isInitialsHalf = (reading: Reading | undefined) =>
    reading?.made === 'half' && reading.tokens.every(({ shape }) => shape === 'initials');
  // "Dah Abeid", "Biram", "Glover", "Nii Odoi": the words between two unknown names may not be one name.
  const isStrangeWhole = ({ tokens: [token], made }: Reading) =>
    made === 'whole' &&
    !mayBeGivenName(token?.text.split(' ')[0] ?? '') &&
    !isInitials(token?.text.split(' ')[0] ?? '');
  const areStrange =
    readings.flatMap(({ tokens }) => tokens).length % 2 === 0 &&
    readings.filter(isStrangeWhole).length > 1 &&
    readings.some((reading) => isPairOfSingles(reading));
  // "Karim Bhuiyan", "Rezaul", if other names are inverted: two words before a leftover word are a surname.
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

/** "Berman", "J.", "Marshall", "P.": surnames and initials alternate. Sorting seldom produces this. */
function alternates(run: readonly Token[]): boolean {
  const isGiven = ({ shape }: Token) => shape === 'initials';
  return run.length <= 4 && run.length % 2 === 0 && run.every((token, i) => isGiven(token) === (i % 2 === 1));
}

/** In sorted pieces, adjacent pieces need not belong together. */
function readSorted(run: readonly Token[]): Reading[] {
  return run.map((token) => alone(token) ?? left(token));
}

/** If the whole list leaves exactly two halves and only one can be the given name, they are one name. */
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
 * Whether a name may be a half if other halves are left over: "Van Dijk", "Brian Karl", "Arnab K.". In a sorted list
 * this includes "Loaiza Gómez", whose first word is no given name.
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
  // Halves come in pairs. If their number is odd, one of the seemingly complete names is the missing half.
  const isOdd = halves % 2 === 1 && (isSorted || halves > 2);
  for (const { tokens, made } of readings) {
    const at = Math.min(...tokens.map(({ index }) => index));
    const isUncertain =
      hasHalves &&
      tokens.length === 1 &&
      (mayBeHalf(tokens[0] as Token, isSorted) || (isOdd && isTwoWords(tokens[0] as Token)));
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
