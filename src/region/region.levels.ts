import { checkRange } from '../graphql/arguments.ts';
import { readRegion } from '../reference/read.ts';
import type { Reference } from '../reference/reference.ts';

/** The maximum of `level`. Regions nest less deeply. */
const MOST_LEVELS = 10;

/** The arguments for one level of the tree of regions. */
export interface RegionLevel {
  within: string | null | undefined;
  level: number | null | undefined;
}

/**
 * The ids of the regions `level` levels below `within`. Null, for all regions, if neither is given.
 * @param names names of the arguments, for error messages
 * @throws BAD_USER_INPUT naming the argument if the region does not exist or the level is out of range
 */
export function findRegionIds(
  reference: Reference,
  { within, level }: RegionLevel,
  names: { within: string; level: string },
): number[] | null {
  const isWithin = typeof within === 'string';
  const isLevel = typeof level === 'number';
  if (!isWithin && !isLevel) return null;
  const levels = isLevel ? checkRange(level, 1, MOST_LEVELS, names.level) : 1;
  const top = isWithin
    ? readRegion(reference, within, names.within)
    : reference.regions.all.find(({ parentId }) => parentId === null);
  let ids = top ? [top.id] : [];
  for (let i = 0; i < levels; i++) ids = ids.flatMap((id) => reference.regions.byId(id)?.childIds ?? []);
  return ids;
}
