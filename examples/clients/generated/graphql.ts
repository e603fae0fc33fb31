/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Kind of an author. */
export type AuthorKind =
  /** An organisation, such as a ministry or a network. */
  | 'ORGANIZATION'
  /** A person. */
  | 'PERSON'
  /** The sources don't say. */
  | 'UNKNOWN';

/** A choice of authors: contributors with the role `AUTHOR`. `name` and `kinds` together ask for one author with both. */
export type AuthorsFilter = {
  /** All of these are authors of it. */
  allOf?: Array<string> | null | undefined;
  /** At least one of these, by slug or global id, is an author of it. */
  anyOf?: Array<string> | null | undefined;
  /** It has an author of one of these kinds. */
  kinds?: Array<AuthorKind> | null | undefined;
  /** It has an author whose name, acronym or other name contains this, ignoring case and accents. */
  name?: string | null | undefined;
  /** None of these is an author of it. */
  noneOf?: Array<string> | null | undefined;
};

/** Role of a contributor. */
export type ContributionRole =
  /** Wrote it. */
  | 'AUTHOR'
  /** Contributed in another way. */
  | 'CONTRIBUTOR'
  /** Edited it, or the work that contains it. */
  | 'EDITOR'
  /** Published it. */
  | 'PUBLISHER'
  /** Translated it. */
  | 'TRANSLATOR';

/**
 * A choice of contributors. `name`, `kinds` and `roles` together ask for one contributor with all three.
 *
 * Example, publications that the organisation edited or translated:
 * `{ anyOf: ["international-organization-for-migration"], roles: [EDITOR, TRANSLATOR] }`
 */
export type ContributorsFilter = {
  /** All of these contributed to it. */
  allOf?: Array<string> | null | undefined;
  /** At least one of these, by slug or global id, contributed to it. */
  anyOf?: Array<string> | null | undefined;
  /** It has a contributor of one of these kinds. */
  kinds?: Array<AuthorKind> | null | undefined;
  /** It has a contributor whose name, acronym or other name contains this, ignoring case and accents. */
  name?: string | null | undefined;
  /** None of these contributed to it. */
  noneOf?: Array<string> | null | undefined;
  /**
   * Only contributions in one of these roles count, for all other fields of this object. If none of them is given: it has a
   * contributor in one of these roles. Null is any role.
   */
  roles?: Array<ContributionRole> | null | undefined;
};

/** A choice of countries. Each is an ISO 3166 alpha-2, alpha-3, numeric or (former countries) four-letter code, in any case. */
export type CountryCodesFilter = {
  /** About all of these. */
  allOf?: Array<string> | null | undefined;
  /** About at least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** About none of these. */
  noneOf?: Array<string> | null | undefined;
};

/** An identifier to look for. */
export type IdentifierInput = {
  /** What sort of identifier it is. */
  scheme: PublicationIdentifierScheme;
  /** The identifier, in any form that its scheme has: with a resolver, a prefix or hyphens. */
  value: string;
};

/**
 * A choice of identifiers.
 *
 * Example: `{ anyOf: [{ scheme: DOI, value: "https://doi.org/10.1000/182" }] }`
 */
export type IdentifiersFilter = {
  /**
   * It has at least one of these. An identifier that the catalogue does not have finds nothing. One whose form or check digit
   * is wrong is an error.
   */
  anyOf?: Array<IdentifierInput> | null | undefined;
};

/**
 * A range of time. A date without a time is 00:00 UTC of that day. A `from` after `before` is an error.
 *
 * Example, all of November 2026: `{ from: "2026-11-01", before: "2026-12-01" }`
 */
export type InstantFilter = {
  /** Earlier than this instant. */
  before?: string | null | undefined;
  /** At this instant or later. */
  from?: string | null | undefined;
};

/** A choice of keywords. Case, accents and punctuation don't matter. A keyword that the catalogue does not have finds nothing. */
export type KeywordsFilter = {
  /** It has all of these. */
  allOf?: Array<string> | null | undefined;
  /** It has at least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** It has none of these. */
  noneOf?: Array<string> | null | undefined;
};

/**
 * A choice of languages, each a BCP 47 tag in any case. A tag also finds the languages within it: `pt` finds `pt-BR`, but
 * `pt-BR` does not find `pt`. A language that the catalogue does not have finds nothing.
 */
