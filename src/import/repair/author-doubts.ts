import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { hasSurnameEnding } from './vocabulary/surnames.ts';
import { isTwoWords, leaveHalf, readAlone, type Reading } from './author-readings.ts';
import type { Token } from './author-tokens.ts';
import { isInitials } from './person.ts';

/**
 * If a chain of single words leaves one over, the start of its pairs is unknown. Pairs without a known given name are
 * then split again.
 */
export function splitDoubtfulPairs(readings: readonly Reading[]): Reading[] {
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
  const isInitialsHalf = (reading: Reading | undefined) =>
    reading?.made === 'half' && reading.tokens.every(({ shape }) => shape === 'initials');
  // "Dah Abeid", "Biram", "Glover", "Nii Odoi": the words between two unknown names may not be one name.
  const isStrangeWhole = ({ tokens: [token], made }: Reading) =>
    made === 'whole' &&
    !mayBeGivenName(token?.text.split(' ')[0] ?? '') &&
    !isInitials(token?.text.split(' ')[0] ?? '');
  // "Kiss", "Ligia", "Brett Dickson", "Jobst Koehler": some styles invert the first author only.
  const [first, ...others] = readings;
  const isFirstInverted =
    first !== undefined &&
    isPairOfSingles(first) &&
    isCertain(first) &&
    others.every(({ made }) => made === 'whole') &&
    others.some((reading) => !isStrangeWhole(reading));
  const areStrange =
    !isFirstInverted &&
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
      !hasSurnameEnding(token?.text.split(' ').at(-1) ?? '') &&
      (isHalf(readings[i + 1]) || isHalf(readings[i - 1])));
  // "Durebang", "Nimalka Fernando": a single word and a name whose first word is in no list may be one name.
  const isLoneStrange = ({ isStrange }: Reading, { text }: Token) =>
    isStrange && !mayBeGivenName(text.split(' ')[0] ?? '');
  return readings.flatMap((reading, i) => {
    const { tokens } = reading;
    if (isBeforeHalf(reading, i) || isBesideHalf(reading, i)) return tokens.map(leaveHalf);
    if (areStrange && (isStrangeWhole(reading) || (isPairOfSingles(reading) && !isCertain(reading))))
      return tokens.map(leaveHalf);
    // "De Oliveira", "Marina Pereira Pires": a surname alone, so the only other piece has its given names.
    if (readings.length === 1 && tokens.length === 2 && tokens[0]?.shape === 'surname') return [reading];
    // "Wennerholm", "Carolina Johansson": either one name, or an organisation and a person.
    const isOneOrTwo = readings.length === 1 && reading.isStrange && tokens[0]?.shape === 'single';
    if (isOneOrTwo) return tokens.map(leaveHalf);
    // "Grace", "Lisa Goldblatt", "Cameron Thibos": an inverted first author may have a second given name.
    if (i === 0 && reading.isStrange && hasWhole && tokens[0]?.shape === 'single')
      return tokens.map(leaveHalf);
    const isLoose = isTouched[i] && isPairOfSingles(reading);
    if (reading.isWeak && (hasWhole || (reading.isStrange && !hasPair)))
      return tokens.map(
        (token) => (isLoneStrange(reading, token) ? undefined : readAlone(token)) ?? leaveHalf(token),
      );
    return tokens.length === 2 && (isLoose || isMixed) ? tokens.map(leaveHalf) : [reading];
  });
}
