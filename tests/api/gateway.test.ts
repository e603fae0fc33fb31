import { execute, graphql, parse, print } from 'graphql';
import { gatewaySchema } from '../../examples/federation/gateway.ts';
import { readingsSchema, readingsTypeDefs } from '../../examples/federation/readings.ts';
import { readTypeDefs } from '../../src/api/schema.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

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