export type LanguagesFilter = {
  /** Its text is in all of these. */
  allOf?: Array<string> | null | undefined;
  /** Its text is in at least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** Its text is in none of these. */
  noneOf?: Array<string> | null | undefined;
};

/**
 * Selects publications. Everything that is given must hold; `{}` selects all.
 *
 * These rules hold for every filter of this schema:
 *
 * * Null means "not given", for every field.
 * * An empty list of alternatives (`anyOf`, `or`, `in`, `ids`, `slugs`, `codes`, `kinds`, `roles`, `statuses`) matches
 *   nothing. An empty `allOf`, `noneOf` or `and` always holds.
 * * A code, slug or id that the catalogue does not have is an error with the code `BAD_USER_INPUT`. The message suggests the
 *   nearest one that exists. To look up ids that may be gone, use `nodes(ids:)`.
 * * A `name` or keyword without a letter or digit is an error.
 *
 * Example: publications since 2015 about Nigeria or any part of West Africa, but not about law enforcement:
 * `{ year: { from: 2015 }, or: [{ countries: { anyOf: ["NG"] } }, { regions: { anyOf: ["west-africa"] } }], not: { topics: { anyOf: ["law-enforcement"] } } }`
 */
export type PublicationFilter = {
  /** All of these filters hold. */
  and?: Array<PublicationFilter> | null | undefined;
  /** The contributors with the role `AUTHOR`: those that `Publication.authors` lists. */
  authors?: AuthorsFilter | null | undefined;
  /** The categories of the publication, by slug. */
  categories?: SlugsFilter | null | undefined;
  /** The contributors in any role, or in the `roles` given: those that `Publication.contributions` lists. */
  contributors?: ContributorsFilter | null | undefined;
  /** The countries that the publication is about. */
  countries?: CountryCodesFilter | null | undefined;
  /** When the catalogue first had the publication. */
  created?: InstantFilter | null | undefined;
  /** Whether the publication has an abstract. */
  hasAbstract?: boolean | null | undefined;
  /** Whether the publication has a contributor with the role `AUTHOR`. */
  hasAuthors?: boolean | null | undefined;
  /** Whether the publication has a category. */
  hasCategories?: boolean | null | undefined;
  /** Whether the publication has a contributor, in any role. */
  hasContributors?: boolean | null | undefined;
  /** Whether the publication names a country. */
  hasCountries?: boolean | null | undefined;
  /** Whether the publication has an identifier. */
  hasIdentifiers?: boolean | null | undefined;
  /** Whether the publication has a keyword. */
  hasKeywords?: boolean | null | undefined;
  /** Whether a language of the publication is known. */
  hasLanguages?: boolean | null | undefined;
  /** Whether the publication has a contributor with the role `PUBLISHER`. */
  hasPublishers?: boolean | null | undefined;
  /**
   * Whether the publication is about any region, in the sense of `regions.match` in the same filter object. By default a
   * publication that names a country is also about the regions of that country.
   */
  hasRegions?: boolean | null | undefined;
  /** Whether the publication has a topic. */
  hasTopics?: boolean | null | undefined;
  /** Whether the type of the publication is known. */
  hasType?: boolean | null | undefined;
  /** Whether the publication has a web address. */
  hasUrl?: boolean | null | undefined;
  /** Whether the year of publication is known. */
  hasYear?: boolean | null | undefined;
  /** The identifiers of the publication. */
  identifiers?: IdentifiersFilter | null | undefined;
  /** The publication's global id is one of these. */
  ids?: Array<string> | null | undefined;
  /**
   * If true, worldwide publications also match the `anyOf` and `allOf` of the `countries` and `regions` in the same filter
   * object. At the top level of the filter of `Country.publications` and `Region.publications`, the list then also
   * contains worldwide publications. Otherwise a place finds a worldwide publication only if the publication names the place.
   * `noneOf` is not affected.
   */
  includeWorldwide?: boolean | null | undefined;
  /** Whether the publication is about the whole world. */
  isWorldwide?: boolean | null | undefined;
  /** The keywords of the publication. */
  keywords?: KeywordsFilter | null | undefined;
  /** The languages of the publication's text. */
  languages?: LanguagesFilter | null | undefined;
  /** This filter does not hold. `not: { year: { from: 2015 } }` also selects publications of unknown year. */
  not?: PublicationFilter | null | undefined;
  /** At least one of these filters holds. */
  or?: Array<PublicationFilter> | null | undefined;
  /** The contributors with the role `PUBLISHER`: those that `Publication.publishers` lists. */
  publishers?: PublishersFilter | null | undefined;
  /** The regions that the publication is about. */
  regions?: RegionSlugsFilter | null | undefined;
  /** The publication's slug is one of these. */
  slugs?: Array<string> | null | undefined;
  /** The topics of the publication, by slug. */
  topics?: SlugsFilter | null | undefined;
  /** The type of the publication. A publication of unknown type is none of them. */
  types?: PublicationTypesFilter | null | undefined;
  /** When the catalogue last changed the publication. */
  updated?: InstantFilter | null | undefined;
  /** The year of publication. */
  year?: YearFilter | null | undefined;
};

