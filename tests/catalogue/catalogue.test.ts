import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('empty')));
afterAll(() => catalogue.close());

async function read() {
  const { data, errors } = await catalogue.execute<{ catalogue: { id: string; revision: number } }>(
    '{ catalogue { id revision } }',
  );
  expect(errors).toBeUndefined();
  return data.catalogue;
}

const line = (fields: object) => JSON.stringify({ title: 'An Atlas', topics: ['Maps'], ...fields });

describe('Catalogue.revision', () => {
  it('is 0 before the first import, and grows with the imports that change something', async () => {
    const { id, revision } = await read();
    expect(revision).toBe(0);
    const revisions: number[] = [];
    const describe = (description: string) => JSON.stringify({ type: 'topic', name: 'Maps', description });
    for (const text of [
      line({ year: 2020 }),
      line({ year: 2020 }),
      line({ year: 2021 }),
      `${line({ year: 2021 })}\n${describe('Of places.')}`,
      `${describe('Of places.')}\n${line({ year: 2021 })}`,
    ]) {
      await catalogue.importTexts({ 'atlas.jsonl': text });
      revisions.push((await read()).revision);
    }
    expect(revisions).toEqual([1, 1, 3, 4, 4]);
    expect((await read()).id).toBe(id);
  });
});
