import type { PublicationResolvers } from '../schema.generated.ts';
import { type SelectionInfo, findSelectedFields } from '../graphql/selection.ts';
import { FIELDS, FIELD_NAMES, type FieldName } from './publication.fields.ts';
import { MEMBERSHIPS, mapReference } from './memberships.ts';
import { PARTS, type Part, type Parts } from './publication.ts';

/** The parts to read for each field. Null if every row has the field. */
const PART_OF: Record<string, Part | readonly Part[] | null> = {
  ...mapFieldsToParts(),
  id: 'slug',
  slug: 'slug',
  partOf: 'details',
  createdAt: 'details',
  updatedAt: 'details',
  ...mapReference((kind) => MEMBERSHIPS[kind].plural),
  authors: 'contributions',
  publishers: 'contributions',
  contributions: 'contributions',
  citation: ['slug', 'year', 'details', 'bibliography', 'contributions'],
  related: null,
} satisfies Record<Exclude<keyof PublicationResolvers, `__${string}`>, Part | readonly Part[] | null>;

function mapFieldsToParts() {
  return Object.fromEntries(FIELD_NAMES.map((name) => [name, FIELDS[name].part])) as Record<
    FieldName,
    Part | null
  >;
}

/** The parts of a publication that the selection of the current field needs. */
export function findSelectedParts(info: SelectionInfo): Parts {
  return collectParts(info, ['']);
}

/** The parts that the selection of a connection's nodes needs. */
export function findSelectedPageParts(info: SelectionInfo): Parts {
  const fields = findSelectedFields(info, '');
  return collectParts(
    info,
    ['nodes', 'edges.node'],
    fields.has('pageInfo') || fields.has('edges') ? ['place'] : [],
  );
}

function collectParts(info: SelectionInfo, paths: readonly string[], parts: readonly Part[] = []): Parts {
  const wanted = new Set<Part | null>(parts);
  for (const path of paths)
    for (const field of findSelectedFields(info, path))
      if (Object.hasOwn(PART_OF, field)) [PART_OF[field] ?? null].flat().forEach((part) => wanted.add(part));
  return PARTS.filter((part) => wanted.has(part));
}
