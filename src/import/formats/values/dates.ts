import type { Repair } from '../../record.ts';
import { repairYear } from '../../repair/year.ts';

/** A date with the precision that the source states: "2016", "2016-05" or "2016-05-12". */
export type PartialDate = string;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The number of a month from its English name or abbreviation, or from digits; null for other texts. */
export function readMonth(text: string): number | null {
  const trimmed = text.trim().replace(/\.$/, '').toLowerCase();
  if (/^(?:0?[1-9]|1[0-2])$/.test(trimmed)) return Number(trimmed);
  const isName =
    /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
  return isName.test(trimmed) ? MONTHS.indexOf(trimmed.slice(0, 3)) + 1 : null;
}

/** Builds a date from its parts; null if the calendar has no such day. A day without a month is ignored. */
export function dateOf(year: number, month?: number | null, day?: number | null): PartialDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 2999) return null;
  if (month === undefined || month === null) return String(year);
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined || day === null) return start;
  const isDay = Number.isInteger(day) && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isDay ? `${start}-${String(day).padStart(2, '0')}` : null;
}

/**
 * Whether a date is uncertain, approximate or open in EDTF (ISO 8601-2), which biblatex uses: "1995~", "1995?",
 * "1995/..", "[..1984]", "-0044".
 */
function isVague(text: string): boolean {
  return /[~?%]|\.\.|^-\d|^\/|\/$|(?:^|\/)(?:open|unknown|\*)(?:\/|$)/i.test(text.trim());
}

/** Reads a period in ISO 8601 whose dates share the year, as that year or month; null for other texts. */
function readPeriod(text: string): PartialDate | null {
  const [, start = '', end = ''] = /^(\d{4}(?:-\d\d){0,2})\/(\d{4}(?:-\d\d){0,2})$/.exec(text) ?? [];
  const [first, last] = [start, end].map((part) => dateOf(...toNumbers(part)));
  if (!first || !last || first.slice(0, 4) !== last.slice(0, 4)) return null;
  if (first === last) return first;
  const isInOneMonth = first.length >= 7 && first.slice(0, 7) === last.slice(0, 7);
  return first.slice(0, isInOneMonth ? 7 : 4);
}

/**
 * Reads a date in ISO 8601, with or without a time ("2016-05-12T10:00:00Z"), with slashes, or with the month's English
 * name ("12 May 2016", "May 2016", "2016 May 12"). Unspecified months and days ("2016-XX") are left out, and a period
 * within one year or month becomes that year or month. Returns null if the text is not exactly one date: a longer
 * period, "c. 2010", "1995~", "03/04/2016".
 */
export function readDate(text: string): PartialDate | null {
  const trimmed = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^(\d{4}(?:-\d\d)?)(?:-(?:XX|uu)){1,2}$/, '$1')
    .trim();
  if (isVague(trimmed)) return null;
  const iso = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ]\d{2}:?\d{2}.*)?$/.exec(trimmed);
  if (iso) {
    const [, year, , month, day] = iso;
    return dateOf(Number(year), toNumber(month), toNumber(day));
  }
  const period = readPeriod(trimmed);
  if (period !== null) return period;
  const words = trimmed.split(/[\s,/]+/).filter((word) => word !== '');
  const years = words.filter((word) => /^\d{4}$/.test(word));
  const months = words.filter((word) => /\p{L}/u.test(word)).map(readMonth);
  const days = words
    .filter((word) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word))
    .map((word) => parseInt(word, 10));
  if (years.length !== 1 || months.length !== 1 || days.length > 1 || words.length !== 2 + days.length)
    return null;
  const [month] = months;
  return month === null ? null : dateOf(Number(years[0]), month, days[0]);
}

/**
 * Reads a date, or a year within other words ("©2011").
 * @param field whether the source states it in a field for dates or for years, where "2010-11" may be a period
 * @returns a string with the reason if the text does not say one date
 */
export function readDateOrYear(
  text: string,
  field: 'issued' | 'year',
): { date: PartialDate; repairs: Repair[] } | string {
  if (isVague(text)) return 'an uncertain date, or an open period';
  const unclear = 'does not say one date of publication';
  if (field === 'year' && /^\d{4}-\d{2}$/.test(text.trim())) return unclear;
  const date = readDate(text);
  if (date !== null) return { date, repairs: [] };
  const { values, repairs } = repairYear([text]);
  const [year] = values;
  return year === undefined ? unclear : { date: String(year), repairs };
}

function toNumbers(date: string): [year: number, month?: number, day?: number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year as number, month, day];
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
