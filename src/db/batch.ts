/** Groups items by key. Each group keeps the order of the items. */
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
 * Returns a DataLoader batch function. Questions that differ only in the object's id share one call of `find`.
 *
 * Don't read the arguments from the first question of the batch and apply them to all, as in
 * `(batch) => find(ids(batch), batch[0].first)`: a batch can hold two aliases of a field with different arguments.
 *
 * @param keyOf returns everything that changes the answer, except the id; keys are compared like keys of a Map
 * @param find answers questions with the same key, for many ids
 * @param none returns the answer for an id that `find` does not return
 */
export function batchBy<Question extends { id: number }, Answer>(
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
 * Finds the objects of several lists of slugs in one batch.
 * @param find finds objects by their current slugs
 * @param findCurrent maps former slugs to current ones; called only with the slugs that `find` did not find
 * @returns the objects of each list, in the order of its slugs, with null for an unknown slug
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
