import type { AuthorRecord } from '../record.ts';
import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { isCityName } from './vocabulary/cities.ts';
import { hasFieldWord, looksLikeText } from './vocabulary/name-words.ts';
import { isOfDocument, isPosition } from './vocabulary/non-names.ts';
import { isDoubleSurname, isSurnameWord } from './vocabulary/surnames.ts';
import { isOpen, type Item, type Notes } from './author-items.ts';
import { isPlaceName } from './author-offices.ts';
import { organisationOf } from './author-organisations.ts';
import { mayBeSorted } from './enumeration.ts';
import {
  endsInInitial,
  isGeneration,
  isInitials,
  isNameShaped,
  isParticle,
  personFrom,
  personRecord,
  splitTrailingInitials,
} from './person.ts';

/**
 * What a piece can be of a person's name.
 * - `initials`: "J.", and `given`: "Lori J."
 * - `single`: one word, a surname or a given name
 * - `surname`: several words of which particles say that no given name is among them: "Van Der Leun"
 * - `reversed`: a surname with its initials behind: "Oram S", "Jones A."
 * - `full`: two words or more
 */
type Shape = 'initials' | 'given' | 'single' | 'surname' | 'reversed' | 'full';

interface Token {
  index: number;
  text: string;
  shape: Shape;
}

/** One way to read one token or two. `weight`: how unlikely it is; 0 is what the site does all the time. */
interface Reading {
  tokens: Token[];
  weight: number;
  /** True of a pair that is only told by the whole run being pairs: "Finch", "Brian Karl". */
  isWeak?: boolean;
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
  const readings = runs.flatMap((run) => (isSorted && !alternates(run) ? readSorted(run) : readRun(run)));
  return apply(items, joinLastHalves(readings), isSorted, notes);
}

function tokenOf(item: Item, index: number, items: readonly Item[]): Token | null {
  if (!isOpen(item)) return null;
  const { text } = item;
  const token = (shape: Shape): Token => ({ index, text, shape });
  if (isInitials(text)) return token('initials');
  if (!isNameShaped(text)) return null;
  const isNear = (other: Item | undefined) => isOpen(other) && isGivenName(other.text);
  const words = text.split(' ').filter((word) => !isGeneration(word));
  if (words.length === 0) return null;
  if (words.length === 1)
    return isNameWord(text, isNear(items[index - 1]) || isNear(items[index + 1])) ? token('single') : null;
  const before = words.slice(0, -1).join(' ');
  if (splitTrailingInitials(text) !== null && !hasFieldWord(before) && !isPlaceName(before))
    return token(isGivenName(words[0] ?? '') && endsInInitial(text) ? 'given' : 'reversed');
  if (organisationOf(text) !== null || isPlaceName(text) || isCityName(text)) return null;
  const isPersonal = isInitials(words[0] ?? '') || mayBeGivenName(words[0] ?? '');
  if (!isPersonal && (hasFieldWord(text) || looksLikeText(text))) return null;
  return token(isSurnameOnly(words) ? 'surname' : 'full');
}

// "Le Thi Quy" and "Van Anh Nguyen" have given names in them, "Van Der Leun" and "De La Cruz" have none.
function isSurnameOnly(words: readonly string[]): boolean {
  const start = words.findIndex((word) => !isParticle(word));
  const most = /^(?:da|das|de|del|do|dos|ter|ten|von|ait|ould)$/i.test(words[0] ?? '') ? 2 : 1;
  return start > 0 && words.length - start <= most;
}

