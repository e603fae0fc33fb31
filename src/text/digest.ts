import { createHash } from 'node:crypto';

/** A digest of a value: the same where `canonical` is. */
export function digest(value: unknown): string {
  return digestText(canonical(value));
}

/** The SHA-1 of a text, as base64url: to tell texts apart, not to keep secrets. */
export function digestText(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}

/** Eight hexadecimal digits of a text's digest: enough to tell a few apart in an address. */
export function shortDigest(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, 8);
}

/** A value as a text: the same for equal values, in whatever order their fields stand, null being as absent. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, of]) => of !== null && of !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => `${JSON.stringify(name)}:${canonical(of)}`)
    .join()}}`;
}
