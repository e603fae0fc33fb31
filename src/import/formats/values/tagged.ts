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
  /** False if the last record has no end. */
  isEnded: boolean;
}

/**
 * Splits a text of tagged lines into records. A line without a tag continues the line above.
 * @param tag matches a tagged line; its groups are the tag and the value
 * @param begins whether a tag begins a record; `open` is the current record
 * @param ends whether a tag ends a record; by default a record ends where the next one begins
 */
export function splitTagged(
  text: string,
  {
    tag,
    begins,
    ends = () => false,
  }: {
    tag: RegExp;
    begins: (tag: string, open: TaggedRecord | null) => boolean;
    ends?: (tag: string) => boolean;
  },
): TaggedRecord[] {
  const records: TaggedRecord[] = [];
  let open: TaggedRecord | null = null;
  const close = (isEnded: boolean) => {
    if (open !== null) records.push({ ...open, isEnded });
    open = null;
  };
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [, name, value = ''] = tag.exec(line) ?? [];
    const isFirst: boolean = name !== undefined && begins(name, open);
    if (isFirst) close(true);
    if (name !== undefined && ends(name)) {
      close(true);
      continue;
    }
    if (name === undefined) {
      const last: TaggedValue | undefined = (open as TaggedRecord | null)?.values.at(-1);
      if (last !== undefined && line.trim() !== '') last.value += `\n${line.trim()}`;
      continue;
    }
    if (open === null && !isFirst) continue;
    open ??= { values: [], firstLine: index + 1, lastLine: index + 1, isEnded: false };
    open.values.push({ tag: name, value: value.trim() });
    open.lastLine = index + 1;
  }
  close(false);
  return records;
}

/** The values of the tags, in the record's order, without empty ones. */
export function valuesOf({ values }: Pick<TaggedRecord, 'values'>, ...tags: string[]): string[] {
  return values.filter(({ tag, value }) => tags.includes(tag) && value !== '').map(({ value }) => value);
}

/** The first value of the first tag that has one, as one line; null if there is none. */
export function firstOf(record: Pick<TaggedRecord, 'values'>, ...tags: string[]): string | null {
  for (const tag of tags) {
    const [value] = valuesOf(record, tag);
    if (value !== undefined) return value.replace(/\s*\n\s*/g, ' ');
  }
  return null;
}
