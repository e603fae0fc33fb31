import { DomUtils } from 'htmlparser2';
import type { ReadOptions, ReadRecords } from '../format.ts';
import { toRisDraft } from '../ris/ris.ts';
import { textFormat } from '../text-format.ts';
import type { Draft } from '../values/draft.ts';
import { withoutMarkup } from '../values/text.ts';
import type { TaggedValue } from '../values/tagged.ts';
import { ElementFinder, type XmlElement, elementsNamed, textsOf } from '../values/xml.ts';
import { dateOf } from './endnote.tags.ts';
import { toRisType } from './endnote.types.ts';

/** EndNote's XML, which Bookends and Zotero write, too. */
export const endNoteXml = textFormat('ENDNOTE_XML', {
  title: 'EndNote XML',
  isLike: (start) => /<xml>\s*<records>\s*<record>/.test(start),
  read: readEndNoteXml,
});

/** Maps elements to tags of RIS. Other elements, such as notes, files and call numbers, are not read. */
const RIS_TAGS: readonly (readonly [path: string, tag: string])[] = [
  ['contributors/authors/author', 'AU'],
  ['contributors/secondary-authors/author', 'A2'],
  ['contributors/tertiary-authors/author', 'A3'],
  ['contributors/subsidiary-authors/author', 'A4'],
  ['contributors/translated-authors/author', 'TA'],
  ['titles/title', 'TI'],
  ['titles/secondary-title', 'T2'],
  ['titles/tertiary-title', 'T3'],
  ['titles/translated-title', 'TT'],
  ['periodical/full-title', 'JF'],
  ['periodical/abbr-1', 'JA'],
  ['dates/year', 'PY'],
  ['pages', 'SP'],
  ['volume', 'VL'],
  ['number', 'IS'],
  ['edition', 'ET'],
  ['keywords/keyword', 'KW'],
  ['pub-location', 'CY'],
  ['publisher', 'PB'],
  ['isbn', 'SN'],
  ['electronic-resource-num', 'DO'],
  ['urls/web-urls/url', 'UR'],
  ['urls/related-urls/url', 'UR'],
  ['abstract', 'AB'],
  ['language', 'LA'],
  ['accession-num', 'AN'],
  ['remote-database-name', 'DB'],
];

/** Reads EndNote's XML. */
export function readEndNoteXml(text: string, options: ReadOptions): ReadRecords {
  const read: ReadRecords = { records: [], refused: [] };
  const finder = new ElementFinder('record');
  for (const { element, firstLine, lastLine, isWhole } of [...finder.read(text), ...finder.end()])
    toDraft(element).addTo(read, { firstLine, lastLine, isComplete: isWhole }, options);
  if (read.records.length + read.refused.length === 0)
    read.refused.push({ firstLine: 1, lastLine: 1, reason: 'has no element <record>' });
  return read;
}

function toDraft(record: XmlElement): Draft {
  const [type] = elementsNamed(record.children, 'ref-type');
  const values: TaggedValue[] = [{ tag: 'TY', value: toRisType(type?.attribs.name ?? 'Generic') }];
  for (const [path, tag] of RIS_TAGS)
    for (const value of textsAt(record, path.split('/'))) values.push({ tag, value });
  const [year = null] = textsAt(record, ['dates', 'year']);
  const [day = null] = textsOf(record, 'date');
  const date = dateOf(day, year);
  if (date !== null) values.push({ tag: 'DA', value: date });
  return toRisDraft({ values });
}

/** The texts of the elements at a path below an element, without empty ones and without the spaces of indentation. */
function textsAt(element: XmlElement, [name, ...below]: readonly string[]): string[] {
  const children = element.children.filter((child) => DomUtils.isTag(child) && child.name === name);
  if (below.length > 0) return (children as XmlElement[]).flatMap((child) => textsAt(child, below));
  return children
    .map((child) =>
      withoutMarkup(DomUtils.textContent(child))
        .replace(/\r\n?/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
    )
    .filter((text) => text !== '');
}
