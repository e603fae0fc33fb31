import type { Condition } from '../db/conditions.ts';
import type { PublicationFilter } from '../schema.generated.ts';
import type { Names } from './publication.names.ts';

/** The surroundings of a field of a filter. */
export interface FilterField {
  /** The filter that has the field. */
  filter: PublicationFilter;
  names: Names;
  /** Path of the field, for errors: `filter.or[0].topics`. */
  argument: string;
}

/** Translates each field of a filter into conditions on the row `p`. Nulls hold for every row. */
export type Translations = {
  [Name in keyof Required<PublicationFilter>]: (
    value: NonNullable<PublicationFilter[Name]>,
    field: FilterField,
  ) => readonly (Condition | null)[];
};
