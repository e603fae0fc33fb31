import { sql } from 'kysely';
import type { Country } from '../country/country.ts';
import { tableOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import type { Reference } from '../reference/reference.ts';
import type { Region } from '../region/region.ts';
import { foldWord, printedTexts } from '../text/words.ts';
import { type KnownWord, MOST_SEARCHED, type Printed, type Stem, documentOf } from './document.ts';
import { changeVocabulary, countStems, isCounted, stemWords } from './vocabulary.queries.ts';

/** The columns of a publication from which its search document is made. */
export const INDEXED_COLUMNS = [
  'title',
  'abstract',
  'keywords',
  'author_ids',
  'country_ids',
  'region_ids',
  'topic_ids',
  'category_ids',
] as const;
type Column = (typeof INDEXED_COLUMNS)[number];
export type IndexedRow = { title: string; abstract: string | null; keywords: readonly string[] } & {
  readonly [Ids in Exclude<Column, 'title' | 'abstract' | 'keywords'>]: readonly number[];
};

/**
 * Maximum number of cached printed words, and of cached stems. Beyond it, changes are written and the caches emptied.
 */
const MOST_KNOWN = 300_000;

/** Publications that are indexed in one batch. */
const BATCH_SIZE = 1000;

/**
 * Makes the search documents (tsvector) of publications, in the transaction that writes them. The caller must call
 * `forget` before it replaces or deletes documents, and `finish` at the end, so that the vocabulary's counts stay
 * exact.
 */
export class Indexer {
  private readonly db: Db;
  private readonly reference: Reference;
  private readonly known = new Map<string, KnownWord | undefined>();
  private readonly stems = new Map<string, Stem>();
  private readonly placeNames = new Map<Country | Region, readonly (readonly string[])[]>();

  constructor(db: Db, reference: Reference) {
    this.db = db;
    this.reference = reference;
  }

  /**
   * Makes the documents of publications that will be written.
   * @returns the documents in tsvector syntax, in the order of the rows. They are made lazily; take all of them before
   *   the next call
   */
  async index(rows: readonly IndexedRow[]): Promise<Iterable<string>> {
    if (Math.max(this.known.size, this.stems.size) > MOST_KNOWN) await this.finish();
    return this.makeDocuments(rows);
  }

  /** Makes documents without storing them. Needs neither `forget` nor `finish`. */
  async documentsOf(rows: readonly IndexedRow[]): Promise<string[]> {
    return [...(await this.makeDocuments(rows))];
  }

  private async makeDocuments(rows: readonly IndexedRow[]): Promise<Iterable<string>> {
    const names = await this.findNames(rows);
    const printed = rows.map((row): Printed => ({
      title: printedTexts(row.title).slice(0, MOST_SEARCHED.title),
      abstract: printedTexts(row.abstract ?? '').slice(0, MOST_SEARCHED.abstract),
      names: this.namesOf(row, names),
    }));
    await this.learn(printed);
    const { known } = this;
    return (function* () {
      for (const words of printed) yield documentOf(words, known);
    })();
  }

  /** Subtracts the stored documents of publications from the vocabulary's counts. */
  async forget(ids: readonly number[]): Promise<void> {
    for (const [stem, count] of await countStems(this.db, ids)) this.stem(stem).change -= count;
  }

  /** Rebuilds the documents of stored publications. @returns how many of them changed */
  async refresh(ids: readonly number[]): Promise<number> {
    let changed = 0;
    for (let from = 0; from < ids.length; from += BATCH_SIZE) {
      const batch = ids.slice(from, from + BATCH_SIZE);
      const rows = await this.db
        .selectFrom('publication')
        .select(['id', ...INDEXED_COLUMNS])
        .where(({ ref }) => sql<boolean>`${ref('id')} = any(${batch}::integer[])`)
        .execute();
      const found = rows.map(({ id }) => id);
      changed += await updateDocuments(this.db, found, [...(await this.index(rows))]);
    }
    return changed;
  }

  /** Writes the collected changes to the vocabulary and empties the caches. */
  async finish(): Promise<void> {
    const words = [...this.known.values()].filter((word) => word?.isUsed === true && isCounted(word.word));
    await changeVocabulary(this.db, {
      words: new Map(words.map((word) => [word?.word ?? '', word?.stem.text ?? ''])),
      documents: new Map(
        [...this.stems.values()]
          .filter(({ text }) => isCounted(text))
          .map(({ text, change }) => [text, change]),
      ),
    });
    this.known.clear();
    this.stems.clear();
  }

  private stem(text: string): Stem {
    let stem = this.stems.get(text);
    if (!stem) this.stems.set(text, (stem = { text, change: 0, places: '' }));
    return stem;
  }

  /** Returns the printed words of each keyword, and of each name of the authors, places, topics and categories. */
  private namesOf(row: IndexedRow, found: ReadonlyMap<string, string[]>): (readonly string[])[] {
    const { countries, regions } = this.reference;
    const printed = (key: string) => (found.get(key) ?? []).map(printedTexts);
    return [
      ...row.author_ids.flatMap((id) => printed(`author ${id}`)),
      ...countries.byIds(row.country_ids).flatMap((country) => this.namesOfPlace(country)),
      ...regions.byIds(row.region_ids).flatMap((region) => this.namesOfPlace(region)),
      ...row.topic_ids.flatMap((id) => printed(`topic ${id}`)),
      ...row.category_ids.flatMap((id) => printed(`category ${id}`)),
      ...row.keywords.map(printedTexts),
    ];
  }

  private namesOfPlace(place: Country | Region): readonly (readonly string[])[] {
    let printed = this.placeNames.get(place);
    if (!printed) {
      const { name, names, aliases } = place;
      const official = 'officialName' in place && place.officialName ? [place.officialName] : [];
      printed = [...new Set([name, ...official, ...Object.values(names), ...aliases])].map(printedTexts);
      this.placeNames.set(place, printed);
    }
    return printed;
  }

  /** Reads all names of the rows' authors, topics and categories. Keys are such as "author 5". */
  private async findNames(rows: readonly IndexedRow[]): Promise<Map<string, string[]>> {
    const ids = (column: 'author_ids' | 'topic_ids' | 'category_ids') => [
      ...new Set(rows.flatMap((row) => row[column])),
    ];
    const found = await this.db
      .selectFrom('author')
      .select(({ ref }) => [
        sql<string>`'author ' || ${ref('id')}`.as('key'),
        sql<string[]>`array_remove(array[${ref('name')}, ${ref('acronym')}], null) || ${ref('aliases')}`.as(
          'names',
        ),
      ])
      .where(({ ref }) => sql<boolean>`${ref('id')} = any(${ids('author_ids')}::integer[])`)
      .unionAll(selectNames(this.db, 'topic', ids('topic_ids')))
      .unionAll(selectNames(this.db, 'category', ids('category_ids')))
      .execute();
    return new Map(found.map(({ key, names }) => [key, names]));
  }

  /** Folds and stems the printed words that are not cached yet, and caches them. */
  private async learn(printed: readonly Printed[]): Promise<void> {
    const folded = new Map<string, string>();
    const learn = (words: readonly string[]) => {
      for (const word of words)
        if (!this.known.has(word) && !folded.has(word)) folded.set(word, foldWord(word));
    };
    for (const { title, abstract, names } of printed) {
      learn(title);
      learn(abstract);
      names.forEach(learn);
    }
    const words = new Set(folded.values());
    words.delete('');
    const stemmed = new Map((await stemWords(this.db, [...words])).map((word) => [word.word, word]));
    for (const [text, word] of folded) {
      const { stem, isStop } = stemmed.get(word) ?? {};
      this.known.set(
        text,
        stem === undefined
          ? undefined
          : { word, stem: this.stem(stem), isStop: isStop === true, isUsed: false },
      );
    }
  }
}

function selectNames(db: Db, kind: 'topic' | 'category', ids: readonly number[]) {
  return db
    .selectFrom(tableOf(kind, ['id', 'name'], 't'))
    .select(({ ref }) => [
      sql<string>`${`${kind} `}::text || ${ref('id')}`.as('key'),
      sql<string[]>`array[${ref('name')}]`.as('names'),
    ])
    .where(({ ref }) => sql<boolean>`${ref('id')} = any(${ids}::integer[])`);
}

/** Stores documents. @returns how many of them changed */
async function updateDocuments(
  db: Db,
  ids: readonly number[],
  documents: readonly string[],
): Promise<number> {
  const table = sql<{ id: number; document: string }>`unnest(${ids}::integer[], ${documents}::text[])`;
  const made = sql<string>`made.document::tsvector`;
  const { numUpdatedRows } = await db
    .updateTable('publication as p')
    .from(table.as<'made'>(sql`made (id, document)`))
    .set({ document: made })
    .whereRef('p.id', '=', 'made.id')
    .where('p.document', '<>', made)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
