/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Newest($filter: PublicationFilter, $first: Int!, $after: String) {\n    publications(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.NewestDocument,
    "\n  query Size {\n    catalogue {\n      id\n      publicationCount\n    }\n  }\n": typeof types.SizeDocument,
    "\n  query Quality {\n    catalogue {\n      id\n      revision\n      unresolved {\n        field\n        count\n      }\n    }\n  }\n": typeof types.QualityDocument,
    "\n  query Suggest($text: String!) {\n    suggest(text: $text, first: 1) {\n      label\n      node {\n        id\n        ... on Country {\n          alpha3\n        }\n      }\n    }\n  }\n": typeof types.SuggestDocument,
    "\n  query Country($code: String!) {\n    country(code: $code) {\n      id\n      alpha3\n    }\n  }\n": typeof types.CountryDocument,
    "\n  fragment PublicationCard on Publication {\n    title\n    year\n    authors {\n      name\n    }\n  }\n": typeof types.PublicationCardFragmentDoc,
    "\n  query OfCountry($code: String!, $first: Int!) {\n    country(code: $code) {\n      name(language: FR)\n      publications(first: $first) {\n        totalCount\n        nodes {\n          id\n          ...PublicationCard\n        }\n      }\n    }\n  }\n": typeof types.OfCountryDocument,
    "\n  query Latest($first: Int, $after: String, $last: Int, $before: String) {\n    publications(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n": typeof types.LatestDocument,
};
const documents: Documents = {
    "\n  query Newest($filter: PublicationFilter, $first: Int!, $after: String) {\n    publications(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.NewestDocument,
    "\n  query Size {\n    catalogue {\n      id\n      publicationCount\n    }\n  }\n": types.SizeDocument,
    "\n  query Quality {\n    catalogue {\n      id\n      revision\n      unresolved {\n        field\n        count\n      }\n    }\n  }\n": types.QualityDocument,
    "\n  query Suggest($text: String!) {\n    suggest(text: $text, first: 1) {\n      label\n      node {\n        id\n        ... on Country {\n          alpha3\n        }\n      }\n    }\n  }\n": types.SuggestDocument,
    "\n  query Country($code: String!) {\n    country(code: $code) {\n      id\n      alpha3\n    }\n  }\n": types.CountryDocument,
    "\n  fragment PublicationCard on Publication {\n    title\n    year\n    authors {\n      name\n    }\n  }\n": types.PublicationCardFragmentDoc,
    "\n  query OfCountry($code: String!, $first: Int!) {\n    country(code: $code) {\n      name(language: FR)\n      publications(first: $first) {\n        totalCount\n        nodes {\n          id\n          ...PublicationCard\n        }\n      }\n    }\n  }\n": types.OfCountryDocument,
    "\n  query Latest($first: Int, $after: String, $last: Int, $before: String) {\n    publications(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n": types.LatestDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Newest($filter: PublicationFilter, $first: Int!, $after: String) {\n    publications(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Newest($filter: PublicationFilter, $first: Int!, $after: String) {\n    publications(filter: $filter, first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Size {\n    catalogue {\n      id\n      publicationCount\n    }\n  }\n"): (typeof documents)["\n  query Size {\n    catalogue {\n      id\n      publicationCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Quality {\n    catalogue {\n      id\n      revision\n      unresolved {\n        field\n        count\n      }\n    }\n  }\n"): (typeof documents)["\n  query Quality {\n    catalogue {\n      id\n      revision\n      unresolved {\n        field\n        count\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suggest($text: String!) {\n    suggest(text: $text, first: 1) {\n      label\n      node {\n        id\n        ... on Country {\n          alpha3\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Suggest($text: String!) {\n    suggest(text: $text, first: 1) {\n      label\n      node {\n        id\n        ... on Country {\n          alpha3\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Country($code: String!) {\n    country(code: $code) {\n      id\n      alpha3\n    }\n  }\n"): (typeof documents)["\n  query Country($code: String!) {\n    country(code: $code) {\n      id\n      alpha3\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PublicationCard on Publication {\n    title\n    year\n    authors {\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment PublicationCard on Publication {\n    title\n    year\n    authors {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfCountry($code: String!, $first: Int!) {\n    country(code: $code) {\n      name(language: FR)\n      publications(first: $first) {\n        totalCount\n        nodes {\n          id\n          ...PublicationCard\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OfCountry($code: String!, $first: Int!) {\n    country(code: $code) {\n      name(language: FR)\n      publications(first: $first) {\n        totalCount\n        nodes {\n          id\n          ...PublicationCard\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Latest($first: Int, $after: String, $last: Int, $before: String) {\n    publications(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query Latest($first: Int, $after: String, $last: Int, $before: String) {\n    publications(first: $first, after: $after, last: $last, before: $before) {\n      edges {\n        cursor\n        node {\n          id\n          title\n        }\n      }\n      pageInfo {\n        startCursor\n        endCursor\n        hasNextPage\n        hasPreviousPage\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;