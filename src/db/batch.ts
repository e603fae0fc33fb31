/** The items by their key, each group in the items' order. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * A batch function for questions about many objects: questions that are the same but for the object's id go into one
 * statement. `keyOf` holds everything that changes the answer but the id.
 *
 * Wrong is to read the arguments off the first question of the batch and to apply them to all:
 * `(batch) => find(ids(batch), batch[0].first)`. Two aliases of a field with different arguments are one batch.
 */
export function batched<Question extends { id: number }, Answer>(
  keyOf: (question: Question) => unknown,
  find: (question: Question, ids: number[]) => Promise<Map<number, Answer>>,
  none: () => Answer,
): (batch: readonly Question[]) => Promise<Answer[]> {
  return async (batch) => {
    const groups = [...groupBy(batch, keyOf)];
    const found = new Map(
      await Promise.all(
        groups.map(async ([key, questions]) => {
          const ids = questions.map(({ id }) => id);
          return [key, await find(questions[0] as Question, ids)] as const;
        }),
      ),
    );
    return batch.map((question) => found.get(keyOf(question))?.get(question.id) ?? none());
  };
}

/**
 * The objects of each list of slugs, in its order; null in the place of one that was not found.
 * @param find finds objects by their slugs
 * @param findCurrent finds the current slugs of objects by former ones; asked only for what was not found
 */
export async function findBySlugs<Found extends { slug: string }>(
  lists: readonly (readonly string[])[],
  find: (slugs: readonly string[]) => Promise<readonly Found[]>,
  findCurrent: (slugs: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<(Found | null)[][]> {
  const slugs = [...new Set(lists.flat())];
  const found = new Map((await find(slugs)).map((object) => [object.slug, object]));
  const current = await findCurrent(slugs.filter((slug) => !found.has(slug)));
  const others = [...current.values()].filter((slug) => !found.has(slug));
  if (others.length > 0) for (const object of await find(others)) found.set(object.slug, object);
  return lists.map((list) => list.map((slug) => found.get(current.get(slug) ?? slug) ?? null));
}
