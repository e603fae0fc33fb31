import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import {
  addressOf,
  formOf,
  imprintOf,
  inReadingOrder,
  inverted,
  listNames,
  toInitials,
  yearOf,
  toOrdinal,
} from '../parts.ts';
import { endSentence, formatPages, italic, joinSentences, joinTexts } from '../text.ts';

const initials = (given: string) => toInitials(given, '.', '', '-');

/** Harvard style as in "Cite Them Right", 12th edition. */
export function harvard(item: CslItem): string {
  const form = formOf(item);
  const { title, author, editor = [], page, volume, issue, edition } = item;
  const year = `(${yearOf(item) ?? 'no date'})`;
  const container = italic(item['container-title'] ?? '');
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listPeople(editor, (name) => inverted(name, ', ', initials))} (${role(editor)})`
    : listPeople(author ?? [], (name) => inverted(name, ', ', initials));
  const pages = page && `${/\D/.test(page) ? 'pp.' : 'p.'} ${formatPages(page, 'all')}`;
  const address = addressOf(item);
  const available = address && `Available at: ${address}.`;
  const quoted = `‘${title.replaceAll('‘', '“').replaceAll('’', '”')}’`;
  const editors = listPeople(editor, (name) => inReadingOrder(name, initials));
  if (form === 'whole') {
    const head = names === '' ? `${italic(title)} ${year}` : `${names} ${year} ${italic(title)}`;
    const editedBy = !isEdited && editor.length > 0 && `Edited by ${editors}`;
    return joinTexts(
      ' ',
      joinSentences(joinTexts('. ', head, edition && `${toOrdinal(edition)} edn`), editedBy, imprintOf(item)),
      available,
    );
  }
  if (form === 'article') {
    const number = volume ? `${volume}${issue ? `(${issue})` : ''}` : issue && `(${issue})`;
    // Without an author, the entry starts with the journal.
    const source =
      names === ''
        ? [`${container} ${year} ${quoted}`, number, pages]
        : [`${names} ${year} ${quoted}`, container, number, pages];
    return joinTexts(' ', endSentence(joinTexts(', ', ...source)), available);
  }
  const head = names === '' ? `${quoted} ${year}` : `${names} ${year} ${quoted},`;
  const host = editor.length > 0 ? `in ${editors} (${role(editor)}) ${container}` : container;
  const imprint = imprintOf(item);
  const tail = imprint ? `${host}. ${joinTexts(', ', imprint, pages)}` : joinTexts(', ', host, pages);
  return joinTexts(' ', head, endSentence(tail), available);
}

function role(editors: readonly CslName[]): string {
  return editors.length > 1 ? 'eds.' : 'ed.';
}

/** Lists up to three people. If there are more, it lists only the first. */
function listPeople(people: readonly CslName[], format: (name: CslName) => string): string {
  const names = people.map(format);
  return names.length > 3 ? `${names[0]} ${italic('et al.')}` : listNames(names, ' and ');
}
