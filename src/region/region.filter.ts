import { columnsOf } from '../db/columns.ts';
import { type Condition, all, hasName } from '../db/conditions.ts';
import { isNameGiven } from '../graphql/arguments.ts';
import type { RegionFilter } from '../schema.generated.ts';
import { readRegion } from '../reference/read.ts';
import { type ReferenceLookup, hasPublicationsToSql, idIn } from '../reference/reference.filter.ts';

const t = columnsOf('region', 't');

/**
 * Translates a filter into a condition on the row `t`.
 * @throws BAD_USER_INPUT naming an unknown region, or a name without a word
 */
export function regionFilterToSql(
  filter: RegionFilter | null | undefined,
  { reference }: Pick<ReferenceLookup, 'reference'>,
): Condition {
  const { slugs, within, name, hasPublications } = filter ?? {};
  return all([
    slugs ? idIn(slugs.map((slug, i) => readRegion(reference, slug, `filter.slugs[${i}]`).id)) : null,
    within
      ? idIn(
          within.flatMap((slug, i) => {
            const region = readRegion(reference, slug, `filter.within[${i}]`);
            return region.withinIds.filter((id) => id !== region.id);
          }),
        )
      : null,
    isNameGiven(name, 'filter.name') ? hasName(t('plain_names'), name) : null,
    hasPublicationsToSql('region', hasPublications),
  ]);
}
