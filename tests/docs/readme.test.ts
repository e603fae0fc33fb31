import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const read = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8');

/** The commands with queries, each with the answer that is printed below it. */
const questions = [...read('README.md').matchAll(/```sh\n([^`]*)```\n+```json\n([^`]*)```/g)].map(
  ([, code = '', answer = '']) => {
    const { query } = JSON.parse(/-d '(.*)'/.exec(code)?.[1] ?? '') as { query: string };
    return { query, answer: JSON.parse(answer) as { data: unknown } };
  },
);

describe('README.md', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('listing')));
  afterAll(() => catalogue.close());

  it('has a query', () => expect(questions).toHaveLength(1));

  it.each(questions)('prints the answer to $query', async ({ query, answer }) => {
    const { data, errors } = await catalogue.execute(query);
    expect(errors).toBeUndefined();
    expect({ data: JSON.parse(JSON.stringify(data)) as unknown }).toEqual(answer);
  });
});
