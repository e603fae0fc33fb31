import { type GraphQLObjectType, isNonNullType } from 'graphql';
import { createSchema } from '../../src/api/schema.ts';
import { toGlobalId } from '../../src/graphql/global-id.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

/** The fields that run a statement of their own. */
const FIELDS: Record<string, string[]> = {
  Query: [
    ...[
      'publications',
      'publication',
      'suggest',
      'publicationStatistics',
      'countries',
      'country',
      'regions',
      'region',
    ],
    ...['authors', 'author', 'topics', 'topic', 'categories', 'category', 'catalogue', 'node', 'nodes'],
  ],
  PublicationConnection: ['totalCount', 'facets', 'searchInfo', 'relaxations'],
  PublicationEdge: ['relevance', 'matchedIn', 'highlights'],
  PublicationFacets: ['countries', 'regions', 'authors', 'topics', 'categories', 'years', 'contributors'],
  PublicationStatistics: ['publicationCount', 'rowCount', 'rows', 'pageInfo'],
  Publication: ['abstract', 'related'],
  Author: ['publications', 'coAuthors'],
  Country: ['publications'],
  Region: ['publications'],
  Topic: ['publications'],
  Category: ['publications'],
  CountryConnection: ['totalCount'],
  RegionConnection: ['totalCount'],
  AuthorConnection: ['totalCount'],
  TopicConnection: ['totalCount'],
  CategoryConnection: ['totalCount'],
  Catalogue: [
    ...['publicationCount', 'countryCount', 'regionCount', 'authorCount', 'topicCount', 'categoryCount'],
    ...['years', 'lastImport', 'unresolved'],
  ],
};

describe('a field that runs a statement of its own', () => {
  const schema = createSchema();
  const coordinates = Object.entries(FIELDS).flatMap(([type, fields]) =>
    fields.map((field) => [type, field] as const),
  );
  it.each(coordinates)('%s.%s is nullable', (type, field) => {
    const found = (schema.getType(type) as GraphQLObjectType | undefined)?.getFields()[field];
    expect(found && isNonNullType(found.type)).toBe(false);
  });

  it('is null by itself if an argument is wrong: the other fields have their values', async () => {
    const { data, errors } = await catalogue.execute(`{
      bad: publications(filter: { countries: { anyOf: ["ZZ"] } }) { nodes { title } }
      good: publications(filter: { countries: { anyOf: ["NG"] } }) {
        totalCount
        facets {
          bad: countries(first: 1000) { distinct }
          good: countries { distinct }
        }
        nodes { year bad: related(first: 21) { publication { title } } countries { code bad: publications(first: 101) { totalCount } } }
      }
      statistics: publicationStatistics(by: [YEAR, YEAR]) { rowCount }
      suggest(text: "nigeria", first: 51) { value }
      country(code: "NG") { name }
    }`);
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      bad: null,
      good: {
        totalCount: 1,
        facets: { bad: null, good: { distinct: 15 } },
        nodes: [{ year: 2020, bad: null, countries: [{ code: 'NG', bad: null }] }],
      },
      statistics: null,
      suggest: null,
      country: { name: 'Nigeria' },
    });
    expect(new Set(errors?.map(({ path }) => path?.join('.')))).toEqual(
      new Set([
        'bad',
        'good.facets.bad',
        'good.nodes.0.bad',
        'good.nodes.0.countries.0.bad',
        'statistics',
        'suggest',
      ]),
    );
    expect(new Set(errors?.map(({ extensions }) => extensions?.code))).toEqual(new Set(['BAD_USER_INPUT']));
  });
});

describe('Query.nodes', () => {
  it('is null with an error in the place of what is no id, and keeps the others', async () => {
    const ids = ['rubbish', toGlobalId('Country', 'NG'), 'Country:NG', toGlobalId('Topic', 'no-such')];
    const { data, errors } = await catalogue.execute<{ nodes: unknown }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Country { name } } }`,
      { ids },
    );
    expect(JSON.parse(JSON.stringify(data.nodes))).toEqual([null, { name: 'Nigeria' }, null, null]);
    expect(errors?.map(({ path, extensions }) => [path, extensions?.argument])).toEqual([
      [['nodes', 0], 'ids[0]'],
      [['nodes', 2], 'ids[2]'],
    ]);
  });
});
