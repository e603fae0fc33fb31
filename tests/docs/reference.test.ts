import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from '../../scripts/reference/pages.ts';
import { ERROR_CODES } from '../../src/graphql/error-codes.ts';
import { projectFolder } from '../../src/project.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

describe('docs/reference', () => {
  it.each(Object.entries(referencePages()))('%s is what its source says (npm run generate)', (name, text) =>
    expect(readFileSync(path.join(projectFolder, 'docs/reference', name), 'utf8')).toBe(text),
  );

  it('documents every error code of the source', () => {
    const src = path.join(projectFolder, 'src');
    const codes = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(path.join(src, file), 'utf8').matchAll(/\bcode: '([A-Z]+(?:_[A-Z]+)+)'/g),
      ])
      .map(([, code]) => code);
    expect([...new Set(codes)].filter((code) => !(String(code) in ERROR_CODES))).toEqual([]);
    expect(codes).toContain('LIMIT_EXCEEDED');
  });
});

describe('docs/reference/schema.md', () => {
  let catalogue: TestCatalogue;
  beforeAll(async () => (catalogue = await testCatalogue('listing')));
  afterAll(() => catalogue.close());

  const page = readFileSync(path.join(projectFolder, 'docs/reference/schema.md'), 'utf8');
  const examples = [...page.matchAll(/```graphql\n(\{[^`]*)```/g)].map(([, operation = '']) => operation);

  it('has an example for nearly every query', () => expect(examples).toHaveLength(10));

  it.each(examples)('has a valid example: %s', async (operation) => {
    const { errors } = await catalogue.execute(operation);
    expect(errors).toBeUndefined();
  });
});
