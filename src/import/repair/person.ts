import type { AuthorRecord } from '../record.ts';

/** A person's name as shown and as filed. */
export interface PersonName {
  /** "Lori J. Mann" */
  name: string;
  /** "Mann, Lori J." */
  sortName: string;
}

export interface PersonOptions {
  /**
   * Bibliographies shorten every given name, so that there all behind the initials is surname: "M. Klein Solomon" is
   * filed under K. Elsewhere "J. Edgar Hoover" has a second given name.
   */
  isCitation?: boolean;
}

const HONORIFIC =
  /^(?:dr|dra|prof|professor|mr|mrs|ms|mme|sir|dame|hon|rev|fr|h\.e|ambassador|senator|baroness|father|sister|reverend|archbishop|cardinal|colonel|col|captain|capt|sergeant|sgt|lt|gen|maj|det|supt|ing|lic|mag|dott|sra)\.?$|^Sr\.$/i;
const DEGREE =
  /^(?:ph\.?d|m\.?d|m\.?a|m\.?s|m\.?sc|b\.?a|b\.?s|b\.?sc|ll\.?m|ll\.?b|ll\.?d|j\.?d|j\.?s\.?d|s\.?j\.?d|ed\.?d|ed\.?m|psy\.?d|d\.?sc|dr\.?p\.?h|m\.?phil|m\.?ed|mph|mba|mpa|mpp|mia|msc|msw|lcsw|lmsw|licsw|lmft|esq|obe|mbe|cbe|kbe|dbe|rn|bsn|msn|fnp|qc|dphil|cpa|frcp|mrcp|facp)\.?$/i;
const GENERATION = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[- ]?)+$|^\p{Lu}(?:[ -]?\p{Lu})?$|^(?:\p{Lu}\.[- ]?)+\p{Lu}$/u;
const PARTICLES = new Set(
  'van von de der den del della di da do dos das du la le el al ter ten bin binti binte ibn bint abu abou abd ould af av ait ben zu zur mc mac ó ní nic'.split(
    ' ',
  ),
);

// "And" and "for" in German, Dutch and the Nordic languages.
const CONNECTIVE = / (?:und|och|og|für|voor|för) /i;

// "MTV Exit": capitals without a vowel are no surname.
const ACRONYM = /^[BCDFGHJ-NP-TV-XZ]{3,} /;

/** Whether a piece is a suffix of names: "Jr.", "III". */
export function isGeneration(text: string): boolean {
  return GENERATION.test(text);
}

/** Whether a piece is initials only: "G.", "J.P.", "J. P.", "J-P.", "JP", "G". */
export function isInitials(text: string): boolean {
  return text.length <= 12 && INITIALS.test(text) && text !== 'St.';
}

/** Whether a piece is given names by its last word, an initial: "Lori J.". */
export function endsInInitial(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && /^(?:\p{Lu}\.)+$/u.test(words.at(-1) ?? '') && !isInitials(text);
}

/**
 * Whether a text has the shape of a person's name in natural order or of its surname: one to six capitalised words of
 * letters, with particles and initials. What the words mean is for others to judge.
 */
export function isNameShaped(text: string): boolean {
  const words = text.split(' ');
  return (
    !CONNECTIVE.test(text) &&
    !ACRONYM.test(text) &&
    words.length <= 6 &&
    words.every((word) => isParticle(word) || isNameWord(word))
  );
}

function isNameWord(word: string): boolean {
  return (
    /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’‘ʼ.-]*$/u.test(word) ||
    /^(?:d|al|el)['’-]\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word)
  );
}

/** Whether a word is a particle of surnames, in any case: "van", "De". */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase()) || /^['’]t$/i.test(word);
}

/** Takes "Dr." and "PhD" off a name; "Jr." and "III" are part of it. */
export function withoutTitles(text: string): string {
  const words = text.split(' ');
  let start = 0;
  let end = words.length;
  while (start < end - 1 && HONORIFIC.test(words[start] ?? '')) start += 1;
  // "Ma" is a surname too: a degree is written in capitals or with points, as title-casing leaves it.
  while (end > start + 2 && isDegree(words[end - 1] ?? '')) end -= 1;
  return words.slice(start, end).join(' ');
}

function isDegree(word: string): boolean {
  return (
    DEGREE.test(word) && (/^\p{Lu}{2,}|\./u.test(word) || /^(?:phd|esq|dphil|msc|mphil|lcsw)$/i.test(word))
  );
}

/** Whether a piece is degrees or titles and no name: "PhD", "MSW", "Ph.D. Candidate", "Dr.". */
export function isTitle(text: string): boolean {
  const words = text.split(' ');
  return words.every(
    (word, i) =>
      isDegree(word) || (HONORIFIC.test(word) && !isGeneration(word)) || (i > 0 && /^candidate$/i.test(word)),
  );
}

/** The record of a person, who has neither acronym nor other names. */
export function personRecord({ name, sortName }: PersonName): AuthorRecord {
  return { name, sortName, kind: 'PERSON', acronym: null, aliases: [] };
}

// "Unseen UK" and "Simmons LLP" end in no initials.
const NO_INITIALS = /^(?:UK|US|USA|EU|UN|NGO|HQ|DC|LLP|LLC|PLC|INC|LTD|II|III|IV|PHD|MD|MA|JD)$/i;

// Behind a single word "MA" is no degree but initials: "Okafor MA".
function isAbbreviation(word: string, index: number): boolean {
  return NO_INITIALS.test(word) && !(index === 1 && /^(?:MA|MD|JD)$/.test(word));
}

