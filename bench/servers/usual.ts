import pg from 'pg';

/**
 * Code that the servers in the usual style share: a schema with the fields that the workloads need, and one statement
 * per relation for many objects at once, through join tables.
 */

export const typeDefs = `
  type Query {
    publication(slug: String!): Publication
    country(code: String!): Country
    countries(filter: CountryFilter!): CountryConnection!
    topic(slug: String!): Topic
    publications(search: String, filter: PublicationFilter, first: Int): FoundPublications!
    _entities(representations: [_Any!]!): [_Entity]!
  }
  scalar _Any
  union _Entity = Publication
  input CountryFilter { codes: [String!]! }
  input PublicationFilter { topics: SlugsFilter }
  input SlugsFilter { anyOf: [String!] }
  type FoundPublications { nodes: [Publication!]! facets: Facets! }
  type Facets { countries(first: Int): Facet! regions(first: Int): Facet! years(first: Int): Facet! }
  type Facet { buckets: [Bucket!]! }
  type Bucket { value: String! count: Int! }
  type Publication {
    id: ID!
    slug: String!
    title: String!
    abstract: String
    year: Int
    countries: [Country!]!
    regions: [Region!]!
    authors: [Author!]!
  }
  type Country { code: String! name: String! publications(first: Int! = 20, after: String): PublicationConnection! }
  type Region { slug: String! name: String! }
  type Author { slug: String! name: String! publications(first: Int! = 20, after: String): PublicationConnection! }
  type Topic { slug: String! name: String! publications(first: Int! = 20, after: String): PublicationConnection! }
  type CountryConnection { nodes: [Country!]! }
  type PublicationConnection { nodes: [Publication!]! pageInfo: PageInfo! totalCount: Int! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`;

export interface Row {
  id: number;
  name: string;
  [column: string]: unknown;
}

export interface PublicationRow extends Row {
  slug: string;
  yearKey: number;
}

/** The arguments of a list. */
export interface PageArguments {
  first: number;
  after?: string | null;
}

export interface Page {
  owner: Owner;
  id: number;
  nodes: PublicationRow[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Kinds of objects that have a list of publications. */
export type Owner = 'country' | 'author' | 'topic';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL as string });

async function rows<T extends Row>(text: string, values: unknown[]): Promise<T[]> {
  return (await pool.query<T>(text, values)).rows;
}

const columns = 'p.id, p.slug, p.title, p.abstract, p.year, p.year_key as "yearKey"';

export function publicationsBySlugs(slugs: readonly string[]): Promise<PublicationRow[]> {
  return rows(`select ${columns} from publication p where p.slug = any($1)`, [slugs]);
}

export async function countryByCode(code: string): Promise<Row | undefined> {
  return (await rows('select id, code, name from country where code = $1', [code]))[0];
}

export function countriesByCodes(codes: readonly string[]): Promise<Row[]> {
  return rows('select id, code, name from country where code = any($1) order by sort_key', [codes]);
}

export async function topicBySlug(slug: string): Promise<Row | undefined> {
  return (await rows('select id, slug, name from topic where slug = $1', [slug]))[0];
}

/** Batch functions that return the related objects of each publication. */
export const related = {
  countries: manyOf(`
    select m.publication_id as "of", o.id, o.code, o.name from publication_country m join country o on o.id = m.country_id
    where m.publication_id = any($1) order by o.sort_key`),
  regions: manyOf(`
    select m.publication_id as "of", o.id, o.slug, o.name from publication_region m join region o on o.id = m.region_id
    where m.publication_id = any($1) and m.reach = 0 order by o.sort_key`),
  authors: manyOf(`
    select c.publication_id as "of", o.id, o.slug, o.name from contribution c join author o on o.id = c.author_id
    where c.publication_id = any($1) and c.role = 'AUTHOR' order by c.position`),
};

function manyOf(text: string): (ids: readonly number[]) => Promise<Row[][]> {
  return async (ids) => listsOf(ids, await rows(text, [ids]));
}

function listsOf<T extends Row>(ids: readonly number[], all: readonly T[]): T[][] {
  const lists = new Map<unknown, T[]>(ids.map((id) => [id, []]));
  for (const row of all) lists.get(row.of)?.push(row);
  return ids.map((id) => lists.get(id) ?? []);
}

/** Reads the same page of many owners' lists in one statement. */
export async function pagesOf(
  owner: Owner,
  ids: readonly number[],
  { first, after }: PageArguments,
): Promise<Page[]> {
  const [year = 32_767, id = 0] = after ? Buffer.from(after, 'base64').toString().split(':').map(Number) : [];
  const all = await rows<PublicationRow>(
    `select o.id as "of", page.* from unnest($1::integer[]) o (id) cross join lateral (
       select ${columns} from publication_${owner} m join publication p on p.id = m.publication_id
       where m.${owner}_id = o.id and (m.year_key, m.publication_id) < ($2, $3)
       order by m.year_key desc, m.publication_id desc limit $4
     ) page`,
    [[...new Set(ids)], year, id, first + 1],
  );
  return listsOf(ids, all).map((found, i) => {
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    return {
      owner,
      id: ids[i] as number,
      nodes,
      pageInfo: {
        hasNextPage: found.length > first,
        endCursor: last ? Buffer.from(`${last.yearKey}:${last.id}`).toString('base64') : null,
      },
    };
  });
}

export async function countsOf(owner: Owner, ids: readonly number[]): Promise<number[]> {
  const counted = await rows<Row & { count: string }>(
    `select ${owner}_id as id, count(*) as count, '' as name from publication_${owner} where ${owner}_id = any($1) group by 1`,
    [ids],
  );
  const counts = new Map(counted.map((row) => [row.id, Number(row.count)]));
  return ids.map((id) => counts.get(id) ?? 0);
}

/** Search and filter of a list. */
export interface Found {
  search?: string | null;
  filter?: { topics?: { anyOf?: string[] | null } | null } | null;
}

export function searchPublications({ search }: Found): Promise<PublicationRow[]> {
  return rows(`select ${columns} from bench.search_publications($1) p`, [search]);
}

/** Resolvers of the facets. Each runs its own statement. */
export const facets = {
  countries: facetOf(
    'join publication_country m on m.publication_id = f.id join country o on o.id = m.country_id',
    'o.code',
  ),
  regions: facetOf(
    'join publication_region m on m.publication_id = f.id join region o on o.id = m.region_id',
    'o.slug',
  ),
  years: facetOf('join publication o on o.id = f.id', 'o.year::text'),
};

function facetOf(join: string, value: string) {
  return async ({ search, filter }: Found, { first }: { first: number }) => ({
    buckets: await rows(
      `select ${value} as value, count(*)::integer as count from bench.found($1, $2) f (id) ${join}
       group by 1 order by 2 desc limit $3`,
      [filter?.topics?.anyOf?.[0] ?? null, search ?? null, first],
    ),
  });
}
