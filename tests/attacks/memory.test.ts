import { type ChildServer, nodeCommand, startChildServer } from '../support/child-server.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

/** Large answers, many at once, on a small heap. */

const AT_ONCE = 24;
const FULL = 3;

let catalogue: TestCatalogue;
let server: ChildServer;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  const { data } = await catalogue.execute<{ region: { countries: { code: string }[] } }>(
    '{ region(slug: "world") { countries { code } } }',
  );
  const countries = data.region.countries.map(({ code }) => code);
  const abstract = 'A long text about everything. '.repeat(180);
  const lines = Array.from({ length: 2 * FULL }, (_, i) =>
    JSON.stringify({ slug: `everywhere-${i}`, title: `Everywhere ${i}`, abstract, countries }),
  );
  await catalogue.importTexts({ 'everywhere.jsonl': lines.join('\n') });
  server = await startChildServer(nodeCommand('--max-old-space-size=512'), {
    DATABASE_URL: catalogue.url,
    // The operations wait for their turns, on a busy machine for long.
    LIMIT_REQUEST_TIMEOUT: '120000',
  });
}, 120_000);
afterAll(async () => {
  await server.stop();
  await catalogue.close();
});

async function ask(query: string) {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, code: errors?.[0]?.extensions.code, bytes: text.length };
}

/** @param first publications of each of the 281 countries */
const world = (first: number) =>
  `{ region(slug: "world") { countries { publications(first: ${first}) { nodes { title abstract contributions { author { name } } } } } } }`;

it.each([
  ['that are refused', 100, { status: 400, code: 'LIMIT_EXCEEDED' }],
  ['that are admitted', FULL, { status: 200, code: undefined }],
])(
  'the largest answers, %s, 24 at once, end no server with a heap of 512 MB',
  async (_, first, expected) => {
    const attack = Promise.all(Array.from({ length: AT_ONCE }, () => ask(world(first))));
    let isOver = false;
    void attack.finally(() => (isOver = true));
    const bystander = [];
    do bystander.push(await ask('{ publications { totalCount } }'));
    while (!isOver);
    for (const answer of await attack) expect(answer).toMatchObject(expected);
    for (const answer of bystander) expect(answer).toMatchObject({ status: 200, code: undefined });
    if (expected.status === 200) expect((await attack)[0]?.bytes).toBeGreaterThan(4_000_000);
    expect(server.end()).toBeNull();
  },
  120_000,
);
