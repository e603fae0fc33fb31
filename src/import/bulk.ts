import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { MEMBERSHIP_KINDS } from '../publication/memberships.ts';

/** What a run looks up while it adds publications, so that it stays. */
const NEEDED = [
  'publication_title',
  'publication_slug_base',
  'publication_identifiers',
  'source_record_title',
  'source_record_publication',
];

/** Tables whose primary keys only serve readers, and the taking out of what is revised. */
const LISTS = ['contribution', ...MEMBERSHIP_KINDS.map((kind) => `publication_${kind}`)];

/** From how many publications on it pays. */
const MANY = 10_000;

interface Dropped {
  drop: string;
  create: string;
}

/**
 * The filling of an empty catalogue: indexes that only readers need are dropped, and made again at the end, each in one go,
 * which is several times faster than to keep them row by row. Nobody reads the catalogue meanwhile, and there is nothing to
 * read. Only the tables' owner may; where that is another, they stay. It ends early where something is looked up or revised that needs them.
 */
export class Bulk {
  private readonly db: Db;
  private isEmpty: boolean;
  private dropped: Dropped[] | null = null;

  /** @param isEmpty whether the catalogue had no publication when the run began */
  constructor(db: Db, isEmpty: boolean) {
    this.db = db;
    this.isEmpty = isEmpty;
  }

  /** To be told how many publications the run has added. */
  async grown(count: number): Promise<void> {
    if (!this.isEmpty || this.dropped !== null || count < MANY) return;
    const { rows } = await sql<Dropped>`
      select format('drop index %I', c.relname) as drop, pg_get_indexdef(c.oid) as create
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where t.relnamespace = current_schema()::regnamespace and not i.indisunique
        and pg_has_role(t.relowner, 'usage') and c.relname <> all(${NEEDED}::text[])
      union all
      select format('alter table %I drop constraint %I', t.relname, k.conname),
        format('alter table %I add constraint %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid))
      from pg_constraint k join pg_class t on t.oid = k.conrelid
      where t.relnamespace = current_schema()::regnamespace and k.contype = 'p'
        and pg_has_role(t.relowner, 'usage') and t.relname = any(${LISTS}::text[])
      order by 2`.execute(this.db);
    this.dropped = rows;
    for (const { drop } of rows) await sql.raw(drop).execute(this.db);
  }

  /** Makes the indexes again, if they were dropped. */
  async end(): Promise<void> {
    const dropped = this.dropped ?? [];
    this.isEmpty = false;
    this.dropped = null;
    if (dropped.length === 0) return;
    await sql`set local maintenance_work_mem = '256MB'`.execute(this.db);
    for (const { create } of dropped) await sql.raw(create).execute(this.db);
  }
}
