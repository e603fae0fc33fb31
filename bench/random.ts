/** Returns the next pseudo-random number in [0, 1). */
export type Random = () => number;

/** Creates a generator (mulberry32). The same seed gives the same numbers. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws an integer from `least` to `most`, both inclusive. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/**
 * Returns a function that draws ranks 0 to `count` - 1 by Zipf's law: the probability of rank r is proportional to 1 /
 * (r + 1).
 */
export function zipf(count: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 1);
  return (random) => {
    const drawn = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Draws `count` distinct items; fewer if 10 × `count` draws don't give enough. */
export function distinct<T>(count: number, draw: () => T): T[] {
  const drawn = new Set<T>();
  for (let tries = 0; drawn.size < count && tries < count * 10; tries++) drawn.add(draw());
  return [...drawn];
}
