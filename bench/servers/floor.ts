import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import type { WorkloadName } from '../workloads.ts';

/**
 * The lower bound of the cost on this machine: one hand-written statement per operation on pubatlas's tables.
 * PostgreSQL makes the JSON, and plain node:http sends it. Needs PORT and DATABASE_URL.
 */

/** A statement that returns the answer as one JSON text, and a function that makes its parameters. */
interface Statement {
  text: string;
  values(variables: Record<string, never>): unknown[];
}

const countries = `
  (select coalesce(json_agg(json_build_object('code', c.code, 'name', c.name) order by c.sort_key, c.id), '[]')
   from country c where c.id = any(p.country_ids))`;
const regions = `
  (select coalesce(json_agg(json_build_object('slug', r.slug, 'name', r.name) order by r.sort_key, r.id), '[]')
   from region r where r.id = any(p.region_ids))`;
const authors = `
  (select coalesce(json_agg(json_build_object('name', a.name) order by c.position), '[]')
   from contribution c join author a on a.id = c.author_id
   where c.publication_id = p.id and c.role = 'AUTHOR')`;

/** Selects the ten values of a kind with the most publications from the CTE `of`. */
function facet(kind: string, value: string): string {
  return `json_build_object('buckets', (select coalesce(json_agg(
    json_build_object('value', ${value}, 'count', of.count) order by of.count desc), '[]')
    from (select * from of where kind = '${kind}' order by count desc limit 10) of))`;
}

/** Selects a page of 20 of a membership table, after the position `($2, $3)`. Reads one more row for `hasNextPage`. */
function page(member: string, owner: string, naming: string, node: string, more: string): string {
  return `
    with page as materialized (
      select m.year_key, m.publication_id from publication_${member} m
      where m.${member}_id = (select id from ${owner} where ${naming} = $1)
        and (m.year_key, m.publication_id) < ($2::integer, $3::integer)
      order by m.year_key desc, m.publication_id desc limit 21
    ), shown as (select * from page order by year_key desc, publication_id desc limit 20)
    select json_build_object('${member}', json_build_object('publications', json_build_object(
      ${more}
      'nodes', (select coalesce(json_agg(${node} order by s.year_key desc, s.publication_id desc), '[]')
                from shown s join publication p on p.id = s.publication_id),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page), 'endCursor',
        (select s.year_key || ':' || s.publication_id from shown s order by s.year_key, s.publication_id limit 1))
    ))) as data`;
}

function placeOf({ after }: { after?: string | null }): [number, number] {
  const [year = 32_767, id = 0] = after ? after.split(':').map(Number) : [];
  return [year, id];
}

