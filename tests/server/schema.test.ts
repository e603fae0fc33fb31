import { buildClientSchema, buildSchema, type IntrospectionQuery, printSchema } from 'graphql';
import type { TestServer } from '../support/server.ts';
import { serveCatalogue } from '../support/served.ts';

let server: TestServer;
serveCatalogue('empty', (served) => ({ server } = served));

const at = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url), { headers });

describe('GET /schema.graphql', () => {
  it('is the schema without what is for gateways and pricing', async () => {
    const response = await at('/schema.graphql');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const sdl = await response.text();
    const schema = buildSchema(sdl);
    const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    expect(names).toEqual(
      expect.arrayContaining([
        'Query',
        'Node',
        'Publication',
        'Country',
        'Region',
        'Author',
        'Topic',
        'Category',
      ]),
    );
    expect(names.filter((name) => /_|FieldSet|Scope|Policy/.test(name))).toEqual([]);
    expect(sdl).not.toMatch(/_entities|_service|@key|@cost|@listSize|^directive/m);
    expect(sdl).toContain('"""'); // descriptions
  });

  it('answers every field that clients may ask for', async () => {
    const sdl = await (await at('/schema.graphql')).text();
    const introspection = await (await at('/schema.json')).json();
    expect(`${printSchema(buildClientSchema(introspection as IntrospectionQuery))}\n`).toBe(sdl);
  });
});

it.each(['/schema.graphql', '/schema.json'])('%s is not sent again to who has it', async (path) => {
  const etag = (await at(path)).headers.get('etag') as string;
  const again = await at(path, { 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
