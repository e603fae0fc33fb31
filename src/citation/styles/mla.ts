import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import {
  formatAddress,
  formatDate,
  toForm,
  formatName,
  invertName,
  isInverted,
  isQuoted,
  listNames,
  formatEdition,
} from '../parts.ts';
import {
  endSentence,
  formatNumber,
  formatPages,
  pageWord,
  markItalic,
  joinSentences,
  joinTexts,
  quoteTitle,
} from '../text.ts';

/** The style of the Modern Language Association, 9th edition. */
export function formatMla(item: CslItem): string {
  const form = toForm(item);
  const { title, author, editor = [], publisher, page, volume, issue, edition } = item;
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listPeople(editor, true)}, editor${editor.length > 1 ? 's' : ''}`
    : listPeople(author ?? [], true);
  const editors = !isEdited && editor.length > 0 ? listPeople(editor, false) : null;
  const pages = page && `${pageWord(page)} ${formatPages(page, 'two')}`;
  const container = form === 'whole' ? null : markItalic(item['container-title'] ?? '');
  const numbers = [
    volume && `vol. ${formatNumber(volume)}`,
    issue && `${/^\d+-\d+$/.test(issue) ? 'nos.' : 'no.'} ${formatNumber(issue)}`,
  ];
  const end = [formatShortDate(item), pages, formatAddress(item)];
  if (form === 'whole') {
    const edited = editors && `edited by ${editors}`;
    const shown = isQuoted(item) ? quoteTitle(title, '.') : markItalic(title);
    const imprint = publisher ?? item['publisher-place'];
    const details = joinTexts(
      ', ',
      edited,
      edition && formatEdition(edition, 'ed.'),
      ...numbers,
      imprint,
      ...end,
    );
    return joinSentences(names, shown, details.replace(/^(?:edited|vol|nos?)\b/, capitalize));
  }
  const edited = editors && `edited by ${editors}`;
  const place = joinTexts(
    ', ',
    container,
    edited,
    ...numbers,
    form === 'part' && (publisher ?? item['publisher-place']),
    ...end,
  );
  return joinTexts(' ', names && endSentence(names), quoteTitle(title, '.'), endSentence(place));
}

/** The date, at most to the day for reports and web pages, to the month for articles, to the year for other works. */
function formatShortDate({ issued, type }: CslItem): string | null {
  if (issued === undefined) return null;
  const most = type === 'report' || type === 'webpage' ? 3 : type === 'article-journal' ? 2 : 1;
  return formatDate({ issued: { 'date-parts': [issued['date-parts'][0].slice(0, most)] } }, 'short');
}

function capitalize(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** Lists up to two people. If there are more, it lists only the first. */
function listPeople(people: readonly CslName[], isFirstInverted: boolean): string {
  const names = people.map((name, i) => (isFirstInverted && i === 0 ? invertName(name) : formatName(name)));
  if (names.length > 2) return `${names[0]}${isFirstInverted ? ',' : ''} et al.`;
  return listNames(names, isFirstInverted && isInverted(people[0]) ? ', and ' : ' and ');
}
