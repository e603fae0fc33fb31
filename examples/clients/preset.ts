/**
 * Types from the code generator's client preset, with any transport: here plain `fetch`. A component states what it shows as a
 * fragment beside it, and nobody else can read those fields.
 */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type GraphQLFormattedError, print } from 'graphql';
import { type FragmentType, graphql, readFragment } from './generated/index.ts';

/** An answer has both: a field that failed is null in `data`, and has an error with its path. */
interface Answer<Data> {
  data: Data | null;
  errors?: GraphQLFormattedError[];
}

/** Asks the API. The types of variables and answer come with the document. */
async function ask<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  return (await response.json()) as Answer<Data>;
}

const CARD = graphql(`
  fragment PublicationCard on Publication {
    title
    year
    authors {
      name
    }
  }
`);

/** A line about a publication: the component that owns the fragment. */
function publicationCard(publication: FragmentType<typeof CARD>): string {
  const { title, year, authors } = readFragment(CARD, publication);
  return `${title} (${year ?? 'n.d.'}), ${authors.map(({ name }) => name).join('; ')}`;
}

const OF_COUNTRY = graphql(`
  query OfCountry($code: String!, $first: Int!) {
    country(code: $code) {
      name(language: FR)
      publications(first: $first) {
        totalCount
        nodes {
          id
          ...PublicationCard
        }
      }
    }
  }
`);

/** The newest publications about a country, a line each. @throws if the country could not be read */
export async function newestOf(url: string, code: string, first: number): Promise<string[]> {
  const { data, errors } = await ask(url, OF_COUNTRY, { code, first });
  const publications = data?.country?.publications;
  if (!publications) throw new Error(errors?.[0]?.message ?? `There is no country ${code}.`);
  return publications.nodes.map(publicationCard);
}
