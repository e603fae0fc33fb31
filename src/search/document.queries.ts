import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Reference } from '../reference/reference.ts';
import { foldWord } from '../text/words.ts';
import { type KnownWord, documentOf, printedOf } from './document.ts';
import { changeVocabulary, countStems, stemWords } from './vocabulary.queries.ts';

/** The columns of a publication that its document is made of. */
export interface IndexedRow {
  title: string;
  abstract: string | null;
  author_ids: readonly number[];
  country_ids: readonly number[];
  region_ids: readonly number[];
  topic_ids: readonly number[];
  category_ids: readonly number[];
}

/** How many printed words are remembered, and how many changes of the vocabulary, before they are written. */
const MOST_KNOWN = 300_000;
const MOST_CHANGES = 100_000;

/** How many publications are indexed together. */
const BATCH_SIZE = 1000;

/**
 * Makes publications' documents, within the transaction that writes them. Whoever uses it says which documents are taken
 * back (`forget`), before, and that it is done (`finish`), after.
 */
export class Indexer {
  private readonly db: Db;
  private readonly reference: Reference;
  private readonly known = new Map<string, KnownWord | undefined>();
  private readonly placeNames = new Map<object, string[]>();
  /** What the vocabulary has yet to be told. */
  readonly words = new Map<string, string>();
  readonly documents = new Map<string, number>();

  constructor(db: Db, reference: Reference) {
    this.db = db;
    this.reference = reference;
  }

  /** The documents of publications, in the same order, as PostgreSQL reads them. */
  async documentsOf(rows: readonly IndexedRow[]): Promise<string[]> {
    const names = await this.findNames(rows);
    const printed = rows.map((row) =>
      printedOf({
        title: row.title,
        abstract: row.abstract,
        names: [
          ...row.author_ids.flatMap((id) => names.get(`author ${id}`) ?? []),
          ...this.reference.countries.byIds(row.country_ids).flatMap((country) => this.namesOf(country)),
          ...this.reference.regions.byIds(row.region_ids).flatMap((region) => this.namesOf(region)),
          ...row.topic_ids.flatMap((id) => names.get(`topic ${id}`) ?? []),
          ...row.category_ids.flatMap((id) => names.get(`category ${id}`) ?? []),
        ],
      }),
    );
    await this.learn(printed.flatMap(({ title, abstract, names: of }) => [title, abstract, ...of]));
    const documents = printed.map((of) => {
      const { text, words, stems } = documentOf(of, (word) => this.known.get(word));
      for (const { word, stem } of words) if (hasLetter(word)) this.words.set(word, stem);
      for (const stem of stems) this.count(stem, 1);
      return text;
    });
    if (this.words.size + this.documents.size > MOST_CHANGES) await this.finish();
    return documents;
  }

  /** Takes the documents of publications out of the vocabulary's account. */
  async forget(ids: readonly number[]): Promise<void> {
    for (const [stem, count] of await countStems(this.db, ids)) this.count(stem, -count);
  }

  /** Makes the documents of stored publications anew. */
  async refresh(ids: readonly number[]): Promise<void> {
    for (let from = 0; from < ids.length; from += BATCH_SIZE) {
      const batch = ids.slice(from, from + BATCH_SIZE);
      await this.forget(batch);
      const { rows } = await sql<IndexedRow & { id: number }>`
        select id, title, abstract, author_ids, country_ids, region_ids, topic_ids, category_ids
        from publication where id = any(${batch}::integer[])`.execute(this.db);
      const documents = await this.documentsOf(rows);
      await sql`
        update publication p set document = r.document::tsvector
        from unnest(${rows.map(({ id }) => id)}::integer[], ${documents}::text[]) r (id, document)
        where p.id = r.id and p.document <> r.document::tsvector`.execute(this.db);
    }
  }

  /** Tells the vocabulary what has changed. */
  async finish(): Promise<void> {
    await changeVocabulary(this.db, this);
    this.words.clear();
    this.documents.clear();
  }

  private count(stem: string, by: number): void {
    if (hasLetter(stem)) this.documents.set(stem, (this.documents.get(stem) ?? 0) + by);
  }

  /** Every name of the rows' authors, topics and categories, by kind and id. */
  private async findNames(rows: readonly IndexedRow[]): Promise<Map<string, string[]>> {
    const ids = (column: 'author_ids' | 'topic_ids' | 'category_ids') => [
      ...new Set(rows.flatMap((row) => row[column])),
    ];
    const { rows: found } = await sql<{ key: string; names: string[] }>`
      select 'author ' || id as key, array_remove(array[name, acronym], null) || aliases as names
      from author where id = any(${ids('author_ids')}::integer[])
      union all select 'topic ' || id, array[name] from topic where id = any(${ids('topic_ids')}::integer[])
      union all select 'category ' || id, array[name]
      from category where id = any(${ids('category_ids')}::integer[])`.execute(this.db);
    return new Map(found.map(({ key, names }) => [key, names]));
  }

  private namesOf(place: Reference['countries' | 'regions']['all'][number]): string[] {
    let names = this.placeNames.get(place);
    if (!names) {
      const official = 'officialName' in place ? place.officialName : null;
      names = [
        ...new Set([
          place.name,
          ...(official ? [official] : []),
          ...Object.values(place.names),
          ...place.aliases,
        ]),
      ];
      this.placeNames.set(place, names);
    }
    return names;
  }

  /** Learns the printed words that are not known yet. */
  private async learn(texts: readonly (readonly string[])[]): Promise<void> {
    if (this.known.size > MOST_KNOWN) this.known.clear();
    const folded = new Map<string, string>();
    for (const words of texts)
      for (const word of words)
        if (!this.known.has(word) && !folded.has(word)) folded.set(word, foldWord(word));
    const words = new Set(folded.values());
    words.delete('');
    const stems = new Map((await stemWords(this.db, [...words])).map((word) => [word.word, word]));
    for (const [printed, word] of folded) this.known.set(printed, stems.get(word));
  }
}

/** Numbers are searched, but are no part of the vocabulary: none is a misspelling of another. */
function hasLetter(word: string): boolean {
  return /\D/.test(word);
}
