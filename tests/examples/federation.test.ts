import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { execute, graphql, parse, print } from 'graphql';
import { compose, gatewaySchema } from '../../examples/federation/gateway.ts';
import { createHiveGateway } from '../../examples/federation/hive.ts';
import { readingsSchema, readingsTypeDefs } from '../../examples/federation/readings.ts';
import { readTypeDefs } from '../../src/api/schema.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { testServer } from '../support/server.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

describe('a gateway over pubatlas and a second subgraph', () => {
  function gateway() {
    const statements: string[] = [];
    const readings = readingsSchema();
    const schema = gatewaySchema([
      {
        name: 'pubatlas',
        typeDefs: parse(readTypeDefs()),
        executor: async ({ document, variables }) => {
          const { data, errors, sql } = await catalogue.execute(
            print(document),
            variables as Record<string, unknown>,
          );
          statements.push(...sql);
          return { data, errors } as never;
        },
      },
      {
        name: 'readings',
        typeDefs: parse(readingsTypeDefs()),
        executor: ({ document, variables }) =>
          execute({
            schema: readings,
            document,
            variableValues: variables as Record<string, unknown>,
          }) as never,
      },
    ]);
    return { schema, statements };
  }

  test('adds the fields of the second subgraph to the publications, countries and authors of pubatlas', async () => {
    const { schema } = gateway();
    const answer = await graphql({
      schema,
      source: `{
        publications(filter: { countries: { anyOf: ["NG"] } }) {
          nodes { title year readerCount isClassic countries { name memberCount } authors { name followerCount } }
        }
      }`,
    });
    expect(answer.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      publications: {
        nodes: [
          {
            title:
              'Community Engagement in Preventing and Responding to Gender-based Violence and Trafficking in Persons (Training Guide)',
            year: 2020,
            readerCount: 0,
            isClassic: false,
            countries: [{ name: 'Nigeria', memberCount: 3 }],
            authors: [{ name: 'Shukri Hirabe Gesod', followerCount: 0 }],
          },
        ],
      },
    });
  });

  test('finds the publications that the second subgraph names, in one statement', async () => {
    const { schema, statements } = gateway();
    const answer = await graphql({ schema, source: '{ nextReadings { readerCount isClassic title year } }' });
    expect(answer.errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      nextReadings: [
        {
          readerCount: 12,
          isClassic: true,
          title: 'Legal Review on Trafficking in Persons in the Caribbean',
          year: 2010,
        },
        {
          readerCount: 7,
          isClassic: true,
          title: 'Caring for Trafficked Persons Guidance for Health Providers',
          year: 2009,
        },
      ],
    });
    expect(statements).toHaveLength(1);
  });
});

/** A server that takes connections and never answers. */
async function hangingServer() {
  const server = createServer(() => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe.each(['stitching', 'Hive Gateway'])('a supergraph whose pubatlas can’t be asked, by %s', (kind) => {
  /** Milliseconds; the other team's subgraph is given enough for a busy machine. */
  const TIMEOUTS = { hanging: 200, well: 30_000 };

  /** The answer of a supergraph of a pubatlas at that address and readings that are well. */
  async function ask(pubatlasUrl: string, query: string, timeout = TIMEOUTS.well) {
    const timeoutOf = (name: string) => (name.toLowerCase() === 'pubatlas' ? timeout : TIMEOUTS.well);
    const readings = new ApolloServer({
      schema: readingsSchema(),
      plugins: [ApolloServerPluginInlineTraceDisabled()],
    });
    const { url } = await startStandaloneServer(readings, { listen: { port: 0, host: '127.0.0.1' } });
    const subgraphs = [
      { name: 'pubatlas', typeDefs: parse(readTypeDefs()), url: pubatlasUrl },
      { name: 'readings', typeDefs: parse(readingsTypeDefs()), url },
    ];
    try {
      if (kind === 'stitching') {
        const schema = gatewaySchema(
          subgraphs.map(({ url: endpoint, ...subgraph }) => ({
            ...subgraph,
            executor: buildHTTPExecutor({ endpoint, timeout: timeoutOf(subgraph.name) }),
          })),
        );
        return JSON.parse(JSON.stringify(await graphql({ schema, source: query }))) as Answered;
      }
      await using gateway = createHiveGateway(compose(subgraphs), timeoutOf);
      const response = await gateway.fetch('http://gateway.example/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as Answered;
    } finally {
      await readings.stop();
    }
  }

  interface Answered {
    data: unknown;
    errors?: { path: (string | number)[] }[];
  }

  const QUERY = `{
    nextReadings { slug readerCount }
    whole: nextReadings { readerCount title }
    publications(first: 1) { totalCount }
    catalogue { revision }
  }`;
  const SURVIVING = {
    nextReadings: [
      { slug: 'legal-review-on-trafficking-in-persons-in-the-caribbean', readerCount: 12 },
      { slug: 'caring-for-trafficked-persons-guidance-for-health-providers', readerCount: 7 },
    ],
    whole: [null, null],
    publications: null,
    catalogue: null,
  };

  test('keeps the other team’s fields while pubatlas is down', async () => {
    const stopped = await hangingServer();
    await stopped.stop();
    const { data, errors } = await ask(stopped.url, QUERY);
    expect(data).toEqual(SURVIVING);
    expect(errors?.map(({ path }) => path.join('.')).sort()).toEqual([
      'catalogue',
      'publications',
      'whole.title',
      'whole.title',
    ]);
  });

  test('keeps them while pubatlas hangs, and waits no longer than the timeout', async () => {
    const hanging = await hangingServer();
    try {
      expect((await ask(hanging.url, QUERY, TIMEOUTS.hanging)).data).toEqual(SURVIVING);
    } finally {
      await hanging.stop();
    }
  });

  test('answers across both when pubatlas is well', async () => {
    const server = await testServer(catalogue);
    try {
      expect(
        await ask(server.url, '{ nextReadings { readerCount title } catalogue { publicationCount } }'),
      ).toEqual({
        data: {
          nextReadings: [
            { readerCount: 12, title: 'Legal Review on Trafficking in Persons in the Caribbean' },
            { readerCount: 7, title: 'Caring for Trafficked Persons Guidance for Health Providers' },
          ],
          catalogue: { publicationCount: 10 },
        },
      });
    } finally {
      await server.stop();
    }
  });
});
