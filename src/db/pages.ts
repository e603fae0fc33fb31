import { type RawBuilder, sql } from 'kysely';
import type { Bounds, Page, Place, Sort } from './keyset.ts';

/** Pages of the lists of many objects, asked in one statement: they differ in nothing but the places that they go on from. */

/** Objects, and which page is asked of the list of each. */
export interface PagesAsked {
  ids: readonly number[];
  page: Page;
}

/** A member and the page of its list. */
interface PageAsked {
  id: number;
  page: Page;
}

/** What is asked, each page once, and where among them it is. */
export function distinctPages(asked: readonly PagesAsked[]): {
  members: PageAsked[];
  placeOf(id: number, page: Page): number;
} {
  const keyOf = (id: number, { after, before }: Page) =>
    after || before ? JSON.stringify([id, after, before]) : id;
  const places = new Map<number | string, number>();
  const members: PageAsked[] = [];
  for (const { ids, page } of asked)
    for (const id of ids) {
      const key = keyOf(id, page);
      if (!places.has(key)) places.set(key, members.push({ id, page }) - 1);
    }
  return { members, placeOf: (id, page) => places.get(keyOf(id, page)) as number };
}

/** Members as a table `member`, numbered by `place` from 1, and the bounds of their pages; all have those that `page` has. */
export function membersTable(
  members: readonly PageAsked[],
  page: Page,
  sort: Sort,
): { table: RawBuilder<unknown>; bounds: Bounds } {
  const arrays = [sql`${members.map(({ id }) => id)}::integer[]`];
  const names = [sql`id`];
  const bounds: Bounds = {};
  for (const bound of ['after', 'before'] as const) {
    if (!page[bound]) continue;
    const places = members.map(({ page }) => page[bound] as Place);
    arrays.push(
      sql`${places.map(({ key }) => key)}::${sql.raw(sort.type)}[]`,
      sql`${places.map(({ id }) => id)}::integer[]`,
    );
    names.push(sql.ref(`${bound}_key`), sql.ref(`${bound}_id`));
    bounds[bound] = sql`(${sql.ref(`member.${bound}_key`)}, ${sql.ref(`member.${bound}_id`)})`;
  }
  return {
    table: sql`unnest(${sql.join(arrays)}) with ordinality member (${sql.join([...names, sql`place`])})`,
    bounds,
  };
}
