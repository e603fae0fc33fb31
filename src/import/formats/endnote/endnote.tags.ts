import type { ReadOptions, ReadRecords } from '../format.ts';
import { toRisDraft } from '../ris/ris.ts';
import { textFormat } from '../text-format.ts';
import { readDate } from '../values/dates.ts';
import type { Draft } from '../values/draft.ts';
import { type TaggedRecord, type TaggedValue, firstOf, readTagged, valuesOf } from '../values/tagged.ts';
import { toRisType } from './endnote.types.ts';

/** EndNote's tagged format, also called Refer or BibIX: the files `.enw` that library catalogues and publishers export. */
export const endNoteTags = textFormat('ENDNOTE', {
  title: 'EndNote (enw, refer)',
  isLike: (start) => /^%0(?: \S|\s*\n%[A-Z] )/.test(start) || /^%[A-Z] \S[^\n]*\n%[A-Z@] \S/.test(start),
  read: readEndNoteTags,
});

/** Maps tags to tags of RIS. Notes, files and call numbers are not read. */
const RIS_TAGS: Readonly<Record<string, string>> = {
  A: 'AU',
  E: 'ED',
  '?': 'A4',
  H: 'TA',
  T: 'TI',
  J: 'T2',
  B: 'BT',
  S: 'T3',
  D: 'PY',
  C: 'CY',
  I: 'PB',
  V: 'VL',
  N: 'IS',
  P: 'SP',
  '7': 'ET',
  '@': 'SN',
  U: 'UR',
  G: 'LA',
  K: 'KW',
  X: 'AB',
  Q: 'TT',
};

/** Reads EndNote's tagged format. A record begins with `%0`; in files without `%0`, after a blank line. */
export function readEndNoteTags(text: string, options: ReadOptions): ReadRecords {
  const hasTypes = /^%0(?:\s|$)/m.test(text);
  const withTypes = hasTypes ? text : text.replace(/\n[ \t]*\r?\n(?=%[A-Z])/g, '\n%0\n');
  const syntax = {
    tag: /^%([0-9A-Z@?[=~>(!+*&$#]) ?(.*)$/s,
    begins: (tag: string, open: TaggedRecord | null) => tag === '0' || open === null,
  };
  return readTagged(withTypes, syntax, toDraft, 'not EndNote: no line begins a record ("%0 Book")', options);
}

function toDraft(record: TaggedRecord): Draft {
  const values: TaggedValue[] = record.values.flatMap(({ tag, value }) =>
    RIS_TAGS[tag] === undefined ? [] : [{ tag: RIS_TAGS[tag], value }],
  );
  values.push({ tag: 'TY', value: typeOf(record) });
  const date = dateOf(firstOf(record, '8'), firstOf(record, 'D'));
  if (date !== null) values.push({ tag: 'DA', value: date });
  const draft = toRisDraft({ values });
  for (const text of valuesOf(record, 'R')) draft.addAnyIdentifier(text);
  for (const name of valuesOf(record, 'Y'))
    draft.reject('authors', name, 'a translator or an editor of a series; the tag %Y says neither');
  return draft;
}

/** The type of RIS. Records of Refer have no type; an article has its journal in `%J`, a chapter its book in `%B`. */
function typeOf(record: TaggedRecord): string {
  const stated = firstOf(record, '0');
  if (stated !== null) return toRisType(stated);
  if (firstOf(record, 'J') !== null) return 'JOUR';
  return firstOf(record, 'B') === null ? 'GEN' : 'CHAP';
}

/** A date from EndNote's fields for date and year: "Jan" or "Mar 3" of the year, or a whole date. Null if unclear. */
export function dateOf(date: string | null, year: string | null): string | null {
  return date === null ? null : (readDate(date) ?? readDate(`${date} ${year ?? ''}`));
}
