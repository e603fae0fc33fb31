/** Objects by database id, and by each name that arguments accept. */
export interface Lookup<T extends { id: number }> {
  /** All objects, in the order of lists. */
  readonly all: readonly T[];
  byId(id: number): T | undefined;
  /** The objects with these ids, in the order of lists. Unknown ids are ignored. */
  byIds(ids: readonly number[]): T[];
  /** Ignores the case of A to Z. Codes and slugs have no other letters. */
  byName(name: string): T | undefined;
}

/** Lowers A to Z only, because toUpperCase would turn ß into the code SS. */
const lowerCaseAscii = (name: string) => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/**
 * Creates a lookup.
 * @param all the objects in the order of lists
 * @param names the object of each name, ignoring the case of A to Z
 */
export function createLookup<T extends { id: number }>(
  all: readonly T[],
  names: ReadonlyMap<string, T>,
): Lookup<T> {
  const named = new Map([...names].map(([name, object]) => [lowerCaseAscii(name), object]));
  const objects = new Map(all.map((object) => [object.id, object]));
  const ranks = new Map(all.map(({ id }, rank) => [id, rank]));
  const rank = (object: T) => ranks.get(object.id) ?? Infinity;
  return {
    all,
    byId: (id) => objects.get(id),
    byIds(ids) {
      const found = ids.map((id) => objects.get(id)).filter((object) => object !== undefined);
      return found.length > 1 ? found.sort((a, b) => rank(a) - rank(b)) : found;
    },
    byName: (name) => named.get(lowerCaseAscii(name)),
  };
}

/** Maps names to objects. Names that several objects share are left out. */
export function mapUnambiguous<T>(
  objects: readonly T[],
  namesOf: (object: T) => readonly string[],
): Map<string, T> {
  const names = new Map<string, T | null>();
  for (const object of objects)
    for (const name of new Set(namesOf(object))) names.set(name, names.has(name) ? null : object);
  return new Map([...names].filter((entry): entry is [string, T] => entry[1] !== null));
}
