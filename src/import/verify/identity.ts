import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { NAMED_KINDS, type NamedKind } from '../../publication/memberships.ts';
import { groupWorks } from '../identify.ts';
import { type Member, loadNeighbourhood } from '../neighbourhood.ts';
import { chooseSlugs } from '../slugs.ts';
import { type Check, type Difference, checkBySql, inBatches } from './check.ts';

/** Derives the grouping of records into publications, and their slugs, from all sources. */
const identity: Check = {
  name: 'identity',
  async *find(db) {
    for await (const rows of inBatches<{ id: number }>(db, 'publication', ['id'])) {
      const ids = new Set(rows.map(({ id }) => id));
      for (const { id, difference } of await findDifferences(db, [...ids])) if (ids.has(id)) yield difference;
    }
  },
};

async function findDifferences(
  db: Db,
  publicationIds: readonly number[],
): Promise<{ id: number; difference: Difference }[]> {
  const { publications, members } = await loadNeighbourhood(db, { added: [], publicationIds });
  const works = groupWorks(members);
  const slugs = chooseSlugs(works);
  const worksOf = new Map<number, Set<Member[]>>();
  for (const work of works)
    for (const { stored } of work) {
      const id = stored?.publicationId ?? 0;
      worksOf.set(id, (worksOf.get(id) ?? new Set()).add(work));
    }
  return works.flatMap((work, i) => {
    const filed = [...new Set(work.map(({ stored }) => stored?.publicationId ?? 0))];
    return filed.flatMap((id) => {
      const head = publications.get(id);
      if (head === undefined) return [];
      const row = `publication ${head.slug}`;
      const derived = slugs[i] ?? { slug: '', base: null };
      const others = filed.flatMap((other) => (other === id ? [] : (publications.get(other)?.slug ?? [])));
      const count = worksOf.get(id)?.size ?? 0;
      return [
        ...(others.length > 0
          ? [{ row, what: 'works', stored: `apart from ${others.join(', ')}`, derived: 'one' }]
          : []),
        ...(count > 1 ? [{ row, what: 'works', stored: 'one', derived: String(count) }] : []),
        ...(count === 1 && others.length === 0 && head.slug !== derived.slug
          ? [{ row, what: 'slug', stored: head.slug, derived: derived.slug }]
          : []),
        ...(count === 1 && others.length === 0 && head.base !== derived.base
          ? [{ row, what: 'slug_base', stored: head.base ?? 'none', derived: derived.base ?? 'none' }]
          : []),
      ].map((difference) => ({ id, difference }));
    });
  });
}

/** A former slug must lead to an existing row that now has another slug. */
function formerSlugs(kind: 'publication' | NamedKind): Check {
  return checkBySql(
    `former_slug of ${kind}`,
    sql<Difference>`
      select ${`former slug of ${kind} `} || f.slug as row, 'id' as what, 'id ' || f.id as stored,
        case when t.id is null then 'one that exists' else 'one with another slug' end as derived
      from former_slug f left join ${sql.table(kind)} t on t.id = f.id
      where f.kind = ${kind}::text and (t.id is null or t.slug = f.slug) order by f.slug`,
  );
}

/** A record has a `title_key` exactly if it has its own title. Otherwise its publication's row has both. */
const titles = checkBySql(
  'title_key of source_record',
  sql<Difference>`
    select 'source record ' || r.id as row, 'title_key' as what, coalesce(r.title_key, 'none') as stored,
      case when r.title_key is null then 'one' else 'none' end as derived
    from source_record r where (r.title_key is null) <> (r.said -> 'title' is null) order by r.id`,
);

export const identities: readonly Check[] = [
  titles,
  identity,
  ...(['publication', ...NAMED_KINDS] as const).map(formerSlugs),
];
