import type { PlaceName, Vocabulary } from './vocabulary/gazetteer.ts';
import type { Pieces } from './join.ts';

/** A completed fragment: the place it names, and the neighbour that supplied the noun. */
export interface Completion {
  name: PlaceName;
  neighbour: number;
}

/** The nouns that a neighbour can supply, shortest first: "South East Asia" supplies "asia" before "east asia". */
function nouns(folded: string): string[] {
  const words = folded.split(' ');
  return words.slice(1).map((_, index) => words.slice(words.length - 1 - index).join(' '));
}

/** The pieces that name a place, nearest first; a following piece before a preceding one. */
function neighboursOf(index: number, { known }: Pieces): number[] {
  const named = [...known.keys()].filter((other) => known[other] !== undefined);
  const following = named.filter((other) => other > index);
  const preceding = named.filter((other) => other < index).reverse();
  return Array.from({ length: Math.max(following.length, preceding.length) }, (_, step) => [
    following[step],
    preceding[step],
  ])
    .flat()
    .filter((other) => other !== undefined);
}

/**
 * Completes a piece that lost its noun. "Central and North America" is printed as "Central" and "North America". The
 * noun comes from the nearest named piece that makes a known name. Fragments between ("North", "West" before "Central
 * Africa") are skipped. Returns undefined if no neighbour makes a known name.
 */
export function completeFromNeighbour(
  index: number,
  pieces: Pieces,
  lookup: Vocabulary['lookup'],
): Completion | undefined {
  for (const neighbour of neighboursOf(index, pieces)) {
    const [folded, piece] = [pieces.folded[neighbour] ?? '', pieces.folded[index] ?? ''];
    if (piece === '') return undefined;
    // In Romance languages the noun comes first: "África Austral", "Central".
    const [first] = folded.split(' ');
    const names = [...nouns(folded).map((noun) => `${piece} ${noun}`), `${first} ${piece}`];
    const name = names.map(lookup).find((found) => found !== undefined);
    if (name) return { name, neighbour };
  }
  return undefined;
}
