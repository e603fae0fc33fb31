import { toGlobalId, type NodeType } from '../../src/graphql/global-id.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

let catalogue: TestCatalogue;
beforeAll(async () => (catalogue = await testCatalogue('listing')));
afterAll(() => catalogue.close());

const NODES: [NodeType, string][] = [
  ['Publication', 'caring-for-trafficked-persons-guidance-for-health-providers'],
  ['Country', 'ANHH'],
  ['Region', 'west-africa'],
  ['Author', 'lori-j-mann'],
  ['Topic', 'capacity-building'],
];
const IDS = NODES.map(([type, key]) => toGlobalId(type, key));
const NODE = '__typename id ... on Publication { slug } ... on Country { code } ... on Region { slug }';

describe('Query.node', () => {
  test.each(NODES)('finds a %s by the id it gave', async (type, key) => {
    const { data, errors } = await catalogue.execute<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { __typename id } }`,
      { id: toGlobalId(type, key) },
    );
    expect(errors).toBeUndefined();
    expect(data.node).toEqual({ __typename: type, id: toGlobalId(type, key) });
  });

  test('is null for what there is not', async () => {
    for (const [type, key] of [
      ['Publication', 'no-such'],
      ['Category', 'handbooks'],
      ['Country', 'ZZ'],
      ['Author', "'; drop table author; --"],
      ['Region', '__proto__'],
    ] as [NodeType, string][]) {
      const { data, errors } = await catalogue.execute<{ node: null }>(
        `query ($id: ID!) { node(id: $id) { id } }`,
        {
          id: toGlobalId(type, key),
        },
      );
      expect(errors).toBeUndefined();
      expect(data.node).toBeNull();
    }
  });

  test('knows an object by its own id alone, not by one made of another of its codes', async () => {
    const { data, errors } = await catalogue.execute<{ nodes: null[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
      {
        ids: [
          ['Country', 'NGA'],
          ['Country', '566'],
          ['Country', 'ng'],
          ['Region', '011'],
        ].map(([type, key]) => toGlobalId(type as NodeType, key as string)),
      },
    );
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual([null, null, null, null]);
  });

  test.each(['', 'x', 'TkE', 'UHVibGljYXRpb24', `${IDS[0]}=`, '\0', '\ud800', 'Country:NG'])(
    'refuses %j, which is no id',
    async (id) => {
      const { errors } = await catalogue.execute(`query ($id: ID!) { node(id: $id) { id } }`, { id });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toMatch(/^id: .* is not a global id; give one from a field "id"\.$/);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
    },
  );
});

describe('Query.nodes', () => {
  test('answers in the order asked for, twice what is asked twice, in a statement a type, and one for unknown slugs', async () => {
    const ids = [IDS[2], IDS[0], toGlobalId('Publication', 'no-such'), IDS[1], IDS[0], IDS[3]];
    const { data, errors, sql } = await catalogue.execute<{ nodes: ({ id: string } | null)[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ${NODE} } }`,
      { ids },
    );
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual([
      { __typename: 'Region', id: IDS[2], slug: 'west-africa' },
      { __typename: 'Publication', id: IDS[0], slug: NODES[0]?.[1] },
      null,
      { __typename: 'Country', id: IDS[1], code: 'ANHH' },
      { __typename: 'Publication', id: IDS[0], slug: NODES[0]?.[1] },
      { __typename: 'Author', id: IDS[3] },
    ]);
    expect(sql).toHaveLength(3);
  });

  test('takes 100 ids, and no more', async () => {
    const ids = (count: number) => Array.from({ length: count }, () => IDS[1]);
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`;
    const { data } = await catalogue.execute<{ nodes: object[] }>(query, { ids: ids(100) });
    expect(data.nodes).toHaveLength(100);
    const { errors } = await catalogue.execute(query, { ids: ids(101) });
    expect(errors?.[0]?.message).toBe('ids: 101 ids are too many; give 100 at most.');
  });

  test('names the one that is no id', async () => {
    const { errors } = await catalogue.execute(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, {
      ids: [IDS[0], 'rubbish'],
    });
    expect(errors?.[0]?.extensions?.argument).toBe('ids[1]');
  });
});
