import { sql } from 'kysely';
import { toSearchColumns } from '../../reference/seed.ts';
import { derivedDescriptions } from '../descriptions.ts';
import { FILED_KINDS, type FiledKind, NAMED_KINDS, type NamedKind } from '../../publication/memberships.ts';
import { plain } from '../../text/plain.ts';
import { type Check, type Difference, checkBySql, compare, inBatches } from './check.ts';

interface NamedRow {
  id: number;
  slug: string;
  name: string;
  sort_key: string;
}

interface AuthorRow extends NamedRow {
  sort_name: string;
  acronym: string | null;
  aliases: string[];
  plain_names: string;
}

/** Checks the sort keys and search names of authors. `plain_names` may contain former names in addition. */
const authors: Check = {
  name: 'author',
  async *find(db) {
    const columns = ['id', 'slug', 'name', 'sort_name', 'acronym', 'aliases', 'sort_key', 'plain_names'];
    for await (const rows of inBatches<AuthorRow>(db, 'author', columns))
      for (const row of rows) {
        const known = new Set(row.plain_names.split('\n'));
        const names = [
          row.name,
          row.sort_name,
          ...(row.acronym === null ? [] : [row.acronym]),
          ...row.aliases,
        ];
        const lacking = [...new Set(names.map(plain))].filter((name) => !known.has(name));
        yield* compare(`author ${row.slug}`, row, {
          sort_key: plain(row.sort_name),
          plain_names: [row.plain_names, ...lacking].join('\n'),
        });
      }
  },
};

function filedUnder(kind: FiledKind): Check {
  return {
    name: kind,
    async *find(db) {
      for await (const rows of inBatches<NamedRow>(db, kind, ['id', 'slug', 'name', 'sort_key']))
        for (const row of rows) yield* compare(`${kind} ${row.slug}`, row, { sort_key: plain(row.name) });
    },
  };
}

/** Checks descriptions: if several sources describe a topic or category, the first by file name wins. */
function described(kind: FiledKind): Check {
  return checkBySql(
    `${kind} description`,
    sql<Difference>`
      select ${`${kind} `} || t.slug as row, 'description' as what, coalesce(t.description, 'none') as stored,
        coalesce(derived.description, 'none') as derived
      from ${sql.table(kind)} t join (${derivedDescriptions(kind)}) derived using (id)
      where t.description is distinct from derived.description order by slug`,
  );
}

/** Checks that every author, topic and category has a publication. */
function unnamed(kind: NamedKind): Check {
  return checkBySql(
    `${kind} without publications`,
    sql<Difference>`
      select ${`${kind} `} || slug as row, 'publications' as what, 'none' as stored, 'one at least' as derived
      from ${sql.table(kind)} t
      where not exists (select from publication p where ${sql.ref(`p.${kind}_ids`)} @> array[t.id]) order by slug`,
  );
}

function places(kind: 'country' | 'region', key: 'code' | 'slug'): Check {
  type Row = Parameters<typeof toSearchColumns>[0] & AuthorRow & { code: string };
  return {
    name: kind,
    async *find(db) {
      const columns = ['id', key, 'name', 'names', 'aliases', 'sort_key', 'plain_names'];
      for await (const rows of inBatches<Row>(db, kind, columns))
        for (const row of rows)
          yield* compare(`${kind} ${row[key]}`, inOrder(row), inOrder(toSearchColumns(row)));
    },
  };
}

/** Sorts the lines of `plain_names`: the database returns names by language in its own order. */
function inOrder<T extends { plain_names: string }>(row: T): T {
  return { ...row, plain_names: row.plain_names.split('\n').sort().join('\n') };
}

export const named: readonly Check[] = [
  authors,
  ...FILED_KINDS.map(filedUnder),
  ...FILED_KINDS.map(described),
  ...NAMED_KINDS.map(unnamed),
  places('country', 'code'),
  places('region', 'slug'),
];
