import { createHash } from 'node:crypto';
import { makeManifest } from '../../src/api/manifest.ts';
import { createSchema } from '../../src/api/schema.ts';

const schema = createSchema();
const make = (sources: Record<string, string>) => makeManifest(schema, new Map(Object.entries(sources)));

describe('makeManifest', () => {
  it('gives each operation its hash, and the fragments that it uses', () => {
    const made = make({
      'a.graphql': 'query A { publications { nodes { ...Title } } } query B { catalogue { version } }',
      'fragments.graphql': 'fragment Title on Publication { title } fragment Unused on Country { code }',
    });
    const a =
      'query A {\n  publications {\n    nodes {\n      ...Title\n    }\n  }\n}\n\nfragment Title on Publication {\n  title\n}';
    const b = 'query B {\n  catalogue {\n    version\n  }\n}';
    const id = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(made).toEqual({
      manifest: {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [
          { id: id(a), name: 'A', type: 'query', body: a },
          { id: id(b), name: 'B', type: 'query', body: b },
        ],
      },
    });
  });

  it('says where an operation is not right', () => {
    expect(
      make({ 'a.graphql': 'query A {\n  nothing\n}', 'b.graphql': 'query B { catalogue { version } }' }),
    ).toEqual({
      problems: ['a.graphql:2: Cannot query field "nothing" on type "Query".'],
    });
    expect(make({ 'a.graphql': 'query A {' })).toEqual({
      problems: ['a.graphql:1: Syntax Error: Expected Name, found <EOF>.'],
    });
    expect(make({ 'a.graphql': 'subscription A { __typename }' })).toEqual({
      problems: ['a.graphql:1: This API has no subscriptions; send a query.'],
    });
    expect(
      make({
        'a.graphql': 'query A { __typename }',
        'b.graphql': 'query A { __typename }\n\n{ __typename }',
      }),
    ).toEqual({
      problems: [
        'a.graphql:1: There can be only one operation named "A".',
        'b.graphql:3: The operation has no name; give it one: query Name { … }.',
      ],
    });
  });

  it('asks for a name of each anonymous operation, in its own file', () => {
    expect(make({ 'a.graphql': '{ __typename }', 'b.graphql': '\nquery { __typename }' })).toEqual({
      problems: [
        'a.graphql:1: The operation has no name; give it one: query Name { … }.',
        'b.graphql:2: The operation has no name; give it one: query Name { … }.',
      ],
    });
  });

  it('refuses files without an operation', () => {
    expect(make({ 'a.graphql': 'fragment Unused on Country { code }' })).toEqual({
      problems: ['There is no operation in a.graphql.'],
    });
    expect(make({})).toEqual({ problems: ['There is no operation in the files given.'] });
  });
});
