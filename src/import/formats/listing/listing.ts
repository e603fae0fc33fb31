import type { Format } from '../format.ts';
import { readListingFile } from './listing.file.ts';

/** The text of a page of a publications site. */
export const listing: Format = {
  title: 'listing pages as text',
  isLike: () => true,
  open: (file, { heading }) => readListingFile(file, heading),
};
