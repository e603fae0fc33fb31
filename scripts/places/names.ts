import { foldName } from '../../src/text/fold.ts';

/** "Congo, Democratic Republic of the" → "Democratic Republic of the Congo"; a name not inverted is given back. */
export function uninverted(name: string): string {
  const [, place, form] = /^([^,]+), (.+ of)(?: the)?$/i.exec(name) ?? [];
  if (!place || !form) return name;
  return `${form} ${/ the$/i.test(name) ? 'the ' : ''}${place}`;
}

/** A place's claim to names, in tiers from the strongest (its usual name) to the weakest (our own list). */
export interface Claim {
  id: string;
  tiers: string[][];
}

/** What two names must differ in to be listed both: "St. Lucia" stays beside "Saint Lucia". */
const spellingOf = (name: string): string => name.toLowerCase().replace(/[’‘]/g, "'");

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Gives every name to one place only: tier by tier, and within a tier in the order of the claims. Names in `ambiguous` go
 * to nobody. Returns the names that each place may use, sorted, one of each spelling.
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

/** The names without the usual one, however that is spelled in case and apostrophes. */
export function otherThan(usual: string, names: string[]): string[] {
  return names.filter((name) => spellingOf(name) !== spellingOf(usual));
}

/** Throws where a hand-kept alias was not awarded to its place: it is another's, or ambiguous, and must be settled by hand. */
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
