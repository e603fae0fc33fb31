import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import { type Form, toForm, formatImprint, invertName, toInitials, formatEdition } from '../parts.ts';
import { endSentence, formatNumber, formatPages, joinSentences, joinTexts } from '../text.ts';

/** Vancouver style as in "Citing Medicine", 2nd edition, without the number that a reference list adds. */
export function formatVancouver(item: CslItem): string {
  const form = toForm(item);
  const { title, author = [], editor = [], page, volume, issue, edition, DOI, URL } = item;
  const date = toDate(item, form);
  // An article with a DOI needs no URL.
  const address = form === 'article' && DOI !== undefined ? undefined : URL;
  const internet = address === undefined ? '' : ' [Internet]';
  const container = `${item['container-title'] ?? ''}${internet}`;
  const names = listPeople(author);
  const editors = editor.length > 0 && `${listPeople(editor)}, editor${editor.length > 1 ? 's' : ''}`;
  const available = joinTexts(' ', address && `Available from: ${address}`, DOI && `doi:${DOI}`);
  const pages = page === undefined ? null : formatPages(page, 'changed');
  const published = joinTexts('; ', formatImprint(item), date);
  if (form === 'article') {
    const number = joinTexts(':', `${volume ?? ''}${issue ? `(${formatNumber(issue)})` : ''}`, pages);
    return joinTexts(' ', joinSentences(names, title, container, joinTexts(';', date, number)), available);
  }
  if (form === 'whole')
    return joinTexts(
      ' ',
      joinSentences(
        names || editors,
        `${title}${internet}`,
        edition && formatEdition(edition, 'ed'),
        volume && `Vol. ${volume}`,
        names !== '' && editors,
        published,
      ),
      available,
    );
  const host = `In: ${editors ? `${endSentence(editors)} ` : ''}${container}`;
  return joinTexts(' ', joinSentences(names, title, host, published, pages && `p. ${pages}`), available);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The date: "2013 Apr 20" for articles, "2013 Apr" for reports, "2013" for other works. */
function toDate({ issued, type }: CslItem, form: Form): string | null {
  if (issued === undefined) return null;
  const [year, month, day] = issued['date-parts'][0];
  const parts = [year, month && MONTHS[month - 1], form === 'article' && day];
  return parts
    .slice(0, form === 'article' || type === 'report' ? 3 : 1)
    .filter(Boolean)
    .join(' ');
}

/** Lists up to six people. If there are more, it adds "et al". */
function listPeople(people: readonly CslName[]): string {
  const names = people.map((name) =>
    // "King ML Jr"
    invertName(name, ' ', (given) => toInitials(given, '', '', '')).replace(/ (Jr|Sr)\.$/, ' $1'),
  );
  return joinTexts(', ', ...names.slice(0, 6), names.length > 6 && 'et al');
}
