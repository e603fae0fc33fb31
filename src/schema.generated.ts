import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Publication as PublicationModel, Contribution as ContributionModel } from './publication/publication.ts';
import type { Country as CountryModel } from './country/country.ts';
import type { Region as RegionModel } from './region/region.ts';
import type { Author as AuthorModel, CoAuthor as CoAuthorModel } from './author/author.ts';
import type { Filed as FiledModel } from './filed/filed.ts';
import type { Catalogue as CatalogueModel } from './catalogue/catalogue.ts';
import type { RelatedPublication as RelatedPublicationModel } from './related/related.ts';
import type { PublicationConnection as PublicationConnectionModel } from './publication/publication.connection.ts';
import type { FacetedList as FacetedListModel } from './facet/facet.connection.ts';
import type { Bucket as BucketModel } from './facet/facet.ts';
import type { NameMeaning as NameMeaningModel } from './resolve/names.ts';
import type { Suggestion as SuggestionModel } from './suggest/suggest.ts';
import type { StatisticsKey as StatisticsKeyModel } from './statistics/statistics.ts';
import type { PublicationStatistics as PublicationStatisticsModel } from './statistics/statistics.connection.ts';
import type { AnyConnection as AnyConnectionModel } from './graphql/connection.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An RFC 3339 instant in UTC, to the microsecond: `2026-11-24T20:15:00.123456Z`. Arguments accept any offset
   * (`2026-11-24T21:15:00+01:00`) and a date alone (`2026-11-24`), which is 00:00 UTC of that day.
   */
  DateTime: { input: string; output: string; }
  /** Any JSON value: an object, a list, a string, a number, a boolean or null. */
  JSON: { input: object; output: object; }
  /** A date that may be known to the year or month only: `2016`, `2016-05`, `2016-05-12`. */
  PartialDate: { input: string; output: string; }
  /** A web address: `https://publications.example.org/books/caring-for-trafficked-persons`. */
  URL: { input: string; output: string; }
};

/** A person or an organisation that contributed to a publication. Different spellings of one organisation are one author. */
export type Author = Node & {
  __typename?: 'Author';
  /** Acronym, such as "IOM". Null if there is none or it is unknown. */
  acronym?: Maybe<Scalars['String']['output']>;
  /** Other names and spellings. */
  aliases: Array<Scalars['String']['output']>;
  /** Co-contributors, most frequent first. Null only together with an error. */
  coAuthors?: Maybe<Array<CoAuthor>>;
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
  /** The author's identifiers, such as an ORCID iD or a ROR id, by scheme. Empty if no source states one. */
  identifiers: Array<AuthorIdentifier>;
  /** Whether the author is a person or an organisation. */
  kind: AuthorKind;
  /** Name for display: "Lori J. Mann". */
  name: Scalars['String']['output'];
  /** Publications to which the author contributed, in any role. Null only together with an error. */
  publications?: Maybe<PublicationConnection>;
  /** Name in addresses and filters: `international-organization-for-migration`. */
  slug: Scalars['String']['output'];
  /** Name for sorting: "Mann, Lori J.". For an organisation it is the name itself. */
  sortName: Scalars['String']['output'];
};


/** A person or an organisation that contributed to a publication. Different spellings of one organisation are one author. */
export type AuthorCoAuthorsArgs = {
  first?: Scalars['Int']['input'];
};


