import type { DB } from '../db/tables.generated.ts';
import { capitalize } from '../text/capitalize.ts';

interface MembershipRule {
  /** The name of lists of this kind, in import records, filters, facets and the SDL. */
  plural: string;
  /** The column of `publication` with the ids of the members that it is filed under directly. */
  idsColumn: keyof DB['publication'];
  /**
   * The column of `publication` with the ids of all members that list it. Each id has a row in `publication_<kind>`.
   */
  listedColumn: keyof DB['publication'];
  /** Whether the import creates and deletes members of this kind. Countries and regions are reference data. */
  isNamed: boolean;
  /** Whether a list of this kind can include worldwide publications. */
  isPlace: boolean;
  /** Weight of a shared member in the ranking of `Publication.related`. */
  relatedWeight: number;
}

/**
 * The kinds of members that publications are listed under. Each kind has its own table, and a membership table with its
 * publications by year. Types, lists, counts, checks and the import are derived from this table.
 */
export const MEMBERSHIPS = {
  country: {
    plural: 'countries',
    idsColumn: 'country_ids',
    listedColumn: 'country_ids',
    isNamed: false,
    isPlace: true,
    relatedWeight: 2,
  },
  region: {
    plural: 'regions',
    idsColumn: 'region_ids',
    listedColumn: 'within_region_ids',
    isNamed: false,
    isPlace: true,
    relatedWeight: 1,
  },
  author: {
    plural: 'authors',
    idsColumn: 'author_ids',
    listedColumn: 'author_ids',
    isNamed: true,
    isPlace: false,
    relatedWeight: 5,
  },
  topic: {
    plural: 'topics',
    idsColumn: 'topic_ids',
    listedColumn: 'topic_ids',
    isNamed: true,
    isPlace: false,
    relatedWeight: 2,
  },
  category: {
    plural: 'categories',
    idsColumn: 'category_ids',
    listedColumn: 'category_ids',
    isNamed: true,
    isPlace: false,
    relatedWeight: 1,
  },
} as const satisfies Record<string, MembershipRule>;

/** A kind of member: an object that has a list of publications in a membership table. */
export type MembershipKind = keyof typeof MEMBERSHIPS;

type KindThat<Flag extends 'isNamed' | 'isPlace'> = {
  [Kind in MembershipKind]: (typeof MEMBERSHIPS)[Kind][Flag] extends true ? Kind : never;
}[MembershipKind];

export type NamedKind = KindThat<'isNamed'>;
/** Named kinds that have only a name and a description. */
export type FiledKind = Exclude<NamedKind, 'author'>;
export type PlaceKind = KindThat<'isPlace'>;

/** Kinds whose objects are in the snapshot of the reference data. */
export type ReferenceKind = Exclude<MembershipKind, 'author'>;

type PluralOf<Kind extends MembershipKind> = (typeof MEMBERSHIPS)[Kind]['plural'];
export type ReferencePlural = PluralOf<ReferenceKind>;
export type FiledPlural = PluralOf<FiledKind>;
/** The field of a filter that asks whether a publication has members of a kind: `hasTopics`. */
export type HasField<Plural extends string> = `has${Capitalize<Plural>}`;

/** All kinds, in the order of `MEMBERSHIPS`. */
export const MEMBERSHIP_KINDS = Object.keys(MEMBERSHIPS) as MembershipKind[];

function isNamed(kind: MembershipKind): kind is NamedKind {
  return MEMBERSHIPS[kind].isNamed;
}

/** Whether members of a kind are places, whose lists can include worldwide publications. */
export function isPlace(kind: MembershipKind): kind is PlaceKind {
  return MEMBERSHIPS[kind].isPlace;
}

function isReference(kind: MembershipKind): kind is ReferenceKind {
  return kind !== 'author';
}

/** The kinds with a snapshot: countries, regions, topics and categories. */
export const REFERENCE_KINDS = MEMBERSHIP_KINDS.filter(isReference);
export const REFERENCE_PLURALS = REFERENCE_KINDS.map((kind): ReferencePlural => MEMBERSHIPS[kind].plural);
/** Countries and regions. */
export const PLACE_KINDS = MEMBERSHIP_KINDS.filter(isPlace);
/** The kinds whose members imports create: authors, topics and categories. */
export const NAMED_KINDS = MEMBERSHIP_KINDS.filter(isNamed);
/** Topics and categories. */
export const FILED_KINDS = NAMED_KINDS.filter((kind): kind is FiledKind => kind !== 'author');

/** The plurals of `FILED_KINDS`. */
export const FILED_PLURALS = FILED_KINDS.map((kind): FiledPlural => MEMBERSHIPS[kind].plural);

/** The kind of each of `REFERENCE_PLURALS`: `topics` → `topic`. */
export const KIND_OF_PLURAL = Object.fromEntries(
  REFERENCE_KINDS.map((kind) => [MEMBERSHIPS[kind].plural, kind]),
) as { [Kind in ReferenceKind as PluralOf<Kind>]: Kind };

/** The field of a filter that asks whether a publication has a member with this plural: `hasTopics`. */
export function hasFieldOf<Plural extends string>(plural: Plural): HasField<Plural> {
  return `has${capitalize(plural)}`;
}

/** The column of `publication` with the ids of the members with this plural. */
export function idsColumnOf(plural: FiledPlural): (typeof MEMBERSHIPS)[FiledKind]['idsColumn'] {
  return MEMBERSHIPS[KIND_OF_PLURAL[plural]].idsColumn;
}

/** Makes an object with a value for each of `FILED_PLURALS`. */
export function mapFiled<Value>(toValue: (plural: FiledPlural) => Value): Record<FiledPlural, Value> {
  return mapNames(FILED_PLURALS, (plural) => plural, toValue);
}

/** Makes an object with a value for each of `FILED_PLURALS`, under the name of `hasFieldOf`. */
export function mapHasFiled<Value>(
  toValue: (plural: FiledPlural) => Value,
): Record<HasField<FiledPlural>, Value> {
  return mapNames(FILED_PLURALS, hasFieldOf, toValue);
}

/** Makes an object with a value for each of `REFERENCE_KINDS`, under its plural. */
export function mapReference<Value>(toValue: (kind: ReferenceKind) => Value): Record<ReferencePlural, Value> {
  return mapNames(REFERENCE_KINDS, (kind): ReferencePlural => MEMBERSHIPS[kind].plural, toValue);
}

/** Makes an object with a value for each key, under a name that is made from the key. */
export function mapNames<Key, Name extends string, Value>(
  keys: readonly Key[],
  toName: (key: Key) => Name,
  toValue: (key: Key) => Value,
): Record<Name, Value> {
  return Object.fromEntries(keys.map((key) => [toName(key), toValue(key)])) as Record<Name, Value>;
}
