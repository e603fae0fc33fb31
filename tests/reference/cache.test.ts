import { createProviderDb } from '../../src/db/database.ts';
import { createReferenceCache } from '../../src/reference/reference.cache.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterAll(() => catalogue.close());

const importTopic = (topic: string) =>
  catalogue.importTexts({ [`${topic}.jsonl`]: JSON.stringify({ title: topic, topics: [topic] }) });

describe('createReferenceCache', () => {
  it('renews once more for a caller that asks while it reads what an import then changes', async () => {
    await importTopic('First');
    let answer = () => undefined as void;
    let isHolding = false;
    // Holds the answer of a statement until `answer` is called.
    const executor = catalogue.db.getExecutor();
    const db = createProviderDb({
      async provideConnection(consume) {
        const result = await executor.provideConnection(consume);
        if (isHolding) await new Promise<void>((resolve) => (answer = resolve));
        return result;
      },
    });
    const cache = createReferenceCache(db, () => undefined);
    await cache.get();

    isHolding = true;
    const early = cache.renew();
    await importTopic('Second');
    const late = cache.renew();
    isHolding = false;
    answer();
    expect((await early).topics.byName('second')).toBeUndefined();
    expect((await late).topics.byName('second')?.name).toBe('Second');
  });
});
