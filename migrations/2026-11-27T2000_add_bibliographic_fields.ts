import { type Kysely, sql } from 'kysely';

/** Text arrays that filters look in, on publications. Few publications of a catalogue may have any: their indexes are partial. */
const SEARCHED = ['language_keys', 'keyword_keys', 'identifiers'];

/**
 * What bibliographic formats state of a publication. `identifiers` are "SCHEME value", in normal form. `language_keys` and
 * `keyword_keys` are what filters compare: languages with the ranges that they lie in ("pt-br", "pt"), keywords without case
 * and accents. Publishers are contributors with the role PUBLISHER. `author.identifiers` have the same form.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table publication
      add column type text,
      add column languages text[] not null default '{}',
      add column language_keys text[] not null default '{}',
      add column identifiers text[] not null default '{}',
      add column issued text,
      add column place text,
      add column edition text,
      add column pages text,
      add column volume text,
      add column issue text,
      add column keywords text[] not null default '{}',
      add column keyword_keys text[] not null default '{}',
      add column license text,
      add column host_volume text,
      add column host_issue text,
      add column host_pages text,
      add column host_issn text`.execute(db);
  for (const column of SEARCHED)
    await sql`
      create index ${sql.ref(`publication_${column}`)} on publication using gin (${sql.ref(column)})
      where ${sql.ref(column)} <> '{}'`.execute(db);
  await sql`create index publication_type on publication (type) where type is not null`.execute(db);
  await sql`alter table author add column identifiers text[] not null default '{}'`.execute(db);
  await sql`
    create index author_identifiers on author using gin (identifiers) where identifiers <> '{}'`.execute(db);
  await sql`alter table contribution drop constraint contribution_role_check`.execute(db);
  await sql`
    alter table contribution add constraint contribution_role_check
      check (role in ('AUTHOR', 'EDITOR', 'TRANSLATOR', 'PUBLISHER', 'CONTRIBUTOR'))`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`alter table contribution drop constraint contribution_role_check`.execute(db);
  await sql`update contribution set role = 'CONTRIBUTOR' where role = 'PUBLISHER'`.execute(db);
  await sql`
    alter table contribution add constraint contribution_role_check
      check (role in ('AUTHOR', 'EDITOR', 'TRANSLATOR', 'CONTRIBUTOR'))`.execute(db);
  await sql`alter table author drop column identifiers`.execute(db);
  await sql`
    alter table publication drop column type, drop column languages, drop column language_keys,
      drop column identifiers, drop column issued, drop column place, drop column edition, drop column pages,
      drop column volume, drop column issue, drop column keywords, drop column keyword_keys, drop column license,
      drop column host_volume, drop column host_issue, drop column host_pages, drop column host_issn`.execute(
    db,
  );
}
