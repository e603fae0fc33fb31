import { readTitle } from '../../repair/text.ts';
import { isPlaceOfPublication } from '../../repair/vocabulary/imprint.ts';
import { orNull } from './host.ts';
import type { Remarks } from './remarks.ts';

/** Splits a place of publication from the publisher behind it: "Oxford: Clarendon Press". Null if there is none. */
export function splitPlace(text: string): { place: string; publisher: string } | null {
  const [, place = '', publisher = ''] = /^([^:;]+): ([^:;]+)$/.exec(text.trim()) ?? [];
  const isPlace = place !== '' && place.split(/, | and | & /).every(isPlaceOfPublication);
  return isPlace ? { place, publisher } : null;
}

/** Reads the place of publication, without the punctuation that library catalogues write after it. */
export function readPlaceOfPublication(text: string | null, remarks: Remarks): string | null {
  const place = orNull(readTitle(text ?? '').replace(/ ?[,:;]$/, ''));
  const isUnknown = /^\[?(?:s\. ?l\.?|place (?:of publication )?(?:not identified|unknown)|no place)\]?$/i;
  if (place === null || !isUnknown.test(place)) return place;
  remarks.reject('other', place, 'says that the place is unknown');
  return null;
}
