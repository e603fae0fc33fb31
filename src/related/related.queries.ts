import { sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import type { Db } from '../db/database.ts';
import { MEMBERSHIPS, MEMBERSHIP_KINDS } from '../publication/memberships.ts';
import type { Publication } from '../publication/publication.ts';
import { publicationColumns } from '../publication/publication.queries.ts';
import type { RelatedPublication } from './related.ts';

/** How much a word of the title in common counts. */
const WORD_WEIGHT = 3;

/** How many words of a title are compared, and in how many publications a word is found that is rare enough. */
const MOST_WORDS = 4;
const MOST_FREQUENT = 500;

/** How many publications of each author, country, … are looked at, the newest; and how many of all are compared. */
const MOST_MEMBERS = 50;
const MOST_COMPARED = 50;

/** Stems are of letters and digits alone. */
const asTsquery = sql`('''' || stem || '''')::tsquery`;

/** Those that share something with the publication `self`, by what is soon found; the words of its title are `rare`. */
const candidates = sql.join(
  [
    ...MEMBERSHIP_KINDS.map(
      (kind) => sql`
        select m.publication_id as id, ${MEMBERSHIPS[kind].relatedWeight}::integer as weight
        from unnest(${sql.ref(`self.${MEMBERSHIPS[kind].idsColumn}`)}) of (id) cross join lateral (
          select publication_id from ${sql.table(`publication_${kind}`)} m
          where ${sql.ref(`m.${kind}_id`)} = of.id ${kind === 'region' ? sql`and m.reach = 0` : sql``}
          order by year_key desc, publication_id desc limit ${MOST_MEMBERS}::integer
        ) m`,
    ),
    sql`
        select q.id, ${WORD_WEIGHT}::integer from unnest(rare.stems) stem cross join lateral (
          select id from publication where document @@ ${asTsquery}
        ) q`,
  ],
  sql` union all `,
);

const inCommon = (column: string) =>
  sql`array(select unnest(${sql.ref(`self.${column}`)}) intersect select unnest(${sql.ref(`p.${column}`)}))`;

interface RelatedRow extends Publication {
  of: number;
  authors: string[];
  words: string[];
  sharedCountryIds: number[];
  sharedTopicIds: number[];
  sharedRegionIds: number[];
  sharedCategoryIds: number[];
}

/** What is read of a related publication; the rest is looked up where it is asked for. */
const SHOWN = ['slug', 'year', 'details', 'countries', 'regions', 'topics', 'categories'] as const;

/** Of each of many publications, the `first` others that have most in common with it. */
export async function findRelated(
  db: Db,
  publicationIds: readonly number[],
  first: number,
): Promise<Map<number, RelatedPublication[]>> {
  const { rows } = await sql<RelatedRow>`
    select self.id as of, related.* from publication self
    cross join lateral (
      select array(
        select stem from unnest(self.document) join search_stem on stem = lexeme
        where 'A' = any(weights) and documents between 2 and ${MOST_FREQUENT}::integer
        order by documents, stem limit ${MOST_WORDS}::integer
      ) as stems
    ) rare
    cross join lateral (
      select ${publicationColumns(SHOWN)},
        array(select name from author where id = any(shared.author_ids) order by sort_key, id) as authors,
        array(select (select min(word) from search_word w where w.stem = s) from unnest(shared.stems) s) as words,
        shared.country_ids as "sharedCountryIds", shared.topic_ids as "sharedTopicIds",
        shared.region_ids as "sharedRegionIds", shared.category_ids as "sharedCategoryIds"
      from (
        select id from (${candidates}) candidate
        where id <> self.id group by id order by sum(weight) desc, id desc limit ${MOST_COMPARED}::integer
      ) likely
      join publication p on p.id = likely.id
      cross join lateral (
        select ${inCommon('author_ids')} as author_ids, ${inCommon('country_ids')} as country_ids,
          ${inCommon('topic_ids')} as topic_ids, ${inCommon('region_ids')} as region_ids,
          ${inCommon('category_ids')} as category_ids,
          array(select stem from unnest(rare.stems) stem where p.document @@ ${asTsquery}) as stems
      ) shared
      order by ${MEMBERSHIPS.author.relatedWeight}::integer * cardinality(shared.author_ids)
          + ${WORD_WEIGHT}::integer * cardinality(shared.stems)
          + ${MEMBERSHIPS.country.relatedWeight}::integer * cardinality(shared.country_ids)
          + ${MEMBERSHIPS.topic.relatedWeight}::integer * cardinality(shared.topic_ids)
          + ${MEMBERSHIPS.region.relatedWeight}::integer * cardinality(shared.region_ids)
          + ${MEMBERSHIPS.category.relatedWeight}::integer * cardinality(shared.category_ids) desc,
        p.year_key desc, p.id desc
      limit ${first}::integer
    ) related
    where self.id = any(${publicationIds}::integer[])`.execute(db);
  const byPublication = groupBy(rows, ({ of }) => of);
  return new Map([...byPublication].map(([id, of]) => [id, of.map(toRelated)]));
}

function toRelated(row: RelatedRow): RelatedPublication {
  const { authors, words } = row;
  const { sharedCountryIds, sharedTopicIds, sharedRegionIds, sharedCategoryIds } = row;
  return {
    publication: row,
    shared: {
      authors,
      words,
      countryIds: sharedCountryIds,
      topicIds: sharedTopicIds,
      regionIds: sharedRegionIds,
      categoryIds: sharedCategoryIds,
    },
  };
}
