import { type Expression, type InferResult, sql } from 'kysely';
import { groupBy } from '../db/batch.ts';
import { columnsOf } from '../db/columns.ts';
import { idAmong } from '../db/conditions.ts';
import type { Db } from '../db/database.ts';
import {
  MEMBERSHIPS,
  MEMBERSHIP_KINDS,
  type MembershipKind,
  REFERENCE_KINDS,
  REFERENCE_PLURALS,
  type ReferenceKind,
} from '../publication/memberships.ts';
import { fromPublications, selectParts } from '../publication/publication.columns.ts';
import { isDirectMembership, membershipTable } from '../publication/publication.queries.ts';
import type { RelatedPublication } from './related.ts';

/** The weight of a shared word of the title. */
const WORD_WEIGHT = 3;

/** How many words of a title are compared, and the maximum number of publications with such a word. */
const MOST_WORDS = 4;
const MOST_FREQUENT = 500;

/**
 * How many of the newest publications of each author, country, … are candidates, and how many candidates are compared.
 */
const MOST_MEMBERS = 50;
const MOST_COMPARED = 50;

/** The publication whose related publications are read. */
const self = columnsOf('publication', 'self');
const p = columnsOf('publication', 'p');

/** The stems of the rare words of the title. Stems have only letters and digits, so they need no escaping. */
const rareWords = sql<{ stem: string }>`unnest(${sql.ref('rare.stems')})`.as<'word'>(sql`word (stem)`);
const hasWord = sql<boolean>`${p('document')} @@ ('''' || ${sql.ref('word.stem')} || '''')::tsquery`;

const integer = (value: number) => sql<number>`${value}::integer`;

/** In a small catalogue, words such as "the" are rare, too. These dictionaries know such words in their languages. */
const DICTIONARIES = ['english_stem', 'french_stem', 'spanish_stem'];

/** A dictionary gives an empty list for a stop word. */
const isNoStopWord = (dictionary: string, stem: Expression<string>) =>
  sql<boolean>`ts_lexize(${dictionary}::regdictionary, ${stem}) <> '{}'`;

/** Selects the rarest words of the title of `self`, as one array. */
function selectRareStems(db: Db) {
  const words = sql<{ lexeme: string; weights: string[] }>`unnest(${self('document')})`;
  const stems = db
    .selectFrom('search_stem as s')
    .innerJoin(words.as<'word'>(sql`word (lexeme, positions, weights)`), 'word.lexeme', 's.stem')
    .select('s.stem')
    .where(({ ref }) => sql<boolean>`'A' = any(${ref('word.weights')})`)
    .where(({ and, ref }) => and(DICTIONARIES.map((dictionary) => isNoStopWord(dictionary, ref('s.stem')))))
    .where('s.documents', '>=', 2)
    .where('s.documents', '<=', MOST_FREQUENT)
    .orderBy('s.documents')
    .orderBy('s.stem')
    .limit(MOST_WORDS);
  return db.selectNoFrom(sql<string[]>`array(${stems})`.as('stems'));
}

/** Selects the newest publications of each member of a kind that `self` is filed under directly. */
function selectFellows(db: Db, kind: MembershipKind) {
  const ids = sql<{ id: number }>`unnest(${self(MEMBERSHIPS[kind].idsColumn)})`;
  return db
    .selectFrom(ids.as<'member'>(sql`member (id)`))
    .crossJoinLateral(
      db
        .selectFrom(membershipTable(kind))
        .select('m.publication_id')
        .where(isDirectMembership(kind, sql.ref('member.id')))
        .orderBy('m.year_key', 'desc')
        .orderBy('m.publication_id', 'desc')
        .limit(MOST_MEMBERS)
        .as('fellow'),
    )
    .select(['fellow.publication_id as id', integer(MEMBERSHIPS[kind].relatedWeight).as('weight')]);
}

/** Selects candidates that share a word or a member with `self`. A candidate has a row for each thing it shares. */
function selectCandidates(db: Db) {
  const withWord = db
    .selectFrom(rareWords)
    .crossJoinLateral(fromPublications(db).select('p.id').where(hasWord).as('found'))
    .select(['found.id', integer(WORD_WEIGHT).as('weight')]);
  return MEMBERSHIP_KINDS.map((kind) => selectFellows(db, kind)).reduce(
    (candidates, fellows) => candidates.unionAll(fellows),
    withWord,
  );
}

