import type { PublicationRecord } from '../../src/import/record.ts';

/** A record with only a title. */
export const emptyRecord: PublicationRecord = {
  title: 'Title',
  abstract: null,
  year: null,
  url: null,
  isWorldwide: false,
  countries: [],
  regions: [],
  contributions: [],
  topics: [],
  categories: [],
  partOf: null,
};
