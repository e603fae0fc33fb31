import type { PublicationResolvers } from '../graphql/schema.generated.ts';
import { type Asked, selectedFields } from '../graphql/selection.ts';
import { PARTS, type Part, type Parts } from './publication.ts';

/** What has to be read for each field; null where every row has it. */
const PART_OF: Record<Exclude<keyof PublicationResolvers, `__${string}`>, Part | null> = {
  id: null,
  slug: null,
  title: null,
  year: null,
  abstract: 'abstract',
  url: 'details',
  isWorldwide: 'details',
  partOf: 'details',
  createdAt: 'details',
  updatedAt: 'details',
  countries: 'filing',
  regions: 'filing',
  topics: 'filing',
  categories: 'filing',
  authors: 'contributions',
  contributions: 'contributions',
  related: null,
};

/** What has to be read of publications for the fields that are selected at any of the paths below a field. */
export function partsAsked(asked: Asked, paths: readonly string[]): Parts {
  const wanted = new Set<Part | null>();
  for (const path of paths)
    for (const field of selectedFields(asked, path))
      if (Object.hasOwn(PART_OF, field)) wanted.add(PART_OF[field as keyof typeof PART_OF]);
  return PARTS.filter((part) => wanted.has(part));
}
