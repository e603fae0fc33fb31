import { isGivenName, mayBeGivenName } from './vocabulary/given-names.ts';
import { startsWithGivenName, type Reading } from './author-readings.ts';
import type { Token } from './author-tokens.ts';
import { endsInInitial, personFrom, personRecord } from './person.ts';

/**
 * Reads a run in which every second piece may be a given name and at least one certainly is: "Lo Verso", "Giuseppe",
 * "Hyland Heinrich", "Kelly E.". Returns null for other runs.
 */
export function readInvertedRun(run: readonly Token[]): Reading[] | null {
  if (run.length % 2 !== 0) return null;
  // "Kelly E." may also be a surname with an initial, but not right behind a surname.
  const isCertain = ({ text, shape }: Token) =>
    shape === 'initials' ||
    shape === 'given' ||
    isGivenName(text) ||
    (endsInInitial(text) && mayBeGivenName(text.split(' ')[0] ?? ''));
  const isGiven = (token: Token) => isCertain(token) || token.shape === 'single';
  const isSurname = ({ text, shape }: Token) =>
    shape === 'single' || shape === 'surname' || (shape === 'full' && !startsWithGivenName(text));
  const isPair = (first: Token | undefined, second: Token | undefined) =>
    first?.shape === 'single' && second?.shape === 'single';
  // "Dah Abeid", "Biram", "Nwokolo", "Chukwudi": a pair of single words shows how the other names are printed.
  const hasPair = run.length > 2 && run.some((_, i) => i % 2 === 0 && isPair(run[i], run[i + 1]));
  const isTwoGiven = ({ text, shape }: Token) =>
    run.length > 2 && shape === 'full' && text.split(' ').length === 2;
  const isSecond = (token: Token) => isGiven(token) || isTwoGiven(token);
  // "Laurel Fletcher", "Eric Stover": two whole names, because "Stover" is no given name.
  const areWhole = (first: Token | undefined, second: Token) =>
    first?.shape === 'full' && second.shape === 'full' && !second.text.split(' ').every(mayBeGivenName);
  // "Raphael Kahn", "Jody", "Ngo Mbe", "Béatrice": two words and a single word alternate.
  const doesAlternate =
    run.length > 3 && run.every(({ shape }, i) => shape === (i % 2 === 0 ? 'full' : 'single'));
  if (doesAlternate) return pairUp(run);
  if (!run.every((token, i) => (i % 2 === 0 ? isSurname(token) : isSecond(token)))) return null;
  if (run.some((token, i) => i % 2 !== 0 && areWhole(run[i - 1], token))) return null;
  // "Kiona Whitebear", "Tasneem Raja": two whole names.
  if (run.length === 2 && run.every(({ shape }) => shape === 'full')) return null;
  const singles = run.filter(({ shape }) => shape === 'single').length;
  const givenSingles = run.filter(({ shape }, i) => i % 2 !== 0 && shape === 'single').length;
  const isShown =
    (hasPair && singles * 2 > run.length) || (givenSingles > 1 && givenSingles * 4 > run.length);
  if (!isShown && !run.some((token, i) => i % 2 !== 0 && isCertain(token))) return null;
  // "Anna", "Maria": the other rules decide which of two given names is the surname.
  if (run.some((token, i) => i % 2 === 0 && isGivenName(token.text))) return null;
  return pairUp(run);
}

/** Reads every second token as the given name of the token before it. */
function pairUp(run: readonly Token[]): Reading[] {
  return run.flatMap((surname, i) => {
    const given = run[i + 1];
    if (i % 2 !== 0 || given === undefined) return [];
    return [
      { tokens: [surname, given], weight: 0, made: personRecord(personFrom(surname.text, given.text)) },
    ];
  });
}

/** "Berman", "J.", "Marshall", "P.": surnames and initials alternate. Sorting seldom produces this. */
export function alternatesWithInitials(run: readonly Token[]): boolean {
  const isGiven = ({ shape }: Token) => shape === 'initials';
  // "Ann Simon" may be a whole name.
  if (run.some(({ shape, text }) => shape === 'full' && startsWithGivenName(text))) return false;
  return run.length <= 4 && run.length % 2 === 0 && run.every((token, i) => isGiven(token) === (i % 2 === 1));
}
