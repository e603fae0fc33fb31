import type { ReadOptions, ReadRecords } from '../format.ts';
import type { Draft } from './draft.ts';
import { isMissing, withoutMarkup } from './text.ts';

/** A tagged line with its continuation lines. */
export interface TaggedValue {
  tag: string;
  /** Continuation lines are joined by line breaks. */
  value: string;
}

/** The tagged lines of one record. */
export interface TaggedRecord {
  values: TaggedValue[];
  firstLine: number;
  lastLine: number;
  /** False if the last record lacks the tag that ends a record in its format. */
  isComplete: boolean;
}

/** How a format writes records. */
interface TaggedSyntax {
  /** Matches a tagged line; its groups are the tag and the value. */
  tag: RegExp;
  /** Whether a tag begins a record; `open` is the current record. */
  begins(this: void, tag: string, open: TaggedRecord | null): boolean;
  /** Whether a tag ends a record; by default a record ends where the next one begins. */
  ends?(this: void, tag: string): boolean;
}

/**
 * Reads a text of tagged lines.
 * @param reason why a text without a record is refused
 */
export function readTagged(
  text: string,
  syntax: TaggedSyntax,
  toDraft: (record: TaggedRecord) => Draft,
  reason: string,
  options: ReadOptions,
): ReadRecords {
  const read: ReadRecords = { records: [], refused: [] };
  const tagged = splitTagged(text, syntax);
  for (const record of tagged) toDraft(record).addTo(read, record, options);
  if (tagged.length === 0) read.refused.push({ firstLine: 1, lastLine: 1, reason });
  return read;
}

/** Splits a text of tagged lines into records. A line without a tag continues the line above. */
function splitTagged(text: string, { tag, begins, ends }: TaggedSyntax): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let open: TaggedRecord | null = null;
  const close = (isComplete: boolean) => {
    if (open !== null) {
      const values = open.values.map(({ tag, value }) => ({ tag, value: withoutMarkup(value) }));
      records.push({ ...open, values, isComplete });
    }
    open = null;
  };
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [, name, value = ''] = tag.exec(line) ?? [];
    const isFirst: boolean = name !== undefined && begins(name, open);
    if (isFirst) close(true);
    if (name !== undefined && ends?.(name)) {
      close(true);
      continue;
    }
    if (name === undefined) {
      const last: TaggedValue | undefined = (open as TaggedRecord | null)?.values.at(-1);
      if (last !== undefined && line.trim() !== '') last.value += `\n${line.trim()}`;
      continue;
    }
    if (open === null && !isFirst) continue;
    open ??= { values: [], firstLine: index + 1, lastLine: index + 1, isComplete: false };
    open.values.push({ tag: name, value: value.trim() });
    open.lastLine = index + 1;
  }
  close(ends === undefined);
  return records;
}

/** The values of the tags, in the record's order, without empty and missing ones ("NA"). */
export function valuesOf({ values }: Pick<TaggedRecord, 'values'>, ...tags: string[]): string[] {
  return values.filter(({ tag, value }) => tags.includes(tag) && !isMissing(value)).map(({ value }) => value);
}

/** The first value of the first tag that has one, as one line; null if there is none. */
export function firstOf(record: Pick<TaggedRecord, 'values'>, ...tags: string[]): string | null {
  for (const tag of tags) {
    const [value] = valuesOf(record, tag);
    if (value !== undefined)
      return value
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
        .trim();
  }
  return null;
}
