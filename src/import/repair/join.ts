import type { PlaceName, ShreddedName } from './vocabulary/gazetteer.ts';

/** A name of several pieces, and the positions of those pieces in printed order. */
export interface JoinedName {
  name: ShreddedName;
  at: number[];
}

/**
 * The folded pieces of one field, and the place that each names on its own; undefined for an orphan, which names none.
 */
export interface Pieces {
  folded: string[];
  known: (PlaceName | undefined)[];
}

/**
 * Cost of a choice of names; smaller is better, compared from left to right: orphans left over; former countries;
 * pieces that are places of their own but become part of a longer name; distance between the pieces of one name.
 */
type Cost = readonly [left: number, former: number, swallowed: number, gaps: number];

const nothing: Cost = [0, 0, 0, 0];
const oneLeft: Cost = [1, 0, 0, 0];
const sum = (a: Cost, b: Cost): Cost => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
const compare = (a: Cost, b: Cost): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];

function costOf({ name, at }: JoinedName, { known }: Pieces): Cost {
  const swallowed = at.filter((index) => known[index]?.values.some((value) => !name.values.includes(value)));
  const span = (at.at(-1) ?? 0) - (at[0] ?? 0);
  return [0, name.isFormer ? 1 : 0, swallowed.length, span - (at.length - 1)];
}

/** Limit of search steps per group; beyond it, the best choice so far wins. A real page needs a handful. */
const BUDGET = 1_000;

/** Positions of a name's pieces, each the free one nearest to `from`; undefined if a piece is missing. */
function locate(
  name: ShreddedName,
  from: number,
  { folded }: Pieces,
  taken: ReadonlySet<number>,
): number[] | undefined {
  const at = [from];
  const rest = [...name.shreds];
  rest.splice(rest.indexOf(folded[from] ?? ''), 1);
  for (const shred of rest) {
    let nearest: number | undefined;
    for (const [index, piece] of folded.entries()) {
      if (piece !== shred || taken.has(index) || at.includes(index)) continue;
      if (nearest === undefined || Math.abs(index - from) < Math.abs(nearest - from)) nearest = index;
    }
    if (nearest === undefined) return undefined;
    at.push(nearest);
  }
  return at.sort((a, b) => a - b);
}

/**
 * Finds the cheapest names for orphans that compete for pieces (branch and bound). Each step takes the orphan with the
 * fewest possible names, tries each name and then none, and backtracks when the cost reaches the best so far.
 */
function untangle(orphans: number[], namesOf: Map<string, ShreddedName[]>, pieces: Pieces): JoinedName[] {
  let best: { cost: Cost; joined: JoinedName[] } | undefined;
  let looks = 0;

  const choicesFor = (orphan: number, taken: ReadonlySet<number>): { choice: JoinedName; cost: Cost }[] =>
    (namesOf.get(pieces.folded[orphan] ?? '') ?? []).flatMap((name) => {
      const at = locate(name, orphan, pieces, taken);
      return at ? [{ choice: { name, at }, cost: costOf({ name, at }, pieces) }] : [];
    });

  const search = (open: number[], taken: ReadonlySet<number>, joined: JoinedName[], cost: Cost): void => {
    looks += 1;
    if (best && (looks > BUDGET || compare(cost, best.cost) >= 0)) return;
    // Orphans with the same text have the same names, so one of them is enough.
    const distinct = [...new Map(open.map((orphan) => [pieces.folded[orphan], orphan])).values()];
    const [next] = distinct
      .map((orphan) => ({ orphan, choices: choicesFor(orphan, taken) }))
      .sort((a, b) => a.choices.length - b.choices.length || a.orphan - b.orphan);
    if (!next) {
      best = { cost, joined };
      return;
    }
    for (const { choice, cost: more } of next.choices.sort((a, b) => compare(a.cost, b.cost))) {
      const remaining = open.filter((index) => !choice.at.includes(index));
      search(remaining, new Set([...taken, ...choice.at]), [...joined, choice], sum(cost, more));
    }
    search(
      open.filter((index) => index !== next.orphan),
      taken,
      joined,
      sum(cost, oneLeft),
    );
  };

  search(orphans, new Set(), [], nothing);
  return best?.joined ?? [];
}

/**
 * Groups orphans so that the possible names of different groups share no piece. Each group is then solved separately.
 */
function tangles(orphans: number[], namesOf: Map<string, ShreddedName[]>, { folded }: Pieces): number[][] {
  const groups: { shreds: Set<string>; orphans: number[] }[] = [];
  for (const orphan of orphans) {
    const piece = folded[orphan] ?? '';
    const shreds = new Set((namesOf.get(piece) ?? []).flatMap((name) => name.shreds).concat(piece));
    const touching = groups.filter((group) => [...shreds].some((shred) => group.shreds.has(shred)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push({
      shreds: new Set([...shreds, ...touching.flatMap((group) => [...group.shreds])]),
      orphans: [...touching.flatMap((group) => group.orphans), orphan],
    });
  }
  return groups.map((group) => group.orphans.sort((a, b) => a - b));
}

/**
 * Finds the names that the site split: the choice of multi-piece names that leaves the fewest orphans and uses every
 * piece once. A piece that is a name by itself stays one, unless an orphan needs it.
 *
 * The listing prints a repeated value once: "Korea, Republic of" and "Korea, Democratic People's Republic of" leave a
 * single "Korea". A remaining orphan may therefore share pieces with other names, if that makes exactly one name.
 */
export function joinShreds(pieces: Pieces, joining: (folded: string) => ShreddedName[]): JoinedName[] {
  const { folded, known } = pieces;
  const printed = new Set(folded);
  const orphans = [...folded.keys()].filter((index) => !known[index]);
  const namesOf = new Map(
    orphans.map((index): [string, ShreddedName[]] => {
      const piece = folded[index] ?? '';
      return [piece, joining(piece).filter((name) => name.shreds.every((shred) => printed.has(shred)))];
    }),
  );
  const joined = tangles(orphans, namesOf, pieces).flatMap((group) => untangle(group, namesOf, pieces));

  const taken = new Set(joined.flatMap(({ at }) => at));
  const found = new Set(joined.map(({ name }) => name.values.join()));
  const shared = orphans
    .filter((index) => !taken.has(index))
    .flatMap((index) => {
      const names = (namesOf.get(folded[index] ?? '') ?? []).filter((name) => !found.has(name.values.join()));
      const [name, ...others] = names;
      if (!name || others.some((other) => other.values.join() !== name.values.join())) return [];
      const at = locate(name, index, pieces, new Set());
      return at ? [{ name, at }] : [];
    });
  return [...joined, ...shared];
}