/** What publications are identified by. */
export type PublicationIdentifierScheme =
  /** A digital object identifier in lower case, without a resolver: `10.18356/a1b2c3d4`. */
  | 'DOI'
  /** A handle: `20.500.12345/678`. */
  | 'HANDLE'
  /** An ISBN of 13 digits, without hyphens: `9789290686255`. */
  | 'ISBN'
  /** An ISSN, with its hyphen: `2049-3630`. */
  | 'ISSN'
  /** Another identifier, as its source states it. */
  | 'OTHER'
  /** A number of PubMed: `23456789`. */
  | 'PMID'
  /** A URN: `urn:nbn:de:101:1-201102033592`. */
  | 'URN';

/** What sort of work a publication is. */
export type PublicationType =
  /** An article in a journal, magazine or newspaper. */
  | 'ARTICLE'
  /** A book, also one that is edited. */
  | 'BOOK'
  /** A chapter or another part of a book. */
  | 'CHAPTER'
  /** A paper of a conference. */
  | 'CONFERENCE_PAPER'
  /** A set of data. */
  | 'DATASET'
  /** A law, treaty or other legal text. */
  | 'LEGISLATION'
  /** Something else. */
  | 'OTHER'
  /** A report, working paper or other publication of an organisation. */
  | 'REPORT'
  /** A thesis. */
  | 'THESIS'
  /** Material for teaching or training. */
  | 'TRAINING_MATERIAL'
  /** A page on the web. */
  | 'WEB_PAGE';

/** A choice of types. */
export type PublicationTypesFilter = {
  /** It is of all of these types. A publication has one type at most. */
  allOf?: Array<PublicationType> | null | undefined;
  /** It is of one of these types. */
  anyOf?: Array<PublicationType> | null | undefined;
  /** It is of none of these types. */
  noneOf?: Array<PublicationType> | null | undefined;
};

/** A choice of publishers: contributors with the role `PUBLISHER`. */
export type PublishersFilter = {
  /** All of these published it. */
  allOf?: Array<string> | null | undefined;
  /** At least one of these, by slug or global id, published it. */
  anyOf?: Array<string> | null | undefined;
  /** It has a publisher whose name, acronym or other name contains this, ignoring case and accents. */
  name?: string | null | undefined;
  /** None of these published it. */
  noneOf?: Array<string> | null | undefined;
};

/** When a publication is about a region. */
export type RegionMatch =
  /** It is filed under the region itself. */
  | 'DIRECT'
  /** As `INCLUDING_SUBREGIONS`, or it is about a country in the region: Africa finds West Africa and Nigeria. */
  | 'INCLUDING_COUNTRIES'
  /** It is filed under the region or a region within it: Africa finds West Africa. */
  | 'INCLUDING_SUBREGIONS';

/** A choice of regions, each by slug or M49 code. */
export type RegionSlugsFilter = {
  /** About all of these. */
  allOf?: Array<string> | null | undefined;
  /** About at least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** When a publication is about a region. Null is `INCLUDING_COUNTRIES`. */
  match?: RegionMatch | null | undefined;
  /** About none of these. */
  noneOf?: Array<string> | null | undefined;
};

/** A choice by slug. */
export type SlugsFilter = {
  /** All of these. */
  allOf?: Array<string> | null | undefined;
  /** At least one of these. */
  anyOf?: Array<string> | null | undefined;
  /** None of these. */
  noneOf?: Array<string> | null | undefined;
};

/** A range or a choice of years. A publication of unknown year matches none. A `from` after `to` is an error. */
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