/** "Oram S", "Jones A.", "Van Der Watt MJ": a surname and the initials behind it; null where a text is not so. */
export function splitTrailingInitials(text: string): { surname: string; initials: string } | null {
  const words = text.split(' ').filter((word) => !isGeneration(word));
  const first = words.findIndex(
    (word, i) =>
      i > 0 &&
      !(/^[EYI]$/i.test(word) && /\p{Ll}/u.test(words[i + 1] ?? '')) &&
      (isInitials(word) || /^\p{Lu}{3,4}$/u.test(word)) &&
      !isAbbreviation(word, i),
  );
  if (first < 1) return null;
  const [surname, initials] = [words.slice(0, first), words.slice(first)];
  if (
    surname.some((word) => isInitials(word) && !/^[EYI]$/i.test(word)) ||
    !initials.every((word) => isInitials(word) || /^\p{Lu}{3,4}$/u.test(word))
  )
    return null;
  return surname.filter((word) => !isParticle(word)).length > 3
    ? null
    : { surname: surname.join(' '), initials: separateInitials(initials.join(' ')) };
}

/** "LM" → "L.M.", as initials with points are printed; others stay as they are. */
function separateInitials(text: string): string {
  return /^\p{Lu}{1,4}$/u.test(text) ? [...text].map((letter) => `${letter}.`).join('') : text;
}

/**
 * A name in natural order, filed by its last word and the particles before it: "van der Berg, Jan". Chinese, Vietnamese
 * and Spanish names with two surnames are filed by the last word as well, for the page doesn't say what is surname;
 * a surname in capitals does ("MARTINEZ LOPEZ Ana"), and comes last in the name then. A single word, and a name in a
 * script without capitals, is filed as it stands. Particles keep the capitals that the page gives them.
 */
export function personOf(text: string, options: PersonOptions = {}): PersonName {
  const words = text.split(' ');
  const generation = words.length > 1 && isGeneration(words.at(-1) ?? '') ? words.pop() : undefined;
  const { given, surname } = splitName(words, options);
  return join(given, surname, generation);
}

/** A name given as surname and given names: "Mann", "Lori J." → "Lori J. Mann". */
export function personFrom(surname: string, given: string): PersonName {
  const words = fixCapitals(surname.split(' '));
  const generation = words.length > 1 && isGeneration(words.at(-1) ?? '') ? words.pop() : undefined;
  const names = given.split(' ');
  const behind = names.length > 1 && isGeneration(names.at(-1) ?? '') ? names.pop() : undefined;
  return join(names, words, generation ?? behind);
}

function join(given: string[], surname: string[], generation: string | undefined): PersonName {
  const first = given.join(' ');
  const last = surname.join(' ');
  if (first === '' || !/\p{Lu}/u.test(last)) {
    const name = [...given, ...surname, ...(generation === undefined ? [] : [generation])].join(' ');
    return { name, sortName: name };
  }
  const tail = generation === undefined ? '' : ` ${generation}`;
  return {
    name: `${first} ${last}${tail}`,
    sortName: `${last}, ${first}${generation === undefined ? '' : `, ${generation}`}`,
  };
}

function splitName(
  words: string[],
  { isCitation = false }: PersonOptions,
): { given: string[]; surname: string[] } {
  if (words.length === 1) return { given: [], surname: words };
  const shouted = words.filter(isShouted);
  if (shouted.length === words.length) return splitName(fixCapitals(words), { isCitation });
  const firstQuiet = words.findIndex((word) => !isShouted(word));
  // "MARTINEZ Ana"
  if (firstQuiet > 0 && shouted.length === firstQuiet) {
    return { given: words.slice(firstQuiet), surname: fixCapitals(words.slice(0, firstQuiet)) };
  }
  // "Ana MARTINEZ LOPEZ"
  if (shouted.length > 0 && shouted.length === words.length - words.findIndex(isShouted)) {
    const start = words.length - shouted.length;
    return { given: words.slice(0, start), surname: fixCapitals(words.slice(start)) };
  }
  const initials = words.findIndex((word) => !isInitials(word));
  if (isCitation && initials > 0) return { given: words.slice(0, initials), surname: words.slice(initials) };
  // "LI Na": two capitals with a vowel may be a surname or initials, so nobody knows where it is filed.
  if (shouted.length === 0 && /^(?=.*[AEIOUY])\p{Lu}{2}$/u.test(words[0] ?? '') && words.length === 2) {
    return { given: [], surname: words };
  }
  // "Van Der Leun" and "De Souza" are surnames alone; "Al Gore" and "Van Morrison" are not.
  const isGivenToo = words.length === 2 && /^(?:al|ben|di|van)$/i.test(words[0] ?? '');
  if (words.slice(0, -1).every(isParticle) && !isGivenToo) return { given: [], surname: words };
  let start = words.length - 1;
  if (start > 2 && /^y$/i.test(words[start - 1] ?? '')) start -= 2;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return { given: words.slice(0, start), surname: words.slice(start) };
}

// Two capitals may be initials ("JP Smith").
function isShouted(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'’-]*\p{Lu}$/u.test(word) && word.replace(/[^\p{Lu}]/gu, '').length > 2;
}

function fixCapitals(words: string[]): string[] {
  return words.map((word) =>
    isShouted(word)
      ? word
          .toLowerCase()
          .replace(
            /(^|['’-])(\p{Ll})/gu,
            (_, before: string, letter: string) => before + letter.toUpperCase(),
          )
          .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
      : word,
  );
}
