import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import { addressOf, formOf, inReadingOrder, inverted, listNames, yearOf } from '../parts.ts';
import { endSentence, formatPages, italic, joinSentences, joinTexts, quote } from '../text.ts';

/** The style of the Modern Language Association, 9th edition. */
export function mla(item: CslItem): string {
  const form = formOf(item);
  const { title, author, editor = [], publisher, page, volume, issue, edition } = item;
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listPeople(editor, true)}, editor${editor.length > 1 ? 's' : ''}`
    : listPeople(author ?? [], true);
  const editors = !isEdited && editor.length > 0 ? listPeople(editor, false) : null;
  const pages = page && `${/\D/.test(page) ? 'pp.' : 'p.'} ${formatPages(page, 'two')}`;
  const container = form === 'whole' ? null : italic(item['container-title'] ?? '');
  const numbers = [volume && `vol. ${volume}`, issue && `no. ${issue}`];
  const end = [yearOf(item), pages, addressOf(item)];
  if (form === 'whole') {
    const edited = editors && `Edited by ${editors}`;
    return joinSentences(
      names,
      italic(title),
      joinTexts(', ', edited, edition && `${edition} ed.`, ...numbers, publisher, ...end),
    );
  }
  const edited = editors && `edited by ${editors}`;
  const place = joinTexts(', ', container, edited, ...numbers, form === 'part' && publisher, ...end);
  return joinTexts(' ', names && endSentence(names), quote(title, '.'), endSentence(place));
}

/** Two at most; of more the first. */
function listPeople(people: readonly CslName[], isInverted: boolean): string {
  const names = people.map((name, i) => (isInverted && i === 0 ? inverted(name) : inReadingOrder(name)));
  if (names.length > 2) return `${names[0]}, et al.`;
  return listNames(names, isInverted ? ', and ' : ' and ');
}
