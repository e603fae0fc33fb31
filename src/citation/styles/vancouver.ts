import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import { type Form, formOf, imprintOf, inverted, toInitials, toOrdinal } from '../parts.ts';
import { endSentence, formatPages, joinSentences, joinTexts } from '../text.ts';

/** Vancouver as "Citing Medicine", 2nd edition, has it; without the number that a list of references gives. */
export function vancouver(item: CslItem): string {
  const form = formOf(item);
  const { title, author = [], editor = [], page, volume, issue, edition, DOI, URL } = item;
  const date = toDate(item, form);
  // The DOI of an article makes its address unnecessary.
  const address = form === 'article' && DOI !== undefined ? undefined : URL;
  const internet = address === undefined ? '' : ' [Internet]';
  const container = `${item['container-title'] ?? ''}${internet}`;
  const names = listPeople(author);
  const editors = editor.length > 0 && `${listPeople(editor)}, editor${editor.length > 1 ? 's' : ''}`;
  const available = joinTexts(' ', address && `Available from: ${address}`, DOI && `doi:${DOI}`);
  const pages = page === undefined ? null : formatPages(page, 'changed');
  const published = joinTexts('; ', imprintOf(item), date);
  if (form === 'article') {
    const number = joinTexts(':', `${volume ?? ''}${issue ? `(${issue})` : ''}`, pages);
    return joinTexts(' ', joinSentences(names, title, container, joinTexts(';', date, number)), available);
  }
  if (form === 'whole')
    return joinTexts(
      ' ',
      joinSentences(
        names || editors,
        `${title}${internet}`,
        edition && `${toOrdinal(edition)} ed`,
        names !== '' && editors,
        published,
      ),
      available,
    );
  const host = `In: ${editors ? `${endSentence(editors)} ` : ''}${container}`;
  return joinTexts(' ', joinSentences(names, title, host, published, pages && `p. ${pages}`), available);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2013 Apr 20" of an article, "2013 Apr" of a report, "2013" of a book or a part. */
function toDate({ issued, type }: CslItem, form: Form): string | null {
  if (issued === undefined) return null;
  const [year, month, day] = issued['date-parts'][0];
  const parts = [year, month && MONTHS[month - 1], form === 'article' && day];
  return parts
    .slice(0, form === 'part' || type === 'book' ? 1 : 3)
    .filter(Boolean)
    .join(' ');
}

/** Six at most; of more the first six. */
function listPeople(people: readonly CslName[]): string {
  const names = people.map((name) => inverted(name, ' ', (given) => toInitials(given, '', '', '')));
  return joinTexts(', ', ...names.slice(0, 6), names.length > 6 && 'et al');
}
