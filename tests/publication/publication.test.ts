import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

describe('Query.publications', () => {
  test('lists a page with countries, regions, topics and authors in one statement', async () => {
    const { data, errors, sql } = await catalogue.execute<{ publications: { nodes: { title: string }[] } }>(`{
      publications(first: 20) { nodes {
        title countries { name } regions { name } topics { name } categories { name } authors { name }
        contributions { position author { name } } } }
    }`);
    expect(errors).toBeUndefined();
    expect(data.publications.nodes).toHaveLength(10);
    expect(sql).toHaveLength(1);
  });
});
