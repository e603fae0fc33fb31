import { type Kysely, sql } from 'kysely';

interface Tables {
  publication: { id: number; publisher_ids: number[] };
  contribution: { publication_id: number; position: number; author_id: number; role: string };
}

/**
 * `publisher_ids` are the contributors with the role PUBLISHER, in printed order: filters, facets and statistics by publisher
 * read them. Few publications of a catalogue may have any: the index leaves out the others.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .alterTable('publication')
    .addColumn('publisher_ids', sql`integer[]`, (column) => column.notNull().defaultTo(sql`'{}'::integer[]`))
    .execute();
  await db
    .with('listed', (with_) =>
      with_
        .selectFrom((from) =>
          from
            .selectFrom('contribution')
            .select(['publication_id', 'author_id', ({ fn }) => fn.min('position').as('position')])
            .where('role', '=', 'PUBLISHER')
            .groupBy(['publication_id', 'author_id'])
            .as('first'),
        )
        .select(['publication_id', sql<number[]>`array_agg(author_id order by position)`.as('ids')])
        .groupBy('publication_id'),
    )
    .updateTable('publication')
    .from('listed')
    .whereRef('publication.id', '=', 'listed.publication_id')
    .set((set) => ({ publisher_ids: set.ref('listed.ids') }))
    .execute();
  await db.schema
    .createIndex('publication_publisher_ids')
    .on('publication')
    .using('gin')
    .column('publisher_ids')
    .where(sql<boolean>`publisher_ids <> '{}'`)
    .execute();
}

export async function down(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable('publication').dropColumn('publisher_ids').execute();
}
