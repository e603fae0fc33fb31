import type { authorLoaders } from './author/author.loaders.ts';
import type { Counts } from './counts/copies.ts';
import type { Db } from './db/database.ts';
import type { Session } from './db/sessions.ts';
import type { facetLoaders } from './facet/facet.loaders.ts';
import type { Limits } from './graphql/limits.ts';
import type { ReferencePlural } from './publication/memberships.ts';
import type { ListConditions } from './publication/publication.filter.ts';
import type { publicationLoaders } from './publication/publication.loaders.ts';
import type { Reference } from './reference/reference.ts';
import type { relatedLoader } from './related/related.loaders.ts';
import type { PublicationFilter } from './schema.generated.ts';
import type { searchLoaders } from './search/search.loaders.ts';

type ReferenceObject<Kind extends ReferencePlural> = Reference[Kind]['all'][number];

/** State that the resolvers of one request share. */
export interface Context {
  /** For light statements. */
  db: Db;
  /** For heavy statements: see `Session`. */
  heavyDb: Db;
  session: Session;
  /** The process's column store for counting; null if it has none. */
  counts: Counts | null;
  limits: Limits;
  usage: Usage;
  /** The snapshot of the reference data for this request. */
  reference: Reference;
  loaders: Loaders;
  /**
   * Counts items of lists without pages. Their price assumes a length that unusual publications exceed, so the sum is
   * limited here.
   * @throws LIMIT_EXCEEDED if the answer has more such items than an operation may cost
   */
  countItems(count: number): void;
  /** Returns the reference objects with these ids, in the order of lists. */
  find<Kind extends ReferencePlural>(
    kind: Kind,
    ids: readonly number[],
  ): Promise<ReferenceObject<Kind>[]> | ReferenceObject<Kind>[];
  /** Looks up a reference object by slug or code; undefined if there is none. */
  findNamed<Kind extends ReferencePlural>(
    kind: Kind,
    name: string,
  ): Promise<ReferenceObject<Kind> | undefined>;
  /** Replaces the request's snapshot of the reference data by a current one, and returns it. */
  renewReference(): Promise<Reference>;
  /** Parsed arguments, keyed by the argument object, which all objects of a field share. */
  lists: WeakMap<object, unknown>;
  /** Translates a publication filter and a search into a condition. Memoized per request. */
  translateFilter(
    filter: PublicationFilter | null | undefined,
    search: string | null | undefined,
  ): Promise<ListConditions>;
}

/** Batched lookups of one request. */
export interface Loaders {
  readonly publication: ReturnType<typeof publicationLoaders>;
  readonly author: ReturnType<typeof authorLoaders>;
  readonly facet: ReturnType<typeof facetLoaders>;
  readonly search: ReturnType<typeof searchLoaders>;
  readonly related: ReturnType<typeof relatedLoader>;
}

/** Data of a request for logs and metrics, without values of the client. */
export interface Usage {
  /** Null if the operation has no name, or there is no operation. */
  operationName: string | null;
  /** SHA-256 of the document, in hexadecimal; null before it is known. */
  operationHash: string | null;
  /** Price of the operation; null before it is priced. */
  cost: number | null;
  /** Whether the document was known by its hash. */
  isPersisted: boolean;
  /** Codes of the errors in the answer. */
  errorCodes: string[];
  /** Ids of the masked errors. */
  errorIds: string[];
  /** The client for limits: an address or a network. */
  client: string;
}
