import { hash } from 'node:crypto';

/** A digest of a value: the same where `canonical` is. */
export function digest(value: unknown): string {
  return digestText(canonical(value));
}

/** The SHA-1 of a text, as base64url: to tell texts apart, not to keep secrets. */
export function digestText(text: string): string {
  return hash('sha1', text, 'base64url');
}

/** Eight hexadecimal digits of a text's digest: enough to tell a few apart in an address. */
export function shortDigest(text: string): string {
  return hash('sha1', text, 'hex').slice(0, 8);
}

/**
 * A digest of what a record states: the same for records that state the same. Null, false, `[]` and absent fields all state
 * nothing, so that digests stay the same when records get another field.
 */
export function digestStated(value: unknown): string {
  return digestText(canonical(value, statesNothing));
}

/**
 * A value as a text: the same for equal values, in whatever order their fields stand, null being as absent. An import makes it
 * of every record, so it is built without intermediate lists.
 */
export function canonical(value: unknown, isAbsent = isNullish): string {
  if (Array.isArray(value)) {
    let items = '';
    for (const item of value) items += `${items === '' ? '' : ','}${canonical(item, isAbsent)}`;
    return `[${items}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const object = value as Record<string, unknown>;
  let fields = '';
  // Most fields of a record are absent: they are left out before the others are sorted.
  for (const name of Object.keys(object)
    .filter((key) => !isAbsent(object[key]))
    .sort())
    fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${canonical(object[name], isAbsent)}`;
  return `{${fields}}`;
}

function isNullish(value: unknown): boolean {
  return value === null || value === undefined;
}

function statesNothing(value: unknown): boolean {
  return isNullish(value) || value === false || (Array.isArray(value) && value.length === 0);
}