/** Selects what `p` and `self` have in common. */
function selectShared(db: Db) {
  const inCommon = (kind: MembershipKind) => {
    const column = MEMBERSHIPS[kind].idsColumn;
    return sql<number[]>`array(select unnest(${self(column)}) intersect select unnest(${p(column)}))`;
  };
  const stems = db.selectFrom(rareWords).select('word.stem').where(hasWord);
  return db.selectNoFrom([
    ...MEMBERSHIP_KINDS.map((kind) => inCommon(kind).as(kind)),
    sql<string[]>`array(${stems})`.as('stems'),
  ]);
}

/** The parts to read of a related publication. Other parts are looked up if they are selected. */
const SHOWN = ['slug', 'year', 'details', ...REFERENCE_PLURALS] as const;

/** Selects the `first` publications that have the most in common with `self`. */
function selectRelated(db: Db, first: number) {
  const likely = db
    .selectFrom(selectCandidates(db).as('candidate'))
    .select('candidate.id')
    .where('candidate.id', '<>', self('id'))
    .groupBy('candidate.id')
    .orderBy(({ fn }) => fn.sum('candidate.weight'), 'desc')
    .orderBy('candidate.id', 'desc')
    .limit(MOST_COMPARED);
  const shared = (column: MembershipKind | 'stems') => sql.ref<unknown[]>(`shared.${column}`);
  const sharedIds = REFERENCE_KINDS.flatMap((kind) => [sql.lit(kind), shared(kind)]);
  const names = db
    .selectFrom('author as a')
    .select('a.name')
    .where(sql<boolean>`${columnsOf('author', 'a')('id')} = any(${shared('author')})`)
    .orderBy('a.sort_key')
    .orderBy('a.id');
  const words = db
    .selectFrom(sql<{ stem: string }>`unnest(${shared('stems')})`.as<'stem'>(sql`stem (stem)`))
    .select((eb) =>
      eb
        .selectFrom('search_word as w')
        .select(({ fn }) => fn.min('w.word').as('word'))
        .whereRef('w.stem', '=', 'stem.stem')
        .as('word'),
    );
  const score = sql.join(
    [
      ...MEMBERSHIP_KINDS.map(
        (kind) => sql`${integer(MEMBERSHIPS[kind].relatedWeight)} * cardinality(${shared(kind)})`,
      ),
      sql`${integer(WORD_WEIGHT)} * cardinality(${shared('stems')})`,
    ],
    sql` + `,
  );
  return selectParts(fromPublications(db), SHOWN)
    .innerJoin(likely.as('likely'), 'likely.id', 'p.id')
    .crossJoinLateral(selectShared(db).as('shared'))
    .select([
      sql<string[]>`array(${names})`.as('authors'),
      sql<string[]>`array(${words})`.as('words'),
      sql<Record<ReferenceKind, number[]>>`json_build_object(${sql.join(sharedIds)})`.as('ids'),
    ])
    .orderBy(score, 'desc')
    .orderBy('p.year_key', 'desc')
    .orderBy('p.id', 'desc')
    .limit(first);
}

/** Finds, for each of many publications, the `first` others that have the most in common with it. */
export async function findRelated(
  db: Db,
  publicationIds: readonly number[],
  first: number,
): Promise<Map<number, RelatedPublication[]>> {
  const rows = await db
    .selectFrom('publication as self')
    .crossJoinLateral(selectRareStems(db).as('rare'))
    .crossJoinLateral(selectRelated(db, first).as('related'))
    .select('self.id as selfId')
    .selectAll('related')
    .where(idAmong(self('id'), publicationIds))
    .execute();
  return new Map(
    [...groupBy(rows, ({ selfId }) => selfId)].map(([id, related]) => [id, related.map(toRelated)]),
  );
}

type RelatedRow = InferResult<ReturnType<typeof selectRelated>>[number] & { selfId: number };

function toRelated({ selfId: _, authors, words, ids, ...publication }: RelatedRow): RelatedPublication {
  return { publication, shared: { authors, words, ...ids } };
}
