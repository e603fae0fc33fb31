import { type TestCatalogue, testCatalogue } from '../support/catalogue.ts';

const PUBLICATIONS = [
  {
    slug: 'self',
    title: 'Smuggling of orchids',
    authors: ['Ana Mann', 'Bo Lee'],
    countries: ['NG', 'GH'],
    regions: ['west-africa'],
    topics: ['Plants'],
    categories: ['Studies'],
    year: 2010,
  },
  { slug: 'authors', title: 'Other things', authors: ['Bo Lee', 'Ana Mann'], year: 2001 },
  { slug: 'author-place', title: 'Yet more', authors: ['Ana Mann'], countries: ['GH'], year: 2002 },
  { slug: 'word', title: 'Greenhouses', abstract: 'Of tulips and an orchid, smuggled.', year: 2003 },
  { slug: 'places', title: 'Elsewhere', countries: ['GH', 'NG'], regions: ['west-africa'], year: 2004 },
  { slug: 'topic', title: 'Roots', topics: ['Plants'], categories: ['Studies'], year: 2005 },
  { slug: 'newer', title: 'Leaves', topics: ['Plants'], categories: ['Studies'], year: 2006 },
  // West Africa holds Mali, but this is filed under neither.
  { slug: 'none', title: 'Nothing', countries: ['ML'], year: 2020 },
  { slug: 'english', title: 'The Dog and the House' },
  { slug: 'english-too', title: 'The Cat and the Garden' },
  { slug: 'french', title: 'Les Chats de la Maison' },
  { slug: 'french-too', title: 'Les Chiens de la Rue' },
];

let catalogue: TestCatalogue;
beforeAll(async () => {
  catalogue = await testCatalogue('empty');
  await catalogue.importTexts({
    'a.jsonl': PUBLICATIONS.map((publication) => JSON.stringify(publication)).join('\n'),
  });
});
afterAll(() => catalogue.close());

interface Related {
  publication: { slug: string };
  reasons: { kind: string; label: string }[];
}

const REASONS = 'publication { slug } reasons { kind label }';

describe('Publication.related', () => {
  it('gives what has most in common, and why', async () => {
    const { data, sql } = await catalogue.execute<{ publication: { related: Related[] } }>(
      `{ publication(slug: "self") { related(first: 20) { ${REASONS} } } }`,
    );
    expect(
      data.publication.related.map(({ publication, reasons }) => [
        publication.slug,
        ...reasons.map(({ kind, label }) => `${kind} ${label}`),
      ]),
    ).toEqual([
      ['authors', 'AUTHOR Ana Mann', 'AUTHOR Bo Lee'],
      ['author-place', 'AUTHOR Ana Mann', 'COUNTRY Ghana'],
      ['word', 'WORD orchid', 'WORD smuggled'],
      ['places', 'COUNTRY Ghana', 'COUNTRY Nigeria', 'REGION West Africa'],
      ['newer', 'TOPIC Plants', 'CATEGORY Studies'],
      ['topic', 'TOPIC Plants', 'CATEGORY Studies'],
    ]);
    expect(sql).toHaveLength(2);
  });

  it('is one statement for a page, of each number asked for', async () => {
    const { data, sql, errors } = await catalogue.execute<{
      publications: { nodes: { slug: string; two: Related[]; one: Related[] }[] };
    }>(
      `{ publications { nodes { slug two: related(first: 2) { ${REASONS} } one: related(first: 1) { ${REASONS} } } } }`,
    );
    expect(errors).toBeUndefined();
    const relatedTo = (slug: string) => data.publications.nodes.find((node) => node.slug === slug);
    expect(relatedTo('self')?.two.map(({ publication }) => publication.slug)).toEqual([
      'authors',
      'author-place',
    ]);
    expect(relatedTo('self')?.one).toEqual(relatedTo('self')?.two.slice(0, 1));
    expect(relatedTo('word')?.one.map(({ publication }) => publication.slug)).toEqual([]);
    expect(relatedTo('none')?.two).toEqual([]);
    expect(sql).toHaveLength(3);
  });

  it.each(['english', 'french'])('takes no stop word for something in common: %s', async (slug) => {
    const { data } = await catalogue.execute<{ publication: { related: Related[] } }>(
      `{ publication(slug: "${slug}") { related(first: 20) { ${REASONS} } } }`,
    );
    expect(data.publication.related).toEqual([]);
  });

  it('has all that a publication has', async () => {
    const { data } = await catalogue.execute<never>(
      `{ publication(slug: "topic") { related(first: 1) { publication { title year abstract authors { name } related(first: 1) { publication { slug } } } } } }`,
    );
    expect(data).toEqual({
      publication: {
        related: [
          {
            publication: {
              title: 'Smuggling of orchids',
              year: 2010,
              abstract: null,
              authors: [{ name: 'Ana Mann' }, { name: 'Bo Lee' }],
              related: [{ publication: { slug: 'authors' } }],
            },
          },
        ],
      },
    });
  });

  it.each([-1, 21])('refuses first: %i', async (first) => {
    const { errors } = await catalogue.execute(
      `{ publication(slug: "self") { related(first: ${first}) { ${REASONS} } } }`,
    );
    expect(errors?.[0]).toMatchObject({
      message: `first: ${first} is out of range; give 0 to 20.`,
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
  });
});