/** Whether a word can be of a person's name. A place or a word of the field can, if a given name stands beside it. */
function isNameWord(text: string, isBesideGiven: boolean): boolean {
  if (/\p{Lu}{3}/u.test(text) && !isBesideGiven) return false;
  if (isOfDocument(text) || isPosition(text)) return false;
  if (mayBeGivenName(text)) return !isPlaceName(text) || isBesideGiven;
  if (isPlaceName(text) || isCityName(text)) return false;
  return (isBesideGiven && isSurnameWord(text)) || (!hasFieldWord(text) && !looksLikeText(text));
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

function left(token: Token): Reading {
  return { tokens: [token], weight: 2, made: 'half' };
}

/** A name of one piece: what is not half a name. Full names are made later, piece by piece. */
function alone(token: Token): Reading | undefined {
  const { text, shape } = token;
  if (shape === 'full') {
    const isHalf = isDoubleSurname(text) && !mayBeGivenName(text.split(' ')[0] ?? '');
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
    if (isGivenName(first.text.split(' ')[0] ?? '') && second.shape !== 'initials') return undefined;
    const isDouble = isDoubleSurname(first.text);
    if (second.shape === 'initials')
      return mayBeFullName(first.text) ? undefined : reading(0.1, first, second);
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
      return isFirstGiven ? reading(1, second, first) : undefined;
    case 'reversed':
      return /\.$/.test(second.text) ? reading(0.7, first, second) : undefined;
    case 'full':
      if (isDoubleSurname(second.text) && mayBeGivenName(first.text)) return reading(0.5, second, first);
      if (areGivenNames(second.text)) return reading(0.4, first, second);
      return mayBeGivenName(second.text.split(' ')[0] ?? '')
        ? { ...reading(0.9, first, second), isWeak: true }
        : undefined;
  }
}

function withoutGeneration(text: string): string {
  return text
    .split(' ')
    .filter((word) => !isGeneration(word))
    .join(' ');
}

function mayBeFullName(text: string): boolean {
  const words = text.split(' ');
  return words.length > 2 || words.some(isInitials) || isGivenName(words[0] ?? '');
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
  // Both a surname and initials left over: the order is lost, so that the initials beside a surname may be another's.
  const halves = readings.filter(({ made }) => made === 'half').flatMap(({ tokens }) => tokens);
  const isMixed = new Set(halves.map(({ shape }) => shape === 'initials' || shape === 'given')).size > 1;
  // "Quispe Mamani", "Rosaura": two surnames before a given name that no list has, or a whole name before a stranger.
  const isBeforeHalf = ({ tokens: [token], made }: Reading, i: number) =>
    made === 'whole' &&
    isTouched[i + 1] === true &&
    readings[i + 1]?.tokens.length === 1 &&
    !mayBeGivenName(token?.text.split(' ')[0] ?? '');
  return readings.flatMap((reading, i) => {
    const { tokens } = reading;
    if (isBeforeHalf(reading, i)) return tokens.map(left);
    const isLoose = isTouched[i] && isPairOfSingles(reading);
    if (reading.isWeak && hasWhole) return tokens.map((token) => alone(token) ?? left(token));
    return tokens.length === 2 && (isLoose || isMixed) ? tokens.map(left) : [reading];
  });
}

/** "Berman", "J.", "Marshall", "P.": a surname and its given name in turn, which sorting seldom leaves. */
function alternates(run: readonly Token[]): boolean {
  const isGiven = ({ text, shape }: Token) => shape === 'initials' || shape === 'given' || isGivenName(text);
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

/** Whether a name may be a half where others are left over: "Van Dijk", "Brian Karl", "Arnab K.". */
function mayBeHalf({ text, shape }: Token): boolean {
  if (shape === 'reversed') return endsInInitial(text);
  return shape === 'surname' || text.split(' ').every((word) => mayBeGivenName(word));
}

function apply(
  items: readonly Item[],
  readings: readonly Reading[],
  isSorted: boolean,
  notes: Notes,
): Item[] {
  const result: (Item | null)[] = [...items];
  const hasHalves = readings.some(({ made }) => made === 'half');
  for (const { tokens, made } of readings) {
    const at = Math.min(...tokens.map(({ index }) => index));
    const isUncertain = hasHalves && tokens.length === 1 && mayBeHalf(tokens[0] as Token);
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
