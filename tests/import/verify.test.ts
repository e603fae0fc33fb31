import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { type Checked, verify, verifyText } from '../../src/import/verify/verify.ts';
import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';
import { make, toLines } from '../support/generated.ts';

const PAGES = new URL('pages/', import.meta.url);
const page = (name: string) => readFileSync(new URL(`${name}.txt`, PAGES), 'utf8');

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('listing');
  await catalogue.importTexts({ 'data.txt': page('data'), 'child.txt': page('child-trafficking') });
  await catalogue.importTexts({ 'handbooks.txt': page('handbooks') }, { heading: 'category' });
  await catalogue.importTexts({ 'made.jsonl': toLines(make(300, 1)) });
  // Some are revised, some stated twice.
  await catalogue.importTexts({ 'made.jsonl': toLines(make(300, 2)), 'again.jsonl': toLines(make(100, 1)) });
  await catalogue.importTexts({
    'data.txt': page('data').replace('2019', '2020').replace('Albania', 'Kenya'),
  });
});
afterAll(() => catalogue.close());

/** What is found after one statement, which another takes back then. */
async function findAfter(breaking: string, repairing: string): Promise<string[]> {
  await sql.raw(breaking).execute(catalogue.db);
  try {
    const checked = await verify(catalogue.db);
    // The tally differs with most of them: tally.test.ts has it.
    const others = checked.filter(({ name }) => name !== 'tally');
    return others.flatMap(({ name, differences }) =>
      differences.map(
        ({ row, what, stored, derived }) => `${name} | ${row} | ${what} | ${stored} | ${derived}`,
      ),
    );
  } finally {
    await sql.raw(repairing).execute(catalogue.db);
  }
}

const ATLAS = "slug = 'fatal-journeys-volume-4-missing-migrant-children'";
const P = 'publication fatal-journeys-volume-4-missing-migrant-children';

test('finds nothing in a catalogue that imports made', async () => {
  const checked = await verify(catalogue.db);
  expect(checked.filter(({ count }) => count > 0)).toEqual([]);
  expect(verifyText(checked)).toMatch(/^source_record +as derived\n[^]*\n\nEverything is as derived\.$/);
});

