import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { anyOf, givenRows } from '../db/given-rows.ts';
import { plain } from '../text/plain.ts';
import { authorKey, findAuthorSlugs, findOrCreateAuthors } from './authors.ts';
import { addFormerSlugs, redirectSlugs, removeLostSlugs } from './former-slugs.ts';
import type { AuthorRecord, PublicationRecord } from './record.ts';
import { FILED_KINDS, type FiledKind, MEMBERSHIPS, NAMED_KINDS } from '../publication/memberships.ts';
import { type NamedIds, findIds, slugOf } from './named-ids.ts';
import type { Successions } from './successions.ts';

/** Number of author ids that a run caches. */
const MOST_AUTHORS = 100_000;

/** Adds the ids of the records' authors, topics and categories to `ids`, and creates missing rows. */
export async function findOrCreateNamed(
  db: Db,
  records: readonly PublicationRecord[],
  ids: NamedIds,
): Promise<void> {
  for (const kind of FILED_KINDS) {
    const { plural } = MEMBERSHIPS[kind];
    const names = new Set(records.flatMap((record) => record[plural]));
    const known = ids[plural];
    await findOrCreateFiled(
      db,
      kind,
      [...names].filter((name) => !known.has(name)),
      known,
    );
  }
  if (ids.authors.size > MOST_AUTHORS) ids.authors.clear();
  const authors = new Map<string, AuthorRecord>();
  for (const { contributions } of records)
    for (const { author } of contributions) {
      const key = authorKey(author);
      if (!ids.authors.has(key)) authors.set(key, author);
    }
  await findOrCreateAuthors(db, authors, ids);
}

/**
 * Adds the ids of the records' authors, topics and categories to `ids`, without creating any. A missing one gets the id
 * 0.
 */
export async function findNamed(db: Db, records: readonly PublicationRecord[], ids: NamedIds): Promise<void> {
  const authors = records.flatMap(({ contributions }) => contributions.map(({ author }) => author));
  const slugOfAuthor = await findAuthorSlugs(db, authors);
  for (const [table, known, slugs] of [
    ...FILED_KINDS.map((kind) => {
      const { plural } = MEMBERSHIPS[kind];
      const names = records.flatMap((record) => record[plural]);
      return [kind, ids[plural], new Map(names.map((name) => [name, slugOf(name)]))] as const;
    }),
    ['author', ids.authors, new Map(authors.map((author) => [authorKey(author), slugOfAuthor(author)]))],
  ] as const) {
    const found = await findIds(db, table, [...new Set(slugs.values())]);
    for (const [key, slug] of slugs) known.set(key, found.get(slug) ?? 0);
  }
}

async function findOrCreateFiled(
  db: Db,
  table: FiledKind,
  names: readonly string[],
  ids: Map<string, number>,
): Promise<void> {
  if (names.length === 0) return;
  const rows = names.map((name) => ({ slug: slugOf(name), name, sort_key: plain(name) }));
  const types = { slug: 'text', name: 'text', sort_key: 'text' } as const;
  await db
    .insertInto(table)
    .columns(['slug', 'name', 'sort_key'])
    .expression((eb) => eb.selectFrom(givenRows('n', types, rows)).select(['slug', 'name', 'sort_key']))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  const found = await findIds(
    db,
    table,
    rows.map(({ slug }) => slug),
  );
  for (const { slug, name } of rows) ids.set(name, found.get(slug) as number);
}

/**
 * Deletes authors, topics and categories without publications. Their slugs redirect to their successors, if there are
 * any.
 */
export async function removeUnnamed(db: Db, successions: Successions): Promise<void> {
  for (const kind of NAMED_KINDS) {
    const former = successions.formerOf(kind);
    if (former.length === 0) continue;
    const removed = await db
      .deleteFrom(kind)
      .where('id', '=', anyOf(former))
      .where(
        sql<boolean>`not exists (
          select from ${sql.table(`publication_${kind}`)} m where ${sql.ref(`m.${kind}_id`)} = ${sql.ref(`${kind}.id`)})`,
      )
      .returning(['id', 'slug'])
      .execute();
    if (removed.length === 0) continue;
    const replaced = removed.flatMap(({ id, slug }) => {
      const successor = successions.successorOf(kind, id);
      return successor === null ? [] : [{ id, slug, successor }];
    });
    await redirectSlugs(
      db,
      kind,
      replaced.map(({ id, successor }) => ({ from: id, to: successor })),
    );
    await addFormerSlugs(
      db,
      kind,
      replaced.map(({ slug, successor }) => ({ slug, id: successor })),
    );
    await removeLostSlugs(db, kind);
  }
}

/** The ids of the publications to which any of the authors contributed. */
export async function findPublicationsOfAuthors(db: Db, authorIds: readonly number[]): Promise<number[]> {
  if (authorIds.length === 0) return [];
  const rows = await db
    .selectFrom('publication_author')
    .select('publication_id as id')
    .distinct()
    .where('author_id', '=', anyOf(authorIds))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
