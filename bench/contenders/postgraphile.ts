import { type Operations, operation } from './contender.ts';
import type { Answers } from '../workloads.ts';
import { byName, byTitle, untied } from './operations.ts';

/** The operations in the schema that PostGraphile derives from the tables. */

interface Nodes<Node> {
  nodes: Node[];
}
interface Publication {
  title: string;
  year: number;
  abstract: string;
  publicationCountriesByPublicationId: Nodes<{ countryByCountryId: { code: string } }>;
  publicationRegionsByPublicationId: Nodes<{ regionByRegionId: { slug: string } }>;
  contributionsByPublicationId: Nodes<{ authorByAuthorId: { name: string } }>;
}
interface Page extends Nodes<{ publicationByPublicationId: Publication }> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const countries = 'publicationCountriesByPublicationId { nodes { countryByCountryId { code name } } }';
const regions =
  'publicationRegionsByPublicationId(condition: { reach: 0 }) { nodes { regionByRegionId { slug name } } }';
const contributions = (author: string) =>
  `contributionsByPublicationId(condition: { role: "AUTHOR" }, orderBy: POSITION_ASC) { nodes { authorByAuthorId { ${author} } } }`;
const newest = 'orderBy: [YEAR_KEY_DESC, PUBLICATION_ID_DESC]';

const queries = {
  W1: `query W1($slug: String!) {
    publicationBySlug(slug: $slug) { title abstract year ${countries} ${regions} ${contributions('name')} }
  }`,
  W2: `query W2($code: String!, $after: Cursor) {
    countryByCode(code: $code) {
      publicationCountriesByCountryId(${newest}, first: 20, after: $after) {
        nodes { publicationByPublicationId { title year ${countries} ${regions} ${contributions('name')} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  W3: `query W3($codes: [String!]!) {
    benchCountriesByCodes(codes: $codes) {
      nodes {
        name
        publicationCountriesByCountryId(${newest}, first: 10) {
          nodes {
            publicationByPublicationId {
              title
              ${contributions(`name publicationAuthorsByAuthorId(${newest}, first: 3) {
                nodes { publicationByPublicationId { title } }
              }`)}
            }
          }
        }
      }
    }
  }`,
  W4: `query W4($words: String!) {
    benchSearchPublications(words: $words) { nodes { title year ${contributions('name')} } }
  }`,
  W5: `query W5($topic: String, $word: String) { benchFacets(topic: $topic, word: $word) }`,
  W6: `query W6($topic: String!, $after: Cursor) {
    topicBySlug(slug: $topic) {
      publicationTopicsByTopicId(${newest}, first: 20, after: $after) {
        totalCount
        nodes { publicationByPublicationId { title ${countries} } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  W7: `query W7($slugs: [String!]!) { benchPublicationsBySlugs(slugs: $slugs) { nodes { slug title year ${countries} } } }`,
};

export const postgraphileOperations: Operations = {
  W1: operation({
    request: (variables) => ({ query: queries.W1, variables }),
    read: ({ publicationBySlug: publication }: { publicationBySlug: Publication }) => ({
      ...listed(publication),
      abstract: publication.abstract,
    }),
  }),
  W2: operation({
    request: ({ code }, after) => ({ query: queries.W2, variables: { code, after } }),
    read: ({ countryByCode: country }: { countryByCode: { publicationCountriesByCountryId: Page } }) => ({
      hasNextPage: country.publicationCountriesByCountryId.pageInfo.hasNextPage,
      nodes: publicationsOf(country.publicationCountriesByCountryId).map(listed),
    }),
    cursor: ({ countryByCode: country }) => nextOf(country.publicationCountriesByCountryId),
  }),
  W3: operation({
    request: (variables) => ({ query: queries.W3, variables }),
    read: ({ benchCountriesByCodes }: { benchCountriesByCodes: Nodes<W3Country> }) =>
      byName(benchCountriesByCodes.nodes).map(({ name, publicationCountriesByCountryId }) => ({
        name,
        publications: publicationsOf(publicationCountriesByCountryId).map((publication) => ({
          title: publication.title,
          authors: publication.contributionsByPublicationId.nodes.map(({ authorByAuthorId: author }) => ({
            name: author.name,
            titles: publicationsOf(author.publicationAuthorsByAuthorId).map(({ title }) => title),
          })),
        })),
      })),
  }),
  W4: operation({
    request: (variables) => ({ query: queries.W4, variables }),
    read: ({ benchSearchPublications: { nodes } }: { benchSearchPublications: Nodes<Publication> }) =>
      nodes.map((publication) => ({
        title: publication.title,
        year: publication.year,
        authors: authors(publication),
      })),
  }),
  W5: operation({
    request: (variables) => ({ query: queries.W5, variables }),
    read: ({ benchFacets }: { benchFacets: string | Answers['W5'] }) => {
      const facets = (
        typeof benchFacets === 'string' ? JSON.parse(benchFacets) : benchFacets
      ) as Answers['W5'];
      return {
        countries: untied(facets.countries),
        regions: untied(facets.regions),
        years: untied(facets.years),
      };
    },
  }),
  W6: operation({
    request: ({ topic }, after) => ({ query: queries.W6, variables: { topic, after } }),
    read: ({ topicBySlug: topic }: { topicBySlug: { publicationTopicsByTopicId: Page } }) => ({
      totalCount: topic.publicationTopicsByTopicId.totalCount,
      nodes: publicationsOf(topic.publicationTopicsByTopicId).map((publication) => ({
        title: publication.title,
        countries: codes(publication),
      })),
    }),
    cursor: ({ topicBySlug: topic }) => nextOf(topic.publicationTopicsByTopicId),
  }),
  W7: operation({
    request: (variables) => ({ query: queries.W7, variables }),
    read: ({ benchPublicationsBySlugs: { nodes } }: { benchPublicationsBySlugs: Nodes<Publication> }) =>
      byTitle(
        nodes.map((publication) => ({
          title: publication.title,
          year: publication.year,
          countries: codes(publication),
        })),
      ),
  }),
};

interface W3Country {
  name: string;
  publicationCountriesByCountryId: Nodes<{ publicationByPublicationId: W3Publication }>;
}
interface W3Publication {
  title: string;
  contributionsByPublicationId: Nodes<{
    authorByAuthorId: {
      name: string;
      publicationAuthorsByAuthorId: Nodes<{ publicationByPublicationId: { title: string } }>;
    };
  }>;
}

function publicationsOf<Of>({ nodes }: Nodes<{ publicationByPublicationId: Of }>): Of[] {
  return nodes.map(({ publicationByPublicationId }) => publicationByPublicationId);
}

function listed(publication: Publication) {
  return {
    title: publication.title,
    year: publication.year,
    countries: codes(publication),
    regions: publication.publicationRegionsByPublicationId.nodes
      .map(({ regionByRegionId }) => regionByRegionId.slug)
      .sort(),
    authors: authors(publication),
  };
}

function authors({ contributionsByPublicationId: { nodes } }: Publication): { name: string }[] {
  return nodes.map(({ authorByAuthorId }) => ({ name: authorByAuthorId.name }));
}

function codes({ publicationCountriesByPublicationId: { nodes } }: Publication): string[] {
  return nodes.map(({ countryByCountryId }) => countryByCountryId.code).sort();
}

function nextOf({ pageInfo }: Page): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}
