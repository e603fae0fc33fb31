/** A part of a file that begins with "@": an entry, a definition or a comment. */
export interface Part {
  /** Its text, to the next part. */
  text: string;
  /** Its offset in the file. */
  start: number;
  /** The word after "@", in lower case. */
  type: string;
  /** The key of an entry or the name of a string, in upper case; empty if there is none. */
  key: string;
}

/** Definitions, and parents by cross-reference, that a part refers to directly or indirectly. */
export type FindReferences = (part: Part) => { definitions: Part[]; parents: Part[] };

/**
 * Cuts a file into parts. A part begins at "@" outside of braces. Within braces, a line that begins like an entry or a
 * string ("@book{key,") begins a part, too, so that an entry without its closing brace doesn't hide the others.
 */
export function cutParts(text: string): Part[] {
  const starts: number[] = [];
  let depth = 0;
  for (const { 0: mark, 1: indent, 2: key, index } of text.matchAll(MARKS)) {
    const opens = mark.includes('{') && !mark.startsWith('\\');
    if (mark === '}') depth = Math.max(depth - 1, 0);
    else if (mark.includes('@') && (depth === 0 || key !== undefined)) {
      starts.push(index + (indent?.length ?? 0));
      depth = opens ? 1 : 0;
    } else if (opens) depth++;
  }
  return starts.map((start, i) => toPart(text.slice(start, starts[i + 1]), start));
}

/** Line beginnings with "@" (the indent, and what follows the bracket if it is a key or a name), entries, and braces. */
const MARKS = /(^[ \t]*)@[a-z]+(?:\s*[{(](\s*[^\s,{}()"=#%\\]+\s*[,=])?)?|@[a-z]+\s*[{(]|\\.|[{}]/gims;

function toPart(text: string, start: number): Part {
  const [, type = '', key = ''] = /^@(\w+)\s*[{(]?\s*([^\s,{}()"=]*)/.exec(text) ?? [];
  return { text, start, type: type.toLowerCase(), key: key.toUpperCase() };
}

/** Returns a function that finds what a part of the file refers to. */
export function indexParts(parts: readonly Part[]): FindReferences {
  const strings = new Map<string, Part>();
  const entries = new Map<string, Part>();
  const commands = new Map<string, Part>();
  for (const part of parts)
    if (part.type === 'string') strings.set(part.key, part);
    else if (part.type === 'preamble')
      for (const [, name = ''] of part.text.matchAll(NEW_COMMAND)) commands.set(name, part);
    else if (part.key !== '') entries.set(part.key, part);

  const findDirect = ({ text, type }: Part): (Part | undefined)[] => [
    ...(strings.size > 0 ? matches(text, BARE_WORD).map((word) => strings.get(word.toUpperCase())) : []),
    ...(commands.size > 0 ? matches(text, COMMAND).map((name) => commands.get(name)) : []),
    type === 'string' || type === 'preamble' ? undefined : entries.get(parentOf(text)),
  ];
  return (part) => {
    const found = new Set([part]);
    for (const each of found)
      for (const reference of findDirect(each)) if (reference !== undefined) found.add(reference);
    found.delete(part);
    const isDefinition = ({ type }: Part) => type === 'string' || type === 'preamble';
    return {
      definitions: [...found].filter(isDefinition).sort((a, b) => a.start - b.start),
      parents: [...found].filter((each) => !isDefinition(each)),
    };
  };
}

const NEW_COMMAND = /\\(?:re)?newcommand\*?\s*\{?\s*\\([a-z]+)/gi;
const COMMAND = /\\([a-z]+)/gi;
const BARE_WORD = /[=#]\s*([^\s={}"#,()]+)/g;

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, word = '']) => word))];
}

function parentOf(text: string): string {
  return (/\bcrossref\s*=\s*[{"]?\s*([^\s{}",]+)/i.exec(text)?.[1] ?? '').toUpperCase();
}