const statements: Record<WorkloadName, Statement> = {
  W1: {
    text: `
      select json_build_object('publication', (
        select json_build_object('title', p.title, 'abstract', p.abstract, 'year', p.year,
          'countries', ${countries}, 'regions', ${regions}, 'authors', ${authors})
        from publication p where p.slug = $1)) as data`,
    values: ({ slug }) => [slug],
  },
  W2: {
    text: page(
      'country',
      'country',
      'code',
      `json_build_object('title', p.title, 'year', p.year,
         'countries', ${countries}, 'regions', ${regions}, 'authors', ${authors})`,
      '',
    ),
    values: (variables: { code?: string; after?: string }) => [variables.code, ...placeOf(variables)],
  },
  W3: {
    text: `
      select json_build_object('countries', json_build_object('nodes', coalesce(json_agg(
        json_build_object('name', c.name, 'publications', json_build_object('nodes', (
          select coalesce(json_agg(json_build_object('title', p.title, 'authors', (
              select coalesce(json_agg(json_build_object('name', a.name, 'publications', json_build_object('nodes', (
                  select coalesce(json_agg(json_build_object('title', t.title)
                    order by o.year_key desc, o.publication_id desc), '[]')
                  from (select * from publication_author o where o.author_id = a.id
                        order by o.year_key desc, o.publication_id desc limit 3) o
                  join publication t on t.id = o.publication_id
                ))) order by n.position), '[]')
              from contribution n join author a on a.id = n.author_id
              where n.publication_id = p.id and n.role = 'AUTHOR'
            )) order by m.year_key desc, m.publication_id desc), '[]')
          from (select * from publication_country m where m.country_id = c.id
                order by m.year_key desc, m.publication_id desc limit 10) m
          join publication p on p.id = m.publication_id
        ))) order by c.sort_key, c.id), '[]'))) as data
      from country c where c.code = any($1)`,
    values: ({ codes }) => [codes],
  },
  W4: {
    text: `
      with query as materialized (
        select bench.stems($1, '&') as found, bench.stems($1, '<->', ':A') as title_phrase,
          bench.stems($1, '&', ':A') as title, bench.stems($1, '&', ':AB') as names),
      hit as materialized (
        select p.id,
          case when p.document @@ (select title_phrase from query) then 4
            when p.document @@ (select title from query) then 3
            when p.document @@ (select names from query) then 2 else 1 end * 10000 + p.year_key as relevance
        from publication p where p.document @@ (select found from query) order by relevance desc, p.id desc limit 20)
      select json_build_object('publications', json_build_object('nodes', coalesce(json_agg(
        json_build_object('title', p.title, 'year', p.year, 'authors', ${authors})
        order by hit.relevance desc, hit.id desc), '[]'))) as data
      from hit join publication p on p.id = hit.id`,
    values: ({ words }) => [words],
  },
  W5: {
    text: `
      with hit as materialized (
        select p.year_key, p.country_ids, p.within_region_ids from publication p
        where $2::text is not null and p.document @@ bench.stems($2, '&')
        union all
        select p.year_key, p.country_ids, p.within_region_ids
        from publication_topic m join publication p on p.id = m.publication_id
        where m.topic_id = (select id from topic where slug = $1)
      ), of (kind, id, count) as (
        select 'country', id, count(*) from hit cross join unnest(country_ids) id group by id
        union all select 'region', id, count(*) from hit cross join unnest(within_region_ids) id group by id
        union all select 'year', year_key, count(*) from hit group by year_key
      )
      select json_build_object('publications', json_build_object('facets', json_build_object(
        'countries', ${facet('country', '(select code from country c where c.id = of.id)')},
        'regions', ${facet('region', '(select slug from region r where r.id = of.id)')},
        'years', ${facet('year', 'of.id::text')}))) as data`,
    values: (variables: { topics?: string[] | null; word?: string | null }) => [
      variables.topics?.[0] ?? null,
      variables.word ?? null,
    ],
  },
  W6: {
    text: page(
      'topic',
      'topic',
      'slug',
      `json_build_object('title', p.title, 'countries', ${countries})`,
      `'totalCount', (select count from tally where kind = 'topic' and id = (select id from topic where slug = $1)),`,
    ),
    values: (variables: { topic?: string; after?: string }) => [variables.topic, ...placeOf(variables)],
  },
  W7: {
    text: `
      select json_build_object('_entities', json_agg(
        case when p.id is not null
          then json_build_object('title', p.title, 'year', p.year, 'countries', ${countries}) end order by asked.n)) as data
      from unnest($1::text[]) with ordinality asked (slug, n) left join publication p on p.slug = asked.slug`,
    values: ({ representations }: { representations?: { slug: string }[] }) => [
      representations?.map(({ slug }) => slug),
    ],
  },
};

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL as string,
  // Keep JSON as text, because it is sent to the client unchanged.
  types: { getTypeParser: () => (value: string) => value },
});

const server = createServer((request, response) => {
  void text(request).then(async (body) => {
    const { operation, variables } = JSON.parse(body) as {
      operation: WorkloadName;
      variables: Record<string, never>;
    };
    const statement = statements[operation];
    const { rows } = await pool.query<{ data: string }>({
      name: operation,
      text: statement.text,
      values: statement.values(variables),
    });
    const answer = Buffer.from(`{"data":${rows[0]?.data}}`);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});
server.listen(Number(process.env.PORT), 'localhost');
