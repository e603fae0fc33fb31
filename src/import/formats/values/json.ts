import type { ReadOptions, ReadRecords } from '../format.ts';
import type { Draft } from './draft.ts';
import { Lines } from './text.ts';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first text or number in the fields, as text. If a field is a list, its first item counts. */
export function textIn(object: JsonObject, ...fields: string[]): string | null {
  for (const field of fields) {
    const value = object[field];
    const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
    if (typeof first === 'number') return String(first);
    if (typeof first === 'string' && first.trim() !== '') return first.trim();
  }
  return null;
}

/** The objects in a field that contains one object or a list. */
export function objectsIn(object: JsonObject, field: string): JsonObject[] {
  const value = object[field];
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isObject);
}

/** The texts in a field that contains one text or a list. */
export function textsIn(object: JsonObject, field: string): string[] {
  const value = object[field];
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((text) => typeof text === 'string');
}

/**
 * Reads the items of a JSON text: an array, an object that contains them in one of `wrappers` (from the outside in,
 * each optional), a single object, or one object per line.
 * @param toDraft converts an item
 */
export function readJsonItems(
  text: string,
  wrappers: readonly string[],
  toDraft: (item: JsonObject) => Draft | null,
  options: ReadOptions,
): ReadRecords {
  const read: ReadRecords = { records: [], refused: [] };
  for (const { value, firstLine, lastLine } of parseItems(text, wrappers)) {
    const place = { firstLine, lastLine };
    const draft = isObject(value) ? toDraft(value) : null;
    if (draft !== null) draft.addTo(read, place, options);
    else read.refused.push({ ...place, reason: typeof value === 'string' ? value : 'is no record' });
  }
  return read;
}

interface Item {
  /** An object; or, as a string, the reason why there is none. */
  value: unknown;
  firstLine: number;
  lastLine: number;
}

function parseItems(text: string, wrappers: readonly string[]): Item[] {
  const lines = new Lines(text);
  const content = text.replace(/^\uFEFF/, '');
  const whole = parse(content);
  const last = lines.at(text.length);
  if (whole.error === null) {
    const items = unwrap(whole.value, wrappers);
    const places = placesOf(text, items.length);
    return items.map((value, i) => {
      const [start, end] = places?.[i] ?? [0, text.length];
      return { value, firstLine: lines.at(start), lastLine: lines.at(end) };
    });
  }
  const each = content
    .split('\n')
    .map((line, i) => ({ line, number: i + 1 }))
    .filter(({ line }) => line.trim() !== '');
  const parsed = each.map(({ line, number }) => ({ ...parse(line), number }));
  if (!parsed.some(({ value }) => isObject(value)))
    return [{ value: `is broken JSON: ${whole.error}`, firstLine: 1, lastLine: last }];
  return parsed.flatMap(({ value, error, number }) => {
    const place = { firstLine: number, lastLine: number };
    return error === null
      ? unwrap(value, wrappers).map((item) => ({ value: item, ...place }))
      : [{ value: `is broken JSON: ${error}`, ...place }];
  });
}

function parse(text: string): { value: unknown; error: string | null } {
  try {
    return { value: JSON.parse(text), error: null };
  } catch (error) {
    return { value: null, error: (error as Error).message };
  }
}

function unwrap(value: unknown, wrappers: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value;
  for (const wrapper of wrappers) {
    const inner = isObject(value) ? value[wrapper] : undefined;
    if (Array.isArray(inner) || isObject(inner)) return unwrap(inner, wrappers);
  }
  return [value];
}

/** The offsets of the objects in the outermost array with `count` objects; undefined if there is no such array. */
function placesOf(text: string, count: number): [start: number, end: number][] | undefined {
  const found = new Map<number, [number, number][]>();
  const open: { isArray: boolean; start: number }[] = [];
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    const [mark] = match;
    if (mark === '[' || mark === '{') open.push({ isArray: mark === '[', start: match.index });
    else if (mark === ']' || mark === '}') {
      const closed = open.pop();
      if (closed?.isArray === false && open.at(-1)?.isArray === true) {
        const places = found.get(open.length) ?? [];
        places.push([closed.start, match.index]);
        found.set(open.length, places);
      }
    }
  }
  const depths = [...found.keys()].sort((a, b) => a - b);
  const depth = depths.find((level) => found.get(level)?.length === count);
  return depth === undefined ? undefined : found.get(depth);
}
