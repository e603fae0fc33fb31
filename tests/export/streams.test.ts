import { readFile, rm } from 'node:fs/promises';
import { type IncomingMessage, get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { exportCommand } from '../../src/cli/export.ts';
import { readConfig } from '../../src/server/config.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { testServer } from '../support/server.ts';

const COUNT = 1201;

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  const abstract = 'About people, places and papers. '.repeat(300);
  const records = Array.from({ length: COUNT }, (_, i) => ({ title: `Paper ${i}`, year: 2000, abstract }));
  await catalogue.importTexts({ 'a.jsonl': records.map((record) => JSON.stringify(record)).join('\n') });
});
afterAll(() => catalogue.close());

const answerTo = (url: string) =>
  new Promise<IncomingMessage>((resolve, reject) => get(url, resolve).on('error', reject));

/** Reads an answer to its end. @returns how many bytes came, and whether all did */
async function readAll(answer: IncomingMessage): Promise<{ bytes: number; isComplete: boolean }> {
  let bytes = 0;
  try {
    for await (const chunk of answer) bytes += (chunk as Buffer).length;
  } catch {
    // The connection was closed early.
  }
  return { bytes, isComplete: answer.complete };
}

it('an export has every publication once, over all batches', async () => {
  const server = await testServer(catalogue);
  try {
    const text = await (
      await fetch(`${new URL(server.url).origin}/export/publications.csv?by=topic&shape=long`)
    ).text();
    const titles = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[3]);
    expect(new Set(titles).size).toBe(COUNT);
    expect(titles).toHaveLength(COUNT);
  } finally {
    await server.stop(true);
  }
});

it('a client that does not read holds no connection that pages need', async () => {
  const server = await testServer(catalogue, { poolSize: 1, heavyPoolSize: 1, exportPoolSize: 1 });
  try {
    const slow = await answerTo(`${new URL(server.url).origin}/export/publications.jsonl`);
    const page = await server.post({ query: '{ publications(search: "paper") { totalCount } }' });
    expect(await page.json()).toEqual({ data: { publications: { totalCount: COUNT } } });
    const { bytes, isComplete } = await readAll(slow);
    expect([bytes > COUNT * 9000, isComplete]).toEqual([true, true]);
  } finally {
    await server.stop(true);
  }
});

it('a download that takes too long is closed, so that another can run', async () => {
  const server = await testServer(catalogue, { exportPoolSize: 1, exportTimeout: 1500 });
  try {
    const { origin } = new URL(server.url);
    const slow = await answerTo(`${origin}/export/publications.jsonl`);
    const next = await fetch(`${origin}/export/publications.jsonl?limit=1`);
    expect([next.status, (await next.text()).split('\n').length]).toEqual([200, 2]);
    expect((await readAll(slow)).isComplete).toBe(false);
  } finally {
    await server.stop(true);
  }
});

it('the command writes the same bytes', async () => {
  const server = await testServer(catalogue);
  const file = path.join(tmpdir(), `pubatlas-export-${process.pid}.csv`);
  try {
    const parameters = { search: 'papers', orderBy: 'TITLE:DESC', limit: '700', bom: 'true' };
    const url = `${new URL(server.url).origin}/export/publications.csv?${new URLSearchParams(parameters).toString()}`;
    const served = Buffer.from(await (await fetch(url)).arrayBuffer());
    const command = exportCommand(() => ({ ...readConfig({}), databaseUrl: catalogue.url }));
    await command.parseAsync(
      [
        '--format',
        'csv',
        '--search',
        'papers',
        '--orderBy',
        'TITLE:DESC',
        '--limit',
        '700',
        '--bom',
        '-o',
        file,
      ],
      { from: 'user' },
    );
    expect(served.length).toBeGreaterThan(700 * 9000);
    expect((await readFile(file)).equals(served)).toBe(true);
    await expect(command.parseAsync(['--filter', '{'], { from: 'user' })).rejects.toThrow(
      '--filter: "{" is not JSON',
    );
  } finally {
    await rm(file, { force: true });
    await server.stop(true);
  }
});
