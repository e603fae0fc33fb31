import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import {
  formatAddress,
  formatDate,
  toForm,
  formatName,
  invertName,
  listNames,
  toInitials,
  formatYear,
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
} from '../text.ts';

const shortenGiven = (given: string) => toInitials(given, '.', ' ', '-');

/** The style of the American Psychological Association, 7th edition. */
export function formatApa(item: CslItem): string {
  const form = toForm(item);
  const { type, title, author, editor = [], publisher, page, volume, issue, edition } = item;
  const year = `(${toDate(item) ?? 'n.d.'})`;
  const container = markItalic(item['container-title'] ?? '');
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listAuthors(editor)} (${editor.length > 1 ? 'Eds.' : 'Ed.'})`
    : listAuthors(author ?? []);
  const details = joinTexts(
    ', ',
    edition && formatEdition(edition, 'ed.'),
    form === 'whole' && volume && `Vol. ${volume}`,
  );
  const editors = !isEdited && form === 'whole' && editor.length > 0 && listEditors(editor);
  const isThesis = type === 'thesis';
  const brackets = [
    joinTexts('; ', editors, details).replace(/^.+$/, '($&)'),
    type === 'dataset' && '[Data set]',
    isThesis && publisher && `[${publisher}]`,
  ];
  const shown = form === 'whole' ? joinTexts(' ', markItalic(title), ...brackets) : title;
  const head = names === '' ? joinSentences(shown, year) : joinSentences(names, year, shown);
  const pages = page === undefined ? null : formatPages(page, 'all');
  const address = formatAddress(item);
  if (form === 'article') {
    const number = volume
      ? `${markItalic(formatNumber(volume))}${issue ? `(${formatNumber(issue)})` : ''}`
      : issue && `(${formatNumber(issue)})`;
    return joinTexts(' ', head, endSentence(joinTexts(', ', container, number, pages)), address);
  }
  if (form === 'whole')
    return joinTexts(' ', head, !isThesis && publisher && endSentence(publisher), address);
  const inside = joinTexts(
    ', ',
    volume && `Vol. ${volume}`,
    issue && `Issue ${issue}`,
    pages && `${pageWord(pages)} ${pages}`,
  );
  const host = `In ${joinTexts(', ', editor.length > 0 && listEditors(editor, true), container)}${inside && ` (${inside})`}`;
  return joinTexts(' ', head, joinSentences(host, publisher), address);
}

/** The date: "2016, November 20" of a web page, otherwise the year. */
function toDate(item: CslItem): string | null {
  const [month, day] = item.issued?.['date-parts'][0].slice(1) ?? [];
  if (item.type !== 'webpage' || month === undefined) return formatYear(item);
  const long = formatDate(item) ?? '';
  return `${formatYear(item)}, ${long.replace(day === undefined ? / \d+$/ : /, \d+$/, '')}`;
}

/** Lists up to 20 authors. If there are more, it lists the first 19 and the last. */
function listAuthors(authors: readonly CslName[]): string {
  const names = authors.map((name) => invertName(name, ', ', shortenGiven));
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`;
  const last = authors.at(-1);
  return listNames(names, ', & ', last !== undefined && 'literal' in last ? ' & ' : ', & ');
}

/** Lists editors: "S. Rossi, Ed.", or with `brackets` "S. Rossi (Ed.)". */
function listEditors(editors: readonly CslName[], brackets = false): string {
  const names = listNames(
    editors.map((name) => formatName(name, shortenGiven)),
    ', & ',
    ' & ',
  );
  const role = editors.length > 1 ? 'Eds.' : 'Ed.';
  return brackets ? `${names} (${role})` : `${names}, ${role}`;
}
