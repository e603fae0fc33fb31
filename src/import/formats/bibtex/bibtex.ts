import type { Entry } from '@retorquere/bibtex-parser';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { textFormat } from '../text-format.ts';
import { Lines } from '../values/text.ts';
import { NO_ENTRIES } from './bibtex.types.ts';
import { hideAngles, toDraft } from './bibtex.entry.ts';

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

/** Reads BibTeX. The parser resolves strings, cross-references, and LaTeX's accents and commands. */
export async function readBibtex(source: string, options: ReadOptions): Promise<ReadRecords> {
  const text = hideAngles(source);
  // Imported on first use, because it has large tables.
  const { parse } = await import('@retorquere/bibtex-parser');
  const read: ReadRecords = { records: [], refused: [] };
  const lines = new Lines(text);
  const unknownCommands = new Map<string, string[]>();
  let library: ReturnType<typeof parse>;
  try {
    library = parse(text, {
      // Keeps titles as written.
      sentenceCase: false,
      english: false,
      caseProtection: false,
      // In a date, "~" means "approximate". In LaTeX it is a space. Keywords may have commands.
      fieldMode: { date: 'verbatim', keywords: 'richtext' },
      unsupported: (_, tex, { key }) => {
        const known = COMMANDS[tex.replace(/[{}\s]/g, '')];
        if (known === undefined) {
          const commands = unknownCommands.get(key);
          if (commands) commands.push(tex);
          else unknownCommands.set(key, [tex]);
        }
        return known ?? '';
      },
    });
  } catch (error) {
    const reason = `can't be read as BibTeX: ${firstLine((error as Error).message)}`;
    return { records: [], refused: [{ firstLine: 1, lastLine: lines.at(text.length), reason }] };
  }
  const byKey = new Map(library.entries.map((entry) => [entry.key, entry]));
  let from = 0;
  for (const entry of library.entries) {
    const at = text.indexOf(entry.input, from);
    if (at >= 0) from = at + entry.input.length;
    const start = at >= 0 ? at : from;
    const place = { firstLine: lines.at(start), lastLine: lines.at(start + entry.input.length) };
    if (NO_ENTRIES.has(entry.type)) continue;
    const draft = toDraft(withSharedFields(entry, byKey), byKey.get(entry.fields.crossref ?? ''));
    for (const command of unknownCommands.get(entry.key) ?? [])
      draft.reject('other', command, 'a LaTeX command that is not known, left out');
    draft.addTo(read, place, options);
  }
  for (const { error, input = '' } of library.errors) {
    if (!/^\s*@/.test(input)) continue;
    const at = Math.max(text.indexOf(input), 0);
    const reason = `can't be read as an entry: ${firstLine(error)}`;
    read.refused.push({ firstLine: lines.at(at), lastLine: lines.at(at + input.length), reason });
  }
  if (read.records.length + read.refused.length === 0)
    read.refused.push({ firstLine: 1, lastLine: 1, reason: 'has no entry of BibTeX' });
  return read;
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
