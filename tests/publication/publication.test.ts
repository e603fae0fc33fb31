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

describe('Publication.citation', () => {
  it('is of the style and format that are asked for', async () => {
    const citing = await testCatalogue('empty');
    try {
      const record = {
        title: 'A *Study*',
        year: 2019,
        url: 'https://example.org/a_b',
        contributions: [{ author: { name: 'Ana Díaz', sortName: 'Díaz, Ana', kind: 'PERSON' } }],
        partOf: { title: 'R&D', publisher: 'IOM', place: 'Geneva' },
      };
      await citing.importTexts({ 'a.jsonl': JSON.stringify(record) });
      const { data, sql } = await citing.execute(
        `{ publications { nodes {
          apa: citation
          chicago: citation(style: CHICAGO, format: HTML)
          harvard: citation(style: HARVARD)
          mla: citation(style: MLA, format: MARKDOWN)
          vancouver: citation(style: VANCOUVER)
        } } }`,
      );
      expect(data).toEqual({
        publications: {
          nodes: [
            {
              apa: 'Díaz, A. (2019). A *Study*. In R&D. IOM. https://example.org/a_b',
              chicago:
                'Díaz, Ana. 2019. “A *Study*.” In <i>R&amp;D</i>. Geneva: IOM. https://example.org/a_b.',
              harvard:
                'Díaz, A. (2019) ‘A *Study*’, R&D. Geneva: IOM. Available at: https://example.org/a_b.',
              mla: 'Díaz, Ana. “A \\*Study\\*.” *R&D*, IOM, 2019, https://example.org/a\\_b.',
              vancouver:
                'Díaz A. A *Study*. In: R&D [Internet]. Geneva: IOM; 2019. Available from: https://example.org/a_b',
            },
          ],
        },
      });
      expect(sql).toHaveLength(1);
    } finally {
      await citing.close();
    }
  });
});
