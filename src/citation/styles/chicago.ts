import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import { addressOf, formOf, imprintOf, inReadingOrder, inverted, listNames, yearOf } from '../parts.ts';
import { endSentence, formatPages, italic, joinSentences, joinTexts, quote } from '../text.ts';

/** Chicago, author-date, 17th edition: the entry of the reference list. */
export function chicago(item: CslItem): string {
  const form = formOf(item);
  const { title, author, editor = [], page, volume, issue, edition } = item;
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listAuthors(editor)}, ed${editor.length > 1 ? 's' : ''}`
    : listAuthors(author ?? []);
  const shown = form === 'whole' ? italic(title) : quote(title, '.');
  const year = yearOf(item) ?? 'n.d.';
  const head = names === '' ? joinSentences(shown, year) : joinSentences(names, year, shown);
  const container = italic(item['container-title'] ?? '');
  const pages = page === undefined ? null : formatPages(page, 'two');
  const editors = listNames(
    editor.map((name) => inReadingOrder(name)),
    ', and ',
    ' and ',
  );
  const address = addressOf(item);
  if (form === 'article') {
    const number = joinTexts(' ', volume, issue && (volume ? `(${issue})` : `, no. ${issue}`));
    const place = `${joinTexts(' ', container, number).replace(' ,', ',')}${pages ? `: ${pages}` : ''}`;
    return joinSentences(head, place, address);
  }
  if (form === 'whole')
    return joinSentences(
      head,
      edition && `${edition} ed`,
      !isEdited && editor.length > 0 && `Edited by ${editors}`,
      imprintOf(item),
      address,
    );
  const host = `In ${joinTexts(', ', container, editor.length > 0 && `edited by ${editors}`, volume && `${volume}:${pages ?? ''}`.replace(/:$/, ''), volume ? null : pages)}`;
  return joinSentences(endSentence(head), host, imprintOf(item), address);
}

/** Ten at most; of more the first seven. */
function listAuthors(authors: readonly CslName[]): string {
  const names = authors.map((name, i) => (i === 0 ? inverted(name) : inReadingOrder(name)));
  if (names.length > 10) return `${names.slice(0, 7).join(', ')}, et al.`;
  return listNames(names, ', and ');
}
