import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import {
  formatAddress,
  toForm,
  formatName,
  invertName,
  listNames,
  toInitials,
  formatYear,
  toOrdinal,
} from '../parts.ts';
import { endSentence, formatPages, markItalic, joinSentences, joinTexts } from '../text.ts';

const shortenGiven = (given: string) => toInitials(given, '.', ' ', '-');

/** The style of the American Psychological Association, 7th edition. */
export function formatApa(item: CslItem): string {
  const form = toForm(item);
  const { title, author, editor = [], publisher, page, volume, issue, edition } = item;
  const year = `(${formatYear(item) ?? 'n.d.'})`;
  const container = markItalic(item['container-title'] ?? '');
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listAuthors(editor)} (${editor.length > 1 ? 'Eds.' : 'Ed.'})`
    : listAuthors(author ?? []);
  const details = joinTexts(
    ', ',
    edition && `${toOrdinal(edition)} ed.`,
    form === 'whole' && volume && `Vol. ${volume}`,
  );
  const editors = !isEdited && form === 'whole' && editor.length > 0 ? ` (${listEditors(editor)})` : '';
  const shown = form === 'whole' ? `${markItalic(title)}${details && ` (${details})`}${editors}` : title;
  const head = names === '' ? joinSentences(shown, year) : joinSentences(names, year, shown);
  const pages = page === undefined ? null : formatPages(page, 'all');
  const address = formatAddress(item);
  if (form === 'article') {
    const number = volume ? `${markItalic(volume)}${issue ? `(${issue})` : ''}` : issue && `(${issue})`;
    return joinTexts(' ', head, endSentence(joinTexts(', ', container, number, pages)), address);
  }
  if (form === 'whole') return joinTexts(' ', head, publisher && endSentence(publisher), address);
  const inside = joinTexts(
    ', ',
    volume && `Vol. ${volume}`,
    issue && `Issue ${issue}`,
    pages && `pp. ${pages}`,
  );
  const host = `In ${joinTexts(', ', editor.length > 0 && listEditors(editor, true), container)}${inside && ` (${inside})`}`;
  return joinTexts(' ', head, joinSentences(host, publisher), address);
}

/** Lists up to 20 authors. If there are more, it lists the first 19 and the last. */
function listAuthors(authors: readonly CslName[]): string {
  const names = authors.map((name) => invertName(name, ', ', shortenGiven));
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`;
  const hasOrganisation = authors.some((name) => 'literal' in name);
  return listNames(names, ', & ', hasOrganisation ? ' & ' : ', & ');
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
