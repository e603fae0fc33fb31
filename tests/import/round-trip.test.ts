import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportCommand } from '../../src/cli/export.ts';
import { readConfig } from '../../src/server/config.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { emptyTables } from '../support/dump.ts';

let catalogue: TestCatalogue;
let folder: string;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  folder = await mkdtemp(path.join(tmpdir(), 'pubatlas-round-trip-'));
});
afterEach(() => emptyTables(catalogue.db));
afterAll(async () => {
  await catalogue.close();
  await rm(folder, { recursive: true });
});

async function exportJsonLines(): Promise<string> {
  const file = path.join(folder, 'exported');
  const command = exportCommand(() => ({ ...readConfig({}), databaseUrl: catalogue.url }));
  await command.parseAsync(['--orderBy', 'TITLE:ASC', '-o', file], { from: 'user' });
  return readFile(file, 'utf8');
}

const atlas = (year: number) => JSON.stringify({ title: 'Atlas', year, url: `https://example.org/${year}` });

describe('JSON Lines of an export', () => {
  it('into an empty catalogue give an equal one, with slugs, former slugs and timestamps', async () => {
    await catalogue.importTexts({ 'a.jsonl': atlas(2016) });
    await catalogue.importTexts({ 'b.jsonl': atlas(2020) });
    const exported = await exportJsonLines();
    expect(exported).toContain('"formerSlugs":["atlas"]');
    await emptyTables(catalogue.db);
    await catalogue.importTexts({ 'exported.jsonl': exported });
    expect(await exportJsonLines()).toBe(exported);
  });

  it('into a catalogue with publications are new there', async () => {
    const history = { createdAt: '2020-01-01T00:00:00Z', formerSlugs: ['old-atlas'] };
    await catalogue.importTexts({ 'a.jsonl': '{"title":"Other"}' });
    await catalogue.importTexts({ 'b.jsonl': JSON.stringify({ title: 'Atlas', ...history }) });
    const { createdAt } = await catalogue.db
      .selectFrom('publication')
      .select('created_at as createdAt')
      .where('slug', '=', 'atlas')
      .executeTakeFirstOrThrow();
    expect(createdAt.startsWith('2020')).toBe(false);
    expect(await catalogue.db.selectFrom('former_slug').selectAll().execute()).toEqual([]);
  });
});
