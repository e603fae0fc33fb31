import type { Format } from '../format.ts';
import { readListingFile } from './listing.file.ts';

/** A page of a publications site as text. */
export const listing: Format = {
  title: 'listing pages as text',
  isLike: () => true,
  open: (file, { heading }) => readListingFile(file, heading),
};
