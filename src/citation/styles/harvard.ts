import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import {
  formatAddress,
  toForm,
  formatImprint,
  formatName,
  invertName,
  isQuoted,
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

const shortenGiven = (given: string) => toInitials(given, '.', '', '-');

/** Harvard style as in "Cite Them Right", 12th edition. */
export function formatHarvard(item: CslItem): string {
  const form = toForm(item);
  const { title, author, editor = [], page, volume, issue, edition } = item;
  const year = `(${formatYear(item) ?? 'no date'})`;
  const container = markItalic(item['container-title'] ?? '');
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listPeople(editor, (name) => invertName(name, ', ', shortenGiven))} (${printRole(editor)})`
    : listPeople(author ?? [], (name) => invertName(name, ', ', shortenGiven));
  const pages = page && `${pageWord(page)} ${formatPages(page, 'all')}`;
  const address = formatAddress(item);
  const available = address && `Available at: ${address}.`;
  // An apostrophe is no quotation mark.
  const quoted = `‘${title.replace(/‘([^‘]*?)’(?!\p{L})/gu, '“$1”')}’`;
  const shown = isQuoted(item) ? quoted : markItalic(title);
  const editors = listPeople(editor, (name) => formatName(name, shortenGiven));
  if (form === 'whole') {
    const head = names === '' ? `${shown} ${year}` : `${names} ${year} ${shown}`;
    const editedBy = !isEdited && editor.length > 0 && `Edited by ${editors}`;
    return joinTexts(
      ' ',
      joinSentences(head, edition && formatEdition(edition, 'edn'), editedBy, formatImprint(item)),
      available,
    );
  }
  if (form === 'article') {
    const inBrackets = issue && `(${formatNumber(issue)})`;
    const number = joinTexts('', volume && formatNumber(volume), inBrackets);
    // Without an author, the entry starts with the journal.
    const source =
      names === ''
        ? [`${container} ${year} ${quoted}`, number, pages]
        : [`${names} ${year} ${quoted}`, container, number, pages];
    return joinTexts(' ', endSentence(joinTexts(', ', ...source)), available);
  }
  const head = names === '' ? `${quoted} ${year}` : `${names} ${year} ${quoted},`;
  const host = editor.length > 0 ? `in ${editors} (${printRole(editor)}) ${container}` : container;
  const imprint = formatImprint(item);
  const tail = imprint ? joinSentences(host, joinTexts(', ', imprint, pages)) : joinTexts(', ', host, pages);
  return joinTexts(' ', head, endSentence(tail), available);
}

function printRole(editors: readonly CslName[]): string {
  return editors.length > 1 ? 'eds.' : 'ed.';
}

/** Lists up to three people. If there are more, it lists only the first. */
function listPeople(people: readonly CslName[], format: (name: CslName) => string): string {
  const names = people.map(format);
  return names.length > 3 ? `${names[0]} ${markItalic('et al.')}` : listNames(names, ' and ');
}
