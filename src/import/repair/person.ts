import type { AuthorRecord } from '../record.ts';

/** A person's name in display form and in sort form. */
export interface PersonName {
  /** "Lori J. Mann" */
  name: string;
  /** "Mann, Lori J." */
  sortName: string;
}

export interface PersonOptions {
  /**
   * True in bibliographies, which abbreviate every given name. All words behind the initials are then the surname: "M.
   * Klein Solomon" sorts under K. Elsewhere "J. Edgar Hoover" has a second given name.
   */
  isCitation?: boolean;
}

const HONORIFIC =
  /^(?:dr|dra|prof|professor|mr|mrs|ms|mme|sir|dame|hon|rev|fr|h\.e|ambassador|senator|baroness|father|sister|reverend|archbishop|cardinal|colonel|col|captain|capt|sergeant|sgt|lt|gen|maj|det|supt|ing|lic|mag|dott|sra)\.?$|^Sr\.$/i;
const DEGREE =
  /^(?:ph\.?d|m\.?d|m\.?a|m\.?s|m\.?sc|b\.?a|b\.?s|b\.?sc|ll\.?m|ll\.?b|ll\.?d|j\.?d|j\.?s\.?d|s\.?j\.?d|ed\.?d|ed\.?m|psy\.?d|d\.?sc|dr\.?p\.?h|m\.?phil|m\.?ed|mph|mba|mpa|mpp|mia|msc|msw|lcsw|lmsw|licsw|lmft|esq|obe|mbe|cbe|kbe|dbe|rn|bsn|msn|fnp|qc|dphil|cpa|frcp|mrcp|facp)\.?$/i;
// "JR" and "SR" are initials.
const GENERATION = /^(?:[Jj]r\.?|[Ss]r\.?|J[rR]\.|S[rR]\.|I[iI]{1,2}|I[vV])$/;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[- ]?)+$|^\p{Lu}(?:[ -]?\p{Lu})?$|^(?:\p{Lu}\.[- ]?)+\p{Lu}$/u;
const PARTICLES = new Set(
  'van von de der den del della di da do dos das du la le el al ter ten bin binti binte ibn bint abu abou abd ould af av ait ben zu zur mc mac ó ní nic'.split(
    ' ',
  ),
);

// "And", "for" and "is" in German, Dutch and the Nordic languages.
const CONNECTIVE = / (?:und|och|og|en|dhe|oraz|für|voor|för|për|pentru|dla|proti|untuk|ist|sind|är) /i;

// "MTV Exit": capitals without a vowel are not a surname.
const ACRONYM = /^[BCDFGHJ-NP-TV-XZ]{3,} /;

/** Whether a piece is a suffix of names: "Jr.", "III". */
export function isGeneration(text: string): boolean {
  return GENERATION.test(text);
}

/** Whether a piece consists of initials only: "G.", "J.P.", "J. P.", "J-P.", "JP", "G". */
export function isInitials(text: string): boolean {
  return text.length <= 12 && INITIALS.test(text) && text !== 'St.';
}

/** Whether a piece ends in an initial, so that it is given names: "Lori J.", "Mariya Yu.". */
export function endsInInitial(text: string): boolean {
  const words = text.split(' ');
  const last = words.at(-1) ?? '';
  return (
    words.length > 1 &&
    /^(?:\p{Lu}\p{Ll}?\.)+$/u.test(last) &&
    !isGeneration(last) &&
    !HONORIFIC.test(last) &&
    !isInitials(text)
  );
}

/**
 * Whether a text has the shape of a person's name in natural order, or of a surname: one to six capitalised words of
 * letters, with particles and initials. Does not judge what the words mean.
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

/** Removes "Dr." and "PhD" from a name. "Jr." and "III" stay, because they are part of it. */
export function withoutTitles(text: string): string {
  const words = text.split(' ');
  let start = 0;
  let end = words.length;
  while (start < end - 1 && HONORIFIC.test(words[start] ?? '')) start += 1;
  // "Ma" is also a surname. A degree keeps its capitals or full stops after title-casing.
  while (end > start + 2 && isDegree(words[end - 1] ?? '')) end -= 1;
  return words.slice(start, end).join(' ');
}

