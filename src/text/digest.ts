import { hash } from 'node:crypto';

/** Returns the digest of a value's canonical text. */
export function digest(value: unknown): string {
  return digestText(toCanonicalJson(value));
}

/** Returns the SHA-1 of a text as base64url. Use it to compare texts, not for security. */
export function digestText(text: string): string {
  return hash('sha1', text, 'base64url');
}

/** Returns eight hexadecimal digits of a text's SHA-1, which are enough to distinguish a few texts in a URL. */
export function digestShort(text: string): string {
  return hash('sha1', text, 'hex').slice(0, 8);
}

/**
 * Returns a digest of a record's non-empty fields. Null, false, `[]` and absent fields are ignored, so a digest stays
 * the same when a new optional field is added to all records.
 */
export function digestNonEmpty(value: unknown): string {
  return digestText(toCanonicalJson(value, isEmpty));
}

/**
 * Serializes a value as canonical JSON: equal values give the same text. Fields are sorted, and absent and null fields
 * are left out. An import calls it for every record, so it avoids intermediate arrays.
 * @param isAbsent whether a field with this value is left out
 */
export function toCanonicalJson(value: unknown, isAbsent = isNullish): string {
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value) items += `${items === '' ? '' : ','}${toCanonicalJson(item, isAbsent)}`;
    return `[${items}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const object = value as Record<string, unknown>;
  let fields = '';
  // Filter before sorting, because most fields of a record are absent.
  for (const name of Object.keys(object)
    .filter((key) => !isAbsent(object[key]))
    .sort())
    fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${toCanonicalJson(object[name], isAbsent)}`;
  return `{${fields}}`;
}

function isNullish(value: unknown): boolean {
  return value === null || value === undefined;
}

function isEmpty(value: unknown): boolean {
  return isNullish(value) || value === false || (Array.isArray(value) && value.length === 0);
}
