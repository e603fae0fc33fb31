import type { CslItem, CslName } from '../../export/formats/csl/csl.item.ts';
import {
  formatAddress,
  formatDate,
  toForm,
  formatImprint,
  formatName,
  invertName,
  isInverted,
  isQuoted,
  listNames,
  formatYear,
  formatEdition,
} from '../parts.ts';
import {
  endSentence,
  formatNumber,
  formatPages,
  markItalic,
  joinSentences,
  joinTexts,
  quoteTitle,
} from '../text.ts';

/** Chicago author-date style, 17th edition: the entry of the reference list. */
export function formatChicago(item: CslItem): string {
  const form = toForm(item);
  const { title, author, editor = [], page, volume, issue, edition } = item;
  const isEdited = author === undefined && form === 'whole' && editor.length > 0;
  const names = isEdited
    ? `${listAuthors(editor)}, ed${editor.length > 1 ? 's' : ''}`
    : listAuthors(author ?? []);
  const isItalic = form === 'whole' && !isQuoted(item) && item.type !== 'thesis' && item.type !== 'webpage';
  const shown = isItalic ? markItalic(title) : quoteTitle(title, '.');
  const year = formatYear(item) ?? 'n.d.';
  const head = names === '' ? joinSentences(shown, year) : joinSentences(names, year, shown);
  const container = markItalic(item['container-title'] ?? '');
  const pages = page === undefined ? null : formatPages(page, 'chicago');
  const editors = listNames(
    editor.map((name) => formatName(name)),
    ', and ',
    ' and ',
  );
  const address = formatAddress(item);
  if (form === 'article') {
    const place = `${container}${formatNumbers(item)}${pages ? `${volume || issue ? ':' : ','} ${pages}` : ''}`;
    return joinSentences(head, place, address);
  }
  if (form === 'whole')
    return joinSentences(
      head,
      edition && formatEdition(edition, 'ed'),
      !isEdited && editor.length > 0 && `Edited by ${editors}`,
      volume && `Vol. ${volume}`,
      formatImprint(item),
      address,
    );
  const host = `In ${joinTexts(', ', container, editor.length > 0 && `edited by ${editors}`, volume && `${volume}:${pages ?? ''}`.replace(/:$/, ''), volume ? null : pages)}`;
  return joinSentences(endSentence(head), host, formatImprint(item), address);
}

/** The volume and issue of an article. If one of them is unknown, the month identifies the issue. */
function formatNumbers({ volume, issue, issued }: CslItem): string {
  if (volume && issue) return ` ${formatNumber(volume)} (${formatNumber(issue)})`;
  if (!volume && !issue) return issued ? `, ${formatDate({ issued })}` : '';
  const date = issued && formatDate({ issued: { 'date-parts': [issued['date-parts'][0].slice(0, 2)] } });
  const number = volume
    ? ` ${formatNumber(volume)}`
    : `, ${/^\d+-\d+$/.test(issue ?? '') ? 'nos.' : 'no.'} ${formatNumber(issue ?? '')}`;
  return date ? `${number} (${date})` : number;
}

/** Lists up to ten authors. If there are more, it lists the first seven. */
function listAuthors(authors: readonly CslName[]): string {
  const names = authors.map((name, i) => (i === 0 ? invertName(moveParticle(name)) : formatName(name)));
  if (names.length > 10) return `${names.slice(0, 7).join(', ')}, et al.`;
  return listNames(names, ', and ', isInverted(authors[0]) ? ', and ' : ' and ');
}

/** Moves a lower-case particle behind the given names: "Berg, J. P. van der". */
function moveParticle(name: CslName): CslName {
  if ('literal' in name || name.given === undefined) return name;
  const [, particle, family] = /^((?:\p{Ll}[\p{Ll}’']* )+|(?:al|el)-)(.+)$/u.exec(name.family) ?? [];
  return family === undefined ? name : { ...name, family, given: `${name.given} ${particle?.trim()}` };
}
