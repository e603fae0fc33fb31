import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import {
  type Found,
  type Owner,
  type Page,
  type PageArguments,
  type PublicationRow,
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
} from './usual.ts';

/** Apollo Server in the usual style, with a DataLoader per relation. Needs PORT and DATABASE_URL. */

type Loaders = ReturnType<typeof makeLoaders>;

function makeLoaders() {
  const pages = (owner: Owner) =>
    new DataLoader<{ id: number; args: PageArguments }, Page, string>(
      async (keys) => {
        const answers = new Map<string, Page>();
        for (const args of new Set(keys.map((key) => JSON.stringify(key.args)))) {
          const ids = keys.filter((key) => JSON.stringify(key.args) === args).map(({ id }) => id);
          for (const page of await pagesOf(owner, ids, JSON.parse(args) as PageArguments))
            answers.set(`${page.id} ${args}`, page);
        }
        return keys.map(({ id, args }) => answers.get(`${id} ${JSON.stringify(args)}`) as Page);
      },
      { cacheKeyFn: ({ id, args }) => `${id} ${JSON.stringify(args)}` },
    );
  return {
    publication: new DataLoader<string, PublicationRow | null>(async (slugs) => {
      const found = new Map((await publicationsBySlugs(slugs)).map((row) => [row.slug, row]));
      return slugs.map((slug) => found.get(slug) ?? null);
    }),
    countries: new DataLoader<number, Row[]>(related.countries),
    regions: new DataLoader<number, Row[]>(related.regions),
    authors: new DataLoader<number, Row[]>(related.authors),
    pages: { country: pages('country'), author: pages('author'), topic: pages('topic') },
    count: {
      country: new DataLoader<number, number>((ids) => countsOf('country', ids)),
      author: new DataLoader<number, number>((ids) => countsOf('author', ids)),
      topic: new DataLoader<number, number>((ids) => countsOf('topic', ids)),
    },
  };
}

const publicationsOf = (owner: Owner) => ({
  publications: ({ id }: Row, args: PageArguments, { loaders }: { loaders: Loaders }) =>
    loaders.pages[owner].load({ id, args }),
});
type Context = { loaders: Loaders };

const server = new ApolloServer<Context>({
  typeDefs,
  resolvers: {
    Query: {
      publication: (_: unknown, { slug }: { slug: string }, { loaders }: Context) =>
        loaders.publication.load(slug),
      country: (_: unknown, { code }: { code: string }) => countryByCode(code),
      countries: async (_: unknown, { filter }: { filter: { codes: string[] } }) => ({
        nodes: await countriesByCodes(filter.codes),
      }),
      topic: (_: unknown, { slug }: { slug: string }) => topicBySlug(slug),
      publications: (_: unknown, found: Found) => found,
      _entities: (
        _: unknown,
        { representations }: { representations: { slug: string }[] },
        { loaders }: Context,
      ) => representations.map(({ slug }) => loaders.publication.load(slug)),
    },
    _Entity: { __resolveType: () => 'Publication' },
    FoundPublications: { nodes: searchPublications, facets: (found: Found) => found },
    Facets: facets,
    Publication: {
      countries: ({ id }: Row, _: unknown, { loaders }: Context) => loaders.countries.load(id),
      regions: ({ id }: Row, _: unknown, { loaders }: Context) => loaders.regions.load(id),
      authors: ({ id }: Row, _: unknown, { loaders }: Context) => loaders.authors.load(id),
    },
    Country: publicationsOf('country'),
    Author: publicationsOf('author'),
    Topic: publicationsOf('topic'),
    PublicationConnection: {
      totalCount: ({ owner, id }: Page, _: unknown, { loaders }: Context) => loaders.count[owner].load(id),
    },
  },
});

await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: 'localhost' },
  context: () => Promise.resolve({ loaders: makeLoaders() }),
});
