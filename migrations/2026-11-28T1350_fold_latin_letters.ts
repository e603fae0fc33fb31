import { type Kysely, type RawBuilder, sql } from 'kysely';

/** Letters that Unicode doesn't decompose, as names and titles are compared since this version (src/text/letters.ts). */
const LETTERS = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd' },
  ...{ þ: 'th', ł: 'l', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't' },
};

/** The columns that hold names and titles in plain form, by table. */
const PLAIN: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['publication', ['title_key']],
  ['source_record', ['title_key']],
  ['author', ['sort_key', 'plain_names']],
  ['country', ['sort_key', 'plain_names']],
  ['region', ['sort_key', 'plain_names']],
  ['topic', ['sort_key']],
  ['category', ['sort_key']],
];

const pattern = sql.lit(`[${Object.keys(LETTERS).join('')}]`);

function fold(text: RawBuilder<string>): RawBuilder<string> {
  return Object.entries(LETTERS).reduce(
    (folded, [letter, ascii]) => sql<string>`replace(${folded}, ${sql.lit(letter)}, ${sql.lit(ascii)})`,
    text,
  );
}

export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, columns] of PLAIN)
    for (const name of columns) {
      const column = sql.ref<string>(name);
      await sql`update ${sql.table(table)} set ${column} = ${fold(column)} where ${column} ~ ${pattern}`.execute(
        db,
      );
    }
  await sql`
    update publication set keyword_keys = array(
      select ${fold(sql.ref('keyword'))} from unnest(keyword_keys) with ordinality k (keyword, place) order by place
    ) where keyword_keys <> '{}' and array_to_string(keyword_keys, ' ') ~ ${pattern}`.execute(db);
}

/** Earlier versions compare such names in another form, but they read the keys of this one. */
export async function down(): Promise<void> {}
