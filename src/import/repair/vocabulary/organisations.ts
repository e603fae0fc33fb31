import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../../project.ts';
import { waysToShred } from './shred.ts';
import { isAllCapitals, keyOf, splitBracket, wordsOf } from '../words.ts';

/** An organisation of the authority file, `data/reference/organisations.json`. */
export interface Organisation {
  /** The display name, in English if there is an English one. */
  name: string;
  acronym: string | null;
  /** Other spellings, other languages, other acronyms. */
  aliases: string[];
  kind: string;
}

const FILE = path.join(projectFolder, 'data/reference/organisations.json');
const ORGANISATIONS = JSON.parse(fs.readFileSync(FILE, 'utf8')) as Organisation[];

const byName = new Map<string, Organisation>();
const byAcronym = new Map<string, Organisation>();
for (const organisation of ORGANISATIONS) {
  const { name, acronym, aliases } = organisation;
  for (const spelling of [name, ...aliases, ...(acronym === null ? [] : [acronym])]) {
    // "WHO" is an acronym, "Who" is not, so spellings in capitals are looked up case-sensitively.
    if (isAllCapitals(spelling)) byAcronym.set(spelling.replace(/[. -]/g, ''), organisation);
    else byName.set(keyOf(spelling), organisation);
  }
}

/** A name split as the site splits it; the pieces as keys. */
interface Shredded {
  organisation: Organisation;
  keys: string[];
}

const SHREDDED: Shredded[] = ORGANISATIONS.flatMap((organisation) =>
  [organisation.name, ...organisation.aliases].flatMap((name) =>
    waysToShred(name)
      .filter((pieces) => pieces.length > 1)
      .map((pieces) => ({ organisation, keys: pieces.map(keyOf) })),
  ),
).sort((a, b) => b.keys.length - a.keys.length || b.keys.join().length - a.keys.join().length);

const PARTS: ReadonlySet<string> = new Set(SHREDDED.flatMap(({ keys }) => keys));

/**
 * The organisation that a printed piece names by itself, in any spelling of the authority file: "IOM", "International
 * Organisation For Migration (IOM)", "IOM (International Organization For Migration)". Null if it names none.
 */
export function findOrganisation(printed: string): Organisation | null {
  const whole = lookUp(printed);
  if (whole) return whole;
  const { base, inside } = splitBracket(printed);
  if (inside === null) {
    const [left, right, more] = printed.split(/ [-–—/] |: /);
    if (left === undefined || right === undefined || more !== undefined) return null;
    const found = lookUp(left);
    return found !== null && found === lookUp(right) ? found : null;
  }
  const named = lookUp(base);
  const bracketed = lookUp(inside);
  if (named) return bracketed === null && !isAllCapitals(inside) ? null : named;
  return bracketed !== null && isAllCapitals(inside) && isNearly(base, bracketed) ? bracketed : null;
}

function lookUp(text: string): Organisation | null {
  // "E. C." are a person's initials.
  const isSpaced = /^(?:\p{Lu}\. )+\p{Lu}\.$/u.test(text);
  const acronym = isAllCapitals(text) && !isSpaced ? byAcronym.get(text.replace(/[. -]/g, '')) : undefined;
  return acronym ?? byName.get(keyOf(text)) ?? null;
}

/** "International Organisation of Migration (IOM)": the acronym decides if all long words are equal. */
function isNearly(base: string, { name, aliases }: Organisation): boolean {
  const long = (text: string) =>
    wordsOf(text)
      .filter((word) => word.length > 3)
      .join(' ');
  return long(base) !== '' && [name, ...aliases].some((spelling) => long(spelling) === long(base));
}

/** An organisation whose name the site split, and the indices of its pieces. */
export interface Cover {
  organisation: Organisation;
  indices: number[];
}

/**
 * Finds organisations whose split names are among the pieces, in any order. Names with the most pieces come first; each
 * piece is used once. A bracketed acronym may follow any piece. A name is skipped if each of its pieces is a name by
 * itself.
 */
export function coverOrganisations(pieces: readonly string[]): Cover[] {
  // In reverse order, so that `pop` takes the first index.
  const open = new Map<string, number[]>();
  for (const [i, piece] of [...pieces.entries()].reverse()) {
    const key = keyOf(splitBracket(piece).base);
    const known = open.get(key);
    if (known) known.push(i);
    else open.set(key, [i]);
  }
  const covers: Cover[] = [];
  for (const { organisation, keys } of SHREDDED) {
    if (keys.every((key) => byName.has(key)) || new Set(keys).size < keys.length) continue;
    // "Latham", "Watkins" are also two persons' surnames, unless they are neighbours.
    const areSurnames = keys.every((key) => !key.includes(' '));
    while (keys.every((key) => open.get(key)?.length)) {
      const indices = keys.map((key) => open.get(key)?.at(-1) as number).sort((a, b) => a - b);
      if (areSurnames && (indices.at(-1) as number) - (indices[0] as number) >= indices.length) break;
      for (const key of keys) open.get(key)?.pop();
      covers.push({ organisation, indices });
    }
  }
  return covers;
}

/**
 * Whether a piece is a part of a known name but not a name by itself: "United Nations Office On Drugs" without "Crime".
 */
export function isPartOfName(piece: string): boolean {
  const key = keyOf(splitBracket(piece).base);
  return PARTS.has(key) && findOrganisation(piece) === null;
}
