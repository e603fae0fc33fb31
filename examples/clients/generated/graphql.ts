/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What sort of author. */
export type AuthorKind =
  /** An organisation, a ministry, a network. */
  | 'ORGANIZATION'
  /** A human being. */
  | 'PERSON'
  /** The source does not tell. */
  | 'UNKNOWN';

/** A choice of authors. `name` and `kind` together ask for one contributor with both. */
export type AuthorsFilter = {
  /** All of these had a part in it. */
  allOf?: Array<string> | null | undefined;
  /** At least one of these, by slug or global id, had a part in it. An author that is not known had none. */
  anyOf?: Array<string> | null | undefined;
  /** Someone of this kind had a part in it. */
  kind?: AuthorKind | null | undefined;
  /** Someone had a part in it whose name, acronym or other name contains this, without regard to case and accents. */
  name?: string | null | undefined;
  /** None of these had a part in it. */
  noneOf?: Array<string> | null | undefined;
};

/**
 * A choice of countries, each by ISO 3166 alpha-2, alpha-3, numeric or (former countries) four-letter code, in any case. A
 * code that no country has is an error.
 */
export type CountryCodesFilter = {
  /** It is about all of these. */
  allOf?: Array<string> | null | undefined;
  /** It is about at least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** It is about none of these. */
  noneOf?: Array<string> | null | undefined;
};

/**
 * Which publications. All that is given must hold; `{}` is everything, and a field that is null counts as not given.
 *
 * Example, a study on Nigeria or on any part of West Africa since 2015, not about law enforcement:
 * `{ year: { from: 2015 }, or: [{ countries: { anyOf: ["NG"] } }, { regions: { anyOf: ["west-africa"] } }], not: { topics: { anyOf: ["law-enforcement"] } } }`
 */
export type PublicationFilter = {
  /** Every one of these holds. An empty list holds always. */
  and?: Array<PublicationFilter> | null | undefined;
  /** Who had a part in it, in any role. */
  authors?: AuthorsFilter | null | undefined;
  /** The categories it is filed under, by slug. */
  categories?: SlugsFilter | null | undefined;
  /** The countries it is about. */
  countries?: CountryCodesFilter | null | undefined;
  /** Whether it has an abstract. */
  hasAbstract?: boolean | null | undefined;
  /** Whether any contributor is known, in any role. */
  hasAuthors?: boolean | null | undefined;
  /** Its global id is one of these. */
  ids?: Array<string> | null | undefined;
  /**
   * Where true, the `countries` and `regions` beside it also find what is worldwide in scope (`anyOf` and `allOf`;
   * `noneOf` is not affected). Otherwise worldwide publications are found by a place only where they name it.
   */
  includeWorldwide?: boolean | null | undefined;
  /** Whether it is about the whole world. */
  isWorldwide?: boolean | null | undefined;
  /**
   * This does not hold. A publication of unknown year is not from 2015 on, so it is among those with
   * `not: { year: { from: 2015 } }`.
   */
  not?: PublicationFilter | null | undefined;
  /** At least one of these holds. An empty list never does. */
  or?: Array<PublicationFilter> | null | undefined;
  /** The regions it is about. */
  regions?: RegionSlugsFilter | null | undefined;
  /** Its slug is one of these. */
  slugs?: Array<string> | null | undefined;
  /** The topics it is filed under, by slug. */
  topics?: SlugsFilter | null | undefined;
  /** It was created or changed at this instant or after. */
  updatedSince?: string | null | undefined;
  /** Its year. */
  year?: YearFilter | null | undefined;
};

/** What it is to be about a region. */
export type RegionMatch =
  /** Filed under the region itself. */
  | 'DIRECT'
  /** That, or about a country in it: Africa finds West Africa, and finds Nigeria. */
  | 'INCLUDING_COUNTRIES'
  /** Filed under it or under a region within it: Africa finds West Africa. */
  | 'INCLUDING_SUBREGIONS';

/** A choice of regions, each by slug or by M49 code. One that is not known is an error. */
export type RegionSlugsFilter = {
  /** It is about all of these. */
  allOf?: Array<string> | null | undefined;
  /** It is about at least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** What it is to be about a region. */
  match?: RegionMatch;
  /** It is about none of these. */
  noneOf?: Array<string> | null | undefined;
};

/** A choice by slug. A slug that is not known is filed under by nothing. */
export type SlugsFilter = {
  /** All of these. */
  allOf?: Array<string> | null | undefined;
  /** At least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** None of these. */
  noneOf?: Array<string> | null | undefined;
};

/** A range or a choice of years. A publication of unknown year is in none. */
export type YearFilter = {
  /** This year or later. */
  from?: number | null | undefined;
  /** One of these years. */
  in?: Array<number> | null | undefined;
  /** This year or earlier. */
  to?: number | null | undefined;
};

export type NewestQueryVariables = Exact<{
  filter?: PublicationFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type NewestQuery = { publications: { totalCount: number | null, edges: Array<{ cursor: string, node: { id: string, title: string } }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } | null };

export type SizeQueryVariables = Exact<{ [key: string]: never; }>;


export type SizeQuery = { catalogue: { id: string, publicationCount: number | null } | null };

export type QualityQueryVariables = Exact<{ [key: string]: never; }>;


export type QualityQuery = { catalogue: { id: string, revision: number, unresolved: Array<{ field: string, count: number }> | null } | null };

export type SuggestQueryVariables = Exact<{
  text: string;
}>;


export type SuggestQuery = { suggest: Array<{ label: string, node:
      | { id: string }
      | { id: string }
      | { alpha3: string, id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     }> | null };

export type CountryQueryVariables = Exact<{
  code: string;
}>;


export type CountryQuery = { country: { id: string, alpha3: string } | null };

export type PublicationCardFragment = { title: string, year: number | null, authors: Array<{ name: string }> } & { ' $fragmentName'?: 'PublicationCardFragment' };

export type OfCountryQueryVariables = Exact<{
  code: string;
  first: number;
}>;


export type OfCountryQuery = { country: { name: string, publications: { totalCount: number | null, nodes: Array<(
        { id: string }
        & { ' $fragmentRefs'?: { 'PublicationCardFragment': PublicationCardFragment } }
      )> } | null } | null };

export type LatestQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type LatestQuery = { publications: { edges: Array<{ cursor: string, node: { id: string, title: string } }>, pageInfo: { startCursor: string | null, endCursor: string | null, hasNextPage: boolean, hasPreviousPage: boolean } } | null };

export const PublicationCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PublicationCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Publication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"authors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PublicationCardFragment, unknown>;
export const NewestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Newest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PublicationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<NewestQuery, NewestQueryVariables>;
export const SizeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Size"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"publicationCount"}}]}}]}}]} as unknown as DocumentNode<SizeQuery, SizeQueryVariables>;
export const QualityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Quality"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"catalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"unresolved"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<QualityQuery, QualityQueryVariables>;
export const SuggestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Suggest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suggest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Country"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alpha3"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuggestQuery, SuggestQueryVariables>;
export const CountryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Country"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alpha3"}}]}}]}}]} as unknown as DocumentNode<CountryQuery, CountryQueryVariables>;
export const OfCountryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OfCountry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"country"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"FR"}}]},{"kind":"Field","name":{"kind":"Name","value":"publications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PublicationCard"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PublicationCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Publication"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"authors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<OfCountryQuery, OfCountryQueryVariables>;
export const LatestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Latest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}}]} as unknown as DocumentNode<LatestQuery, LatestQueryVariables>;