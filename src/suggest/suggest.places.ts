import type { Reference } from '../reference/reference.ts';
import { plain } from '../text/plain.ts';
import {
  type Candidate,
  MATCH,
  type Match,
  type SuggestionKind,
  bestName,
  isMisspelt,
  lettersOf,
} from './suggest.ts';

/** An object of the reference data with all that it is known by. */
/** The kinds that the reference data has. */
type KnownKind = Exclude<SuggestionKind, 'AUTHOR' | 'PUBLICATION'>;

interface Known {
  kind: KnownKind;
  id: number;
  value: string;
  label: string;
  /** What it is, before its number of publications. */
  what: string;
  /** The names as printed, the label first. */
  names: ReadonlyMap<string, Name>;
  /** Known by these only as a whole, plain. */
  codes: readonly string[];
}

interface Name {
  plain: string;
  letters: number;
}

const known = new WeakMap<Reference, Known[]>();

/** Made once a snapshot: some thousand names, which are gone through at each question. */
function namesOf(reference: Reference): Known[] {
  const all = known.get(reference) ?? readNames(reference);
  known.set(reference, all);
  return all;
}

function readNames({ countries, regions, topics, categories }: Reference): Known[] {
  const names = (printed: readonly (string | null)[]) =>
    new Map(
      printed
        .filter((name) => name !== null)
        .map((name): [string, Name] => [name, { plain: plain(name), letters: lettersOf(plain(name)) }]),
    );
  return [
    ...countries.all.map((country): Known => ({
      kind: 'COUNTRY',
      id: country.id,
      value: country.code,
      label: country.name,
      what: country.status === 'FORMER' ? `Former country (${country.code})` : `Country (${country.code})`,
      names: names([country.name, ...Object.values(country.names), country.officialName, ...country.aliases]),
      codes: [country.code, country.alpha2, country.alpha3].map(plain),
    })),
    ...regions.all.map((region): Known => {
      const parent = regions.byId(region.parentId ?? -1);
      return {
        kind: 'REGION',
        id: region.id,
        value: region.slug,
        label: region.name,
        what: parent && parent.parentId !== null ? `Region in ${parent.name}` : 'Region',
        names: names([region.name, ...Object.values(region.names), ...region.aliases]),
        codes: region.m49 === null ? [] : [region.m49],
      };
    }),
    ...(['TOPIC', 'CATEGORY'] as const).flatMap((kind) =>
      (kind === 'TOPIC' ? topics : categories).all.map((of): Known => ({
        kind,
        id: of.id,
        value: of.slug,
        label: of.name,
        what: kind === 'TOPIC' ? 'Topic' : 'Category',
        names: names([of.name]),
        codes: [],
      })),
    ),
  ];
}

/**
 * The countries, regions, topics and categories that a text may mean.
 * @param isSpeltRight whether it is taken as it was typed, or as a name misspelt
 * @param countOf how many publications one has
 */
export function suggestKnown(
  text: string,
  kinds: readonly SuggestionKind[],
  isSpeltRight: boolean,
  reference: Reference,
  countOf: (kind: KnownKind, id: number) => number,
): Candidate[] {
  return namesOf(reference)
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((of) => {
      const found = isSpeltRight ? asTyped(of, text) : misspelt(of, text);
      return found ? [{ of, ...found, count: countOf(of.kind, of.id) }] : [];
    })
    .sort((a, b) => b.count - a.count || Number(a.printed !== a.of.label) - Number(b.printed !== b.of.label))
    .map(({ of: { kind, value, label, what }, printed, match, count }) => ({
      kind,
      value,
      label,
      matched: printed === label ? null : printed,
      hint: `${what}, ${publications(count)}`,
      match,
    }));
}

function asTyped({ label, names, codes }: Known, text: string): { printed: string; match: Match } | null {
  if (codes.includes(text)) return { printed: label, match: MATCH.WHOLE };
  return bestName([...names.keys()], text, (name) => names.get(name)?.plain ?? '');
}

function misspelt({ names }: Known, text: string): { printed: string; match: Match } | null {
  const found = [...names].find(([, name]) => isMisspelt(name.plain, text, name.letters));
  return found ? { printed: found[0], match: MATCH.MISSPELT } : null;
}

/** `1 publication`, `12 publications`. */
export function publications(count: number): string {
  return `${count} ${count === 1 ? 'publication' : 'publications'}`;
}