test.each<[string, string, string, RegExp[]]>([
  [
    'an id array of a row, and its list',
    `update publication set country_ids = '{1}' where ${ATLAS}`,
    `update publication set country_ids = '{}' where ${ATLAS}`,
    [
      new RegExp(`^publication \\| ${P} \\| country_ids \\| \\[1\\] \\| \\[\\]$`),
      new RegExp(`^publication_country \\| ${P} \\| in the list of country .+ \\| none \\| year 2020$`),
      new RegExp(`^what is searched \\| ${P} \\| document \\| no other stems \\| andorr andorra .*$`),
    ],
  ],
  [
    'the regions that a row lies in',
    `update publication set around_region_ids = around_region_ids || 1 where ${ATLAS}`,
    `update publication set around_region_ids = '{}' where ${ATLAS}`,
    [/^publication \| .* \| around_region_ids \| \[1\] \| \[\]$/],
  ],
  [
    'the title by which it is ordered',
    `update publication set title_key = 'z' where ${ATLAS}`,
    `update publication set title_key = 'fatal journeys volume 4 missing migrant children' where ${ATLAS}`,
    [/^publication \| .* \| title_key \| "z" \| "fatal journeys volume 4 missing migrant children"$/],
  ],
  [
    'its title',
    `update publication set title = 'Z' where ${ATLAS}`,
    `update publication set title = 'Fatal Journeys Volume 4: Missing Migrant Children' where ${ATLAS}`,
    [
      /^publication \| .* \| title \| "Z" \| "Fatal Journeys Volume 4: Missing Migrant Children"$/,
      /^what is searched \| .* \| document \| 4 children fatal journey migrant miss volum \| z$/,
    ],
  ],
  [
    'the title of one that a single source states: only the row has it',
    "update publication set title = title || 'x' where slug = 'p-250'",
    "update publication set title = left(title, -1) where slug = 'p-250'",
    [
      /^publication \| publication p-250 \| title_key \| "(.*)" \| "\1 ?x"$/,
      /^publication \| publication p-250 \| content_hash \| ".*" \| ".*"$/,
      /^what is searched \| publication p-250 \| document \| .* \| .*$/,
    ],
  ],
  [
    'its year, by which every list is ordered',
    `update publication set year = 2018 where ${ATLAS}`,
    `update publication set year = 2020 where ${ATLAS}`,
    [
      /^publication \| .* \| year \| 2018 \| 2020$/,
      ...Array<RegExp>(3).fill(/^publication_author \| .* \| year 2020 \| year 2018$/),
      /^publication_topic \| .* \| in the list of topic Data \| year 2020 \| year 2018$/,
      ...Array<RegExp>(2).fill(/^publication_category \| .* \| year 2020 \| year 2018$/),
    ],
  ],
  [
    'a contributor',
    `update contribution set position = 9 where position = 3 and publication_id = (select id from publication where ${ATLAS})`,
    `update contribution set position = 3 where position = 9 and publication_id = (select id from publication where ${ATLAS})`,
    [/^publication \| .* \| contribution \| .*,9,.* \| .*,3,/],
  ],
  [
    'a row of a list',
    `create table saved as select * from publication_topic where topic_id = (select id from topic where slug = 'data');
     delete from publication_topic where topic_id = (select id from topic where slug = 'data') and year_key = 2020`,
    'insert into publication_topic select * from saved where year_key = 2020; drop table saved',
    [/^publication_topic \| .* \| in the list of topic Data \| none \| year 2020$/],
  ],
  [
    'a row too many, of a publication that is not there',
    'insert into publication_category select id, 2000, 999999 from category order by id limit 1',
    'delete from publication_category where publication_id = 999999',
    [/^publication_category \| publication id 999999 \| in the list of category .* \| year 2000 \| none$/],
  ],
  [
    'how a publication lies in a region',
    `update publication_region m set reach = 2 from publication p, region r where p.id = m.publication_id
     and r.id = m.region_id and r.slug = 'western-europe' and p.slug = 'human-trafficking-indicator-survey'`,
    `update publication_region m set reach = 0 from publication p, region r where p.id = m.publication_id
     and r.id = m.region_id and r.slug = 'western-europe' and p.slug = 'human-trafficking-indicator-survey'`,
    [
      /^publication_region \| .* \| in the list of region Western Europe \| year 2006, reach 2 \| year 2006, reach 0$/,
    ],
  ],
  [
    'the names by which an author is found and ordered',
    "update author set plain_names = 'x', sort_key = 'x' where slug = 'julia-black'",
    "update author set plain_names = E'julia black\\nblack julia', sort_key = 'black julia' where slug = 'julia-black'",
    [
      /^author \| author julia-black \| sort_key \| "x" \| "black julia"$/,
      /^author \| author julia-black \| plain_names \| "x" \| "x\\njulia black\\nblack julia"$/,
    ],
  ],
  [
    'a topic’s order, and one that nothing is filed under',
    "insert into topic (slug, name, sort_key) values ('lone', 'Lone', 'x')",
    "delete from topic where slug = 'lone'",
    [
      /^topic \| topic lone \| sort_key \| "x" \| "lone"$/,
      /^topic without publications \| topic lone \| publications \| none \| one at least$/,
    ],
  ],
  [
    'the names of a country',
    "update country set plain_names = replace(plain_names, 'kenya', 'x') where code = 'KE'",
    "update country set plain_names = replace(plain_names, 'x', 'kenya') where code = 'KE'",
    [/^country \| country KE \| plain_names \| ".*x.*" \| ".*kenya.*"$/],
  ],
  [
    'what is searched',
    `create table saved as select document from publication where ${ATLAS};
     update publication set document = $$'fatal':1A$$ where ${ATLAS}`,
    `update publication set document = (select document from saved) where ${ATLAS}; drop table saved`,
    [
      /^what is searched \| .* \| document \| no other stems \| .* journey .*$/,
      ...Array<RegExp>(14).fill(/^search_stem \| stem .* \| documents \| (\d+ \| \d+|\d+ \| none)$/),
    ],
  ],
  [
    'the vocabulary',
    `update search_stem set documents = documents + 1 where stem = 'migrant';
     insert into search_word values ('lone', 'lone'); delete from search_word where stem = 'fatal'`,
    `update search_stem set documents = documents - 1 where stem = 'migrant';
     delete from search_word where word = 'lone'; insert into search_word values ('fatal', 'fatal')`,
    [
      /^search_stem \| stem migrant \| documents \| \d+ \| \d+$/,
      /^search_word \| stem fatal \| words \| none \| one at least$/,
      /^search_word \| word lone \| stem \| lone \| one that a document has$/,
    ],
  ],
  [
    'what a source states, of a publication that is not there',
    'update source_record set publication_id = publication_id + 1000000 where id = (select max(id) from source_record)',
    'update source_record set publication_id = publication_id - 1000000 where id = (select max(id) from source_record)',
    [
      /^source_record \| source record \d+ \| publication \| id 10\d+ \| one that exists$/,
      /^publication \| /,
    ],
  ],
  [
    'a slug that does not follow from what is stated, and its former ones',
    `update publication set slug = 'elsewhere' where ${ATLAS};
     insert into former_slug values ('publication', 'lost', 999999), ('topic', 'data', (select id from topic where slug = 'data'))`,
    `update publication set slug = 'fatal-journeys-volume-4-missing-migrant-children' where slug = 'elsewhere'; delete from former_slug`,
    [
      /^identity \| publication elsewhere \| slug \| elsewhere \| fatal-journeys-volume-4-missing-migrant-children$/,
      /^former_slug of publication \| former slug of publication lost \| id \| id 999999 \| one that exists$/,
      /^former_slug of topic \| former slug of topic data \| id \| id \d+ \| one with another slug$/,
    ],
  ],
  [
    'a slug that no source states any more',
    `update source_record r set slug = null from publication p where p.id = r.publication_id and p.slug = 'p-250'`,
    `update source_record r set slug = p.slug from publication p where p.id = r.publication_id and p.slug = 'p-250'`,
    [/^identity \| publication p-250 \| slug \| p-250 \| .+$/],
  ],
])('finds %s', async (_, breaking, repairing, expected) => {
  const found = await findAfter(breaking, repairing);
  expect(found).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
  expect((await verify(catalogue.db)).filter(({ count }) => count > 0)).toEqual([]);
});

test('lists the first differences of a check, and counts the others', async () => {
  await sql`update publication set title_key = title_key || 'x' where id <= 30`.execute(catalogue.db);
  const checked = await verify(catalogue.db);
  await sql`update publication set title_key = left(title_key, -1) where id <= 30`.execute(catalogue.db);
  expect(checked.find(({ name }) => name === 'publication')).toMatchObject({ count: 30 });
  expect(verifyText(checked)).toMatch(
    /\npublication +30 differ\n( {2}publication .*\n){20} {2}… and 10 more\n/,
  );
});

test('advises to make anew what is searched, where nothing else differs', () => {
  const checked = (name: string, count: number): Checked => ({ name, count, differences: [] });
  const lastLine = (...all: Checked[]) => verifyText(all).split('\n').at(-1);
  expect(lastLine(checked('publication', 0), checked('what is searched', 2), checked('search_word', 1))).toBe(
    '3 differ, all in what is searched: run "pubatlas reindex".',
  );
  expect(lastLine(checked('publication', 1), checked('what is searched', 2))).toBe(
    '3 differ. Importing the files again does not repair them: restore a backup, or import into an empty database.',
  );
});
