import { sql } from 'kysely';
import { columnsOf } from '../db/columns.ts';
import { type Condition, all, hasName } from '../db/conditions.ts';
import { isNameGiven } from '../graphql/arguments.ts';
import type { CountryFilter } from '../schema.generated.ts';
import { readCountry, readRegion } from '../reference/read.ts';
import { type ReferenceLookup, hasPublicationsToSql, idIn } from '../reference/reference.filter.ts';

const t = columnsOf('country', 't');

/**
 * Translates a filter into a condition on the row `t`.
 * @throws BAD_USER_INPUT naming an unknown code or region, or a name without a word
 */
export function countryFilterToSql(
  filter: CountryFilter | null | undefined,
  { reference }: Pick<ReferenceLookup, 'reference'>,
): Condition {
  const { codes, regions, statuses, name, hasPublications } = filter ?? {};
  return all([
    codes ? idIn(codes.map((code, i) => readCountry(reference, code, `filter.codes[${i}]`).id)) : null,
    regions
      ? idIn(regions.flatMap((slug, i) => readRegion(reference, slug, `filter.regions[${i}]`).allCountryIds))
      : null,
    statuses ? sql<boolean>`${t('status')} = any(${statuses}::text[])` : null,
    isNameGiven(name, 'filter.name') ? hasName(t('plain_names'), name) : null,
    hasPublicationsToSql('country', hasPublications),
  ]);
}
