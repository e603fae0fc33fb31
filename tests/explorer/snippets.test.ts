import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Language, snippets } from '../../explorer/snippets.ts';
import { runs } from '../support/commands.ts';

/** Characters that a language could take for its own. */
const HARD = '\'"`\\ ${x} $(y) """ \'\'\' é\n)---" %';

const query = `query Hard($text: String) {\n  # \` \${x} \\ """\n  publications(search: $text, filter: { slugs: ["\\"a\\\\b"] }) { totalCount }\n}`;
const variables = { text: HARD };

/** Runs a program against a server that answers with what it was sent. @returns what was sent, and what was printed */
async function send(language: Language, command: string, args: readonly string[]) {
  let sent = '';
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
    request.on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end('{"data":{"publications":{"totalCount":7}}}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  try {
    const printed = await new Promise<string>((resolve, reject) => {
      execFile(command, [...args, snippets[language]({ query, variables, url })], (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
    return { sent: JSON.parse(sent) as { query: string; variables: unknown }, printed };
  } finally {
    server.close();
  }
}

describe('snippets', () => {
  it.each<[Language, string, string[]]>([
    ['curl', 'bash', ['-c']],
    ['TypeScript', process.execPath, ['--input-type=module', '-e']],
    ['Python', 'python3', ['-c']],
  ])('in %s are programs that send any query and variables', async (language, command, args) => {
    const { sent, printed } = await send(language, command, args);
    expect({ ...sent, query: sent.query.trim() }).toEqual({ query, variables });
    expect(printed).toContain('7');
  });

  const hasR = runs('Rscript', ['-e', 'library(httr2)']);
  (hasR ? it : it.skip)('in R are such programs, too (needs R with httr2)', async () => {
    const { sent, printed } = await send('R', 'Rscript', ['-e']);
    expect({ ...sent, query: sent.query.trim() }).toEqual({ query, variables });
    expect(printed).toContain('7');
  });

  it('in GraphQL show the variables in a comment', () => {
    expect(snippets.GraphQL({ query: '{ a }', variables: {}, url: '' })).toBe('{ a }');
    expect(snippets.GraphQL({ query: '{ a }', variables: { b: 1 }, url: '' })).toBe(
      '{ a }\n\n# Variables\n# {\n#   "b": 1\n# }',
    );
  });
});
