import { sql } from 'kysely';
import { type Difference, checkBySql } from './check.ts';

/** Checks that each source record belongs to an existing source and publication. */
export const sources = checkBySql(
  'source_record',
  sql<Difference>`
    select 'source record ' || r.id as row,
      case when s.id is null then 'source' else 'publication' end as what,
      case when s.id is null then 'id ' || r.source_id else 'id ' || r.publication_id end as stored,
      'one that exists' as derived
    from source_record r
    left join source s on s.id = r.source_id
    left join publication p on p.id = r.publication_id
    where s.id is null or p.id is null order by r.id`,
);
