import { type Insertable, type RawBuilder, sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { overlapsTexts } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import { givenRows } from '../db/given-rows.ts';
import type { Author } from '../db/tables.generated.ts';
import { packIdentifier } from '../identifier/identifier.ts';
import { plain } from '../text/plain.ts';
import { type NamedIds, findIds, slugOf } from './named-ids.ts';
import type { AuthorRecord } from './record.ts';

/** The key of an author in `NamedIds`. Records with equal data on an author have equal keys. */
export function authorKey(author: AuthorRecord): string {
  const { name, sortName, kind, acronym, aliases, identifiers = [] } = author;
  return [kind, name, sortName, acronym ?? '', ...aliases, ...identifiers.map(packIdentifier)].join('\n');
}

/**
 * The slug of each author. Authors with the same ORCID iD are one author, whatever their names. They get the slug of
 * the stored author with that iD, otherwise the slug of the longest name.
 */
export async function findAuthorSlugs(
  db: Db,
  authors: readonly AuthorRecord[],
): Promise<(author: AuthorRecord) => string> {
  const byOrcid = groupBy(
    authors.filter((author) => orcidOf(author) !== null),
    (author) => orcidOf(author) as string,
  );
  if (byOrcid.size === 0) return ({ name }) => slugOf(name);
  const known = await db
    .selectFrom('author')
    .select(['slug', 'identifiers'])
    .where(overlapsTexts(sql`identifiers`, [...byOrcid.keys()]))
    .orderBy('id', 'desc')
    .execute();
  const slugs = new Map<string, string>();
  for (const [orcid, namesakes] of byOrcid) slugs.set(orcid, slugOf(longestName(namesakes)));
  for (const { slug, identifiers } of known)
    for (const identifier of identifiers) if (byOrcid.has(identifier)) slugs.set(identifier, slug);
  return (author) => slugs.get(orcidOf(author) ?? '') ?? slugOf(author.name);
}

function orcidOf({ identifiers = [] }: AuthorRecord): string | null {
  const orcid = identifiers.find(({ scheme }) => scheme === 'ORCID');
  return orcid ? packIdentifier(orcid) : null;
}

/** The longest name; of several, the first in alphabetical order. */
function longestName(authors: readonly AuthorRecord[]): string {
  return authors
    .map(({ name }) => name)
    .reduce((a, b) => (b.length > a.length || (b.length === a.length && b < a) ? b : a));
}

/** Creates authors, or completes stored ones with new data of the records: kind, acronym, other names. */
export async function findOrCreateAuthors(
  db: Db,
  authors: ReadonlyMap<string, AuthorRecord>,
  ids: NamedIds,
): Promise<void> {
  if (authors.size === 0) return;
  const slugOfAuthor = await findAuthorSlugs(db, [...authors.values()]);
  const bySlug = groupBy(authors, ([, author]) => slugOfAuthor(author));
  const rows = [...bySlug].map(([slug, namesakes]) => {
    const {
      name,
      sortName,
      kind,
      acronym,
      aliases,
      identifiers = [],
    } = mergeAuthors(
      slug,
      namesakes.map(([, author]) => author),
    );
    return {
      slug,
      name,
      sort_name: sortName,
      sort_key: plain(sortName),
      plain_names: [...new Set([name, sortName, ...(acronym ? [acronym] : []), ...aliases].map(plain))].join(
        '\n',
      ),
      kind,
      acronym,
      aliases,
      identifiers: [...new Set(identifiers.map(packIdentifier))],
    };
  });
  const written = await upsertAuthors(db, rows);
  for (const { id, isNew } of written) if (!isNew) ids.renamedAuthors.add(id);
  const found = await findIds(db, 'author', [...bySlug.keys()]);
  for (const [slug, namesakes] of bySlug)
    for (const [key] of namesakes) ids.authors.set(key, found.get(slug) as number);
}

type AuthorRow = Omit<Insertable<Author>, 'id'>;

const AUTHOR_TYPES = {
  slug: 'text',
  name: 'text',
  sort_name: 'text',
  sort_key: 'text',
  plain_names: 'text',
  kind: 'text',
  acronym: 'text',
  aliases: 'text[]',
  identifiers: 'text[]',
} as const;
const AUTHOR_COLUMNS = Object.keys(AUTHOR_TYPES) as (keyof typeof AUTHOR_TYPES)[];

/** Inserts authors, or completes stored ones with new data. @returns the inserted and changed authors */
function upsertAuthors(db: Db, rows: readonly AuthorRow[]): Promise<{ id: number; isNew: boolean }[]> {
  const lines = (column: 'author.plain_names' | 'excluded.plain_names') =>
    sql<string[]>`string_to_array(${sql.ref(column)}, e'\n')`;
  /** The array `known`, then the other values of `given` in alphabetical order. */
  const extended = (known: RawBuilder<string[]>, given: RawBuilder<string[]>) =>
    sql<string[]>`${known} || array(select unnest(${given}) except select unnest(${known}) order by 1)`;
  const array = (column: `${'author' | 'excluded'}.${'aliases' | 'identifiers'}`) =>
    sql<string[]>`${sql.ref(column)}`;
  return db
    .insertInto('author')
    .columns(AUTHOR_COLUMNS)
    .expression((eb) => eb.selectFrom(givenRows('n', AUTHOR_TYPES, rows)).select(AUTHOR_COLUMNS))
    .onConflict((conflict) =>
      conflict
        .column('slug')
        .doUpdateSet((eb) => {
          const unlessKnown = <Column extends 'kind' | 'sort_name' | 'sort_key'>(column: Column) =>
            eb
              .case()
              .when('author.kind', '=', 'UNKNOWN')
              .then(eb.ref(`excluded.${column}`))
              .else(eb.ref(`author.${column}`))
              .end();
          return {
            kind: unlessKnown('kind'),
            sort_name: unlessKnown('sort_name'),
            sort_key: unlessKnown('sort_key'),
            acronym: eb.fn.coalesce('author.acronym', 'excluded.acronym'),
            aliases: extended(array('author.aliases'), array('excluded.aliases')),
            identifiers: extended(array('author.identifiers'), array('excluded.identifiers')),
            plain_names: sql<string>`array_to_string(${extended(lines('author.plain_names'), lines('excluded.plain_names'))}, e'\n')`,
          };
        })
        .where((eb) =>
          eb.or([
            eb.and([eb('author.kind', '=', 'UNKNOWN'), eb('excluded.kind', '<>', 'UNKNOWN')]),
            eb.and([eb('author.acronym', 'is', null), eb('excluded.acronym', 'is not', null)]),
            eb.not(eb('author.aliases', '@>', eb.ref('excluded.aliases'))),
            eb.not(eb('author.identifiers', '@>', eb.ref('excluded.identifiers'))),
          ]),
        ),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('isNew')])
    .execute();
}

/** Merges records of one author. Names with a different slug become aliases. */
function mergeAuthors(slug: string, authors: readonly AuthorRecord[]): AuthorRecord {
  const named = authors.filter(({ name }) => slugOf(name) === slug);
  const others = authors.filter((author) => !named.includes(author)).map(({ name }) => name);
  const candidates = named.length > 0 ? named : authors;
  const best = (candidates.find(({ kind }) => kind !== 'UNKNOWN') ?? candidates[0]) as AuthorRecord;
  return {
    ...best,
    acronym: authors.find(({ acronym }) => acronym !== null)?.acronym ?? null,
    aliases: [...new Set([...authors.flatMap(({ aliases }) => aliases), ...others])],
    identifiers: authors.flatMap(({ identifiers = [] }) => identifiers),
  };
}
