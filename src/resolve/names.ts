import { slugOf } from '../import/named-ids.ts';
import { gazetteer } from '../import/repair/vocabulary/gazetteer.ts';
import { findOrganisation } from '../import/repair/vocabulary/organisations.ts';
import type { Reference } from '../reference/reference.ts';

export const NAME_KINDS = ['COUNTRY', 'REGION', 'ORGANIZATION'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A meaning of a printed name. */
export interface NameMeaning {
  kind: NameKind;
  /** A country code, a region slug or an author slug. */
  value: string;
  /** The name in English. */
  label: string;
  rule: string;
  certainty: 'CERTAIN' | 'PROBABLE';
}

export interface NameResolution {
  name: string;
  meanings: NameMeaning[];
}

type ShortMeaning = Omit<NameMeaning, 'certainty'> & { isShort: boolean };
type Reader = (name: string, reference: Reference) => ShortMeaning[];

const READERS: Record<NameKind, Reader> = {
  COUNTRY(name, { countries }) {
    const named = gazetteer().countries.lookup(name);
    const codes = named?.values ?? [countries.byName(name)?.code].filter((code) => code !== undefined);
    return codes.map((code) => ({
      kind: 'COUNTRY',
      value: code,
      label: countries.byName(code)?.name ?? code,
      rule: named ? 'country-name' : 'country-code',
      isShort: named === undefined,
    }));
  },
  REGION(name, { regions }) {
    const named = gazetteer().regions.lookup(name);
    const slugs = named?.values ?? [regions.byName(name)?.slug].filter((slug) => slug !== undefined);
    const rule = slugs.length > 1 ? 'regional-office' : 'region-name';
    return slugs.map((slug) => ({
      kind: 'REGION',
      value: slug,
      label: regions.byName(slug)?.name ?? slug,
      rule: named ? rule : 'region-code',
      isShort: named === undefined,
    }));
  },
  ORGANIZATION(name) {
    const organisation = findOrganisation(name);
    if (organisation === null) return [];
    const isShort = /^[\p{Lu}\d. &/-]+$/u.test(name);
    return [
      {
        kind: 'ORGANIZATION',
        value: slugOf(organisation.name),
        label: organisation.name,
        rule: isShort ? 'organisation-acronym' : 'organisation-name',
        isShort,
      },
    ];
  },
};

/** Resolves printed names with the gazetteer and the authority file. An unknown name gets no meaning. */
export function resolveNames(
  names: readonly string[],
  kinds: readonly NameKind[],
  reference: Reference,
): NameResolution[] {
  return names.map((name) => {
    // All kinds are read, so that the certainty of a meaning doesn't depend on the requested kinds.
    const meanings = NAME_KINDS.flatMap((kind) => READERS[kind](name.trim(), reference));
    const isAmbiguous = new Set(meanings.map(({ kind }) => kind)).size > 1;
    return {
      name,
      meanings: meanings
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ isShort, ...meaning }) => ({
          ...meaning,
          certainty: isShort || isAmbiguous ? 'PROBABLE' : 'CERTAIN',
        })),
    };
  });
}
