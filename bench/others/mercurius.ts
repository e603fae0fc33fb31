import Fastify from 'fastify';
import mercurius from 'mercurius';
import {
  type Found,
  type Owner,
  type Page,
  type PageArguments,
  type Row,
  countriesByCodes,
  countryByCode,
  countsOf,
  facets,
  pagesOf,
  publicationsBySlugs,
  related,
  searchPublications,
  topicBySlug,
  typeDefs,
} from '../servers/usual.ts';

/** Mercurius as its documentation recommends: with loaders and compiled operations. Needs PORT and DATABASE_URL. */

interface Asked<Of, Params = unknown> {
  obj: Of;
  params: Params;
}

const ids = (asked: Asked<{ id: number }>[]) => asked.map(({ obj }) => obj.id);

function publicationsOf(owner: Owner) {
  return {
    async publications(asked: Asked<Row, PageArguments>[]) {
      const answers = new Map<string, Page>();
      for (const args of new Set(asked.map(({ params }) => JSON.stringify(params)))) {
        const same = asked.filter(({ params }) => JSON.stringify(params) === args);
        for (const page of await pagesOf(owner, ids(same), JSON.parse(args) as PageArguments))
          answers.set(`${page.id} ${args}`, page);
      }
      return asked.map(({ obj, params }) => answers.get(`${obj.id} ${JSON.stringify(params)}`));
    },
  };
}

const app = Fastify();
await app.register(mercurius, {
  schema: typeDefs,
  jit: 1,
  resolvers: {
    Query: {
      publication: async (_: unknown, { slug }: { slug: string }) => (await publicationsBySlugs([slug]))[0],
      country: (_: unknown, { code }: { code: string }) => countryByCode(code),
      countries: async (_: unknown, { filter }: { filter: { codes: string[] } }) => ({
        nodes: await countriesByCodes(filter.codes),
      }),
      topic: (_: unknown, { slug }: { slug: string }) => topicBySlug(slug),
      publications: (_: unknown, found: Found) => found,
      _entities: async (_: unknown, { representations }: { representations: { slug: string }[] }) => {
        const slugs = representations.map(({ slug }) => slug);
        const found = new Map((await publicationsBySlugs(slugs)).map((row) => [row.slug, row]));
        return slugs.map((slug) => found.get(slug) ?? null);
      },
    },
    FoundPublications: { nodes: searchPublications, facets: (found: Found) => found },
    Facets: facets,
    _Entity: { resolveType: () => 'Publication' },
  },
  loaders: {
    Publication: {
      countries: (asked: Asked<Row>[]) => related.countries(ids(asked)),
      regions: (asked: Asked<Row>[]) => related.regions(ids(asked)),
      authors: (asked: Asked<Row>[]) => related.authors(ids(asked)),
    },
    Country: publicationsOf('country'),
    Author: publicationsOf('author'),
    Topic: publicationsOf('topic'),
    PublicationConnection: {
      async totalCount(asked: Asked<Page>[]) {
        const owner = asked[0]?.obj.owner as Owner;
        return countsOf(owner, ids(asked));
      },
    },
  },
} as never);
await app.listen({ port: Number(process.env.PORT), host: 'localhost' });
