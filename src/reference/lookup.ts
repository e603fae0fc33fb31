/** Objects by their database id, and by any of the names that an argument may give. */
export interface Lookup<T extends { id: number }> {
  /** In the order of lists. */
  readonly all: readonly T[];
  byId(id: number): T | undefined;
  /** Those of the objects that there are, in the order of lists. */
  byIds(ids: readonly number[]): T[];
  /** In any case of the letters A to Z, of which codes and slugs are made. */
  byName(name: string): T | undefined;
}

/** Of no other letters: toUpperCase would make the code SS of ß. */
const inOneCase = (name: string) => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Makes a lookup of objects that stand in the order of lists. `names` has no name twice. */
export function lookup<T extends { id: number }>(
  all: readonly T[],
  names: ReadonlyMap<string, T>,
): Lookup<T> {
  const named = new Map([...names].map(([name, object]) => [inOneCase(name), object]));
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
    byName: (name) => named.get(inOneCase(name)),
  };
}

/** Names to objects; a name that several objects bear names none of them. */
export function unambiguous<T>(
  objects: readonly T[],
  namesOf: (object: T) => readonly string[],
): Map<string, T> {
  const names = new Map<string, T | null>();
  for (const object of objects)
    for (const name of new Set(namesOf(object))) names.set(name, names.has(name) ? null : object);
  return new Map([...names].filter((entry): entry is [string, T] => entry[1] !== null));
}
