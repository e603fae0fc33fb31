import type { Condition } from '../db/conditions.ts';
import type { PositionedRow } from '../db/keyset.ts';
import { checkFilterSize } from '../graphql/arguments.ts';
import { type Connection, createConnection } from '../graphql/connection.ts';
import type { Context } from '../context.ts';
import { type PageArguments, digestList, readPage } from '../graphql/cursor.ts';
import { MEMBERSHIPS, type ReferenceKind } from '../publication/memberships.ts';
import type { OrderDirection } from '../schema.generated.ts';
import { type ReferenceList, countReference, listReferenceIds } from './reference.lists.ts';
import type { ReferenceLookup } from './reference.filter.ts';
import type { Reference } from './reference.ts';

/** The arguments of a list of countries, regions, topics or categories. */
export interface ReferenceArguments<Filter extends object> extends PageArguments {
  filter?: Filter | null;
  orderBy?: { direction?: OrderDirection | null } | null;
}

/** A page of countries, regions, topics or categories. `toCondition` translates their filter. */
export async function createReferenceConnection<Table extends ReferenceKind, Filter extends object>(
  table: Table,
  args: ReferenceArguments<Filter>,
  toCondition: (filter: Filter | null | undefined, lookup: ReferenceLookup) => Condition | Promise<Condition>,
  key: ReferenceList['key'],
  context: Context,
): Promise<Connection<PositionedRow & Reference[(typeof MEMBERSHIPS)[Table]['plural']]['all'][number]>> {
  checkFilterSize(args.filter, 'filter', context.limits);
  const isCount = key === 'publication_count';
  const descending = (args.orderBy?.direction ?? (isCount ? 'DESC' : 'ASC')) === 'DESC';
  const digest = digestList({ table, filter: args.filter ?? {}, key, descending });
  const page = readPage(
    args,
    { digest: () => digest, sortType: isCount ? 'integer' : 'text' },
    context.limits,
  );
  const list: ReferenceList = { table, where: await toCondition(args.filter, context), key, descending };
  return createConnection({
    page,
    digest: () => digest,
    async fetch() {
      const { rows, hasMore } = await listReferenceIds(context.db, list, page);
      const objects = new Map(
        (
          await context.find(
            MEMBERSHIPS[table].plural,
            rows.map(({ id }) => id),
          )
        ).map((object) => [object.id, object]),
      );
      return { rows: rows.map((row) => ({ ...objects.get(row.id), ...row })) as never[], hasMore };
    },
    count: () => countReference(context.db, list),
  });
}
