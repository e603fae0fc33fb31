/** Without the hour 24, which `Date.parse` takes for the next day, unlike RFC 3339. */
const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt]((?!24)\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Reads an RFC 3339 instant with up to six decimals.
 * @returns the instant in the form that PostgreSQL reads; null if it is invalid or PostgreSQL doesn't support it
 */
export function fromRfc3339(text: string): string | null {
  const [, date, time, offset] = RFC_3339.exec(text) ?? [];
  if (date === undefined || time === undefined || offset === undefined) return null;
  // Date.parse refuses months, days and hours that do not exist, but rolls 30 February over.
  const exists =
    new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true && !Number.isNaN(Date.parse(text));
  // PostgreSQL has no year 0, and no offset of 16 hours.
  if (!exists || date.startsWith('0000') || offset.slice(1, 3) >= '16') return null;
  return `${date} ${time}${offset.toUpperCase() === 'Z' ? '+00' : offset}`;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an instant like `fromRfc3339`, or a date, which means 00:00 UTC of that day. */
export function readInstantOrDate(text: string): string | null {
  return fromRfc3339(DATE.test(text) ? `${text}T00:00:00Z` : text);
}

/** Prints an instant as RFC 3339. `text` is what PostgreSQL sends in our sessions: `2026-11-24 20:15:00.123456+00`. */
export function toRfc3339(text: string): string {
  return text.replace(' ', 'T').replace(/\+00$/, 'Z');
}
