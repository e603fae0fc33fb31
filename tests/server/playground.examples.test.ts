import { readFileSync } from 'node:fs';
import path from 'node:path';
import { examplesPage } from '../../scripts/reference/examples.ts';
import { projectFolder } from '../../src/project.ts';
import { readExamples } from '../../src/server/playground.examples.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

const examples = readExamples(path.join(projectFolder, 'playground/examples'));
const run = ({ query, variables }: (typeof examples)[number]) =>
  catalogue.execute<Record<string, unknown>>(
    query,
    variables === null ? {} : (JSON.parse(variables) as Record<string, unknown>),
  );

/** The values of an answer that say that nothing was found. */
function findEmpty(value: unknown, at: string): string[] {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [at];
  if (typeof value !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, child]) => findEmpty(child, `${at}.${key}`));
}

describe('the examples of the playground', () => {
  it('are for three sorts of users, under names of their own', () => {
    expect(new Set(examples.map(({ audience }) => audience))).toEqual(
      new Set(['For a page', 'For an analysis', 'For a service']),
    );
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  });

  it.each(examples.map((example) => [example.name, example] as const))('%s says what it is', (_, example) => {
    expect(example.title).toMatch(/^[A-Z][^#{}]+$/);
    const [, line, description] = example.query.split('\n');
    expect([line, description]).toEqual(['#', expect.stringMatching(/^# [A-Z]/)]);
  });

  it.each(examples.map((example) => [example.name, example] as const))(
    '%s finds something in the listing that ships',
    async (_, example) => {
      const { data, errors } = await run(example);
      expect(errors).toBeUndefined();
      for (const [field, value] of Object.entries(data)) expect([field, value]).not.toEqual([field, null]);
      expect(findEmpty(data, 'data').filter((at) => !EMPTY.has(at.replaceAll(/\.\d+/g, '.*')))).toEqual([]);
    },
  );

  it('are on a page with their answers (npm run generate:examples)', async () => {
    const answered = [];
    for (const example of examples) answered.push({ ...example, data: (await run(example)).data });
    const page = readFileSync(path.join(projectFolder, 'docs/reference/examples.md'), 'utf8');
    expect(page).toBe(examplesPage(answered));
  });

  it('begin with the ten titles', async () => {
    const { data } = await run(examples[0] as (typeof examples)[number]);
    const { nodes } = data.publications as { nodes: { title: string }[] };
    expect(nodes.map(({ title }) => title.split(' ')[0])).toEqual([
      ...['Community', 'Trafficking', 'Institutional', 'National', 'Guidance'],
      ...['Harnessing', 'Needs', 'Legal', 'Towards', 'Caring'],
    ]);
  });
});

/** What is empty in the listing, and no fault of an example. */
const EMPTY = new Set([
  'data.catalogue.unresolved',
  'data.publications.nodes.*.authors',
  'data.publications.nodes.*.countries',
  'data.publications.nodes.*.regions',
  'data.authors.nodes.*.acronym',
  'data.publicationStatistics.rows.*.keys.*.value',
  'data.publicationStatistics.rows.*.keys.*.label',
]);
