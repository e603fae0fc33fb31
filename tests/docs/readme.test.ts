import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';
import { variablesTable } from '../../src/server/config.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');

/** A question as README asks it, with the answer that it prints. */
const questions = [...readme.matchAll(/```(graphql|sh)\n([^`]*)```\n+```json\n([^`]*)```/g)].map(
  ([, language, code = '', answer = '']) => {
    const sent = language === 'sh' ? (/-d '(.*)'/.exec(code)?.[1] ?? '') : JSON.stringify({ query: code });
    const { query } = JSON.parse(sent) as { query: string };
    return { query, answer: JSON.parse(answer) as { data: unknown } };
  },
);

const cells = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('README', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('listing')));
  afterAll(() => catalogue.close());

  it('asks six questions', () => expect(questions).toHaveLength(6));

  it.each(questions)('gives the answer to $query', async ({ query, answer }) => {
    const { data, errors } = await catalogue.execute(query);
    expect(errors).toBeUndefined();
    expect({ data: JSON.parse(JSON.stringify(data)) as unknown }).toEqual(answer);
  });

  it('has a row for every variable', () => {
    const table = /<!-- variables -->([^]*)<!-- \/variables -->/.exec(readme)?.[1] ?? '';
    expect(cells(table)).toEqual(cells(variablesTable()));
  });
});
