import { readIdentifier } from '../../../identifier/identifier.ts';
import type { Draft } from './draft.ts';

/**
 * Reads ISBNs and ISSNs from one field, with any separator except hyphens. An ISSN belongs to the host work or series.
 * The ISBN of a part identifies the whole book, so it goes to `unresolved`.
 */
export function addStandardNumbers(draft: Draft, text: string, isPart: boolean): void {
  const numbers = text
    .replace(
      /\((?:[^)]*)\)|\b(?:print|online|electronic|hardcover|paperback|pbk|hbk|e?-?isbn(?:-1[03])?|[ep]?-?issn(?:-l)?)\b:?/gi,
      ' ',
    )
    .split(/[;,|/\n]| {1,}(?=\d{4}-\d{3}[\dx]\b)| {1,}(?=97[89])/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const number of numbers) {
    const issn = readIdentifier('ISSN', number);
    if (issn !== null) draft.host.issn ??= issn.value;
    else if (!isPart) {
      if (readIdentifier('ISBN', number) !== null) draft.addIdentifier('ISBN', number);
      else draft.reject('identifiers', number, 'neither a valid ISBN nor a valid ISSN');
    } else if (readIdentifier('ISBN', number) !== null)
      draft.reject('identifiers', number, 'identifies the book that this is a part of');
    else draft.reject('identifiers', number, 'neither a valid ISBN nor a valid ISSN');
  }
}