/** A person or an organisation that contributed to a publication. Different spellings of one organisation are one author. */
export type AuthorPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PublicationOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** One page of a list of authors. */
export type AuthorConnection = {
  __typename?: 'AuthorConnection';
  /** The authors of the page, each with its cursor. */
  edges: Array<AuthorEdge>;
  /** The authors of the page, without cursors. */
  nodes: Array<Author>;
  /** Position of the page in the list. */
  pageInfo: PageInfo;
  /** Number of authors in the whole list, over all pages. Null only together with an error. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An author in a list, with its cursor. */
export type AuthorEdge = {
  __typename?: 'AuthorEdge';
  /** Position of the item. Use it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The author. */
  node: Author;
};

/** Selects authors. Everything that is given must hold; `{}` selects all. */
export type AuthorFilter = {
  /** The kind is one of these. */
  kinds?: InputMaybe<Array<AuthorKind>>;
  /** The name, acronym or an alias contains this text, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug is one of these. An unknown slug is an error that suggests the nearest. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/**
 * An identifier of a person or an organisation, in the normal form of its scheme. Its check digit is right, if the scheme has
 * one.
 */
export type AuthorIdentifier = {
  __typename?: 'AuthorIdentifier';
  /** What sort of identifier it is. */
  scheme: AuthorIdentifierScheme;
  /** URL at which the identifier resolves; null if its scheme has no resolver. */
  url?: Maybe<Scalars['URL']['output']>;
  /** The identifier: "0000-0002-1825-0097". */
  value: Scalars['String']['output'];
};

/** What persons and organisations are identified by. */
export const AuthorIdentifierScheme = {
  /** An ISNI, in groups of four digits: `0000 0001 2103 2683`. */
  Isni: 'ISNI',
  /** An ORCID iD, with hyphens: `0000-0002-1825-0097`. */
  Orcid: 'ORCID',
  /** Another identifier, as its source states it. */
  Other: 'OTHER',
  /** A ROR id, without a resolver: `03yrm5c26`. */
  Ror: 'ROR',
  /** An item of Wikidata: `Q42`. */
  Wikidata: 'WIKIDATA'
} as const;

export type AuthorIdentifierScheme = typeof AuthorIdentifierScheme[keyof typeof AuthorIdentifierScheme];
/** Kind of an author. */
export const AuthorKind = {
  /** An organisation, such as a ministry or a network. */
  Organization: 'ORGANIZATION',
  /** A person. */
  Person: 'PERSON',
  /** The sources don't say. */
  Unknown: 'UNKNOWN'
} as const;

export type AuthorKind = typeof AuthorKind[keyof typeof AuthorKind];
/** Order of a list of authors. */
export type AuthorOrder = {
  /** Direction of the order. Null is `DESC` for `PUBLICATION_COUNT`, otherwise `ASC`. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. Null is `NAME`. */
  field?: InputMaybe<AuthorOrderField>;
};

/** Sort key of a list of authors. */
export const AuthorOrderField = {
  /** The sort name, ignoring case and accents. */
  Name: 'NAME',
  /** Number of publications to which the author contributed, in any role. */
  PublicationCount: 'PUBLICATION_COUNT'
} as const;

export type AuthorOrderField = typeof AuthorOrderField[keyof typeof AuthorOrderField];
/** A choice of authors: contributors with the role `AUTHOR`. `name` and `kinds` together ask for one author with both. */
export type AuthorsFilter = {
  /** All of these are authors of it. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least one of these, by slug or global id, is an author of it. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It has an author of one of these kinds. */
  kinds?: InputMaybe<Array<AuthorKind>>;
  /** It has an author whose name, acronym or other name contains this, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** None of these is an author of it. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The catalogue as a whole. Each count and list is null only together with an error. */
export type Catalogue = {
  __typename?: 'Catalogue';
  /** Number of authors, persons and organisations. */
  authorCount?: Maybe<Scalars['Int']['output']>;
  /** Number of categories. */
  categoryCount?: Maybe<Scalars['Int']['output']>;
  /** Number of countries that publications are about. */
  countryCount?: Maybe<Scalars['Int']['output']>;
  /** Id of the catalogue for client caches, always the same. `node` doesn't accept it. */
  id: Scalars['ID']['output'];
  /** The last completed import. Null if there was none. */
  lastImport?: Maybe<ImportRun>;
  /** Number of publications. */
  publicationCount?: Maybe<Scalars['Int']['output']>;
  /** Number of regions that publications name. */
  regionCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Number of the last import that changed anything; 0 if there was none. It grows with every change of the data: compare
   * it to find out whether a copy is up to date.
   */
  revision: Scalars['Int']['output'];
  /** Number of topics. */
  topicCount?: Maybe<Scalars['Int']['output']>;
  /** Data quality: number of printed values that no rule could read, by field, the highest number first. */
  unresolved?: Maybe<Array<UnresolvedCount>>;
  /** Version of pubatlas. */
  version: Scalars['String']['output'];
  /** First and last year of publication. Null for an empty catalogue. */
  years?: Maybe<CatalogueYears>;
};

/** A range of years, including both ends. */
export type CatalogueYears = {
  __typename?: 'CatalogueYears';
  /** The first year. */
  from: Scalars['Int']['output'];
  /** The last year. */
  to: Scalars['Int']['output'];
};

/** A kind of document. */
export type Category = Node & {
  __typename?: 'Category';
  /** Description of the category from its sources. Null if no source has one. */
  description?: Maybe<Scalars['String']['output']>;
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
  /** Name for display: "Handbooks". */
  name: Scalars['String']['output'];
  /** Publications of the category. Null only together with an error. */
  publications?: Maybe<PublicationConnection>;
  /** Name in addresses and filters: `handbooks`. */
  slug: Scalars['String']['output'];
};


/** A kind of document. */
export type CategoryPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PublicationOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** One page of a list of categories. */
export type CategoryConnection = {
  __typename?: 'CategoryConnection';
  /** The categories of the page, each with its cursor. */
  edges: Array<CategoryEdge>;
  /** The categories of the page, without cursors. */
  nodes: Array<Category>;
  /** Position of the page in the list. */
  pageInfo: PageInfo;
  /** Number of categories in the whole list, over all pages. Null only together with an error. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A category in a list, with its cursor. */
export type CategoryEdge = {
  __typename?: 'CategoryEdge';
  /** Position of the item. Use it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The category. */
  node: Category;
};

/** Selects categories. Everything that is given must hold; `{}` selects all. */
export type CategoryFilter = {
  /** The name contains this text, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug is one of these. An unknown slug is an error that suggests the nearest. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Order of a list of categories. */
export type CategoryOrder = {
  /** Direction of the order. Null is `DESC` for `PUBLICATION_COUNT`, otherwise `ASC`. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. Null is `NAME`. */
  field?: InputMaybe<CategoryOrderField>;
};

/** Sort key of a list of categories. */
export const CategoryOrderField = {
  /** The name, ignoring case and accents. */
  Name: 'NAME',
  /** Number of publications of the category. */
  PublicationCount: 'PUBLICATION_COUNT'
} as const;

export type CategoryOrderField = typeof CategoryOrderField[keyof typeof CategoryOrderField];
/** The markup of a citation. */
export const CitationFormat = {
  /** HTML: italics are `<i>` elements; all other characters with a meaning in HTML are escaped. */
  Html: 'HTML',
  /** Markdown: italics are in asterisks; characters with a meaning in Markdown are escaped. */
  Markdown: 'MARKDOWN',
  /** Plain text without italics. */
  Text: 'TEXT'
} as const;

export type CitationFormat = typeof CitationFormat[keyof typeof CitationFormat];
/** A citation style. */
export const CitationStyle = {
  /** American Psychological Association, 7th edition. */
  Apa: 'APA',
  /** The Chicago Manual of Style, 17th edition, author-date. */
  Chicago: 'CHICAGO',
  /** Harvard, as "Cite Them Right", 12th edition, has it. */
  Harvard: 'HARVARD',
  /** Modern Language Association, 9th edition. */
  Mla: 'MLA',
  /** Vancouver, as "Citing Medicine", 2nd edition, has it; without a number. */
  Vancouver: 'VANCOUVER'
} as const;

export type CitationStyle = typeof CitationStyle[keyof typeof CitationStyle];
/** Someone who contributed to the same publications. */
export type CoAuthor = {
  __typename?: 'CoAuthor';
  /** The person or organisation. */
  author: Author;
  /** Number of publications to which both contributed. */
  publicationCount: Scalars['Int']['output'];
};

/** The contribution of one author to a publication. */
export type Contribution = {
  __typename?: 'Contribution';
  /** The person or organisation. */
  author: Author;
  /** Position in the printed order, from 1. */
  position: Scalars['Int']['output'];
  /** Name as the source prints it, before any repair: `Sweden'S Ministry Of Justice`. */
  printedAs: Scalars['String']['output'];
  /** Role of the contributor. */
  role: ContributionRole;
};

/** Role of a contributor. */
export const ContributionRole = {
  /** Wrote it. */
  Author: 'AUTHOR',
  /** Contributed in another way. */
  Contributor: 'CONTRIBUTOR',
  /** Edited it, or the work that contains it. */
  Editor: 'EDITOR',
  /** Published it. */
  Publisher: 'PUBLISHER',
  /** Translated it. */
  Translator: 'TRANSLATOR'
} as const;

export type ContributionRole = typeof ContributionRole[keyof typeof ContributionRole];
/**
 * A choice of contributors. `name`, `kinds` and `roles` together ask for one contributor with all three.
 *
 * Example, publications that the organisation edited or translated:
 * `{ anyOf: ["international-organization-for-migration"], roles: [EDITOR, TRANSLATOR] }`
 */
export type ContributorsFilter = {
  /** All of these contributed to it. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least one of these, by slug or global id, contributed to it. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It has a contributor of one of these kinds. */
  kinds?: InputMaybe<Array<AuthorKind>>;
  /** It has a contributor whose name, acronym or other name contains this, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** None of these contributed to it. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /**
   * Only contributions in one of these roles count, for all other fields of this object. If none of them is given: it has a
   * contributor in one of these roles. Null is any role.
   */
  roles?: InputMaybe<Array<ContributionRole>>;
};

/** A country or territory of ISO 3166, current or former, or one with a user-assigned code (Kosovo, `XK`). */
export type Country = Node & {
  __typename?: 'Country';
  /** Other names in any language, including former ones. */
  aliases: Array<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2. For a former country, its former two letters. */
  alpha2: Scalars['String']['output'];
  /** ISO 3166-1 alpha-3. For a former country, its former three letters. */
  alpha3: Scalars['String']['output'];
  /**
   * Code of the country in this API: ISO 3166-1 alpha-2, or four letters of ISO 3166-3 for a former country (`ANHH`),
   * because its two letters can be assigned again (CS was Czechoslovakia, then Serbia and Montenegro).
   */
  code: Scalars['String']['output'];
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
  /** Usual name: "Tanzania". */
  name: Scalars['String']['output'];
  /** Usual name in every known language, English first. Former countries have a name in English only. */
  names: Array<LocalizedName>;
  /** ISO 3166-1 numeric code, three digits. Null if there is none. */
  numericCode?: Maybe<Scalars['String']['output']>;
  /** Formal English name: "United Republic of Tanzania". Null if it is unknown. */
  officialName?: Maybe<Scalars['String']['output']>;
  /** Former countries that this country succeeded, completely or in part. */
  predecessors: Array<Country>;
  /**
   * Publications about the country. Worldwide publications that don't name it are left out, unless the filter has
   * `includeWorldwide: true`. Null only together with an error.
   */
  publications?: Maybe<PublicationConnection>;
  /** Regions that contain the country, the smallest first, without the world. */
  regions: Array<Region>;
  /** Whether the country exists, and who assigned its code. */
  status: CountryStatus;
  /** Countries that succeeded a former country. Empty for other countries. */
  successors: Array<Country>;
};


/** A country or territory of ISO 3166, current or former, or one with a user-assigned code (Kosovo, `XK`). */
export type CountryNameArgs = {
  language?: NameLanguage;
};


/** A country or territory of ISO 3166, current or former, or one with a user-assigned code (Kosovo, `XK`). */
export type CountryPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PublicationOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** A choice of countries. Each is an ISO 3166 alpha-2, alpha-3, numeric or (former countries) four-letter code, in any case. */
export type CountryCodesFilter = {
  /** About all of these. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** About at least one of these. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** About none of these. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** One page of a list of countries. */
export type CountryConnection = {
  __typename?: 'CountryConnection';
  /** The countries of the page, each with its cursor. */
  edges: Array<CountryEdge>;
  /** The countries of the page, without cursors. */
  nodes: Array<Country>;
  /** Position of the page in the list. */
  pageInfo: PageInfo;
  /** Number of countries in the whole list, over all pages. Null only together with an error. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A country in a list, with its cursor. */
export type CountryEdge = {
  __typename?: 'CountryEdge';
  /** Position of the item. Use it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The country. */
  node: Country;
};

/** Selects countries. Everything that is given must hold; `{}` selects all. */
export type CountryFilter = {
  /**
   * The code is one of these: alpha-2, alpha-3, alpha-4 or numeric, in any case. An unknown code is an error that suggests
   * the nearest.
   */
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Whether a publication is about the country. */
  hasPublications?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name or an alias, in any language, contains this text, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /**
   * The country lies in one of these regions, directly or not; by slug or M49 code. An unknown region is an error that
   * suggests the nearest.
   */
  regions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The status is one of these. */
  statuses?: InputMaybe<Array<CountryStatus>>;
};

/** Order of a list of countries. */
export type CountryOrder = {
  /** Direction of the order. Null is `DESC` for `PUBLICATION_COUNT`, otherwise `ASC`. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. Null is `NAME`. */
  field?: InputMaybe<CountryOrderField>;
};

/** Sort key of a list of countries. */
export const CountryOrderField = {
  /** The code. */
  Code: 'CODE',
  /** The usual English name, ignoring accents. */
  Name: 'NAME',
  /** Number of publications about the country. */
  PublicationCount: 'PUBLICATION_COUNT'
} as const;

export type CountryOrderField = typeof CountryOrderField[keyof typeof CountryOrderField];
/** Status of a country in ISO 3166. */
export const CountryStatus = {
  /** It has a code in ISO 3166-1. */
  Current: 'CURRENT',
  /** It had a code in ISO 3166-1 and is now in ISO 3166-3. */
  Former: 'FORMER',
  /** It has a code that ISO 3166-1 leaves to its users. */
  UserAssigned: 'USER_ASSIGNED'
} as const;

export type CountryStatus = typeof CountryStatus[keyof typeof CountryStatus];
/** A value and the number of publications that have it. */
export type FacetBucket = {
  __typename?: 'FacetBucket';
  /** Number of publications that the list would have with this value alone. */
  count: Scalars['Int']['output'];
  /** The first year of the bucket, for `filter.year.from`; null in facets other than `years`. */
  from?: Maybe<Scalars['Int']['output']>;
  /**
   * Whether the filter's own top-level field asks for this value: it is in `anyOf` or `allOf`; for years, whether the filter selects
   * any year of the bucket.
   */
  isSelected: Scalars['Boolean']['output'];
  /** Name of the value; `2010–2019` for a span of years. */
  label: Scalars['String']['output'];
  /** The last year of the bucket, for `filter.year.to`; null in facets other than `years`. */
  to?: Maybe<Scalars['Int']['output']>;
  /** Value for a filter: the code of a country, a slug, a type, a language tag, or the first year of the bucket. */
  value: Scalars['String']['output'];
};


/** A value and the number of publications that have it. */
export type FacetBucketLabelArgs = {
  language?: NameLanguage;
};

/** A work that contains a publication. */
export type HostWork = {
  __typename?: 'HostWork';
  /** The ISSN of a journal or series: "2049-3630". Null if no source states it. */
  issn?: Maybe<Scalars['String']['output']>;
  /** Its issue; null if no source states it. */
  issue?: Maybe<Scalars['String']['output']>;
  /** The pages of the publication within it: "12-34". Null if no source states them. */
  pages?: Maybe<Scalars['String']['output']>;
  /** Place of publication, such as "Geneva". Null if it is unknown. */
  place?: Maybe<Scalars['String']['output']>;
  /** Publisher, such as "IOM". Null if it is unknown. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** Title of the work. */
  title: Scalars['String']['output'];
  /** Its volume; null if no source states it. */
  volume?: Maybe<Scalars['String']['output']>;
  /** Year of publication. Null if it is unknown. */
  year?: Maybe<Scalars['Int']['output']>;
};

/** An identifier to look for. */
export type IdentifierInput = {
  /** What sort of identifier it is. */
  scheme: PublicationIdentifierScheme;
  /** The identifier, in any form that its scheme has: with a resolver, a prefix or hyphens. */
  value: Scalars['String']['input'];
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
  anyOf?: InputMaybe<Array<IdentifierInput>>;
};

/** A completed import. An import is atomic. */
export type ImportRun = {
  __typename?: 'ImportRun';
  /** Number of publications that it created. */
  createdCount: Scalars['Int']['output'];
  /** When it finished. */
  finishedAt: Scalars['DateTime']['output'];
  /** Number of records that it could not read. */
  refusedCount: Scalars['Int']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** Number of publications that it read and did not change. */
  unchangedCount: Scalars['Int']['output'];
  /** Number of publications that it changed. */
  updatedCount: Scalars['Int']['output'];
};

/**
 * A range of time. A date without a time is 00:00 UTC of that day. A `from` after `before` is an error.
 *
 * Example, all of November 2026: `{ from: "2026-11-01", before: "2026-12-01" }`
 */
export type InstantFilter = {
  /** Earlier than this instant. */
  before?: InputMaybe<Scalars['DateTime']['input']>;
  /** At this instant or later. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A choice of keywords. Case, accents and punctuation don't matter. A keyword that the catalogue does not have finds nothing. */
export type KeywordsFilter = {
  /** It has all of these. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It has at least one of these. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It has none of these. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/**
 * A choice of languages, each a BCP 47 tag in any case. A tag also finds the languages within it: `pt` finds `pt-BR`, but
 * `pt-BR` does not find `pt`. A language that the catalogue does not have finds nothing.
 */
export type LanguagesFilter = {
  /** Its text is in all of these. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Its text is in at least one of these. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Its text is in none of these. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A name in one language. */
export type LocalizedName = {
  __typename?: 'LocalizedName';
  /** Language of the name. */
  language: NameLanguage;
  /** The name: "Tanzanie". */
  text: Scalars['String']['output'];
};

/** How sure a meaning is. */
export const NameCertainty = {
  /** The name, in one of its known spellings, means this alone. */
  Certain: 'CERTAIN',
  /** The name is a code or an acronym, or it has meanings of other kinds, too. */
  Probable: 'PROBABLE'
} as const;

export type NameCertainty = typeof NameCertainty[keyof typeof NameCertainty];
/** Kind of object that a name can stand for. */
export const NameKind = {
  /** A country, current or former. */
  Country: 'COUNTRY',
  /** An organisation of the authority file. */
  Organization: 'ORGANIZATION',
  /** A region. */
  Region: 'REGION'
} as const;

export type NameKind = typeof NameKind[keyof typeof NameKind];
/** Languages of place names. */
export const NameLanguage = {
  /** Arabic. */
  Ar: 'AR',
  /** English. */
  En: 'EN',
  /** Spanish. */
  Es: 'ES',
  /** French. */
  Fr: 'FR'
} as const;

export type NameLanguage = typeof NameLanguage[keyof typeof NameLanguage];
/** One meaning of a printed name. */
export type NameMeaning = {
  __typename?: 'NameMeaning';
  /** How sure the meaning is. */
  certainty: NameCertainty;
  /** What it means. */
  kind: NameKind;
  /** The usual name, in English. */
  label: Scalars['String']['output'];
  /** The country, region or author. Null if the catalogue does not have the organisation. */
  node?: Maybe<Node>;
  /**
   * The rule that read the name: `country-code`, `country-name`, `region-code`, `region-name`, `regional-office`,
   * `organisation-name` or `organisation-acronym`.
   */
  rule: Scalars['String']['output'];
  /** What filters take: a country code, a region slug or an author slug. */
  value: Scalars['String']['output'];
};

/** A printed name with what it means. */
export type NameResolution = {
  __typename?: 'NameResolution';
  /** What it means: usually one meaning. A regional office means each of its regions. Empty if the name is not known. */
  meanings: Array<NameMeaning>;
  /** The name as given. */
  name: Scalars['String']['output'];
};

/** An object with a global id. */
export type Node = {
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
};

/** Direction of an order. */
export const OrderDirection = {
  /** Smallest first: A to Z, oldest to newest. */
  Asc: 'ASC',
  /** Largest first: Z to A, newest to oldest. */
  Desc: 'DESC'
} as const;

export type OrderDirection = typeof OrderDirection[keyof typeof OrderDirection];
/**
 * Position of a page in its list. Cursors are opaque and never expire, but they work only with the same search, filter and
 * order.
 */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last item: use it as `after` for the next page. Null for an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there are items after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are items before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. Null for an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/**
 * A published work: a handbook, a study, a chapter of a report. A work that several sources state is one publication with
 * everything that they state.
 */
export type Publication = Node & {
  __typename?: 'Publication';
  /** Summary in the words of the publisher. Paragraphs are separated by an empty line. Null if no source has one. */
  abstract?: Maybe<Scalars['String']['output']>;
  /** Contributors with the role `AUTHOR`, in printed order. Empty if no source names any. */
  authors: Array<Author>;
  /** Kinds of document, such as "Handbooks", by name. */
  categories: Array<Category>;
  /**
   * The publication as a list of references has it.
   *
   * Example: `citation(style: CHICAGO, format: HTML)`
   */
  citation: Scalars['String']['output'];
  /** All contributors with their roles, in printed order. */
  contributions: Array<Contribution>;
  /** Countries that it is about, by name. Empty if it names none. */
  countries: Array<Country>;
  /** When the catalogue first had it. */
  createdAt: Scalars['DateTime']['output'];
  /** The edition, as printed: "2nd ed.". Null if no source states it. */
  edition?: Maybe<Scalars['String']['output']>;
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
  /** Its identifiers, such as a DOI or an ISBN, by scheme. Empty if no source states one. */
  identifiers: Array<PublicationIdentifier>;
  /**
   * Whether it is about the whole world. A filter by place finds such a publication only if it names the place, or if the
   * filter has `includeWorldwide: true`.
   */
  isWorldwide: Scalars['Boolean']['output'];
  /** Its issue; null if no source states it. */
  issue?: Maybe<Scalars['String']['output']>;
  /**
   * When it was published, as exactly as a source states it: `2016-05`. Its first part is `year`. Null if no source states
   * a date beside the year.
   */
  issued?: Maybe<Scalars['PartialDate']['output']>;
  /** The keywords that its sources state, in alphabetical order. Topics are what the catalogue files it under. */
  keywords: Array<Scalars['String']['output']>;
  /** The languages of its text, as BCP 47 tags: `["en", "pt-BR"]`. Empty if no source says so. */
  languages: Array<Scalars['String']['output']>;
  /** Its licence: an SPDX id (`CC-BY-4.0`) or the web address of the licence. Null if no source states it. */
  license?: Maybe<Scalars['String']['output']>;
  /** Its pages within the work that it is a part of, or how many it has: "12-34", "212". Null if no source states it. */
  pages?: Maybe<Scalars['String']['output']>;
  /** The work that contains it, such as the report of a chapter. Null if there is none. */
  partOf?: Maybe<HostWork>;
  /** Where it was published: "Geneva". This is not what it is about. Null if no source states it. */
  place?: Maybe<Scalars['String']['output']>;
  /** Who published it: the contributors with the role `PUBLISHER`, in printed order. Empty if no source names one. */
  publishers: Array<Author>;
  /** Regions that it names, by name. The regions of its countries are not included. */
  regions: Array<Region>;
  /**
   * Other publications that have the most in common with this one: authors, rare words of the title, topics, places. The
   * closest first; equally close ones by year, newest first. Empty if nothing is in common. Null only together with an
   * error.
   */
  related?: Maybe<Array<RelatedPublication>>;
  /**
   * Name in addresses, made of the title or stated by a source: `caring-for-trafficked-persons-guidance`. If it changes,
   * the former slug still works as an argument.
   */
  slug: Scalars['String']['output'];
  /** Title and subtitle, as printed. */
  title: Scalars['String']['output'];
  /** Topics, such as "Capacity Building", by name. */
  topics: Array<Topic>;
  /** What sort of work it is; null if no source says so. */
  type?: Maybe<PublicationType>;
  /** When an import last changed anything of it. */
  updatedAt: Scalars['DateTime']['output'];
  /** Web address of the work. Null if no source has one. */
  url?: Maybe<Scalars['URL']['output']>;
  /** Its volume; null if no source states it. */
  volume?: Maybe<Scalars['String']['output']>;
  /** Year of publication. Null if it is unknown. */
  year?: Maybe<Scalars['Int']['output']>;
};


/**
 * A published work: a handbook, a study, a chapter of a report. A work that several sources state is one publication with
 * everything that they state.
 */
export type PublicationCitationArgs = {
  format?: CitationFormat;
  style?: CitationStyle;
};


/**
 * A published work: a handbook, a study, a chapter of a report. A work that several sources state is one publication with
 * everything that they state.
 */
export type PublicationRelatedArgs = {
  first?: Scalars['Int']['input'];
};

/** One page of a list of publications. */
export type PublicationConnection = {
  __typename?: 'PublicationConnection';
  /** The publications of the page, each with its cursor. */
  edges: Array<PublicationEdge>;
  /**
   * Counts of the whole list, over all pages, by country, region, author, contributor,
   * publisher, topic, category, type, language and year.
   *
   * A facet ignores its own top-level filter fields, so users still see the other values' counts after choosing one:
   * `countries` ignores `filter.countries` and `filter.hasCountries`. Everything else holds: the other fields, everything in
   * `and`, `or` and `not`, the search, and the object whose list it is. So a bucket's `count` is the `totalCount` of
   * this list after its own fields are replaced by that one value, and `missing` is the `totalCount` after they are
   * replaced by `hasCountries: false`.
   *
   * Example: `{ publications(filter: { topics: { anyOf: ["capacity-building"] } }, first: 0) { facets { countries(first: 5) {
   * missing buckets { value label count } } } } }`
   */
  facets?: Maybe<PublicationFacets>;
  /** The publications of the page, without cursors. */
  nodes: Array<Publication>;
  /** Position of the page in the list. */
  pageInfo: PageInfo;
  /**
   * Help for an empty list: drops each condition in turn and counts what the others find, the largest count first. The
   * conditions are the parts of the search, the fields of the filter and the items of its `and`; at most ten are tried. Empty if
   * the list isn't empty, or if no single condition is to blame. A search that is the only condition is not tried.
   * Null only together with an error.
   */
  relaxations?: Maybe<Array<SearchRelaxation>>;
  /** How the search was understood. Null without a search. */
  searchInfo?: Maybe<PublicationSearchInfo>;
  /** Number of publications in the whole list, over all pages. Null only together with an error. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A publication in a list, with its cursor. */
export type PublicationEdge = {
  __typename?: 'PublicationEdge';
  /** Position of the item. Use it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /**
   * Matches in the title and the abstract. Empty if only names match or nothing is searched for. Null only together with
   * an error.
   */
  highlights?: Maybe<Array<PublicationHighlight>>;
  /**
   * Where the words of the search stand in the publication: the order of `RELEVANCE`, before the year. Null without a search, or
   * if the search only excludes words.
   */
  matchedIn?: Maybe<PublicationMatch>;
  /** The publication. */
  node: Publication;
  /**
   * How well the publication matches the search, from 0 to 1: 1 for the best `matchedIn`, then less. 0 if the search only
   * excludes words. Null if nothing is searched for.
   */
  relevance?: Maybe<Scalars['Float']['output']>;
};

/** Counts of a list of publications by one property. */
export type PublicationFacet = {
  __typename?: 'PublicationFacet';
  /**
   * The first `first` values in the order of `orderBy`. Values that the filter's own field names in `anyOf` or `allOf`
   * (for years: `in`) are always included, even with a count of 0, so that they can be shown as chosen; those beyond
   * `first` stand after the others.
   */
  buckets: Array<FacetBucket>;
  /** Number of different values, whatever `first` is. */
  distinct: Scalars['Int']['output'];
  /**
   * Number of publications without a value: they name no country, or their year is unknown. Select them with the filter's
   * `has…` field: `hasCountries: false`.
   */
  missing: Scalars['Int']['output'];
};

/** The order of a facet's buckets. */
export const PublicationFacetOrder = {
  /** The largest count first; equal counts by label, years by number, languages by tag. */
  Count: 'COUNT',
  /** By value: codes and slugs from A to Z, years from the earliest. */
  Value: 'VALUE'
} as const;

export type PublicationFacetOrder = typeof PublicationFacetOrder[keyof typeof PublicationFacetOrder];
/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacets = {
  __typename?: 'PublicationFacets';
  /** Counts by author: contributors with the role `AUTHOR`, as in `filter.authors`. */
  authors?: Maybe<PublicationFacet>;
  /** Counts by category. */
  categories?: Maybe<PublicationFacet>;
  /**
   * By contributor, in any role, or in those that `filter.contributors.roles` gives. A bucket's `count` is the `totalCount`
   * for `contributors: { anyOf: [value] }` with the same `roles`. With `roles`, `missing` counts publications without a
   * contributor in these roles: `not: { contributors: { roles: [EDITOR] } }`.
   */
  contributors?: Maybe<PublicationFacet>;
  /**
   * Counts by country. With `includeWorldwide`, worldwide publications count for every country, as in the list; `missing`
   * and `distinct` ignore them.
   */
  countries?: Maybe<PublicationFacet>;
  /**
   * By language, as `filter.languages` finds it: a publication in `pt-BR` counts for `pt-BR` and for `pt`. A bucket's `value`
   * is a BCP 47 tag, its `label` the English name of the language.
   */
  languages?: Maybe<PublicationFacet>;
  /** By publisher: contributors with the role `PUBLISHER`, as in `filter.publishers`. */
  publishers?: Maybe<PublicationFacet>;
  /**
   * By region. A publication is about a region in the sense of `filter.regions.match`; by default a region counts what is
   * filed under it, under a region within it, or about a country in it. Regions of different levels overlap: `within` and
   * `level` select one level of one tree. `missing` counts publications about no region at all, whatever `within` and
   * `level` say.
   *
   * Example, the regions directly in Africa: `regions(within: "africa", level: 1)`
   */
  regions?: Maybe<PublicationFacet>;
  /** Counts by topic. */
  topics?: Maybe<PublicationFacet>;
  /** By type. A bucket's `value` is a `PublicationType`, its `label` the type in words. */
  types?: Maybe<PublicationFacet>;
  /**
   * By year, or by spans of years.
   *
   * Example: `years(width: 10)` has a bucket with `from` 2010, `to` 2019 and the label `2010–2019`. To choose it, filter by
   * `year: { from: 2010, to: 2019 }`.
   */
  years?: Maybe<PublicationFacet>;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsAuthorsArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsCategoriesArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsContributorsArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsCountriesArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsLanguagesArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsPublishersArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsRegionsArgs = {
  first?: Scalars['Int']['input'];
  level?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: PublicationFacetOrder;
  within?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsTopicsArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsTypesArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
};


/**
 * Counts of a list of publications by several properties. A publication with several values (three countries) counts once
 * for each. Each facet is null only together with an error, which leaves the other facets intact.
 */
export type PublicationFacetsYearsArgs = {
  first?: Scalars['Int']['input'];
  orderBy?: PublicationFacetOrder;
  width?: Scalars['Int']['input'];
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
  and?: InputMaybe<Array<PublicationFilter>>;
  /** The contributors with the role `AUTHOR`: those that `Publication.authors` lists. */
  authors?: InputMaybe<AuthorsFilter>;
  /** The categories of the publication, by slug. */
  categories?: InputMaybe<SlugsFilter>;
  /** The contributors in any role, or in the `roles` given: those that `Publication.contributions` lists. */
  contributors?: InputMaybe<ContributorsFilter>;
  /** The countries that the publication is about. */
  countries?: InputMaybe<CountryCodesFilter>;
  /** When the catalogue first had the publication. */
  created?: InputMaybe<InstantFilter>;
  /** Whether the publication has an abstract. */
  hasAbstract?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a contributor with the role `AUTHOR`. */
  hasAuthors?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a category. */
  hasCategories?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a contributor, in any role. */
  hasContributors?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication names a country. */
  hasCountries?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has an identifier. */
  hasIdentifiers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a keyword. */
  hasKeywords?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a language of the publication is known. */
  hasLanguages?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a contributor with the role `PUBLISHER`. */
  hasPublishers?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Whether the publication is about any region, in the sense of `regions.match` in the same filter object. By default a
   * publication that names a country is also about the regions of that country.
   */
  hasRegions?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a topic. */
  hasTopics?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the type of the publication is known. */
  hasType?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication has a web address. */
  hasUrl?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the year of publication is known. */
  hasYear?: InputMaybe<Scalars['Boolean']['input']>;
  /** The identifiers of the publication. */
  identifiers?: InputMaybe<IdentifiersFilter>;
  /** The publication's global id is one of these. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * If true, worldwide publications also match the `anyOf` and `allOf` of the `countries` and `regions` in the same filter
   * object. At the top level of the filter of `Country.publications` and `Region.publications`, the list then also
   * contains worldwide publications. Otherwise a place finds a worldwide publication only if the publication names the place.
   * `noneOf` is not affected.
   */
  includeWorldwide?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the publication is about the whole world. */
  isWorldwide?: InputMaybe<Scalars['Boolean']['input']>;
  /** The keywords of the publication. */
  keywords?: InputMaybe<KeywordsFilter>;
  /** The languages of the publication's text. */
  languages?: InputMaybe<LanguagesFilter>;
  /** This filter does not hold. `not: { year: { from: 2015 } }` also selects publications of unknown year. */
  not?: InputMaybe<PublicationFilter>;
  /** At least one of these filters holds. */
  or?: InputMaybe<Array<PublicationFilter>>;
  /** The contributors with the role `PUBLISHER`: those that `Publication.publishers` lists. */
  publishers?: InputMaybe<PublishersFilter>;
  /** The regions that the publication is about. */
  regions?: InputMaybe<RegionSlugsFilter>;
  /** The publication's slug is one of these. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The topics of the publication, by slug. */
  topics?: InputMaybe<SlugsFilter>;
  /** The type of the publication. A publication of unknown type is none of them. */
  types?: InputMaybe<PublicationTypesFilter>;
  /** When the catalogue last changed the publication. */
  updated?: InputMaybe<InstantFilter>;
  /** The year of publication. */
  year?: InputMaybe<YearFilter>;
};

/** A part of a publication that matches the search. */
export type PublicationHighlight = {
  __typename?: 'PublicationHighlight';
  /** The part of the publication. */
  field: PublicationHighlightField;
  /**
   * The title, or the best passage of the abstract, as HTML. Matches are between `<mark>` and `</mark>`; everything else
   * is escaped. An ellipsis (…) marks a cut.
   */
  snippet: Scalars['String']['output'];
};

/** Parts of a publication that can be highlighted. */
export const PublicationHighlightField = {
  /** The abstract. */
  Abstract: 'ABSTRACT',
  /** The title. */
  Title: 'TITLE'
} as const;

export type PublicationHighlightField = typeof PublicationHighlightField[keyof typeof PublicationHighlightField];
/** An identifier of a publication, in the normal form of its scheme. Its check digit is right, if the scheme has one. */
export type PublicationIdentifier = {
  __typename?: 'PublicationIdentifier';
  /** What sort of identifier it is. */
  scheme: PublicationIdentifierScheme;
  /** URL at which the identifier resolves; null if its scheme has no resolver. */
  url?: Maybe<Scalars['URL']['output']>;
  /** The identifier: "10.18356/a1b2c3d4", "9789290686255". */
  value: Scalars['String']['output'];
};

/** What publications are identified by. */
export const PublicationIdentifierScheme = {
  /** A digital object identifier in lower case, without a resolver: `10.18356/a1b2c3d4`. */
  Doi: 'DOI',
  /** A handle: `20.500.12345/678`. */
  Handle: 'HANDLE',
  /** An ISBN of 13 digits, without hyphens: `9789290686255`. */
  Isbn: 'ISBN',
  /** An ISSN, with its hyphen: `2049-3630`. */
  Issn: 'ISSN',
  /** Another identifier, as its source states it. */
  Other: 'OTHER',
  /** A number of PubMed: `23456789`. */
  Pmid: 'PMID',
  /** A URN: `urn:nbn:de:101:1-201102033592`. */
  Urn: 'URN'
} as const;

export type PublicationIdentifierScheme = typeof PublicationIdentifierScheme[keyof typeof PublicationIdentifierScheme];
/** Part of a publication in which the words of a search occur. Matches in the first value rank highest. */
export const PublicationMatch = {
  /** At least one word stands only in the abstract. */
  Abstract: 'ABSTRACT',
  /** All words stand in the title or in names: of authors, countries, regions, topics or categories. */
  Names: 'NAMES',
  /** All words stand in the title. */
  Title: 'TITLE',
  /** All words stand next to each other in the title, in the order of the search. Only for searches of several words. */
  TitlePhrase: 'TITLE_PHRASE'
} as const;

export type PublicationMatch = typeof PublicationMatch[keyof typeof PublicationMatch];
/** Order of a list of publications. Every order ends in a tie-breaker, so pages neither repeat nor skip items. */
export type PublicationOrder = {
  /** Direction of the order. Null is `ASC` for `TITLE`, otherwise `DESC`: the most relevant or newest first. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. Null is `RELEVANCE` if `search` is given, otherwise `YEAR`. */
  field?: InputMaybe<PublicationOrderField>;
};

/** Sort key of a list of publications. */
export const PublicationOrderField = {
  /** When the catalogue first had it. */
  CreatedAt: 'CREATED_AT',
  /** Where the words of the search stand (`PublicationMatch`), then the newest first. An error without `search`. */
  Relevance: 'RELEVANCE',
  /** Title, ignoring case, accents and punctuation. */
  Title: 'TITLE',
  /** When an import last changed it. */
  UpdatedAt: 'UPDATED_AT',
  /** Year of publication. Unknown years are last in both directions. */
  Year: 'YEAR'
} as const;

export type PublicationOrderField = typeof PublicationOrderField[keyof typeof PublicationOrderField];
/** A search as it was understood. */
export type PublicationSearchInfo = {
  __typename?: 'PublicationSearchInfo';
  /**
   * The corrected search, which was executed: each word that the catalogue doesn't have is replaced by the words closest
   * in spelling. Null if nothing was corrected.
   */
  didYouMean?: Maybe<Scalars['String']['output']>;
  /**
   * The search in words: `trafficking and (niger or nigeria) and "capacity building" and not police`. Very frequent words
   * ("the") are left out, unless there are no others.
   */
  understoodAs: Scalars['String']['output'];
};

/** Counts of publications by dimensions. Each field is null only together with an error. */
export type PublicationStatistics = {
  __typename?: 'PublicationStatistics';
  /** Position of the page. Use its `endCursor` as `after` for the next page. */
  pageInfo?: Maybe<PageInfo>;
  /** Number of publications that were counted, each once. */
  publicationCount?: Maybe<Scalars['Int']['output']>;
  /** Number of rows, over all pages. */
  rowCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Rows of the page, the highest count first, then by the English labels of their keys in the order of `by` (years by
   * number, languages by tag). A null value is after all others.
   */
  rows?: Maybe<Array<StatisticsRow>>;
};

/** What sort of work a publication is. */
export const PublicationType = {
  /** An article in a journal, magazine or newspaper. */
  Article: 'ARTICLE',
  /** A book, also one that is edited. */
  Book: 'BOOK',
  /** A chapter or another part of a book. */
  Chapter: 'CHAPTER',
  /** A paper of a conference. */
  ConferencePaper: 'CONFERENCE_PAPER',
  /** A set of data. */
  Dataset: 'DATASET',
  /** A law, treaty or other legal text. */
  Legislation: 'LEGISLATION',
  /** Something else. */
  Other: 'OTHER',
  /** A report, working paper or other publication of an organisation. */
  Report: 'REPORT',
  /** A thesis. */
  Thesis: 'THESIS',
  /** Material for teaching or training. */
  TrainingMaterial: 'TRAINING_MATERIAL',
  /** A page on the web. */
  WebPage: 'WEB_PAGE'
} as const;

export type PublicationType = typeof PublicationType[keyof typeof PublicationType];
/** A choice of types. */
export type PublicationTypesFilter = {
  /** It is of all of these types. A publication has one type at most. */
  allOf?: InputMaybe<Array<PublicationType>>;
  /** It is of one of these types. */
  anyOf?: InputMaybe<Array<PublicationType>>;
  /** It is of none of these types. */
  noneOf?: InputMaybe<Array<PublicationType>>;
};

/** A choice of publishers: contributors with the role `PUBLISHER`. */
export type PublishersFilter = {
  /** All of these published it. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least one of these, by slug or global id, published it. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** It has a publisher whose name, acronym or other name contains this, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** None of these published it. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Queries, the most frequently used first. */
export type Query = {
  __typename?: 'Query';
  /**
   * One author by global id or slug. Null if there is none.
   *
   * Example: `{ author(slug: "lori-j-mann") { name publications { nodes { title } } } }`
   */
  author?: Maybe<Author>;
  /** Authors, by name or by number of publications. Null only together with an error. */
  authors?: Maybe<AuthorConnection>;
  /** The catalogue as a whole: size, years, last import and revision. Null only together with an error. */
  catalogue?: Maybe<Catalogue>;
  /** Categories, by name or by number of publications. Null only together with an error. */
  categories?: Maybe<CategoryConnection>;
  /**
   * One category by slug. Null if there is none.
   *
   * Example: `{ category(slug: "handbooks") { name publications { totalCount } } }`
   */
  category?: Maybe<Category>;
  /** Countries, current and former, by name, code or number of publications. Null only together with an error. */
  countries?: Maybe<CountryConnection>;
  /**
   * One country by any of its codes, in any case. Null if there is none.
   *
   * Example: `{ country(code: "BIH") { code name regions { name } } }`
   */
  country?: Maybe<Country>;
  /**
   * The object with this global id. Null if there is none.
   *
   * Example: `{ node(id: "Q291bnRyeTpORw") { id ... on Country { name } } }`
   */
  node?: Maybe<Node>;
  /**
   * The objects with these global ids, in the order of the ids. For an id without an object the item is null; for a text
   * that is no global id the item is null with an error, and the other items are not affected. The list itself is null
   * only together with an error.
   */
  nodes?: Maybe<Array<Maybe<Node>>>;
  /**
   * One publication by global id, slug or DOI. Null if there is none.
   *
   * Example: `{ publication(slug: "legal-review-on-trafficking-in-persons-in-the-caribbean") { title year } }`
   */
  publication?: Maybe<Publication>;
  /**
   * Counts of publications by one, two or three dimensions at once.
   *
   * A publication counts in every row that it belongs to: one with three countries and two topics counts in six rows of
   * `[COUNTRY, TOPIC]`. So the rows may add up to more than `publicationCount`. A publication that names no country counts
   * in the row whose country is null.
   *
   * Example, publications about the Caribbean by decade and country:
   * `{ publicationStatistics(filter: { regions: { anyOf: ["caribbean"] } }, by: [DECADE, COUNTRY]) { publicationCount rowCount
   * rows { keys { value label } count } } }`
   */
  publicationStatistics?: Maybe<PublicationStatistics>;
  /**
   * Publications: search, filter, order, count and page through them. Null only together with an error.
   *
   * Example: `{ publications(filter: { regions: { anyOf: ["africa"] } }, first: 5) { totalCount nodes { title year } } }`
   */
  publications?: Maybe<PublicationConnection>;
  /**
   * One region by slug or M49 code. Null if there is none.
   *
   * Example: `{ region(slug: "west-africa") { name countries { name } publications { totalCount } } }`
   */
  region?: Maybe<Region>;
  /** Regions, by name, M49 code or number of publications. Null only together with an error. */
  regions?: Maybe<RegionConnection>;
  /**
   * What printed names mean: for each name the country, region or organisation. It uses the gazetteer and the authority file
   * by which the import reads names, so spellings, other languages, former names and acronyms are known. A name that neither has
   * gets no meaning; nothing is guessed. Null only together with an error.
   *
   * Example: `{ resolve(names: ["Ivory Coast", "IOM"]) { name meanings { kind value label rule certainty } } }`
   */
  resolve?: Maybe<Array<NameResolution>>;
  /**
   * Completions of a text that a user types: publications by title, and authors, countries, regions, topics and categories
   * by any of their names, in any language. Each word of the text must begin a word of the name; case, accents and
   * punctuation are ignored. If nothing matches, names with a similar spelling are suggested.
   *
   * Order: complete names, beginnings of names, beginnings of words, similar spellings. Equal matches of different kinds
   * alternate; those of one kind are ordered by number of publications. A text without letters and digits has no
   * suggestions. The list is null only together with an error.
   *
   * Bounds: titles that begin with the text are always found. Titles that contain its words are found newest first; for
   * frequent words (each is a number, begins words of more than 3,000 publications, or begins more than 300 words) only
   * the 10,000 newest publications are searched. At most 1,000 authors are compared; if all words have one or two letters,
   * these are authors whose sort name begins with the text.
   *
   * Example: `{ suggest(text: "ivory c") { kind label matched hint value } }`
   */
  suggest?: Maybe<Array<Suggestion>>;
  /**
   * One topic by slug. Null if there is none.
   *
   * Example: `{ topic(slug: "capacity-building") { name publications { totalCount } } }`
   */
  topic?: Maybe<Topic>;
  /** Topics, by name or by number of publications. Null only together with an error. */
  topics?: Maybe<TopicConnection>;
};


/** Queries, the most frequently used first. */
export type QueryAuthorArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** Queries, the most frequently used first. */
export type QueryAuthorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuthorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AuthorOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Queries, the most frequently used first. */
export type QueryCategoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CategoryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CategoryOrder>;
};


/** Queries, the most frequently used first. */
export type QueryCategoryArgs = {
  slug: Scalars['String']['input'];
};


/** Queries, the most frequently used first. */
export type QueryCountriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CountryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CountryOrder>;
};


/** Queries, the most frequently used first. */
export type QueryCountryArgs = {
  code: Scalars['String']['input'];
};


/** Queries, the most frequently used first. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Queries, the most frequently used first. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Queries, the most frequently used first. */
export type QueryPublicationArgs = {
  doi?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
};


/** Queries, the most frequently used first. */
export type QueryPublicationStatisticsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  by: Array<StatisticsDimension>;
  filter?: InputMaybe<PublicationFilter>;
  first?: Scalars['Int']['input'];
  regionLevel?: InputMaybe<Scalars['Int']['input']>;
  regionsWithin?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Queries, the most frequently used first. */
export type QueryPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PublicationOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};


/** Queries, the most frequently used first. */
export type QueryRegionArgs = {
  slug: Scalars['String']['input'];
};


/** Queries, the most frequently used first. */
export type QueryRegionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RegionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RegionOrder>;
};


/** Queries, the most frequently used first. */
export type QueryResolveArgs = {
  kinds?: InputMaybe<Array<NameKind>>;
  names: Array<Scalars['String']['input']>;
};


/** Queries, the most frequently used first. */
export type QuerySuggestArgs = {
  first?: Scalars['Int']['input'];
  kinds?: InputMaybe<Array<SuggestionKind>>;
  text: Scalars['String']['input'];
};


/** Queries, the most frequently used first. */
export type QueryTopicArgs = {
  slug: Scalars['String']['input'];
};


/** Queries, the most frequently used first. */
export type QueryTopicsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TopicFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TopicOrder>;
};

/** A part of the world: an area of UN M49, or a region that is common in the field, such as the Horn of Africa. */
export type Region = Node & {
  __typename?: 'Region';
  /** Other names, including that of M49: "Western Africa". */
  aliases: Array<Scalars['String']['output']>;
  /** Regions that lie directly in it, by name. */
  children: Array<Region>;
  /** Countries in the region, by name. */
  countries: Array<Country>;
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
  /** UN M49 code, three digits: `011`. Null if M49 doesn't have the region. */
  m49?: Maybe<Scalars['String']['output']>;
  /** Usual name: "West Africa". */
  name: Scalars['String']['output'];
  /** Usual name in every known language, English first. Some regions without an M49 code have a name in English only. */
  names: Array<LocalizedName>;
  /** Region that directly contains it. Null for the world. */
  parent?: Maybe<Region>;
  /**
   * Publications about the region. Worldwide publications that name neither the region nor a place in it are left out,
   * unless the filter has `includeWorldwide: true`. Null only together with an error.
   */
  publications?: Maybe<PublicationConnection>;
  /** Name in addresses and filters: `west-africa`. */
  slug: Scalars['String']['output'];
};


/** A part of the world: an area of UN M49, or a region that is common in the field, such as the Horn of Africa. */
export type RegionCountriesArgs = {
  transitive?: Scalars['Boolean']['input'];
};


/** A part of the world: an area of UN M49, or a region that is common in the field, such as the Horn of Africa. */
export type RegionNameArgs = {
  language?: NameLanguage;
};


/** A part of the world: an area of UN M49, or a region that is common in the field, such as the Horn of Africa. */
export type RegionPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  match?: InputMaybe<RegionMatch>;
  orderBy?: InputMaybe<PublicationOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** One page of a list of regions. */
export type RegionConnection = {
  __typename?: 'RegionConnection';
  /** The regions of the page, each with its cursor. */
  edges: Array<RegionEdge>;
  /** The regions of the page, without cursors. */
  nodes: Array<Region>;
  /** Position of the page in the list. */
  pageInfo: PageInfo;
  /** Number of regions in the whole list, over all pages. Null only together with an error. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A region in a list, with its cursor. */
export type RegionEdge = {
  __typename?: 'RegionEdge';
  /** Position of the item. Use it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The region. */
  node: Region;
};

/** Selects regions. Everything that is given must hold; `{}` selects all. */
export type RegionFilter = {
  /** Whether a publication is about the region, a region within it or a country in it. */
  hasPublications?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name or an alias, in any language, contains this text, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug or M49 code is one of these. An unknown region is an error that suggests the nearest. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /**
   * The region lies in one of these regions, directly or not; by slug or M49 code. An unknown region is an error that
   * suggests the nearest.
   */
  within?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** When a publication is about a region. */
export const RegionMatch = {
  /** It is filed under the region itself. */
  Direct: 'DIRECT',
  /** As `INCLUDING_SUBREGIONS`, or it is about a country in the region: Africa finds West Africa and Nigeria. */
  IncludingCountries: 'INCLUDING_COUNTRIES',
  /** It is filed under the region or a region within it: Africa finds West Africa. */
  IncludingSubregions: 'INCLUDING_SUBREGIONS'
} as const;

export type RegionMatch = typeof RegionMatch[keyof typeof RegionMatch];
/** Order of a list of regions. */
export type RegionOrder = {
  /** Direction of the order. Null is `DESC` for `PUBLICATION_COUNT`, otherwise `ASC`. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. Null is `NAME`. */
  field?: InputMaybe<RegionOrderField>;
};

/** Sort key of a list of regions. */
export const RegionOrderField = {
  /** The M49 code. Regions without one are last in ascending order, first in descending order. */
  M49: 'M49',
  /** The usual English name, ignoring accents. */
  Name: 'NAME',
  /** Number of publications about the region, a region within it or a country in it. */
  PublicationCount: 'PUBLICATION_COUNT'
} as const;

export type RegionOrderField = typeof RegionOrderField[keyof typeof RegionOrderField];
/** A choice of regions, each by slug or M49 code. */
export type RegionSlugsFilter = {
  /** About all of these. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** About at least one of these. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When a publication is about a region. Null is `INCLUDING_COUNTRIES`. */
  match?: InputMaybe<RegionMatch>;
  /** About none of these. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A publication that has something in common with another one. */
export type RelatedPublication = {
  __typename?: 'RelatedPublication';
  /** The related publication. */
  publication: Publication;
  /** What both have in common, the most important first. At least one. */
  reasons: Array<RelationReason>;
};

/** What publications can have in common, the most important first. */
export const RelationKind = {
  /** Both have a contributor in common. */
  Author: 'AUTHOR',
  /** Both have the category. */
  Category: 'CATEGORY',
  /** Both are about the country. */
  Country: 'COUNTRY',
  /** Both name the region. */
  Region: 'REGION',
  /** Both have the topic. */
  Topic: 'TOPIC',
  /** The other title has a rare word of this title. */
  Word: 'WORD'
} as const;

export type RelationKind = typeof RelationKind[keyof typeof RelationKind];
/** Something that two publications have in common. */
export type RelationReason = {
  __typename?: 'RelationReason';
  /** Kind of the common property. */
  kind: RelationKind;
  /** The common property: "Nigeria", "Lori J. Mann", or the word itself. */
  label: Scalars['String']['output'];
};

/** Result of the list without one of its conditions. Pass `search` and `filter` to the same field to get that list. */
export type SearchRelaxation = {
  __typename?: 'SearchRelaxation';
  /** How many publications match all other conditions; at least one. */
  count: Scalars['Int']['output'];
  /** The filter without the condition, as a JSON object for a variable of the type `PublicationFilter`; null if nothing is left. */
  filter?: Maybe<Scalars['JSON']['output']>;
  /** The search without the condition, for the argument `search`; null if nothing is left to search for. */
  search?: Maybe<Scalars['String']['output']>;
  /**
   * The condition that was dropped: a part of the search in the words of `understoodAs`, or the path of a filter:
   * `filter.countries`, `filter.and[0]`.
   */
  without: Scalars['String']['output'];
};

/** A choice by slug. */
export type SlugsFilter = {
  /** All of these. */
  allOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** At least one of these. */
  anyOf?: InputMaybe<Array<Scalars['String']['input']>>;
  /** None of these. */
  noneOf?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What publications can be counted by. */
export const StatisticsDimension = {
  /** Contributors with the role `AUTHOR`, as in `filter.authors`. */
  Author: 'AUTHOR',
  /** Categories. */
  Category: 'CATEGORY',
  /** Contributors in any role, as in `filter.contributors`. */
  Contributor: 'CONTRIBUTOR',
  /** Countries that the publication is about. */
  Country: 'COUNTRY',
  /** The decade of publication: `2010` is 2010 to 2019. */
  Decade: 'DECADE',
  /** Languages, as in `filter.languages`: a publication in `pt-BR` counts in the rows of `pt-BR` and `pt`. */
  Language: 'LANGUAGE',
  /** Contributors with the role `PUBLISHER`, as in `filter.publishers`. */
  Publisher: 'PUBLISHER',
  /**
   * Regions that the publication is about, as `filter.regions` finds them by default: those that it names, those that
   * contain them, and those of its countries. `regionsWithin` and `regionLevel` select one level of one tree. A
   * publication about no region counts in the row whose region is null. A publication about other regions than the
   * selected ones counts in no row.
   */
  Region: 'REGION',
  /** Topics. */
  Topic: 'TOPIC',
  /** Types. */
  Type: 'TYPE',
  /** The year of publication. */
  Year: 'YEAR'
} as const;

export type StatisticsDimension = typeof StatisticsDimension[keyof typeof StatisticsDimension];
/** A value of a dimension. */
export type StatisticsKey = {
  __typename?: 'StatisticsKey';
  /** The dimension. */
  dimension: StatisticsDimension;
  /** Name of the value; `2010s` for a decade. Null if `value` is null. */
  label?: Maybe<Scalars['String']['output']>;
  /**
   * Value for a filter: the code of a country, a slug, a year, or the first year of a decade. Null if the publications
   * have no value: they name no country, or their year is unknown.
   */
  value?: Maybe<Scalars['String']['output']>;
};


/** A value of a dimension. */
export type StatisticsKeyLabelArgs = {
  language?: NameLanguage;
};

/** A combination of one value per dimension that at least one publication has. */
export type StatisticsRow = {
  __typename?: 'StatisticsRow';
  /**
   * Number of publications with all of these values: the `totalCount` of the same search with the filter `and: [filter, {
   * countries: { anyOf: ["NG"] } }, …]`, or `hasCountries: false` for a null value.
   */
  count: Scalars['Int']['output'];
  /** Values, in the order of `by`. */
  keys: Array<StatisticsKey>;
};

/** A possible meaning of the text. */
export type Suggestion = {
  __typename?: 'Suggestion';
  /** Text in English that distinguishes equal names: `Person, 3 publications`. For a publication, its year and authors. */
  hint: Scalars['String']['output'];
  /** Kind of the suggestion. */
  kind: SuggestionKind;
  /** Text for display: the name or the title. */
  label: Scalars['String']['output'];
  /** The alias that matched: `Ivory Coast` for Côte d’Ivoire. Null if the English label or a code matched. */
  matched?: Maybe<Scalars['String']['output']>;
  /** The suggested object: a country, region, topic, category, author or publication. */
  node: Node;
  /** Value for arguments and filters: the code of a country, otherwise the slug. */
  value: Scalars['String']['output'];
};


/** A possible meaning of the text. */
export type SuggestionLabelArgs = {
  language?: NameLanguage;
};

/** Kinds of suggestions. */
export const SuggestionKind = {
  /** An author, by name, acronym or alias. */
  Author: 'AUTHOR',
  /** A category, by name. */
  Category: 'CATEGORY',
  /** A country, by any name or code. */
  Country: 'COUNTRY',
  /** A publication, by title. */
  Publication: 'PUBLICATION',
  /** A region, by any name or M49 code. */
  Region: 'REGION',
  /** A topic, by name. */
  Topic: 'TOPIC'
} as const;

export type SuggestionKind = typeof SuggestionKind[keyof typeof SuggestionKind];
/** A subject of publications. */
export type Topic = Node & {
  __typename?: 'Topic';
  /** Description of the topic from its sources. Null if no source has one. */
  description?: Maybe<Scalars['String']['output']>;
  /** Global id: unique over all types and opaque. It stays the same when the catalogue is imported again. */
  id: Scalars['ID']['output'];
  /** Name for display: "Capacity Building". */
  name: Scalars['String']['output'];
  /** Publications of the topic. Null only together with an error. */
  publications?: Maybe<PublicationConnection>;
  /** Name in addresses and filters: `capacity-building`. */
  slug: Scalars['String']['output'];
};


/** A subject of publications. */
export type TopicPublicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PublicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PublicationOrder>;
  search?: InputMaybe<Scalars['String']['input']>;
};

/** One page of a list of topics. */
export type TopicConnection = {
  __typename?: 'TopicConnection';
  /** The topics of the page, each with its cursor. */
  edges: Array<TopicEdge>;
  /** The topics of the page, without cursors. */
  nodes: Array<Topic>;
  /** Position of the page in the list. */
  pageInfo: PageInfo;
  /** Number of topics in the whole list, over all pages. Null only together with an error. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A topic in a list, with its cursor. */
export type TopicEdge = {
  __typename?: 'TopicEdge';
  /** Position of the item. Use it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The topic. */
  node: Topic;
};

/** Selects topics. Everything that is given must hold; `{}` selects all. */
export type TopicFilter = {
  /** The name contains this text, ignoring case and accents. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug is one of these. An unknown slug is an error that suggests the nearest. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Order of a list of topics. */
export type TopicOrder = {
  /** Direction of the order. Null is `DESC` for `PUBLICATION_COUNT`, otherwise `ASC`. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. Null is `NAME`. */
  field?: InputMaybe<TopicOrderField>;
};

/** Sort key of a list of topics. */
export const TopicOrderField = {
  /** The name, ignoring case and accents. */
  Name: 'NAME',
  /** Number of publications of the topic. */
  PublicationCount: 'PUBLICATION_COUNT'
} as const;

export type TopicOrderField = typeof TopicOrderField[keyof typeof TopicOrderField];
/** Number of unresolved printed values of one field. */
export type UnresolvedCount = {
  __typename?: 'UnresolvedCount';
  /** Number of values. */
  count: Scalars['Int']['output'];
  /** Field of the source: `country`, `region`, `authors`, `year`, `category`. */
  field: Scalars['String']['output'];
};

/** A range or a choice of years. A publication of unknown year matches none. A `from` after `to` is an error. */
export type YearFilter = {
  /** This year or later. */
  from?: InputMaybe<Scalars['Int']['input']>;
  /** One of these years. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** This year or earlier. */
  to?: InputMaybe<Scalars['Int']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( AuthorModel )
    | ( FiledModel )
    | ( CountryModel )
    | ( PublicationModel )
    | ( RegionModel )
    | ( FiledModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Author: ResolverTypeWrapper<AuthorModel>;
  AuthorConnection: ResolverTypeWrapper<AnyConnectionModel>;
  AuthorEdge: ResolverTypeWrapper<Omit<AuthorEdge, 'node'> & { node: ResolversTypes['Author'] }>;
  AuthorFilter: AuthorFilter;
  AuthorIdentifier: ResolverTypeWrapper<AuthorIdentifier>;
  AuthorIdentifierScheme: AuthorIdentifierScheme;
  AuthorKind: AuthorKind;
  AuthorOrder: AuthorOrder;
  AuthorOrderField: AuthorOrderField;
  AuthorsFilter: AuthorsFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Catalogue: ResolverTypeWrapper<CatalogueModel>;
  CatalogueYears: ResolverTypeWrapper<CatalogueYears>;
  Category: ResolverTypeWrapper<FiledModel>;
  CategoryConnection: ResolverTypeWrapper<AnyConnectionModel>;
  CategoryEdge: ResolverTypeWrapper<Omit<CategoryEdge, 'node'> & { node: ResolversTypes['Category'] }>;
  CategoryFilter: CategoryFilter;
  CategoryOrder: CategoryOrder;
  CategoryOrderField: CategoryOrderField;
  CitationFormat: CitationFormat;
  CitationStyle: CitationStyle;
  CoAuthor: ResolverTypeWrapper<CoAuthorModel>;
  Contribution: ResolverTypeWrapper<ContributionModel>;
  ContributionRole: ContributionRole;
  ContributorsFilter: ContributorsFilter;
  Country: ResolverTypeWrapper<CountryModel>;
  CountryCodesFilter: CountryCodesFilter;
  CountryConnection: ResolverTypeWrapper<AnyConnectionModel>;
  CountryEdge: ResolverTypeWrapper<Omit<CountryEdge, 'node'> & { node: ResolversTypes['Country'] }>;
  CountryFilter: CountryFilter;
  CountryOrder: CountryOrder;
  CountryOrderField: CountryOrderField;
  CountryStatus: CountryStatus;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  FacetBucket: ResolverTypeWrapper<BucketModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  HostWork: ResolverTypeWrapper<HostWork>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdentifierInput: IdentifierInput;
  IdentifiersFilter: IdentifiersFilter;
  ImportRun: ResolverTypeWrapper<ImportRun>;
  InstantFilter: InstantFilter;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KeywordsFilter: KeywordsFilter;
  LanguagesFilter: LanguagesFilter;
  LocalizedName: ResolverTypeWrapper<LocalizedName>;
  NameCertainty: NameCertainty;
  NameKind: NameKind;
  NameLanguage: NameLanguage;
  NameMeaning: ResolverTypeWrapper<NameMeaningModel>;
  NameResolution: ResolverTypeWrapper<Omit<NameResolution, 'meanings'> & { meanings: Array<ResolversTypes['NameMeaning']> }>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartialDate: ResolverTypeWrapper<Scalars['PartialDate']['output']>;
  Publication: ResolverTypeWrapper<PublicationModel>;
  PublicationConnection: ResolverTypeWrapper<PublicationConnectionModel>;
  PublicationEdge: ResolverTypeWrapper<Omit<PublicationEdge, 'node'> & { node: ResolversTypes['Publication'] }>;
  PublicationFacet: ResolverTypeWrapper<Omit<PublicationFacet, 'buckets'> & { buckets: Array<ResolversTypes['FacetBucket']> }>;
  PublicationFacetOrder: PublicationFacetOrder;
  PublicationFacets: ResolverTypeWrapper<FacetedListModel>;
  PublicationFilter: PublicationFilter;
  PublicationHighlight: ResolverTypeWrapper<PublicationHighlight>;
  PublicationHighlightField: PublicationHighlightField;
  PublicationIdentifier: ResolverTypeWrapper<PublicationIdentifier>;
  PublicationIdentifierScheme: PublicationIdentifierScheme;
  PublicationMatch: PublicationMatch;
  PublicationOrder: PublicationOrder;
  PublicationOrderField: PublicationOrderField;
  PublicationSearchInfo: ResolverTypeWrapper<PublicationSearchInfo>;
  PublicationStatistics: ResolverTypeWrapper<PublicationStatisticsModel>;
  PublicationType: PublicationType;
  PublicationTypesFilter: PublicationTypesFilter;
  PublishersFilter: PublishersFilter;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Region: ResolverTypeWrapper<RegionModel>;
  RegionConnection: ResolverTypeWrapper<AnyConnectionModel>;
  RegionEdge: ResolverTypeWrapper<Omit<RegionEdge, 'node'> & { node: ResolversTypes['Region'] }>;
  RegionFilter: RegionFilter;
  RegionMatch: RegionMatch;
  RegionOrder: RegionOrder;
  RegionOrderField: RegionOrderField;
  RegionSlugsFilter: RegionSlugsFilter;
  RelatedPublication: ResolverTypeWrapper<RelatedPublicationModel>;
  RelationKind: RelationKind;
  RelationReason: ResolverTypeWrapper<RelationReason>;
  SearchRelaxation: ResolverTypeWrapper<SearchRelaxation>;
  SlugsFilter: SlugsFilter;
  StatisticsDimension: StatisticsDimension;
  StatisticsKey: ResolverTypeWrapper<StatisticsKeyModel>;
  StatisticsRow: ResolverTypeWrapper<Omit<StatisticsRow, 'keys'> & { keys: Array<ResolversTypes['StatisticsKey']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Suggestion: ResolverTypeWrapper<SuggestionModel>;
  SuggestionKind: SuggestionKind;
  Topic: ResolverTypeWrapper<FiledModel>;
  TopicConnection: ResolverTypeWrapper<AnyConnectionModel>;
  TopicEdge: ResolverTypeWrapper<Omit<TopicEdge, 'node'> & { node: ResolversTypes['Topic'] }>;
  TopicFilter: TopicFilter;
  TopicOrder: TopicOrder;
  TopicOrderField: TopicOrderField;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnresolvedCount: ResolverTypeWrapper<UnresolvedCount>;
  YearFilter: YearFilter;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Author: AuthorModel;
  AuthorConnection: AnyConnectionModel;
  AuthorEdge: Omit<AuthorEdge, 'node'> & { node: ResolversParentTypes['Author'] };
  AuthorFilter: AuthorFilter;
  AuthorIdentifier: AuthorIdentifier;
  AuthorOrder: AuthorOrder;
  AuthorsFilter: AuthorsFilter;
  Boolean: Scalars['Boolean']['output'];
  Catalogue: CatalogueModel;
  CatalogueYears: CatalogueYears;
  Category: FiledModel;
  CategoryConnection: AnyConnectionModel;
  CategoryEdge: Omit<CategoryEdge, 'node'> & { node: ResolversParentTypes['Category'] };
  CategoryFilter: CategoryFilter;
  CategoryOrder: CategoryOrder;
  CoAuthor: CoAuthorModel;
  Contribution: ContributionModel;
  ContributorsFilter: ContributorsFilter;
  Country: CountryModel;
  CountryCodesFilter: CountryCodesFilter;
  CountryConnection: AnyConnectionModel;
  CountryEdge: Omit<CountryEdge, 'node'> & { node: ResolversParentTypes['Country'] };
  CountryFilter: CountryFilter;
  CountryOrder: CountryOrder;
  DateTime: Scalars['DateTime']['output'];
  FacetBucket: BucketModel;
  Float: Scalars['Float']['output'];
  HostWork: HostWork;
  ID: Scalars['ID']['output'];
  IdentifierInput: IdentifierInput;
  IdentifiersFilter: IdentifiersFilter;
  ImportRun: ImportRun;
  InstantFilter: InstantFilter;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  KeywordsFilter: KeywordsFilter;
  LanguagesFilter: LanguagesFilter;
  LocalizedName: LocalizedName;
  NameMeaning: NameMeaningModel;
  NameResolution: Omit<NameResolution, 'meanings'> & { meanings: Array<ResolversParentTypes['NameMeaning']> };
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PartialDate: Scalars['PartialDate']['output'];
  Publication: PublicationModel;
  PublicationConnection: PublicationConnectionModel;
  PublicationEdge: Omit<PublicationEdge, 'node'> & { node: ResolversParentTypes['Publication'] };
  PublicationFacet: Omit<PublicationFacet, 'buckets'> & { buckets: Array<ResolversParentTypes['FacetBucket']> };
  PublicationFacets: FacetedListModel;
  PublicationFilter: PublicationFilter;
  PublicationHighlight: PublicationHighlight;
  PublicationIdentifier: PublicationIdentifier;
  PublicationOrder: PublicationOrder;
  PublicationSearchInfo: PublicationSearchInfo;
  PublicationStatistics: PublicationStatisticsModel;
  PublicationTypesFilter: PublicationTypesFilter;
  PublishersFilter: PublishersFilter;
  Query: Record<PropertyKey, never>;
  Region: RegionModel;
  RegionConnection: AnyConnectionModel;
  RegionEdge: Omit<RegionEdge, 'node'> & { node: ResolversParentTypes['Region'] };
  RegionFilter: RegionFilter;
  RegionOrder: RegionOrder;
  RegionSlugsFilter: RegionSlugsFilter;
  RelatedPublication: RelatedPublicationModel;
  RelationReason: RelationReason;
  SearchRelaxation: SearchRelaxation;
  SlugsFilter: SlugsFilter;
  StatisticsKey: StatisticsKeyModel;
  StatisticsRow: Omit<StatisticsRow, 'keys'> & { keys: Array<ResolversParentTypes['StatisticsKey']> };
  String: Scalars['String']['output'];
  Suggestion: SuggestionModel;
  Topic: FiledModel;
  TopicConnection: AnyConnectionModel;
  TopicEdge: Omit<TopicEdge, 'node'> & { node: ResolversParentTypes['Topic'] };
  TopicFilter: TopicFilter;
  TopicOrder: TopicOrder;
  URL: Scalars['URL']['output'];
  UnresolvedCount: UnresolvedCount;
  YearFilter: YearFilter;
};

export type SemanticNonNullDirectiveArgs = {
  levels?: Maybe<Array<Maybe<Scalars['Int']['input']>>>;
};

export type SemanticNonNullDirectiveResolver<Result, Parent, ContextType = Context, Args = SemanticNonNullDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AuthorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Author'] = ResolversParentTypes['Author']> = {
  acronym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  coAuthors?: Resolver<Maybe<Array<ResolversTypes['CoAuthor']>>, ParentType, ContextType, RequireFields<AuthorCoAuthorsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['AuthorIdentifier']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuthorKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, Partial<AuthorPublicationsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sortName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AuthorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorConnection'] = ResolversParentTypes['AuthorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuthorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Author']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AuthorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorEdge'] = ResolversParentTypes['AuthorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Author'], ParentType, ContextType>;
};

export type AuthorIdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthorIdentifier'] = ResolversParentTypes['AuthorIdentifier']> = {
  scheme?: Resolver<ResolversTypes['AuthorIdentifierScheme'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CatalogueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Catalogue'] = ResolversParentTypes['Catalogue']> = {
  authorCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  categoryCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  countryCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastImport?: Resolver<Maybe<ResolversTypes['ImportRun']>, ParentType, ContextType>;
  publicationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  regionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topicCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unresolved?: Resolver<Maybe<Array<ResolversTypes['UnresolvedCount']>>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  years?: Resolver<Maybe<ResolversTypes['CatalogueYears']>, ParentType, ContextType>;
};

export type CatalogueYearsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogueYears'] = ResolversParentTypes['CatalogueYears']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CategoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Category'] = ResolversParentTypes['Category']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, Partial<CategoryPublicationsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CategoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryConnection'] = ResolversParentTypes['CategoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CategoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CategoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CategoryEdge'] = ResolversParentTypes['CategoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Category'], ParentType, ContextType>;
};

export type CoAuthorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoAuthor'] = ResolversParentTypes['CoAuthor']> = {
  author?: Resolver<ResolversTypes['Author'], ParentType, ContextType>;
  publicationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contribution'] = ResolversParentTypes['Contribution']> = {
  author?: Resolver<ResolversTypes['Author'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  printedAs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ContributionRole'], ParentType, ContextType>;
};

export type CountryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Country'] = ResolversParentTypes['Country']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  alpha2?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alpha3?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CountryNameArgs, 'language'>>;
  names?: Resolver<Array<ResolversTypes['LocalizedName']>, ParentType, ContextType>;
  numericCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  officialName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  predecessors?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, Partial<CountryPublicationsArgs>>;
  regions?: Resolver<Array<ResolversTypes['Region']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CountryStatus'], ParentType, ContextType>;
  successors?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryConnection'] = ResolversParentTypes['CountryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CountryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CountryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountryEdge'] = ResolversParentTypes['CountryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Country'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type FacetBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetBucket'] = ResolversParentTypes['FacetBucket']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  isSelected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<FacetBucketLabelArgs, 'language'>>;
  to?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HostWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HostWork'] = ResolversParentTypes['HostWork']> = {
  issn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pages?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  volume?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImportRunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportRun'] = ResolversParentTypes['ImportRun']> = {
  createdCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  finishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refusedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  unchangedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updatedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LocalizedNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalizedName'] = ResolversParentTypes['LocalizedName']> = {
  language?: Resolver<ResolversTypes['NameLanguage'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NameMeaningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NameMeaning'] = ResolversParentTypes['NameMeaning']> = {
  certainty?: Resolver<ResolversTypes['NameCertainty'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NameKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NameResolutionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NameResolution'] = ResolversParentTypes['NameResolution']> = {
  meanings?: Resolver<Array<ResolversTypes['NameMeaning']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Author' | 'Category' | 'Country' | 'Publication' | 'Region' | 'Topic', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PartialDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PartialDate'], any> {
  name: 'PartialDate';
}

export type PublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Publication'] = ResolversParentTypes['Publication']> = {
  abstract?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  authors?: Resolver<Array<ResolversTypes['Author']>, ParentType, ContextType>;
  categories?: Resolver<Array<ResolversTypes['Category']>, ParentType, ContextType>;
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PublicationCitationArgs, 'format' | 'style'>>;
  contributions?: Resolver<Array<ResolversTypes['Contribution']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  edition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['PublicationIdentifier']>, ParentType, ContextType>;
  isWorldwide?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issued?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  keywords?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  license?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pages?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partOf?: Resolver<Maybe<ResolversTypes['HostWork']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishers?: Resolver<Array<ResolversTypes['Author']>, ParentType, ContextType>;
  regions?: Resolver<Array<ResolversTypes['Region']>, ParentType, ContextType>;
  related?: Resolver<Maybe<Array<ResolversTypes['RelatedPublication']>>, ParentType, ContextType, RequireFields<PublicationRelatedArgs, 'first'>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['PublicationType']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  volume?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublicationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationConnection'] = ResolversParentTypes['PublicationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PublicationEdge']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ResolversTypes['PublicationFacets']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Publication']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  relaxations?: Resolver<Maybe<Array<ResolversTypes['SearchRelaxation']>>, ParentType, ContextType>;
  searchInfo?: Resolver<Maybe<ResolversTypes['PublicationSearchInfo']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PublicationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationEdge'] = ResolversParentTypes['PublicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highlights?: Resolver<Maybe<Array<ResolversTypes['PublicationHighlight']>>, ParentType, ContextType>;
  matchedIn?: Resolver<Maybe<ResolversTypes['PublicationMatch']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
  relevance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PublicationFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationFacet'] = ResolversParentTypes['PublicationFacet']> = {
  buckets?: Resolver<Array<ResolversTypes['FacetBucket']>, ParentType, ContextType>;
  distinct?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublicationFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationFacets'] = ResolversParentTypes['PublicationFacets']> = {
  authors?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsAuthorsArgs, 'first' | 'orderBy'>>;
  categories?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsCategoriesArgs, 'first' | 'orderBy'>>;
  contributors?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsContributorsArgs, 'first' | 'orderBy'>>;
  countries?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsCountriesArgs, 'first' | 'orderBy'>>;
  languages?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsLanguagesArgs, 'first' | 'orderBy'>>;
  publishers?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsPublishersArgs, 'first' | 'orderBy'>>;
  regions?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsRegionsArgs, 'first' | 'orderBy'>>;
  topics?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsTopicsArgs, 'first' | 'orderBy'>>;
  types?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsTypesArgs, 'first' | 'orderBy'>>;
  years?: Resolver<Maybe<ResolversTypes['PublicationFacet']>, ParentType, ContextType, RequireFields<PublicationFacetsYearsArgs, 'first' | 'orderBy' | 'width'>>;
};

export type PublicationHighlightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationHighlight'] = ResolversParentTypes['PublicationHighlight']> = {
  field?: Resolver<ResolversTypes['PublicationHighlightField'], ParentType, ContextType>;
  snippet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicationIdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationIdentifier'] = ResolversParentTypes['PublicationIdentifier']> = {
  scheme?: Resolver<ResolversTypes['PublicationIdentifierScheme'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicationSearchInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationSearchInfo'] = ResolversParentTypes['PublicationSearchInfo']> = {
  didYouMean?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  understoodAs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublicationStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationStatistics'] = ResolversParentTypes['PublicationStatistics']> = {
  pageInfo?: Resolver<Maybe<ResolversTypes['PageInfo']>, ParentType, ContextType>;
  publicationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rowCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<Array<ResolversTypes['StatisticsRow']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  author?: Resolver<Maybe<ResolversTypes['Author']>, ParentType, ContextType, Partial<QueryAuthorArgs>>;
  authors?: Resolver<Maybe<ResolversTypes['AuthorConnection']>, ParentType, ContextType, Partial<QueryAuthorsArgs>>;
  catalogue?: Resolver<Maybe<ResolversTypes['Catalogue']>, ParentType, ContextType>;
  categories?: Resolver<Maybe<ResolversTypes['CategoryConnection']>, ParentType, ContextType, Partial<QueryCategoriesArgs>>;
  category?: Resolver<Maybe<ResolversTypes['Category']>, ParentType, ContextType, RequireFields<QueryCategoryArgs, 'slug'>>;
  countries?: Resolver<Maybe<ResolversTypes['CountryConnection']>, ParentType, ContextType, Partial<QueryCountriesArgs>>;
  country?: Resolver<Maybe<ResolversTypes['Country']>, ParentType, ContextType, RequireFields<QueryCountryArgs, 'code'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Maybe<Array<Maybe<ResolversTypes['Node']>>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  publication?: Resolver<Maybe<ResolversTypes['Publication']>, ParentType, ContextType, Partial<QueryPublicationArgs>>;
  publicationStatistics?: Resolver<Maybe<ResolversTypes['PublicationStatistics']>, ParentType, ContextType, RequireFields<QueryPublicationStatisticsArgs, 'by' | 'first'>>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, Partial<QueryPublicationsArgs>>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType, RequireFields<QueryRegionArgs, 'slug'>>;
  regions?: Resolver<Maybe<ResolversTypes['RegionConnection']>, ParentType, ContextType, Partial<QueryRegionsArgs>>;
  resolve?: Resolver<Maybe<Array<ResolversTypes['NameResolution']>>, ParentType, ContextType, RequireFields<QueryResolveArgs, 'names'>>;
  suggest?: Resolver<Maybe<Array<ResolversTypes['Suggestion']>>, ParentType, ContextType, RequireFields<QuerySuggestArgs, 'first' | 'text'>>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType, RequireFields<QueryTopicArgs, 'slug'>>;
  topics?: Resolver<Maybe<ResolversTypes['TopicConnection']>, ParentType, ContextType, Partial<QueryTopicsArgs>>;
};

export type RegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Region'] = ResolversParentTypes['Region']> = {
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  children?: Resolver<Array<ResolversTypes['Region']>, ParentType, ContextType>;
  countries?: Resolver<Array<ResolversTypes['Country']>, ParentType, ContextType, RequireFields<RegionCountriesArgs, 'transitive'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  m49?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RegionNameArgs, 'language'>>;
  names?: Resolver<Array<ResolversTypes['LocalizedName']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, RequireFields<RegionPublicationsArgs, 'match'>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RegionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegionConnection'] = ResolversParentTypes['RegionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RegionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Region']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RegionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegionEdge'] = ResolversParentTypes['RegionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
};

export type RelatedPublicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelatedPublication'] = ResolversParentTypes['RelatedPublication']> = {
  publication?: Resolver<ResolversTypes['Publication'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['RelationReason']>, ParentType, ContextType>;
};

export type RelationReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationReason'] = ResolversParentTypes['RelationReason']> = {
  kind?: Resolver<ResolversTypes['RelationKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchRelaxationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchRelaxation'] = ResolversParentTypes['SearchRelaxation']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  search?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  without?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StatisticsKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticsKey'] = ResolversParentTypes['StatisticsKey']> = {
  dimension?: Resolver<ResolversTypes['StatisticsDimension'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<StatisticsKeyLabelArgs, 'language'>>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatisticsRowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatisticsRow'] = ResolversParentTypes['StatisticsRow']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['StatisticsKey']>, ParentType, ContextType>;
};

export type SuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Suggestion'] = ResolversParentTypes['Suggestion']> = {
  hint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SuggestionKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SuggestionLabelArgs, 'language'>>;
  matched?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publications?: Resolver<Maybe<ResolversTypes['PublicationConnection']>, ParentType, ContextType, Partial<TopicPublicationsArgs>>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicConnection'] = ResolversParentTypes['TopicConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TopicEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TopicEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicEdge'] = ResolversParentTypes['TopicEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnresolvedCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnresolvedCount'] = ResolversParentTypes['UnresolvedCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Author?: AuthorResolvers<ContextType>;
  AuthorConnection?: AuthorConnectionResolvers<ContextType>;
  AuthorEdge?: AuthorEdgeResolvers<ContextType>;
  AuthorIdentifier?: AuthorIdentifierResolvers<ContextType>;
  Catalogue?: CatalogueResolvers<ContextType>;
  CatalogueYears?: CatalogueYearsResolvers<ContextType>;
  Category?: CategoryResolvers<ContextType>;
  CategoryConnection?: CategoryConnectionResolvers<ContextType>;
  CategoryEdge?: CategoryEdgeResolvers<ContextType>;
  CoAuthor?: CoAuthorResolvers<ContextType>;
  Contribution?: ContributionResolvers<ContextType>;
  Country?: CountryResolvers<ContextType>;
  CountryConnection?: CountryConnectionResolvers<ContextType>;
  CountryEdge?: CountryEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  FacetBucket?: FacetBucketResolvers<ContextType>;
  HostWork?: HostWorkResolvers<ContextType>;
  ImportRun?: ImportRunResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LocalizedName?: LocalizedNameResolvers<ContextType>;
  NameMeaning?: NameMeaningResolvers<ContextType>;
  NameResolution?: NameResolutionResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartialDate?: GraphQLScalarType;
  Publication?: PublicationResolvers<ContextType>;
  PublicationConnection?: PublicationConnectionResolvers<ContextType>;
  PublicationEdge?: PublicationEdgeResolvers<ContextType>;
  PublicationFacet?: PublicationFacetResolvers<ContextType>;
  PublicationFacets?: PublicationFacetsResolvers<ContextType>;
  PublicationHighlight?: PublicationHighlightResolvers<ContextType>;
  PublicationIdentifier?: PublicationIdentifierResolvers<ContextType>;
  PublicationSearchInfo?: PublicationSearchInfoResolvers<ContextType>;
  PublicationStatistics?: PublicationStatisticsResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Region?: RegionResolvers<ContextType>;
  RegionConnection?: RegionConnectionResolvers<ContextType>;
  RegionEdge?: RegionEdgeResolvers<ContextType>;
  RelatedPublication?: RelatedPublicationResolvers<ContextType>;
  RelationReason?: RelationReasonResolvers<ContextType>;
  SearchRelaxation?: SearchRelaxationResolvers<ContextType>;
  StatisticsKey?: StatisticsKeyResolvers<ContextType>;
  StatisticsRow?: StatisticsRowResolvers<ContextType>;
  Suggestion?: SuggestionResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  TopicConnection?: TopicConnectionResolvers<ContextType>;
  TopicEdge?: TopicEdgeResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnresolvedCount?: UnresolvedCountResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  semanticNonNull?: SemanticNonNullDirectiveResolver<any, any, ContextType>;
};
