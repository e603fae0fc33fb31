import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { createSchema } from '../../src/api/schema.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

/**
 * Asks every field of the schema for something. Paths are found by walking: a type is reached by the first field that
 * gives an object of it.
 */

/** Arguments that only a person can think of, by the field's coordinate. */
const ARGUMENTS: Record<string, string> = {
  'Query.node': '(id: "Q291bnRyeTpUWg")',
  'Query.nodes': '(ids: ["Q291bnRyeTpUWg"])',
  'Query.publication': '(slug: "atlas")',
  'Query.publications': '(search: "everythng")',
  'Query.country': '(code: "TZ")',
  'Query.region': '(slug: "west-africa")',
  'Query.author': '(slug: "everybody")',
  'Query.topic': '(slug: "everything")',
  'Query.category': '(slug: "handbooks")',
  'Query.resolve': '(names: ["Ivory Coast"])',
  'Query.suggest': '(text: "ivory")',
  'Query._entities': '(representations: [{ __typename: "Country", code: "NG" }])',
};

/** How to get to types that a walk misses, or of which it finds the wrong ones: only years have `from` and `to`. */
const PATHS: Record<string, Path> = {
  FacetBucket: (selection) => `{ publications { facets { years { buckets { ${selection} } } } } }`,
  SearchRelaxation: (selection) =>
    `{ publications(search: "everything nothing", filter: { hasYear: true }) { relaxations { ${selection} } } }`,
};

/** A publication that leaves nothing out, beside the listing; and a country that nobody knows. */
const WHOLE = {
  slug: 'atlas',
  title: 'An Atlas of Everything',
  abstract: 'Everything, everywhere.',
  year: 2021,
  issued: '2021-05',
  type: 'BOOK',
  languages: ['en'],
  identifiers: ['doi:10.1000/182'],
  place: 'Geneva',
  edition: '2nd ed.',
  pages: '212',
  volume: '3',
  issue: '4',
  keywords: ['Maps'],
  license: 'CC-BY-4.0',
  publishers: ['A House'],
  url: 'https://example.org/atlas',
  countries: ['TZ', 'ANHH', 'Atlantis'],
  regions: ['west-africa'],
  contributions: ['Everybody', 'Somebody'].map((name) => ({
    author: {
      name,
      kind: 'ORGANIZATION',
      acronym: name.slice(0, 2).toUpperCase(),
      identifiers: [{ scheme: 'ROR', value: '03yrm5c26' }].slice(0, name === 'Everybody' ? 1 : 0),
    },
  })),
  topics: ['Everything'],
  categories: ['Handbooks'],
  partOf: {
    title: 'The Book',
    publisher: 'A House',
    place: 'Geneva',
    year: 2022,
    volume: '7',
    issue: '1',
    pages: '12-34',
    issn: '2049-3630',
  },
};

const schema = createSchema();

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  const described = [
    { type: 'topic', name: 'Everything', description: 'All there is.' },
    { type: 'category', name: 'Handbooks', description: 'Books to have at hand.' },
  ];
  await catalogue.importTexts({
    'whole.jsonl': [WHOLE, ...described].map((line) => JSON.stringify(line)).join('\n'),
  });
});
afterAll(() => catalogue.close());

type Field = GraphQLField<unknown, unknown>;

/** A value of the type: enough for whatever is required and of few values. */
function valueOf(type: GraphQLInputType, coordinate: string): string {
  const named = getNullableType(type);
  if (isListType(named)) return `[${valueOf(named.ofType as GraphQLInputType, coordinate)}]`;
  if (isEnumType(named)) return named.getValues()[0]?.name as string;
  if ('name' in named && named.name === 'Int') return '1';
  if ('name' in named && named.name === 'Boolean') return 'true';
  throw new Error(`Say under ARGUMENTS what ${coordinate} is to be asked with.`);
}

function call(parent: GraphQLObjectType, field: Field): string {
  const coordinate = `${parent.name}.${field.name}`;
  const given = ARGUMENTS[coordinate];
  if (given !== undefined) return field.name + given;
  const required = field.args.filter(isRequiredArgument);
  const values = required.map(({ name, type }) => `${name}: ${valueOf(type, `${coordinate}(${name}:)`)}`);
  return field.name + (values.length > 0 ? `(${values.join(', ')})` : '');
}

/** How to get to objects of a type. */
type Path = (selection: string) => string;

/** All values of a field in an answer, wherever it stands under the path's alias. */
function collectValues(data: unknown, key: string): unknown[] {
  if (Array.isArray(data)) return data.flatMap((item) => collectValues(item, key));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === key ? [value as unknown] : collectValues(value, key),
  );
}

const objects = (value: unknown): unknown[] =>
  [value].flat(3).filter((object) => object !== null && object !== undefined);

describe('every field of the schema', () => {
  const asked = new Map<string, unknown[]>();

  beforeAll(async () => {
    const reached = new Map<GraphQLObjectType, Path>();
    const open: GraphQLObjectType[] = [];
    const reach = (type: GraphQLObjectType, path: Path) => {
      if (reached.has(type)) return;
      reached.set(type, path);
      open.push(type);
    };
    reach(schema.getQueryType() as GraphQLObjectType, (selection) => `{ ${selection} }`);
    for (const [name, path] of Object.entries(PATHS)) reach(schema.getType(name) as GraphQLObjectType, path);
    for (let type = open.shift(); type; type = open.shift()) {
      const path = reached.get(type) as Path;
      for (const field of Object.values(type.getFields())) {
        const result = getNamedType(field.type);
        const asking = call(type, field);
        const selection = isCompositeType(result) ? ' { __typename }' : '';
        const { data, errors } = await catalogue.execute<unknown>(path(`asked: ${asking}${selection}`));
        expect({ field: `${type.name}.${field.name}`, errors, unexpected: catalogue.unexpected }).toEqual({
          field: `${type.name}.${field.name}`,
          errors: undefined,
          unexpected: [],
        });
        const values = collectValues(data, 'asked');
        asked.set(`${type.name}.${field.name}`, values);
        const names = new Set(
          objects(values).map((object) => (object as { __typename?: string }).__typename),
        );
        if (isObjectType(result) && names.has(result.name))
          reach(result, (inner) => path(`${asking} { ${inner} }`));
        if (isAbstractType(result))
          for (const possible of schema.getPossibleTypes(result))
            if (names.has(possible.name))
              reach(possible, (inner) => path(`${asking} { ... on ${possible.name} { ${inner} } }`));
      }
    }
  }, 120_000);

  const fields = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

  test('is asked, of some object', () => {
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((field) => !asked.has(field))).toEqual([]);
    expect(fields.filter((field) => (asked.get(field) ?? []).length === 0)).toEqual([]);
  });

  test('has something to say', () => {
    expect(fields.filter((field) => asked.get(field)?.every((value) => value === null))).toEqual([]);
  });
});
