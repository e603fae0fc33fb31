import { type RawBuilder, sql } from 'kysely';
import { INDEXED_COLUMNS, type IndexedRow, Indexer } from '../../search/document.queries.ts';
import { type Check, type Difference, checkBySql, inBatches } from './check.ts';

/**
 * SQL for up to ten stems of one document that the other lacks. If there are none, only positions or weights differ.
 */
function stemsBesides(document: RawBuilder<unknown>, other: RawBuilder<unknown>): RawBuilder<string> {
  return sql`coalesce((
    select string_agg(stem, ' ') from (
      select unnest(tsvector_to_array(${document})) except select unnest(tsvector_to_array(${other})) order by 1 limit 10
    ) besides (stem)), 'no other stems')`;
}

/** Derives the search document of each publication from its row and related names. */
const documents: Check = {
  name: 'what is searched',
  async *find(db, reference) {
    const columns = ['id', ...INDEXED_COLUMNS];
    for await (const rows of inBatches<IndexedRow & { id: number }>(db, 'publication', columns)) {
      const derived = await new Indexer(db, reference).documentsOf(rows);
      const { rows: differences } = await sql<Difference>`
        select 'publication ' || slug as row, 'document' as what,
          ${stemsBesides(sql`p.document`, sql`d.document`)} as stored,
          ${stemsBesides(sql`d.document`, sql`p.document`)} as derived
        from (
          select id, text::tsvector as document
          from unnest(${rows.map(({ id }) => id)}::integer[], ${derived}::text[]) d (id, text)
        ) d join publication p using (id) where p.document <> d.document order by id`.execute(db);
      yield* differences;
    }
  },
};

/** Counts the documents of each stem; numbers are left out. */
const stems = checkBySql(
  'search_stem',
  sql<Difference>`
    select 'stem ' || coalesce(s.stem, d.stem) as row, 'documents' as what,
      coalesce(s.documents::text, 'none') as stored, coalesce(d.documents::text, 'none') as derived
    from search_stem s full join (
      select lexeme as stem, count(*) as documents from publication cross join unnest(document)
      where lexeme ~ '\\D' group by lexeme
    ) d using (stem)
    where s.documents is distinct from d.documents order by 1`,
);

/**
 * Checks that each word has a stem and each stem a word. A word without documents may stay while other words have its
 * stem.
 */
const words = checkBySql(
  'search_word',
  sql<Difference>`
    select 'word ' || word as row, 'stem' as what, stem as stored, 'one that a document has' as derived
    from search_word where stem not in (select stem from search_stem)
    union all
    select 'stem ' || stem, 'words', 'none', 'one at least'
    from search_stem where stem not in (select stem from search_word) order by 1`,
);

export const searched: readonly Check[] = [documents, stems, words];