function isDegree(word: string): boolean {
  return (
    DEGREE.test(word) && (/^\p{Lu}{2,}|\./u.test(word) || /^(?:phd|esq|dphil|msc|mphil|lcsw)$/i.test(word))
  );
}

/** Whether a piece consists of degrees or titles only: "PhD", "MSW", "Ph.D. Candidate", "Dr.". */
export function isTitle(text: string): boolean {
  const words = text.split(' ');
  return words.every(
    (word, i) =>
      isDegree(word) || (HONORIFIC.test(word) && !isGeneration(word)) || (i > 0 && /^candidate$/i.test(word)),
  );
}

/** Builds the author record of a person, without acronym or aliases. */
export function personRecord({ name, sortName }: PersonName): AuthorRecord {
  return { name, sortName, kind: 'PERSON', acronym: null, aliases: [] };
}

// "Unseen UK" and "Simmons LLP" don't end in initials.
const NO_INITIALS = /^(?:UK|US|USA|EU|UN|NGO|HQ|DC|LLP|LLC|PLC|INC|LTD|II|III|IV|PHD|MD|MA|JD)$/i;

// Right behind a single word, "MA" means initials, not a degree: "Okafor MA".
function isAbbreviation(word: string, index: number): boolean {
  return NO_INITIALS.test(word) && !(index === 1 && /^(?:MA|MD|JD)$/.test(word));
}

/**
 * Splits a surname from the initials behind it: "Oram S", "Jones A.", "Van Der Watt MJ". Returns null for any other
 * text.
 */
export function splitTrailingInitials(text: string): { surname: string; initials: string } | null {
  const words = text.split(' ').filter((word) => !isGeneration(word));
  const first = words.findIndex(
    (word, i) =>
      i > 0 &&
      !(/^[EYI]$/i.test(word) && /\p{Ll}/u.test(words[i + 1] ?? '')) &&
      (isInitials(word) || /^\p{Lu}{3}$/u.test(word)) &&
      !isAbbreviation(word, i),
  );
  if (first < 1) return null;
  const [surname, initials] = [words.slice(0, first), words.slice(first)];
  // "RAMÍREZ SOTO": a surname in capitals.
  if (/^\p{Lu}{3,}$/u.test(surname.at(-1) ?? '') && /^\p{Lu}{3}$/u.test(initials[0] ?? '')) return null;
  if (
    surname.some((word) => isInitials(word) && !isParticle(word) && !/^[EYI]$/i.test(word)) ||
    !initials.every((word) => isInitials(word) || /^\p{Lu}{3}$/u.test(word))
  )
    return null;
  return surname.filter((word) => !isParticle(word)).length > 3
    ? null
    : { surname: surname.join(' '), initials: separateInitials(initials.join(' ')) };
}

/** "LM" → "L.M.", like printed initials with full stops. Other text is unchanged. */
function separateInitials(text: string): string {
  return /^\p{Lu}{1,4}$/u.test(text) ? [...text].map((letter) => `${letter}.`).join('') : text;
}

/**
 * Reads a name in natural order. It sorts by its last word and the particles before it: "van der Berg, Jan". Chinese,
 * Vietnamese and Spanish names with two surnames also sort by the last word, because the page doesn't mark the surname.
 * Capitals do mark it ("MARTINEZ LOPEZ Ana"); the surname then comes last in the display form. A single word, or a name
 * in a script without capitals, sorts as written. Particles keep their printed capitals.
 */
export function personOf(text: string, options: PersonOptions = {}): PersonName {
  const words = text.split(' ');
  const generation = words.length > 1 && isGeneration(words.at(-1) ?? '') ? words.pop() : undefined;
  const { given, surname } = splitName(words, options);
  return join(given, surname, generation);
}

/** Builds a name from surname and given names: "Mann", "Lori J." → "Lori J. Mann". */
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
  // "LI Na": two capitals with a vowel may be a surname or initials, so the name sorts as written.
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
