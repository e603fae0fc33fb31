import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { MEMBERSHIP_KINDS } from '../publication/memberships.ts';

/** Indexes that a run needs while it adds publications. */
const NEEDED = [
  'publication_title',
  'publication_slug_base',
  'publication_identifiers',
  'source_record_title',
  'source_record_publication',
];

/** Tables whose primary keys only readers and revisions use. */
const LISTS = ['contribution', ...MEMBERSHIP_KINDS.map((kind) => `publication_${kind}`)];

/** Number of publications from which dropping the indexes is faster. */
const MANY_PUBLICATIONS = 10_000;

/** Bytes of input that probably contain that many publications. */
const MANY_BYTES = 16 * 1024 * 1024;

interface Dropped {
  drop: string;
  create: string;
}

/**
 * Fills an empty catalogue without the indexes that only readers need, and builds them at the end. This is several
 * times faster than updating them for every row, and an empty catalogue has no readers to slow down. Only the owner of
 * the tables can drop indexes; for other roles they stay. The indexes are rebuilt early if a publication is revised,
 * because a revision looks rows up.
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

  /** Begins if the input is large enough for dropping the indexes to be faster. */
  async expectBytes(bytes: number): Promise<void> {
    if (bytes >= MANY_BYTES) await this.begin();
  }

  /** Begins if the run has added enough publications for dropping the indexes to be faster. */
  async noteAdded(publications: number): Promise<void> {
    if (publications >= MANY_PUBLICATIONS) await this.begin();
  }

  /** Drops the indexes, if the catalogue is empty. */
  async begin(): Promise<void> {
    if (!this.isEmpty || this.dropped !== null) return;
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

  /** Rebuilds the indexes if they were dropped. */
  async end(): Promise<void> {
    const dropped = this.dropped ?? [];
    this.isEmpty = false;
    this.dropped = null;
    if (dropped.length === 0) return;
    await sql`set local maintenance_work_mem = '256MB'`.execute(this.db);
    for (const { create } of dropped) await sql.raw(create).execute(this.db);
  }
}
