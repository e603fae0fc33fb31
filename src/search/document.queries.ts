import { sql } from 'kysely';
import type { Country } from '../country/country.ts';
import { tableOf } from '../db/columns.ts';
import type { Db } from '../db/database.ts';
import {
  FILED_KINDS,
  type FiledKind,
  MEMBERSHIPS,
  MEMBERSHIP_KINDS,
  NAMED_KINDS,
  type NamedKind,
} from '../publication/memberships.ts';
import type { Reference } from '../reference/reference.ts';
import type { Region } from '../region/region.ts';
import { foldWord, isInCapitals, printedTexts } from '../text/words.ts';
import {
  type KnownWord,
  MOST_SEARCHED,
  type SearchedTexts,
  type Stem,
  documentOf,
  newStem,
} from './document.ts';
import { changeVocabulary, countStems } from './vocabulary.changes.queries.ts';
import { isCounted, stemWords } from './vocabulary.queries.ts';

/** The columns of a publication from which its search document is made. */
export const INDEXED_COLUMNS = [
  'title',
  'abstract',
  'keywords',
  ...MEMBERSHIP_KINDS.map((kind) => MEMBERSHIPS[kind].idsColumn),
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
  /** By the printed text. */
  private readonly known = new Map<string, KnownWord>();
  /** Known words that are not stemmed yet. */
  private unstemmed: KnownWord[] = [];
  private readonly stems = new Map<string, Stem>();
  private readonly placeNames = new Map<Country | Region, readonly (readonly KnownWord[])[]>();

  constructor(db: Db, reference: Reference) {
    this.db = db;
    this.reference = reference;
  }

  /**
   * Makes the documents of publications that will be written.
   * @returns the documents in tsvector syntax, in the order of the rows. They are made lazily. Take all of them in one
   *   statement of the transaction, which may run in the background: the next call waits for it.
   */
  async index(rows: readonly IndexedRow[]): Promise<Iterable<string>> {
    // Statements run in order, so this one waits until the documents of the last call have been taken.
    const names = await this.findNames(rows);
    if (Math.max(this.known.size, this.stems.size) > MOST_KNOWN) await this.finish();
    return this.makeDocuments(rows, names);
  }

  /** Makes documents without storing them. Needs neither `forget` nor `finish`. */
  async documentsOf(rows: readonly IndexedRow[]): Promise<string[]> {
    return [...(await this.makeDocuments(rows, await this.findNames(rows)))];
  }

  private async makeDocuments(rows: readonly IndexedRow[], names: Names): Promise<Iterable<string>> {
    const searched = rows.map((row): SearchedTexts => ({
      title: this.wordsOf(row.title, MOST_SEARCHED.title),
      abstract: this.wordsOf(row.abstract ?? '', MOST_SEARCHED.abstract),
      names: this.namesOf(row, names),
    }));
    await this.stemNewWords();
    return (function* () {
      for (const words of searched) yield documentOf(words);
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
    const words = [...this.known.values()].filter(({ isUsed, word }) => isUsed && isCounted(word));
    await changeVocabulary(this.db, {
      words: new Map(words.map(({ word, stem }) => [word, stem?.text ?? ''])),
      documents: new Map(
        [...this.stems.values()]
          .filter(({ text }) => isCounted(text))
          .map(({ text, change }) => [text, change]),
      ),
    });
    this.known.clear();
    this.stems.clear();
    this.placeNames.clear();
  }

  private stem(text: string): Stem {
    let stem = this.stems.get(text);
    if (!stem) this.stems.set(text, (stem = newStem(text)));
    return stem;
  }

  /** Returns the words of a text, at most `most`. New ones are stemmed by `stemNewWords`. */
  private wordsOf(text: string, most = Infinity): KnownWord[] {
    const words: KnownWord[] = [];
    for (const printed of printedTexts(text)) {
      if (words.length === most) break;
      let word = this.known.get(printed);
      if (!word) {
        word = {
          word: foldWord(printed),
          isInCapitals: isInCapitals(printed),
          stem: null,
          isStop: false,
          isUsed: false,
        };
        this.known.set(printed, word);
        this.unstemmed.push(word);
      }
      words.push(word);
    }
    return words;
  }

  /** Returns the words of each keyword, and of each name of the authors, places, topics and categories. */
  private namesOf(row: IndexedRow, found: Names): (readonly KnownWord[])[] {
    const { countries, regions } = this.reference;
    const names: (readonly KnownWord[])[] = [];
    const add = (texts: readonly string[]) => {
      for (const text of texts) names.push(this.wordsOf(text));
    };
    for (const id of row.author_ids) add(found.author.get(id) ?? []);
    for (const country of countries.byIds(row.country_ids)) names.push(...this.namesOfPlace(country));
    for (const region of regions.byIds(row.region_ids)) names.push(...this.namesOfPlace(region));
    for (const kind of FILED_KINDS)
      for (const id of row[MEMBERSHIPS[kind].idsColumn]) add(found[kind].get(id) ?? []);
    add(row.keywords);
    return names;
  }

  private namesOfPlace(place: Country | Region): readonly (readonly KnownWord[])[] {
    let words = this.placeNames.get(place);
    if (!words) {
      const { name, names, aliases } = place;
      const official = 'officialName' in place && place.officialName ? [place.officialName] : [];
      words = [...new Set([name, ...official, ...Object.values(names), ...aliases])].map((text) =>
        this.wordsOf(text),
      );
      this.placeNames.set(place, words);
    }
    return words;
  }

  /** Reads all names of the rows' authors, topics and categories. */
  private async findNames(rows: readonly IndexedRow[]): Promise<Names> {
    const idsOf = (kind: NamedKind) => [...new Set(rows.flatMap((row) => row[MEMBERSHIPS[kind].idsColumn]))];
    const selectAuthors = this.db
      .selectFrom('author')
      .select(({ ref }) => [
        sql<keyof Names>`'author'`.as('kind'),
        'id',
        sql<string[]>`array_remove(array[${ref('name')}, ${ref('acronym')}], null) || ${ref('aliases')}`.as(
          'names',
        ),
      ])
      .where(({ ref }) => sql<boolean>`${ref('id')} = any(${idsOf('author')}::integer[])`);
    const found = await FILED_KINDS.reduce(
      (names, kind) => names.unionAll(selectNames(this.db, kind, idsOf(kind))),
      selectAuthors,
    ).execute();
    const byKind = Object.fromEntries(
      NAMED_KINDS.map((kind) => [kind, new Map<number, readonly string[]>()]),
    ) as Names;
    for (const { kind, id, names } of found) byKind[kind].set(id, names);
    return byKind;
  }

  private async stemNewWords(): Promise<void> {
    const { unstemmed } = this;
    this.unstemmed = [];
    const words = new Set(unstemmed.map(({ word }) => word));
    words.delete('');
    const found = new Map((await stemWords(this.db, [...words])).map((stemmed) => [stemmed.word, stemmed]));
    for (const word of unstemmed) {
      const { stem, isStop } = found.get(word.word) ?? {};
      if (stem === undefined) continue;
      word.stem = this.stem(stem);
      word.isStop = isStop === true;
    }
  }
}

/** The names of authors, topics and categories by id. */
type Names = Record<NamedKind, Map<number, readonly string[]>>;

function selectNames(db: Db, kind: FiledKind, ids: readonly number[]) {
  return db
    .selectFrom(tableOf(kind, ['id', 'name'], 't'))
    .select(({ ref }) => [
      sql<keyof Names>`${sql.lit(kind)}`.as('kind'),
      'id',
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
