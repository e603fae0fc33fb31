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

/** The objects of each list of slugs, in its order; null in the place of one that was not found. */
export function bySlugs<Found extends { slug: string }>(
  found: readonly Found[],
  lists: readonly (readonly string[])[],
): (Found | null)[][] {
  const known = new Map(found.map((object) => [object.slug, object]));
  return lists.map((slugs) => slugs.map((slug) => known.get(slug) ?? null));
}
