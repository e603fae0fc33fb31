import { composeServices } from '@theguild/federation-composition';
import { type IntrospectionQuery, getIntrospectionQuery, parse } from 'graphql';
import { createSchema, readTypeDefs } from '../../src/api/schema.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const ROOT_FIELDS = [
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
];

/** The root fields that are known here, in the order of a schema. */
const knownIn = (names: readonly string[]) => names.filter((name) => ROOT_FIELDS.includes(name));

describe('the schema', () => {
  it('has its root fields in the order of use, those for programs last', () => {
    const names = Object.keys(createSchema().getQueryType()?.getFields() ?? {});
    expect(knownIn(names)).toEqual(ROOT_FIELDS);
    expect(names[0]).toBe('publications');
    expect(names.slice(-4)).toEqual(['node', 'nodes', '_service', '_entities']);
  });

  describe('as introspection shows it', () => {
    let catalogue: TestCatalogue;
    let schema: IntrospectionQuery['__schema'];
    beforeAll(async () => {
      catalogue = await testCatalogue('empty', { cost: Infinity, depth: 100 });
      const query = getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true });
      const { data } = await catalogue.execute<IntrospectionQuery>(query);
      schema = JSON.parse(JSON.stringify(data.__schema)) as typeof schema;
    });
    afterAll(() => catalogue.close());

    const typeOf = (name: string) => schema.types.find((type) => type.name === name);

    it('greets', () => {
      expect(schema).toMatchObject({
        description: expect.stringMatching(/^pubatlas: a catalogue of/) as string,
      });
    });

    it('keeps the descriptions of scalars, and says what specifies them', () => {
      expect(typeOf('DateTime')).toMatchObject({
        description: expect.stringContaining('RFC 3339') as string,
        specifiedByURL: 'https://datatracker.ietf.org/doc/html/rfc3339#section-5.6',
      });
      expect(typeOf('URL')).toMatchObject({
        description: expect.stringContaining('web address') as string,
        specifiedByURL: 'https://url.spec.whatwg.org/',
      });
    });

    it('has the root fields in the same order', () => {
      const query = typeOf('Query');
      expect(query?.kind === 'OBJECT' && knownIn(query.fields.map(({ name }) => name))).toEqual(ROOT_FIELDS);
    });
  });
});

/** Another team's subgraph that has its own ideas of names that several teams are likely to use. */
const OTHER = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Query {
    reviews(orderBy: OrderDirection, language: Language): ReviewConnection
    node(id: ID!): Node @shareable
    nodes(ids: [ID!]!): [Node] @shareable
  }
  interface Node {
    id: ID!
  }
  type Review implements Node @key(fields: "id") {
    id: ID!
    at: DateTime
    url: URL
    of: Publication
    years: YearRange
    facets: [Facet!]!
  }
  type ReviewConnection {
    nodes: [Review!]!
    pageInfo: PageInfo!
    highlights: [Highlight!]!
    info: SearchInfo
  }
  type PageInfo @shareable {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }
  enum OrderDirection {
    ASC
    DESC
  }
  enum Language {
    de
    en
  }
  type YearRange {
    first: Int
    last: Int
  }
  type Facet {
    name: String!
    counts: [Int!]!
  }
  type Highlight {
    text: String!
  }
  type SearchInfo {
    took: Int
  }
  scalar DateTime
  scalar URL
  type Publication @key(fields: "id") {
    id: ID!
    reviewCount: Int
  }
  type Country @key(fields: "id") {
    id: ID!
    reviewCount: Int
  }
  type Region @key(fields: "m49") {
    m49: String
    reviewCount: Int
  }
  type Author @key(fields: "slug") {
    slug: String!
    reviewCount: Int
  }
  type Topic @key(fields: "id") {
    id: ID!
    reviewCount: Int
  }
  type Category @key(fields: "slug") {
    slug: String!
    reviewCount: Int
  }
`;

describe('the SDL, composed with another team’s', () => {
  it('shares names that both use, and every key', () => {
    const { errors, supergraphSdl } = composeServices([
      { name: 'pubatlas', typeDefs: parse(readTypeDefs()), url: 'http://pubatlas.example' },
      { name: 'reviews', typeDefs: parse(OTHER), url: 'http://reviews.example' },
    ]);
    expect(errors?.map(({ message }) => message)).toBeUndefined();
    for (const [type, keys] of Object.entries({
      Publication: ['id', 'slug'],
      Country: ['id', 'code'],
      Region: ['id', 'slug', 'm49'],
      Author: ['id', 'slug'],
      Topic: ['id', 'slug'],
      Category: ['id', 'slug'],
    }))
      for (const key of keys)
        expect(supergraphSdl).toMatch(
          new RegExp(`type ${type}\\b[^{]*@join__type\\(graph: PUBATLAS, key: "${key}"[^{]*\\{`),
        );
  });
});
