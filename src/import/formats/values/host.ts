import { readIdentifier } from '../../../identifier/identifier.ts';
import type { HostWorkRecord, PublicationRecord, StatedField } from '../../record.ts';
import { readTitle } from '../../repair/text.ts';
import { readDate } from './dates.ts';

/**
 * The stated values of the host work. Its volume, issue and pages are set only by sources that state them beside those
 * of the publication.
 */
export type HostDraft = Partial<Record<Exclude<keyof HostWorkRecord, 'year'>, string | null | undefined>> & {
  year?: number | null;
};

/** The part of a draft that says where a publication appeared. */
interface Appearance {
  host: HostDraft;
  series: { title?: string | null; number?: string | null };
  isSerial: boolean;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  edition: string | null;
  reject(field: StatedField, value: string, reason: string): void;
  addIdentifier(scheme: 'ISSN', text: string): boolean;
}

const NO_NUMBERS = { volume: null, issue: null, pages: null };

/** Volume, issue and pages belong to the host work if there is one, otherwise to the publication. */
export function readHost(
  draft: Appearance,
): Pick<PublicationRecord, 'partOf' | 'volume' | 'issue' | 'pages'> {
  const title = readHostTitle(draft, draft.host.title);
  const own = {
    volume: readNumber(draft, 'volume'),
    issue: readNumber(draft, 'issue'),
    pages: readNumber(draft, 'pages'),
  };
  if (title === null) return { partOf: readSeries(draft), ...own };
  const series = readHostTitle(draft, draft.series.title);
  const number = orNull(draft.series.number);
  if (series !== null && series !== title)
    draft.reject(
      'partOf',
      number === null ? series : `${series} ${number}`,
      'the series of the work that this is a part of',
    );
  const { publisher, place, year = null, issn, volume, issue, pages } = draft.host;
  const isBeside = [volume, issue, pages].some((number) => number !== undefined);
  const partOf = {
    title,
    publisher: orNull(publisher),
    place: orNull(place),
    year,
    ...(isBeside ? { volume: orNull(volume), issue: orNull(issue), pages: orNull(pages) } : own),
    issn: readHostIssn(draft, issn),
  };
  return { partOf, ...(isBeside ? own : NO_NUMBERS) };
}

/** The series as host work. */
function readSeries(draft: Appearance): HostWorkRecord | null {
  const title = readHostTitle(draft, draft.series.title);
  const issn = readHostIssn(draft, draft.host.issn);
  if (title !== null) {
    const none = { publisher: null, place: null, year: null };
    return { title, ...none, ...NO_NUMBERS, volume: orNull(draft.series.number), issn };
  }
  if (issn !== null && draft.isSerial) draft.addIdentifier('ISSN', issn);
  else if (issn !== null)
    draft.reject('identifiers', issn, 'the ISSN of a journal or series that is not named');
  return null;
}

function readHostTitle(draft: Appearance, text: string | null | undefined): string | null {
  const title = orNull(text);
  if (title === null || !/^https?:\/\/\S+$/.test(title)) return title;
  draft.reject('partOf', title, 'a web address, no title');
  return null;
}

function readHostIssn(draft: Appearance, text: string | null | undefined): string | null {
  const printed = orNull(text);
  if (printed === null) return null;
  const identifier = readIdentifier('ISSN', printed);
  if (identifier === null) draft.reject('identifiers', printed, 'no valid ISSN');
  return identifier?.value ?? null;
}

/** Maximum length of a number, in characters. */
const LONGEST = { volume: 30, issue: 30, pages: 60, edition: 60 };

/** A number as printed. A sentence or an address in its place goes to `unresolved`. */
export function readNumber(draft: Appearance, field: keyof typeof LONGEST): string | null {
  // Library catalogues write "v. 40".
  const value = orNull(
    field === 'volume' ? draft.volume?.replace(/^(?:v(?:ol(?:ume)?)?\.? )+(?=\d)/i, '') : draft[field],
  );
  if (value === null) return null;
  const reason = findFault(field, value);
  if (reason === null) return value;
  draft.reject(field, value, reason);
  return null;
}

function findFault(field: keyof typeof LONGEST, value: string): string | null {
  if (/https?:\/\//.test(value)) return 'a web address, no number';
  if (value.length > LONGEST[field]) return 'too long for a number';
  if (field !== 'pages') return null;
  if (/^(?:n\.? ?pag\.?|unpaginated|unpaged)$/i.test(value)) return 'says that the pages have no numbers';
  const isDate = readDate(value.replace(/^\((.*)\)$/, '$1')) !== null && /\p{L}/u.test(value);
  return isDate ? 'a date, no pages' : null;
}

/** A text as one line; null if it is empty. */
export function orNull(text: string | null | undefined): string | null {
  const trimmed = readTitle(text ?? '');
  return trimmed === '' ? null : trimmed;
}
