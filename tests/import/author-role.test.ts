import { down, up } from '../../migrations/2026-11-27T1930_add_author_role.ts';
import { down as restorePairs, up as reduceTally } from '../../migrations/2026-11-27T2111_reduce_tally.ts';
import { verify } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { fill, make } from '../support/generated.ts';

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await fill(catalogue, make(60, 41));
});
afterAll(() => catalogue.close());

const authorIds = () =>
  catalogue.db
    .selectFrom('publication')
    .select(['slug', 'author_ids', 'author_role_ids'])
    .orderBy('slug')
    .execute();

describe('publication.author_role_ids', () => {
  it('has the contributors with the role AUTHOR, in printed order, once', async () => {
    const contribution = (name: string, role: string) => ({ author: { name }, role });
    const contributions = [
      contribution('A', 'AUTHOR'),
      contribution('B', 'EDITOR'),
      contribution('C', 'AUTHOR'),
      contribution('A', 'AUTHOR'),
      contribution('A', 'EDITOR'),
    ];
    await catalogue.importTexts({
      'roles.jsonl': JSON.stringify({ slug: 'roles', title: 'Roles', contributions }),
    });
    const slugs = new Map(
      (await catalogue.db.selectFrom('author').select(['id', 'slug']).execute()).map(({ id, slug }) => [
        id,
        slug,
      ]),
    );
    const row = (await authorIds()).find(({ slug }) => slug === 'roles');
    expect(row?.author_role_ids.map((id) => slugs.get(id))).toEqual(['a', 'c']);
    expect(row?.author_ids.map((id) => slugs.get(id))).toEqual(['a', 'b', 'c']);
  });

  it('is the same after the migration of a catalogue that lacks it, and so is the tally', async () => {
    const before = await authorIds();
    expect(before.some((row) => row.author_role_ids.length < row.author_ids.length)).toBe(true);
    await restorePairs(catalogue.db as never);
    await down(catalogue.db as never);
    await up(catalogue.db as never);
    await reduceTally(catalogue.db as never);
    expect(await authorIds()).toEqual(before);
    expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
  });
});
