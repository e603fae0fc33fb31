import fc from 'fast-check';
import type { GraphQLInputType } from 'graphql';
import { createSchema } from '../../src/api/schema.ts';
import { PUBLICATION_PARAMETERS, STATISTICS_PARAMETERS } from '../../src/export/arguments.ts';
import { EXPORT_FORMATS } from '../../src/export/formats/formats.ts';
import { type Choose, randomInput } from '../support/random-operation.ts';
import { type ServedCatalogue, serveCatalogue } from '../support/served.ts';

/** Set another one to try other requests. */
const SEED = Number(process.env.SEED ?? 20_261_128);

let served: ServedCatalogue;
serveCatalogue('listing', (catalogue) => (served = catalogue));

/** Node refuses longer URLs. */
const LONGEST = 8000;

const schema = createSchema();
const inputType = (name: string) => schema.getType(name) as GraphQLInputType;
const FILTER = inputType('PublicationFilter');
const SLUG = 'caring-for-trafficked-persons-guidance-for-health-providers';

const VALUES: Record<(typeof PUBLICATION_PARAMETERS)[number], readonly string[]> = {
  search: ['trafficked', '', '"', '-x', '😀', 'nul \0', 'a'.repeat(1001)],
  filter: ['', 'null', '[]', '{', '{"__proto__":{}}', '{"not":'.repeat(20)],
  orderBy: ['TITLE:ASC', 'YEAR:DESC', 'RELEVANCE:DESC', 'TITLE', ':', '__proto__:ASC', 'title:asc'],
  limit: ['1', '0', '-1', '3', '1e3', '2147483648', '9'.repeat(400), ''],
  shape: ['wide', 'long', 'constructor'],
  by: ['country', 'author', 'COUNTRY,YEAR', 'COUNTRY', 'COUNTRY,COUNTRY', 'AUTHOR,TOPIC,YEAR', ','],
  bom: ['true', 'false', '1', ''],
};

/** Makes the path and query of a request for a file: mostly valid, with wrong, doubled and unknown parameters. */
function randomRequest(choose: Choose): string {
  const pick = <T>(values: readonly T[]): T => values[choose(values.length - 1)] as T;
  const isStatistics = choose(3) === 0;
  const parameters = new URLSearchParams();
  for (const name of isStatistics ? STATISTICS_PARAMETERS : PUBLICATION_PARAMETERS) {
    if (choose(2) > 0) continue;
    const isFilter = name === 'filter' && choose(3) > 0;
    parameters.append(
      name,
      isFilter ? JSON.stringify(randomInput(schema, FILTER, choose)) : pick(VALUES[name]),
    );
    if (choose(30) === 0) parameters.append(name, pick(VALUES[name]));
  }
  if (choose(30) === 0) parameters.append(pick(['x', '__proto__', 'filter[year]']), '1');
  const extensions = EXPORT_FORMATS.map(({ extension }) => `.${extension}`);
  const path = isStatistics
    ? '/export/statistics.csv'
    : pick(['/export/publications', `/publications/${SLUG}`, '/publications/%00']) +
      pick([...extensions, '']);
  return `${path}?${parameters.toString()}`;
}

test('random requests for files are answered, and none is an internal error', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => {
      const request = randomRequest((most) => generate(fc.nat, { max: most }));
      if (request.length > LONGEST) return;
      const response = await fetch(new URL(request, served.server.url));
      const text = await response.text();
      const isExpected = [200, 400, 404].includes(response.status);
      const isWellFormed = response.status === 200 || text.startsWith('{"errors":[{"message":"');
      expect({ request, text, isExpected, isWellFormed }).toEqual({
        request,
        text,
        isExpected: true,
        isWellFormed: true,
      });
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    }),
    { seed: SEED, numRuns: 300, endOnFailure: true },
  );
  expect(statuses.get(200)).toBeGreaterThan(50);
  expect(statuses.get(400)).toBeGreaterThan(50);
});
