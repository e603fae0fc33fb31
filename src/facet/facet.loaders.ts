import DataLoader from 'dataloader';
import { groupBy } from '../db/batch.ts';
import type { Counts } from '../counts/copies.ts';
import { type Countable, chooseWhereToCount } from '../counts/choose.ts';
import type { Session } from '../db/sessions.ts';
import { type MemberKind, contributorsColumn, memberKey } from '../publication/publication.ts';
import type { Lists } from './listed.queries.ts';
import { EVERYTHING } from '../publication/tally.queries.ts';
import { type ContributorRequest, countContributors } from './contributors.queries.ts';
import { type CountedDimension, type Dimension, type Facet, type ValueCounts, WIDEST } from './facet.ts';
import { answerKey, columnOf, countValues, findTallies } from './facet.queries.ts';

/** A list of publications to count. */
export interface CountedList extends Omit<Countable, 'isColumnar'> {
  member: (MemberKind & { id: number }) | null;
  /** Equal for lists that differ only in the member's id. */
  key: string;
}

type Values = CountedList & { counted: CountedDimension };

/**
 * The dimension under which the import materialized the counts of a facet. Null for facets that are not of the whole
 * catalogue, or not materialized.
 */
function talliedDimension({ member, where, counted: { dimension, reach, isWidened } }: Values) {
  if (member || where || isWidened || reach !== WIDEST) return null;
  return dimension === 'type' || dimension === 'language' ? null : dimension;
}

type Authors = CountedList & { request: ContributorRequest };

const idOf = ({ member }: CountedList) => member?.id ?? EVERYTHING;
const listsKey = ({ member, key }: CountedList) => `${member ? memberKey(member) : ''} ${key}`;

/** Combines lists that differ only in the member's id, so that one statement counts them. */
function combineLists<Question extends CountedList>(questions: readonly Question[]) {
  return {
    ...(questions[0] as Question),
    isColumnar: false,
    memberIds: [...new Set(questions.map(idOf))],
  };
}

/** Batches facets within a request: one statement for all materialized counts, and one for each set of equal lists. */
export function facetLoaders(session: Session, counts: Counts | null) {
  const { db } = session;

  async function countListed(list: Lists, dimensions: readonly CountedDimension[]) {
    const columns = dimensions.map(columnOf);
    const { db, lists } = await chooseWhereToCount({ counts, session }, list, columns);
    return countValues(db, lists, dimensions);
  }

  async function countAuthors(list: Lists, contributors: ContributorRequest) {
    const columns = [contributorsColumn(contributors.roles) ?? 'contribution'];
    const { db, lists } = await chooseWhereToCount({ counts, session }, list, columns);
    return countContributors(db, lists, contributors);
  }

  const countedKey = (values: Values) => `${listsKey(values)} ${values.counted.isWidened}`;
  const authorsKey = (authors: Authors) => `${listsKey(authors)} ${JSON.stringify(authors.request)}`;
  return {
    values: new DataLoader<Values, ValueCounts, string>(
      async (batch) => {
        const dimensions = batch.map(talliedDimension);
        const tallied = dimensions.filter((dimension) => dimension !== null);
        const others = groupBy(
          batch.filter((_, i) => dimensions[i] === null),
          listsKey,
        );
        const [tallies, ...counts] = await Promise.all([
          tallied.length > 0 ? findTallies(db, tallied) : new Map<Dimension, ValueCounts>(),
          ...[...others].map(async ([key, questions]) => {
            const found = await countListed(
              combineLists(questions),
              questions.map(({ counted }) => counted),
            );
            return [key, found] as const;
          }),
        ]);
        const found = new Map(counts);
        return batch.map((question, i) => {
          const dimension = dimensions[i];
          const counts = dimension
            ? tallies.get(dimension)
            : found.get(listsKey(question))?.get(answerKey(idOf(question), question.counted));
          return counts ?? { counts: new Map(), missing: 0, worldwide: 0 };
        });
      },
      { cacheKeyFn: (values) => `${idOf(values)} ${countedKey(values)} ${answerKey(0, values.counted)}` },
    ),

    authors: new DataLoader<Authors, Facet, string>(
      async (batch) => {
        const found = new Map(
          await Promise.all(
            [...groupBy(batch, authorsKey)].map(async ([key, questions]) => {
              const { request } = questions[0] as Authors;
              return [key, await countAuthors(combineLists(questions), request)] as const;
            }),
          ),
        );
        return batch.map((authors) => found.get(authorsKey(authors))?.get(idOf(authors)) as Facet);
      },
      { cacheKeyFn: (authors) => `${idOf(authors)} ${authorsKey(authors)}` },
    ),
  };
}
