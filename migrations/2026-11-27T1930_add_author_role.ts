import { type Kysely, sql } from 'kysely';

interface Tables {
  publication: { id: number; author_ids: number[]; author_role_ids: number[] };
  contribution: { publication_id: number; position: number; author_id: number; role: string };
  tally: { member_kind: string; member_id: number; kind: string; id: number; count: number };
}

/**
 * `author_ids` are the contributors in any role. `author_role_ids` are those with the role AUTHOR, in printed order: filters,
 * facets and statistics by author read them. The tally counts both: of everything, kind `author` and kind `author_role`.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('publication')
    .addColumn('author_role_ids', sql`integer[]`, (column) =>
      column.notNull().defaultTo(sql`'{}'::integer[]`),
    )
    .execute();
  await db
    .with('listed', (with_) =>
      with_
        .selectFrom((from) =>
          from
            .selectFrom('contribution')
            .select(['publication_id', 'author_id', ({ fn }) => fn.min('position').as('position')])
            .where('role', '=', 'AUTHOR')
            .groupBy(['publication_id', 'author_id'])
            .as('first'),
        )
        .select(['publication_id', sql<number[]>`array_agg(author_id order by position)`.as('ids')])
        .groupBy('publication_id'),
    )
    .updateTable('publication')
    .from('listed')
    .whereRef('publication.id', '=', 'listed.publication_id')
    .set((set) => ({ author_role_ids: set.ref('listed.ids') }))
    .execute();
  await db.schema
    .alterTable('publication')
    .alterColumn('author_role_ids', (column) => column.dropDefault())
    .execute();
  await db.schema
    .createIndex('publication_author_role_ids')
    .on('publication')
    .using('gin')
    .column('author_role_ids')
    .execute();
  await tallyAuthorRole(db);
}

/** Counts the publications of each author with the role AUTHOR, and under the id 0 those without any. */
export async function tallyAuthorRole(db: Kysely<Tables>): Promise<void> {
  const ids = sql<number[]>`case when author_role_ids = '{}' then array[0] else author_role_ids end`;
  await db
    .insertInto('tally')
    .columns(['member_kind', 'member_id', 'kind', 'id', 'count'])
    .expression((from) =>
      from
        .selectFrom((inner) =>
          inner
            .selectFrom('publication')
            .select(sql<number>`unnest(${ids})`.as('id'))
            .as('author'),
        )
        .select(({ fn, lit, ref }) => [
          sql.lit('all').as('member_kind'),
          lit(0).as('member_id'),
          sql.lit('author_role').as('kind'),
          ref('id').as('id'),
          fn.countAll<number>().as('count'),
        ])
        .groupBy('id'),
    )
    .execute();
}

export async function down(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('tally').where('kind', '=', 'author_role').execute();
  await db.schema.alterTable('publication').dropColumn('author_role_ids').execute();
}
