import DataLoader from 'dataloader';
import { groupBy } from '../db/batch.ts';
import type { Condition } from '../db/conditions.ts';
import type { Counts } from '../counts/copies.ts';
import { chooseWhereToCount } from '../counts/choose.ts';
import type { Session } from '../db/sessions.ts';
import { type MemberKind, memberKey } from '../publication/publication.ts';
import type { Lists } from './listed.queries.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';
import {
  type ContributorsAsked,
  countContributors,
  talliedRole,
  tallyContributors,
} from './contributors.queries.ts';
import type { Counted, Facet, Tallied, ValueCounts } from './facet.ts';
import { answerKey, columnOf, countValues, findTallies, tallyKey } from './facet.queries.ts';

/** A list of publications to count. */
export interface CountedList {
  member: (MemberKind & { id: number }) | null;
  /** Of the row `p`; null is every one. */
  where: Condition | null;
  isSearched: boolean;
  /** Whether `where` reads only columns that the copy in the column store has. */
  isCopied: boolean;
  /** How many publications `where` finds at most; `Infinity` if that isn't known. */
  countAtMost: number;
  /** Of two lists that are the same but for the member's id, the same. */
  key: string;
  /** Where the list is all there is of something that the import tallies. */
  tallied: Tallied | null;
}

type Values = CountedList & { counted: Counted };
type Authors = CountedList & { asked: ContributorsAsked };

const idOf = ({ member }: CountedList) => member?.id ?? EVERYTHING;
const listsKey = ({ member, key }: CountedList) => `${member ? memberKey(member) : ''} ${key}`;

/** Lists that are the same but for their member, counted together. */
function lists<Question extends CountedList>(questions: readonly Question[]) {
  const { member, where, isSearched, isCopied, countAtMost } = questions[0] as Question;
  const memberIds = [...new Set(questions.map(idOf))];
  return { member, where, isSearched, isCopied, countAtMost, isColumnar: false, memberIds };
}

/** Batching for one request: what is tallied comes in one statement, of the rest each kind of list in one. */
export function facetLoaders(session: Session, counts: Counts | null) {
  const { db } = session;

  async function countListed(asked: Lists, dimensions: readonly Counted[]) {
    const columns = dimensions.map(columnOf);
    const { db, lists } = await chooseWhereToCount({ counts, session }, asked, columns);
    return countValues(db, lists, dimensions);
  }

  async function countAuthors(asked: Lists, contributors: ContributorsAsked) {
    const column = talliedRole(contributors.roles);
    const columns = [column ? `${column}_ids` : 'contribution'];
    const { db, lists } = await chooseWhereToCount({ counts, session }, asked, columns);
    return countContributors(db, lists, contributors);
  }

  const countedKey = (of: Values) => `${listsKey(of)} ${of.counted.isWidened}`;
  const authorsKey = (of: Authors) => `${listsKey(of)} ${JSON.stringify(of.asked)}`;
  return {
    values: new DataLoader<Values, ValueCounts, string>(
      async (batch) => {
        const tallied = batch.flatMap(({ tallied, counted }) =>
          tallied ? [{ of: tallied, dimension: counted.dimension }] : [],
        );
        const others = groupBy(
          batch.filter(({ tallied }) => !tallied),
          listsKey,
        );
        const [tallies, ...counts] = await Promise.all([
          tallied.length > 0 ? findTallies(db, tallied) : new Map<string, ValueCounts>(),
          ...[...others].map(async ([key, questions]) => {
            const found = await countListed(
              lists(questions),
              questions.map(({ counted }) => counted),
            );
            return [key, found] as const;
          }),
        ]);
        const found = new Map(counts);
        return batch.map(
          (of) =>
            (of.tallied
              ? tallies.get(tallyKey({ of: of.tallied, dimension: of.counted.dimension }))
              : found.get(listsKey(of))?.get(answerKey(idOf(of), of.counted))) ?? {
              counts: new Map(),
              missing: 0,
              worldwide: 0,
            },
        );
      },
      { cacheKeyFn: (of) => `${idOf(of)} ${countedKey(of)} ${answerKey(0, of.counted)}` },
    ),

    authors: new DataLoader<Authors, Facet, string>(
      async (batch) => {
        const found = new Map(
          await Promise.all(
            [...groupBy(batch, authorsKey)].map(async ([key, questions]) => {
              const { tallied, asked } = questions[0] as Authors;
              const kind = tallied?.kind === 'all' ? talliedRole(asked.roles) : null;
              const facets = kind
                ? new Map([[EVERYTHING, await tallyContributors(db, kind, asked)]])
                : await countAuthors(lists(questions), asked);
              return [key, facets] as const;
            }),
          ),
        );
        return batch.map((of) => found.get(authorsKey(of))?.get(idOf(of)) as Facet);
      },
      { cacheKeyFn: (of) => `${idOf(of)} ${authorsKey(of)}` },
    ),
  };
}
