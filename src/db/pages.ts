import { type RawBuilder, sql } from 'kysely';
import type { Parameter } from './compile.ts';
import { type Bounds, type Page, type Position, type SortType, toBound } from './keyset.ts';

/** Reads pages of many objects' lists in one statement. The pages may differ only in the positions of their cursors. */

/** Objects by id, and the page requested of each object's list. */
export interface PagesQuestion {
  ids: readonly number[];
  page: Page;
}

/** An object and the requested page of its list. */
interface MemberPage {
  id: number;
  page: Page;
}

/** Dedupes pages. `indexOf` returns a page's index in `members`. */
export function dedupePages(questions: readonly PagesQuestion[]): {
  members: MemberPage[];
  indexOf(id: number, page: Page): number;
} {
  const keyOf = (id: number, { after, before }: Page) =>
    after || before ? JSON.stringify([id, after, before]) : id;
  const indexes = new Map<number | string, number>();
  const members: MemberPage[] = [];
  for (const { ids, page } of questions)
    for (const id of ids) {
      const key = keyOf(id, page);
      if (!indexes.has(key)) indexes.set(key, members.push({ id, page }) - 1);
    }
  return { members, indexOf: (id, page) => indexes.get(keyOf(id, page)) as number };
}

/** The parameters of a statement that reads pages of many members. */
export interface MemberValues {
  ids: number[];
  afterKeys: Position['key'][];
  afterIds: number[];
  beforeKeys: Position['key'][];
  beforeIds: number[];
}

/** Returns the parameters for pages that all have the same kinds of bounds (`after`, `before`, both or none). */
export function toMemberValues(members: readonly MemberPage[]): MemberValues {
  const placesOf = (bound: 'after' | 'before') =>
    members.map(({ page }) => page[bound]).filter((place) => place !== null);
  const [after, before] = [placesOf('after'), placesOf('before')];
  return {
    ids: members.map(({ id }) => id),
    afterKeys: after.map(({ key }) => key),
    afterIds: after.map(({ id }) => id),
    beforeKeys: before.map(({ key }) => key),
    beforeIds: before.map(({ id }) => id),
  };
}

/**
 * Makes a table `member` with each member's `id` and its `number` (from 1), and the bounds of the members' pages.
 * @param page any of the pages; all have the same kinds of bounds
 */
export function membersTable(page: Page, type: SortType, parameter: Parameter<MemberValues>) {
  const arrays: RawBuilder<unknown>[] = [sql`${parameter('ids')}::integer[]`];
  const columns = [sql.ref('id')];
  const bounds: Bounds = {};
  for (const bound of ['after', 'before'] as const) {
    if (!page[bound]) continue;
    arrays.push(
      sql`${parameter(`${bound}Keys`)}::${sql.raw(type)}[]`,
      sql`${parameter(`${bound}Ids`)}::integer[]`,
    );
    columns.push(sql.ref(`${bound}_key`), sql.ref(`${bound}_id`));
    bounds[bound] = toBound(sql.ref(`member.${bound}_key`), sql.ref(`member.${bound}_id`), type);
  }
  const table = sql<{ id: number; number: number }>`unnest(${sql.join(arrays)}) with ordinality`;
  return { table: table.as<'member'>(sql`member (${sql.join([...columns, sql.ref('number')])})`), bounds };
}
