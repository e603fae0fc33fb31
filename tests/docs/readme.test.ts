import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const read = (file: string) => readFileSync(path.join(projectFolder, file), 'utf8');

const pages = [
  'README.md',
  ...readdirSync(path.join(projectFolder, 'docs/tutorials')).map((file) => `docs/tutorials/${file}`),
];

/** The queries of the pages, each with the answer that is printed below it. */
const questions = pages.flatMap((page) =>
  [...read(page).matchAll(/```(graphql|sh)\n([^`]*)```\n+```json\n([^`]*)```/g)].map(
    ([, language, code = '', answer = '']) => {
      const sent = language === 'sh' ? (/-d '(.*)'/.exec(code)?.[1] ?? '') : JSON.stringify({ query: code });
      const { query } = JSON.parse(sent) as { query: string };
      return { page, query, answer: JSON.parse(answer) as { data: unknown } };
    },
  ),
);

describe('README and tutorials', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('listing')));
  afterAll(() => catalogue.close());

  it('have seven queries', () => expect(questions).toHaveLength(7));

  it.each(questions)('$page prints the answer to $query', async ({ query, answer }) => {
    const { data, errors } = await catalogue.execute(query);
    expect(errors).toBeUndefined();
    expect({ data: JSON.parse(JSON.stringify(data)) as unknown }).toEqual(answer);
  });
});
