import { toGlobalId } from '../../src/graphql/global-id.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

interface Entities {
  _entities: (Record<string, unknown> | null)[];
}

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Publication { year }
    ... on Country { name }
    ... on Region { m49 }
    ... on Author { sortName }
    ... on Topic { slug }
  }
}`;

const caring = 'caring-for-trafficked-persons-guidance-for-health-providers';
const towards = 'towards-global-eu-action-against-trafficking-in-human-beings';

describe('Query._entities', () => {
  test('finds every type by each of its keys, in one statement a type', async () => {
    const { data, errors, sql } = await catalogue.execute<Entities>(ENTITIES, {
      representations: [
        { __typename: 'Publication', slug: caring },
        { __typename: 'Publication', id: toGlobalId('Publication', towards) },
        { __typename: 'Country', code: 'ng' },
        { __typename: 'Region', slug: 'west-africa' },
        { __typename: 'Author', id: toGlobalId('Author', 'lori-j-mann') },
        { __typename: 'Topic', slug: 'capacity-building' },
        { __typename: 'Country', id: toGlobalId('Country', 'ANHH') },
        { __typename: 'Region', m49: '011' },
        { __typename: 'Region', id: toGlobalId('Region', 'west-africa') },
        { __typename: 'Author', slug: 'lori-j-mann' },
        { __typename: 'Topic', id: toGlobalId('Topic', 'capacity-building') },
      ],
    });
    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { __typename: 'Publication', year: 2009 },
      { __typename: 'Publication', year: 2010 },
      { __typename: 'Country', name: 'Nigeria' },
      { __typename: 'Region', m49: '011' },
      { __typename: 'Author', sortName: 'Mann, Lori J.' },
      { __typename: 'Topic', slug: 'capacity-building' },
      { __typename: 'Country', name: 'Netherlands Antilles' },
      { __typename: 'Region', m49: '011' },
      { __typename: 'Region', m49: '011' },
      { __typename: 'Author', sortName: 'Mann, Lori J.' },
      { __typename: 'Topic', slug: 'capacity-building' },
    ]);
    expect(sql).toHaveLength(2);
  });

  test('gives null for what there is not, and an error in its own place for what is no representation', async () => {
    const { data, errors } = await catalogue.execute<Entities>(ENTITIES, {
      representations: [
        { __typename: 'Publication', slug: 'no-such-publication' },
        { __typename: 'Review', id: '1' },
        { __typename: 'Publication', id: 'rubbish' },
        { __typename: 'Country' },
        { __typename: 'Publication', slug: caring },
        {},
      ],
    });
    expect(data._entities).toEqual([null, null, null, null, { __typename: 'Publication', year: 2009 }, null]);
    expect(errors?.map(({ path, message, extensions }) => [path, extensions?.code, message])).toEqual([
      [
        ['_entities', 1],
        'BAD_USER_INPUT',
        'representations[1].__typename: "Review" is not an entity of this API; give one of Publication, Country, Region, Author, Topic, Category.',
      ],
      [
        ['_entities', 2],
        'BAD_USER_INPUT',
        'representations[2].id: "rubbish" is not a global id; give one from a field "id".',
      ],
      [
        ['_entities', 3],
        'BAD_USER_INPUT',
        'representations[3]: Country has no key; give id or code as a string.',
      ],
      [
        ['_entities', 5],
        'BAD_USER_INPUT',
        'representations[5].__typename: it is missing or not a string; give one of Publication, Country, Region, Author, Topic, Category.',
      ],
    ]);
  });

  test('lists 100 wrong representations, and refuses more with one error', async () => {
    const wrong = (count: number) => ({ representations: Array.from({ length: count }, () => ({})) });
    expect((await catalogue.execute(ENTITIES, wrong(100))).errors).toHaveLength(100);
    const { data, errors } = await catalogue.execute(ENTITIES, wrong(101));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^representations: more than 100 are wrong, the last of these: representations\[100\]\.__typename: it is missing/,
        ),
        path: ['_entities'],
      },
    ]);
  });
});

describe('Query._service', () => {
  test('gives the SDL that a supergraph is composed of', async () => {
    const { data } = await catalogue.execute<{ _service: { sdl: string } }>('{ _service { sdl } }');
    expect(data._service.sdl).toContain(
      'type Publication implements Node\n  @key(fields: "id")\n  @key(fields: "slug")',
    );
  });
});
