import { authorLoaders } from '../author/author.loaders.ts';
import type { Counts } from '../counts/copies.ts';
import type { Db } from '../db/database.ts';
import type { Session } from '../db/sessions.ts';
import { facetLoaders } from '../facet/facet.loaders.ts';
import { type Matching, matching } from '../publication/publication.filter.ts';
import { publicationLoaders } from '../publication/publication.loaders.ts';
import type { ReferenceCache } from '../reference/reference.cache.ts';
import type { Reference } from '../reference/reference.ts';
import { relatedLoader } from '../related/related.loaders.ts';
import { searchLoaders } from '../search/search.loaders.ts';
import { canonical } from '../text/digest.ts';
import { DEFAULT_LIMITS, type Limits, overLimit, printed } from '../graphql/limits.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import { type Usage, newUsage } from './usage.ts';

/** The kinds of objects that a snapshot of the reference data has. */
type ReferenceKind = 'countries' | 'regions' | 'topics' | 'categories';
type ReferenceObject<Kind extends ReferenceKind> = Reference[Kind]['all'][number];

/** What the resolvers of one request share. */
export interface Context {
  /** For light statements. */
  db: Db;
  /** For heavy statements: see `Session`. */
  heavyDb: Db;
  session: Session;
  /** The process's copy of what lists are counted by, if it keeps one. */
  counts: Counts | null;
  limits: Limits;
  usage: Usage;
  /** The snapshot of the reference data for this request. */
  reference: Reference;
  loaders: Loaders;
  /**
   * Counts items of lists without pages. Their price assumes a length that unusual publications exceed; this bounds the sum.
   * @throws LIMIT_EXCEEDED if the answer has more such items than an operation may cost
   */
  countItems(count: number): void;
  /** Returns the reference objects with these ids, in the order of lists. */
  find<Kind extends ReferenceKind>(
    kind: Kind,
    ids: readonly number[],
  ): Promise<ReferenceObject<Kind>[]> | ReferenceObject<Kind>[];
  /** Looks up a reference object by slug or code; undefined if there is none. */
  findNamed<Kind extends ReferenceKind>(kind: Kind, name: string): Promise<ReferenceObject<Kind> | undefined>;
  /** Replaces the snapshot by one that is up to date. */
  renewReference(): Promise<Reference>;
  /** Parsed arguments, keyed by the argument object, which all objects of a field share. */
  lists: WeakMap<object, unknown>;
  /** Translates a publication filter and a search into a condition, once per request for the same two. */
  matching(
    filter: PublicationFilter | null | undefined,
    search: string | null | undefined,
  ): Promise<Matching>;
}

/** Created on first use: most requests need one or two. */
class Loaders {
  private readonly session: Session;
  private readonly counts: Counts | null;
  private known: {
    publication?: ReturnType<typeof publicationLoaders>;
    author?: ReturnType<typeof authorLoaders>;
    facet?: ReturnType<typeof facetLoaders>;
    search?: ReturnType<typeof searchLoaders>;
    related?: ReturnType<typeof relatedLoader>;
  } = {};

  constructor(session: Session, counts: Counts | null) {
    this.session = session;
    this.counts = counts;
  }

  get publication() {
    return (this.known.publication ??= publicationLoaders(this.session));
  }
  get author() {
    return (this.known.author ??= authorLoaders(this.session));
  }
  get facet() {
    return (this.known.facet ??= facetLoaders(this.session, this.counts));
  }
  get search() {
    return (this.known.search ??= searchLoaders(this.session.db));
  }
  get related() {
    return (this.known.related ??= relatedLoader(this.session.heavyDb));
  }
}

/** Creates the context of a request. */
export async function createContext(
  session: Session,
  cache: ReferenceCache,
  limits: Limits = DEFAULT_LIMITS,
  usage: Usage = newUsage(),
  counts: Counts | null = null,
): Promise<Context> {
  const filters = new Map<string, Promise<Matching>>();
  let items = 0;
  const context: Context = {
    db: session.db,
    heavyDb: session.heavyDb,
    session,
    counts,
    limits,
    usage,
    reference: await cache.get(),
    loaders: new Loaders(session, counts),
    lists: new WeakMap(),

    countItems(count) {
      items += count;
      if (items > limits.cost)
        throw overLimit(
          'cost',
          null,
          limits.cost,
          `The answer's lists have more than ${printed(limits.cost)} items, which is the limit. Ask for fewer objects at a time.`,
        );
    },

    find(kind, ids) {
      context.countItems(ids.length);
      const found = context.reference[kind].byIds(ids);
      if (found.length === ids.length) return found as never;
      // An import after the snapshot added it.
      return context.renewReference().then((renewed) => renewed[kind].byIds(ids) as never);
    },

    async findNamed(kind, name) {
      const found = context.reference[kind].byName(name);
      if (found !== undefined) return found as never;
      return (await context.renewReference())[kind].byName(name) as never;
    },

    async renewReference() {
      return (context.reference = await cache.renewed());
    },

    matching(filter, search) {
      // A facet ignores a field of the filter. A filter without any other field is no filter.
      const key = canonical({ filter: filter ?? {}, search });
      let translated = filters.get(key);
      if (!translated) {
        translated = matching(filter, search, context);
        filters.set(key, translated);
      }
      return translated;
    },
  };
  return context;
}
