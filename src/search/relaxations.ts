import { type Condition, all } from '../db/conditions.ts';
import type { Context } from '../api/context.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { found } from './found.ts';
import type { Search } from './search.ts';

/** What would be found without one of the conditions. */
export interface Relaxation {
  without: string;
  count: number;
}

const MOST_TRIED = 10;

/** How many publications of a list answer a condition, where one of the list's own, `without`, is given up. */
export type CountWhere = (where: Condition, without: string) => Promise<number>;

interface Asked {
  filter: PublicationFilter;
  search: Search;
  countWhere: CountWhere;
}

/** Tries for a list that finds nothing what each of its conditions keeps from being found. */
export async function relaxations(
  { filter, search, countWhere }: Asked,
  context: Context,
): Promise<Relaxation[]> {
  const { where } = await context.matching(filter, null);
  const fields = Object.keys(filter).filter((field) => isCondition(filter, field as keyof PublicationFilter));
  const conditions = search.conditions(MOST_TRIED).filter(({ rest }) => rest !== null || where !== null);
  const tried = [
    ...conditions.map(async ({ text, rest }) => ({
      without: text,
      where: all([rest === null ? null : found(rest), where]),
    })),
    ...fields.slice(0, MOST_TRIED - conditions.length).map(async (field) => ({
      without: `filter.${field}`,
      where: all([found(search.query), (await context.matching({ ...filter, [field]: null }, null)).where]),
    })),
  ];
  const counted = await Promise.all(
    tried.map(async (one) => {
      const { without, where: left } = await one;
      return { without, count: await countWhere(left, without) };
    }),
  );
  return counted.filter((one) => one.count > 0).sort((a, b) => b.count - a.count);
}

/** Whether a field of a filter keeps anything from being found; `includeWorldwide` lets more be found. */
function isCondition(filter: PublicationFilter, field: keyof PublicationFilter): boolean {
  return filter[field] !== null && filter[field] !== undefined && field !== 'includeWorldwide';
}
