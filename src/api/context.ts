import { authorLoaders } from '../author/author.loaders.ts';
import type { Context, Loaders, Usage } from '../context.ts';
import type { Counts } from '../counts/copies.ts';
import type { Session } from '../db/sessions.ts';
import { facetLoaders } from '../facet/facet.loaders.ts';
import { type ListConditions, translateFilter } from '../publication/publication.filter.ts';
import { publicationLoaders } from '../publication/publication.loaders.ts';
import type { ReferencePlural } from '../publication/memberships.ts';
import type { Lookup } from '../reference/lookup.ts';
import type { ReferenceCache } from '../reference/reference.cache.ts';
import type { Reference } from '../reference/reference.ts';
import { relatedLoader } from '../related/related.loaders.ts';
import { searchLoaders } from '../search/search.loaders.ts';
import { toCanonicalJson } from '../text/digest.ts';
import { DEFAULT_LIMITS, type Limits, overLimit, printNumber } from '../graphql/limits.ts';
import { createUsage } from './usage.ts';

/** Loaders that are created on first use: most requests need one or two. */
class RequestLoaders implements Loaders {
  private readonly session: Session;
  private readonly counts: Counts | null;
  private known: { -readonly [Name in keyof Loaders]?: Loaders[Name] } = {};

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

/** The lookup of a kind, with the type of its objects. */
function lookupOf<Kind extends ReferencePlural>(
  reference: Reference,
  kind: Kind,
): Lookup<Reference[Kind]['all'][number]> {
  return reference[kind] as Lookup<Reference[Kind]['all'][number]>;
}

/** Creates the context of a request. */
export async function createContext(
  session: Session,
  cache: ReferenceCache,
  limits: Limits = DEFAULT_LIMITS,
  usage: Usage = createUsage(),
  counts: Counts | null = null,
): Promise<Context> {
  const filters = new Map<string, Promise<ListConditions>>();
  let items = 0;
  const context: Context = {
    db: session.db,
    heavyDb: session.heavyDb,
    session,
    counts,
    limits,
    usage,
    reference: await cache.get(),
    loaders: new RequestLoaders(session, counts),
    lists: new WeakMap(),

    countItems(count) {
      items += count;
      if (items > limits.cost)
        throw overLimit(
          'cost',
          null,
          limits.cost,
          `The answer's lists have more than ${printNumber(limits.cost)} items, which is the limit. Ask for fewer objects at a time.`,
        );
    },

    find(kind, ids) {
      context.countItems(ids.length);
      const found = lookupOf(context.reference, kind).byIds(ids);
      if (found.length === ids.length) return found;
      // An import added the missing objects after the snapshot was taken.
      return context.renewReference().then((renewed) => lookupOf(renewed, kind).byIds(ids));
    },

    async findNamed(kind, name) {
      const found = lookupOf(context.reference, kind).byName(name);
      return found ?? lookupOf(await context.renewReference(), kind).byName(name);
    },

    async renewReference() {
      return (context.reference = await cache.renew());
    },

    translateFilter(filter, search) {
      // Treat null and {} alike: a facet drops its own field from the filter, which can leave {}.
      const key = toCanonicalJson({ filter: filter ?? {}, search });
      let translated = filters.get(key);
      if (!translated) {
        translated = translateFilter(filter, search, context);
        filters.set(key, translated);
      }
      return translated;
    },
  };
  return context;
}
