import type { ReadRecords } from '../../src/import/formats/format.ts';

/** The values that records state, without nulls and empty lists. `issued` is the year if there is no date beside it. */
export function statedValues({ records }: ReadRecords): Record<string, unknown>[] {
  return records.map(({ record }) => {
    const { contributions, year, ...fields } = record;
    const issued = record.issued ?? year?.toString();
    const said = Object.entries({ ...fields, issued, partOf: withoutNulls(record.partOf) }).filter(
      ([, value]) => isSaid(value),
    );
    const contributors = contributions.map(
      ({ author, role }) => `${role} ${author.kind} ${author.name} = ${author.sortName}`,
    );
    return { ...Object.fromEntries(said), ...(contributors.length > 0 && { contributors }) };
  });
}

/** The unresolved values, as "field: value (reason)". */
export function unresolvedValues({ records }: ReadRecords): string[] {
  return records.flatMap(({ unresolved }) =>
    unresolved.map(({ field, value, reason }) => `${field}: ${value} (${reason})`),
  );
}

function withoutNulls(object: object | null): object | null {
  return object && Object.fromEntries(Object.entries(object).filter(([, value]) => isSaid(value)));
}

function isSaid(value: unknown): boolean {
  return (
    value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)
  );
}
