import type { PlaceName, Vocabulary } from './vocabulary/gazetteer.ts';
import type { Pieces } from './join.ts';

/** A fragment completed: the place it names, and the neighbour whose noun it shares. */
export interface Completion {
  name: PlaceName;
  neighbour: number;
}

/** The nouns a neighbour may lend, the shortest first: "South East Asia" lends "asia" before "east asia". */
function nouns(folded: string): string[] {
  const words = folded.split(' ');
  return words.slice(1).map((_, index) => words.slice(words.length - 1 - index).join(' '));
}

/** The named pieces from the nearest to the farthest, what follows before what precedes. */
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
 * Completes a piece that lost its noun, for "Central and North America" is printed as "Central" and "North America": the
 * noun is that of the nearest named piece with which it makes a name. Fragments in between ("North", "West" before "Central
 * Africa") do not count. Undefined where no neighbour makes a name of it.
 */
export function completeFromNeighbour(
  index: number,
  pieces: Pieces,
  lookup: Vocabulary['lookup'],
): Completion | undefined {
  for (const neighbour of neighboursOf(index, pieces)) {
    for (const noun of nouns(pieces.folded[neighbour] ?? '')) {
      const name = lookup(`${pieces.folded[index]} ${noun}`);
      if (name) return { name, neighbour };
    }
  }
  return undefined;
}
