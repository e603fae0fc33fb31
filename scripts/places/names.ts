import { foldName } from '../../src/text/fold.ts';

/** Puts an inverted name in order: "Congo, Democratic Republic of the" → "Democratic Republic of the Congo". Other names are returned unchanged. */
export function uninverted(name: string): string {
  const [, place, form] = /^([^,]+), (.+ of)(?: the)?$/i.exec(name) ?? [];
  if (!place || !form) return name;
  return `${form} ${/ the$/i.test(name) ? 'the ' : ''}${place}`;
}

/** The names of a place, in tiers of decreasing priority: from its usual name to our own list. */
export interface Claim {
  id: string;
  tiers: string[][];
}

/** A key that is equal for spellings of one name; only one of them is listed. "St. Lucia" and "Saint Lucia" are both listed. */
const spellingOf = (name: string): string => name.toLowerCase().replace(/[’‘]/g, "'");

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Assigns every name to one place: tier by tier, and within a tier in the order of the claims. Names in `ambiguous` are
 * not assigned. Returns the names of each place, sorted, with one spelling of each.
 */
export function awardNames(claims: Claim[], ambiguous: string[]): Map<string, string[]> {
  const owners = new Map<string, string | null>(ambiguous.map((name) => [foldName(name), null]));
  const deepest = Math.max(...claims.map(({ tiers }) => tiers.length));
  for (let tier = 0; tier < deepest; tier += 1) {
    for (const { id, tiers } of claims) {
      for (const name of tiers[tier] ?? []) {
        if (!owners.has(foldName(name))) owners.set(foldName(name), id);
      }
    }
  }
  return new Map(
    claims.map(({ id, tiers }) => {
      const own = tiers.flat().filter((name) => owners.get(foldName(name)) === id);
      const distinct = new Map(own.reverse().map((name) => [spellingOf(name), name]));
      return [id, [...distinct.values()].sort(byCodeUnits)];
    }),
  );
}

/** Removes the usual name, ignoring case and apostrophes. */
export function otherThan(usual: string, names: string[]): string[] {
  return names.filter((name) => spellingOf(name) !== spellingOf(usual));
}

/** @throws if a manual alias was not assigned to its place because it is ambiguous or another place's: decide by hand */
export function demandAwarded(
  awarded: Map<string, string[]>,
  entries: { id: string; aliases: string[] }[],
): void {
  for (const { id, aliases } of entries) {
    const own = new Set((awarded.get(id) ?? []).map(foldName));
    const lost = aliases.filter((alias) => !own.has(foldName(alias)));
    if (lost.length > 0)
      throw new Error(`${id} cannot have the alias ${lost.join(' | ')}: another place has it`);
  }
}
