import { sql } from 'kysely';
import { MEMBERSHIPS, MEMBERSHIP_KINDS, type MembershipKind } from '../../publication/memberships.ts';
import { REACH } from '../../publication/publication.ts';
import { type Check, type Difference, checkBySql } from './check.ts';

/** Compares the lists by country, region, author, topic and category with the ids in the publications' rows. */
export const memberships: readonly Check[] = MEMBERSHIP_KINDS.map((kind) =>
  checkBySql(`publication_${kind}`, differences(kind)),
);

function differences(kind: MembershipKind) {
  const isRegion = kind === 'region';
  const ids = sql.ref(`p.${MEMBERSHIPS[kind].listedColumn}`);
  const id = sql.ref(`m.${kind}_id`);
  const reach = sql`
    case when member.id = any(p.region_ids) then ${sql.lit(REACH.DIRECT)}
      when member.id = any(p.around_region_ids) then ${sql.lit(REACH.INCLUDING_SUBREGIONS)}
      else ${sql.lit(REACH.INCLUDING_COUNTRIES)} end`;
  return sql<Difference>`
    with derived as (
      select member.id, p.year_key, p.id as publication_id, ${isRegion ? reach : sql`null::integer`} as reach
      from publication p cross join unnest(${ids}) member (id)
    ), stored as (
      select ${id} as id, m.year_key, m.publication_id, ${isRegion ? sql`m.reach` : sql`null::integer`} as reach
      from ${sql.table(`publication_${kind}`)} m
    )
    select concat_ws(' ', 'publication', coalesce(p.slug, 'id ' || coalesce(s.publication_id, d.publication_id))) as row,
      ${`in the list of ${kind} `} || coalesce(k.name, 'id ' || coalesce(s.id, d.id)) as what,
      coalesce(nullif(concat_ws(', ', 'year ' || s.year_key, 'reach ' || s.reach), ''), 'none') as stored,
      coalesce(nullif(concat_ws(', ', 'year ' || d.year_key, 'reach ' || d.reach), ''), 'none') as derived
    from stored s
    full join derived d on s.id = d.id and s.publication_id = d.publication_id
    left join publication p on p.id = coalesce(s.publication_id, d.publication_id)
    left join ${sql.table(kind)} k on k.id = coalesce(s.id, d.id)
    where (s.year_key, s.reach) is distinct from (d.year_key, d.reach)
    order by coalesce(s.publication_id, d.publication_id), coalesce(s.id, d.id)`;
}
