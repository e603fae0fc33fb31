import { listCodes } from '../country/country.ts';
import { FILED_KINDS, MEMBERSHIPS, type ReferenceKind } from '../publication/memberships.ts';
import type { Reference } from '../reference/reference.ts';
import { capitalize, upperCase } from '../text/capitalize.ts';
import { plain } from '../text/plain.ts';
import {
  type Candidate,
  MATCH,
  type Match,
  type SuggestionKind,
  findBestName,
  isMisspelt,
  toLetterSet,
} from './suggest.ts';

/** The kinds of reference data. */
type KnownKind = Uppercase<ReferenceKind>;

interface Known {
  kind: KnownKind;
  id: number;
  value: string;
  label: string;
  /** The kind in words, for the hint: "Region in Africa". */
  kindLabel: string;
  /** The plain form of each printed name. The label is first. */
  names: ReadonlyMap<string, Name>;
  /** Codes in plain form. They match only the whole text. */
  codes: readonly string[];
}

interface Name {
  plain: string;
  letters: number;
}

const namesBySnapshot = new WeakMap<Reference, Known[]>();

/** Memoizes the names for each snapshot. There are some thousand, and every text is compared with all of them. */
function getNames(reference: Reference): Known[] {
  const all = namesBySnapshot.get(reference) ?? readNames(reference);
  namesBySnapshot.set(reference, all);
  return all;
}

function readNames(reference: Reference): Known[] {
  const { countries, regions } = reference;
  const toNames = (printed: readonly (string | null)[]) =>
    new Map(
      printed
        .filter((name) => name !== null)
        .map((name): [string, Name] => [name, { plain: plain(name), letters: toLetterSet(plain(name)) }]),
    );
  return [
    ...countries.all.map((country): Known => ({
      kind: 'COUNTRY',
      id: country.id,
      value: country.code,
      label: country.name,
      kindLabel:
        country.status === 'FORMER' ? `Former country (${country.code})` : `Country (${country.code})`,
      names: toNames([
        country.name,
        ...Object.values(country.names),
        country.officialName,
        ...country.aliases,
      ]),
      codes: listCodes(country).map(plain),
    })),
    ...regions.all.map((region): Known => {
      const parent = regions.byId(region.parentId ?? -1);
      return {
        kind: 'REGION',
        id: region.id,
        value: region.slug,
        label: region.name,
        kindLabel: parent && parent.parentId !== null ? `Region in ${parent.name}` : 'Region',
        names: toNames([region.name, ...Object.values(region.names), ...region.aliases]),
        codes: region.m49 === null ? [] : [region.m49],
      };
    }),
    ...FILED_KINDS.flatMap((kind) =>
      reference[MEMBERSHIPS[kind].plural].all.map(({ id, slug, name }): Known => ({
        kind: upperCase(kind),
        id,
        value: slug,
        label: name,
        kindLabel: capitalize(kind),
        names: toNames([name]),
        codes: [],
      })),
    ),
  ];
}

/**
 * Finds the countries, regions, topics and categories that match a text.
 * @param isSpeltRight whether to match the text as typed; otherwise as a misspelling
 * @param countOf returns the number of publications of an object
 */
export function suggestKnown(
  text: string,
  kinds: readonly SuggestionKind[],
  isSpeltRight: boolean,
  reference: Reference,
  countOf: (kind: KnownKind, id: number) => number,
): Candidate[] {
  return getNames(reference)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((known) => {
      const found = isSpeltRight ? matchTyped(known, text) : matchMisspelt(known, text);
      return found ? [{ known, ...found, count: countOf(known.kind, known.id) }] : [];
    })
    .sort(
      (a, b) =>
        b.count - a.count || Number(a.printed !== a.known.label) - Number(b.printed !== b.known.label),
    )
    .map(({ known: { kind, value, label, kindLabel }, printed, match, count }) => ({
      kind,
      value,
      label,
      matched: printed === label ? null : printed,
      hint: `${kindLabel}, ${printPublicationCount(count)}`,
      match,
    }));
}

function matchTyped({ label, names, codes }: Known, text: string): { printed: string; match: Match } | null {
  if (codes.includes(text)) return { printed: label, match: MATCH.WHOLE };
  return findBestName([...names.keys()], text, (name) => names.get(name)?.plain ?? '');
}

function matchMisspelt({ names }: Known, text: string): { printed: string; match: Match } | null {
  const found = [...names].find(([, name]) => isMisspelt(name.plain, text, name.letters));
  return found ? { printed: found[0], match: MATCH.MISSPELT } : null;
}

/** Prints a count of publications: `1 publication`, `12 publications`. */
export function printPublicationCount(count: number): string {
  return `${count} ${count === 1 ? 'publication' : 'publications'}`;
}
