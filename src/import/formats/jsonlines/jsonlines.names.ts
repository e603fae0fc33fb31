import type { AuthorScheme, Identifier } from '../../../identifier/identifier.ts';
import type { Reference } from '../../../reference/reference.ts';
import { plain } from '../../../text/plain.ts';
import type {
  AuthorRecord,
  ContributionRecord,
  PublicationRecord,
  Repair,
  Unresolved,
} from '../../record.ts';
import { personOf } from '../../repair/person.ts';
import { WORLD, gazetteer } from '../../repair/vocabulary/gazetteer.ts';
import { type Organisation, findOrganisation } from '../../repair/vocabulary/organisations.ts';

/** An author as stated in a line. */
interface StatedAuthor {
  name: string;
  sortName?: string | null | undefined;
  kind?: AuthorRecord['kind'] | null | undefined;
  acronym?: string | null | undefined;
  aliases?: string[] | null | undefined;
  identifiers?: Identifier<AuthorScheme>[] | null | undefined;
}

interface StatedContribution {
  author: StatedAuthor;
  role?: ContributionRecord['role'] | null | undefined;
  printedAs?: string | null | undefined;
}

/** Countries and regions as stated in a line. */
interface StatedPlaces {
  isWorldwide?: boolean | null | undefined;
  countries?: string[] | null | undefined;
  regions?: string[] | null | undefined;
}

/**
 * Resolves countries by code or name, and regions by slug, M49 code or name. The region "world" becomes worldwide
 * scope. Unknown places go to `unresolved`.
 */
export function resolvePlaces(
  { isWorldwide, countries, regions }: StatedPlaces,
  reference: Reference,
  notes: { repairs: Repair[]; unresolved: Unresolved[] },
): Pick<PublicationRecord, 'isWorldwide' | 'countries' | 'regions'> {
  const { countries: countryNames, regions: regionNames } = gazetteer();
  const resolve = (
    field: 'country' | 'region',
    values: readonly string[],
    byCode: (value: string) => string | undefined,
    byName: (value: string) => readonly string[] | undefined,
  ) =>
    values.flatMap((value) => {
      const known = byCode(value);
      if (known !== undefined) return [known];
      const named = byName(value);
      if (named === undefined) notes.unresolved.push({ field, value });
      else notes.repairs.push({ field, rule: `${field}-by-name`, read: [value], made: [...named] });
      return named ?? [];
    });
  const allCountries = resolve(
    'country',
    countries ?? [],
    (value) => reference.countries.byName(value)?.code,
    (value) => countryNames.lookup(value)?.values,
  );
  const allRegions = resolve(
    'region',
    regions ?? [],
    (value) => reference.regions.byName(value)?.slug,
    (value) => (/^worldwide$/i.test(value) ? [WORLD] : regionNames.lookup(value)?.values),
  );
  const hasWorld = allRegions.includes(WORLD);
  if (hasWorld)
    notes.repairs.push({ field: 'region', rule: 'worldwide-region', read: [WORLD], made: ['isWorldwide'] });
  return {
    isWorldwide: hasWorld || (isWorldwide ?? false),
    countries: allCountries,
    regions: allRegions.filter((slug) => slug !== WORLD),
  };
}

/**
 * The contributors of a line, in its order: first `contributions`, then `authors` and `publishers` that are not among
 * them. A contributor that occurs twice in one role is added once.
 */
export function resolveContributions(
  {
    contributions,
    authors,
    publishers,
  }: {
    contributions?: StatedContribution[] | null | undefined;
    authors?: StatedAuthor[] | null | undefined;
    publishers?: StatedAuthor[] | null | undefined;
  },
  repairs: Repair[],
): ContributionRecord[] {
  const stated: StatedContribution[] = contributions ?? [];
  const both = contributions && authors ? 'authors-beside-contributions' : null;
  const taken = new Map<string, ContributionRecord>();
  const take = (
    { author, role, printedAs }: StatedContribution,
    rule: string | null,
    ruleIfTwice: string | null,
  ) => {
    const record = {
      author: resolveAuthor(author, repairs),
      role: role ?? 'AUTHOR',
      printedAs: printedAs ?? author.name,
    };
    const key = `${record.role} ${plain(record.author.name)}`;
    const isTwice = taken.has(key);
    if (!isTwice) taken.set(key, record);
    const applied = isTwice ? ruleIfTwice : rule;
    if (applied !== null)
      repairs.push({
        field: 'authors',
        rule: applied,
        read: [author.name],
        made: isTwice ? [] : [record.author.name],
      });
  };
  for (const contribution of stated) take(contribution, null, 'contributor-twice');
  // The API returns the same authors in both fields.
  for (const author of authors ?? []) take({ author }, both, both ? null : 'contributor-twice');
  for (const author of publishers ?? []) take({ author, role: 'PUBLISHER' }, null, null);
  return [...taken.values()];
}

/** Resolves an author with the authority file: "IOM" becomes the International Organization for Migration. */
function resolveAuthor(stated: StatedAuthor, repairs: Repair[]): AuthorRecord {
  const known = stated.kind === 'PERSON' ? null : findOrganisation(stated.name);
  if (known !== null && known.name !== stated.name)
    repairs.push({ field: 'authors', rule: 'known-organisation', read: [stated.name], made: [known.name] });
  return known === null ? toAuthor(stated) : toOrganisation(known, stated);
}

function toAuthor({ name, sortName, kind, acronym, aliases, identifiers }: StatedAuthor): AuthorRecord {
  // A name with a comma is already in the order of sorting.
  const isInOrder = kind === 'PERSON' && !name.includes(',');
  return {
    name,
    sortName: sortName ?? (isInOrder ? personOf(name).sortName : name),
    kind: kind ?? 'UNKNOWN',
    acronym: acronym ?? null,
    aliases: aliases ?? [],
    ...(identifiers?.length && { identifiers }),
  };
}

function toOrganisation({ name, acronym, aliases }: Organisation, stated: StatedAuthor): AuthorRecord {
  return {
    name,
    sortName: name,
    kind: 'ORGANIZATION',
    acronym: acronym ?? stated.acronym ?? null,
    aliases: [...new Set([...aliases, ...(stated.aliases ?? [])])].filter((alias) => alias !== name),
    ...(stated.identifiers?.length && { identifiers: stated.identifiers }),
  };
}
