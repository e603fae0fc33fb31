import { setImmediate } from 'node:timers/promises';
import type { Entry, parse as parseLibrary } from '@retorquere/bibtex-parser';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { Lines } from '../values/text.ts';
import { NO_ENTRIES } from './bibtex.types.ts';
import { hideAngles, toDraft } from './bibtex.entry.ts';
import { type FindReferences, type Part, cutParts, indexParts } from './bibtex.parts.ts';

/** The formats BibTeX and BibLaTeX. */
export const bibtex = textFormat('BIBTEX', {
  title: 'BibTeX and BibLaTeX',
  isLike: (start) => /^[ \t]*@[a-z]+[ \t]*[{(][ \t]*(?:,|[^\s,{}()"=]+[ \t]*,|[a-z]+[ \t]*=)/im.test(start),
  read: readBibtex,
});

/** Commands that print text and that the parser doesn't know. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\TeX': 'TeX',
  '\\LaTeX': 'LaTeX',
  '\\LaTeXe': 'LaTeX2e',
  '\\BibTeX': 'BibTeX',
  '\\hyphen': '-',
  '\\slash': '/',
  '\\textquotesingle': "'",
  '\\autocap': '',
  '\\protect': '',
};

/**
 * Maximum words, spaces and signs of an entry with all that it refers to. The parser's time grows with the square of
 * their number: these take about a second.
 */
const MOST_TOKENS = 30_000;

/** Time of parsing, in milliseconds, after which other work of the process runs, such as that of Ctrl-C. */
const TURN = 50;

/** Reads BibTeX. The parser resolves strings, cross-references, and LaTeX's accents and commands. */
export async function readBibtex(source: string, options: ReadOptions): Promise<ReadRecords> {
  const text = hideAngles(source);
  // Imported on first use, because it has large tables.
  const { parse } = await import('@retorquere/bibtex-parser');
  const read: ReadRecords = { records: [], refused: [] };
  const lines = new Lines(text);
  const parts = cutParts(text);
  const findReferences = indexParts(parts);
  const parsed: ParsedEntry[] = [];
  let turnEnd = performance.now() + TURN;
  for (const part of parts) {
    if (performance.now() > turnEnd) {
      await setImmediate();
      turnEnd = performance.now() + TURN;
    }
    if (NO_ENTRIES.has(part.type) && part.type !== 'xdata') continue;
    const { entry, refused, unresolved } = parsePart(part, findReferences, parse);
    for (const { start, end, reason } of refused)
      read.refused.push({ firstLine: lines.at(start), lastLine: lines.at(end), reason });
    if (entry === null) continue;
    const length = entry.input.length || part.text.trimEnd().length;
    const place = { firstLine: lines.at(part.start), lastLine: lines.at(part.start + length) };
    parsed.push({ entry, place, unresolved });
  }
  const byKey = new Map(parsed.map(({ entry }) => [entry.key, entry]));
  for (const { entry, place, unresolved } of parsed) {
    if (NO_ENTRIES.has(entry.type)) continue;
    const draft = toDraft(withSharedFields(entry, byKey), byKey.get(entry.fields.crossref ?? ''));
    for (const { value, reason } of unresolved) draft.reject('other', value, reason);
    draft.addTo(read, place, options);
  }
  if (read.records.length + read.refused.length === 0)
    read.refused.push({ firstLine: 1, lastLine: 1, reason: 'has no entry of BibTeX' });
  return read;
}

/** An entry with its lines, and the values that can't be read in it. */
interface ParsedEntry extends Pick<ParsedPart, 'unresolved'> {
  entry: Entry;
  place: { firstLine: number; lastLine: number };
}

/** The entry of a part, its values that can't be read, and the pieces of the part that are no entry. */
interface ParsedPart {
  entry: Entry | null;
  unresolved: { value: string; reason: string }[];
  refused: { start: number; end: number; reason: string }[];
}

/** Parses one entry at a time, so that an entry that can't be read, or takes too long, is refused alone. */
function parsePart(part: Part, findReferences: FindReferences, parse: typeof parseLibrary): ParsedPart {
  const unknownCommands = new Set<string>();
  const own = part.text.trimEnd();
  const refuse = (reason: string): ParsedPart => ({
    entry: null,
    refused: [{ start: part.start, end: part.start + own.length, reason }],
    unresolved: [],
  });
  if (!/^@\w+\s*[{(]/.test(own)) return refuse('can\'t be read as an entry: there is no "{" after its type');
  const { definitions, parents } = findReferences(part);
  const text = [
    ...definitions.map((definition) => definition.text),
    own,
    ...parents.map((parent) => parent.text),
  ].join('\n');
  if (hasTooManyTokens(text))
    return refuse(
      `is too long: an entry, with all that it refers to, may have ${MOST_TOKENS} words, spaces and signs`,
    );
  try {
    const { entries, errors } = parse(text, {
      // Keeps titles as written.
      sentenceCase: false,
      english: false,
      caseProtection: false,
      // In a date, "~" means "approximate". In LaTeX it is a space. Keywords may have commands.
      fieldMode: { date: 'verbatim', keywords: 'richtext' },
      unsupported: (_, tex) => {
        const known = COMMANDS[tex.replace(/[{}\s]/g, '')];
        if (known === undefined) unknownCommands.add(tex);
        return known ?? '';
      },
    });
    const refused = errors.flatMap(({ error, input = '' }) => {
      const at = /^\s*@/.test(input) ? own.indexOf(input.trim()) : -1;
      const start = part.start + at;
      const reason = `can't be read as an entry: ${firstLine(error)}`;
      return at < 0 ? [] : [{ start, end: start + input.trim().length, reason }];
    });
    const unresolved = [...unknownCommands].map((value) => ({
      value,
      reason: 'a LaTeX command that is not known, left out',
    }));
    for (const { error } of errors) {
      const [, name] = /^Unresolved @string reference "(.+)"$/.exec(error) ?? [];
      if (name !== undefined && own.includes(name))
        unresolved.push({
          value: name,
          reason: 'a string (@string) that the file does not define, kept as text',
        });
    }
    const [entry] = entries;
    // The parser gives the fields before an error, but not the text of the entry.
    if (entry?.input === '' && entry.key.toUpperCase() === part.key) {
      unresolved.push(...refused.map(({ reason }) => ({ value: firstLine(own), reason })));
      return { entry, refused: [], unresolved };
    }
    const isOwn = entry !== undefined && entry.input !== '' && own.startsWith(entry.input);
    return { entry: isOwn ? entry : null, refused, unresolved };
  } catch (error) {
    return refuse(`can't be read as BibTeX: ${firstLine((error as Error).message)}`);
  }
}

function hasTooManyTokens(text: string): boolean {
  return text.length > MOST_TOKENS && (text.match(/[\p{L}\p{N}]+|\s+|./gsu)?.length ?? 0) > MOST_TOKENS;
}

/**
 * Merges an entry with the `xdata` entries that it refers to, directly or indirectly. Its own fields take precedence.
 */
function withSharedFields(entry: Entry, byKey: ReadonlyMap<string, Entry>): Entry {
  const open = [entry];
  for (const { fields } of open)
    for (const key of String((fields as Record<string, unknown>).xdata ?? '').split(/\s*,\s*/)) {
      const found = byKey.get(key);
      if (found?.type !== 'xdata' || open.includes(found)) continue;
      open.push(found);
    }
  const fields = Object.assign({}, ...open.map(({ fields }) => fields).reverse()) as Entry['fields'];
  return { ...entry, fields };
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
