import type { LabelField } from '../../record.ts';

/** A line that is not blank. */
export interface Line {
  /** Trimmed. Unicode spaces are replaced by plain spaces; control and zero-width characters are removed. */
  text: string;
  /** Line number from 1, as in an editor. */
  number: number;
  /** True if a blank line precedes it. */
  startsGroup: boolean;
}

// The separators U+2028, U+2029, U+0085, VT and FF count as spaces. Editors don't count them as line ends, and the line
// numbers must match those of editors.
const SPACES = /[\s\u0085]/g;
// PostgreSQL refuses NUL, and the others are invisible. The joiners (U+200C, U+200D) stay, because Persian and Hindi
// need them.
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\ufffe]/g;

/**
 * The lines of a page that are not blank, with a flag for a preceding blank line.
 *
 * If a page is double-spaced, a single blank line means nothing, so only two or more count.
 */
export function readLines(text: string): Line[] {
  const all = text.split(/\r\n|\r|\n/).map((line) => line.replace(INVISIBLE, '').replace(SPACES, ' ').trim());
  const isDoubleSpaced = isSpacedOut(all);
  const lines: Line[] = [];
  let blanks = 0;
  all.forEach((line, i) => {
    if (line === '') {
      blanks += 1;
      return;
    }
    lines.push({ text: line, number: i + 1, startsGroup: blanks > (isDoubleSpaced ? 1 : 0) });
    blanks = 0;
  });
  return lines;
}

/**
 * Whether a blank line follows every line below the navigation, so that no label has a value right below it. A page
 * truncated in its first abstract looks the same, but it hardly ever has three labels.
 */
function isSpacedOut(lines: readonly string[]): boolean {
  const labels = [...lines.keys()].filter((i) => labelOf(lines[i] as string) !== null);
  const rest = lines.slice(labels[0] ?? lines.length);
  const areApart = !rest.some(
    (line, i) => line !== '' && rest[i + 1] && !isNavigation(line) && !isPager(line),
  );
  return areApart && new Set(labels.map((i) => labelOf(lines[i] as string))).size > 2;
}

/** The order in which every known page prints the labels. A record may lack any of them. */
export const LABEL_ORDER: readonly LabelField[] = ['country', 'region', 'authors', 'year', 'category'];

const FIELD_LABELS: Readonly<Record<LabelField, string>> = {
  country:
    'country|countries|country(s)|country(ies)|country/ies|countries covered|pays|pais|paises|pais(es)|land|lander',
  region: 'region|regions|region(s)|regiones|region(es)|regiao|regioes',
  authors:
    'author|authors|author(s)|auteur|auteurs|auteur(s)|autor|autora|autores|autor(es)|autoren|auteur·e·s|auteur.e.s|auteurs/autrices|autor/a|autor/es|autores/as|written by|corporate author|personal author',
  year: 'year|publication year|year of publication|annee|annee de publication|ano|ano de publicacion|ano de publicacao|jahr',
  category: 'category|categories|categorie|categories|categoria|categorias|kategorie|kategorien',
};

const LABELS: ReadonlyMap<string, LabelField> = new Map(
  (Object.keys(FIELD_LABELS) as LabelField[]).flatMap((field) =>
    FIELD_LABELS[field].split('|').map((word): [string, LabelField] => [word, field]),
  ),
);

// Labels of other sites, whose values belong to no field of a listing.
const OTHER_LABELS: ReadonlySet<string> = new Set(
  `publisher|publishers|published by|editor|editors|editor(s)|language|languages|source|sources|type|document type|
  publication type|resource type|keyword|keywords|tag|tags|topic|topics|theme|themes|subject|subjects|sector|sectors|
  series|isbn|issn|doi|url|link|links|website|pages|number of pages|page count|format|file|files|file size|download|
  downloads|attachment|attachments|document|documents|date|publication date|date of publication|published|posted|
  organization|organisation|organizations|organisations|donor|donors|funder|funders|funding|project|projects|contact|
  copyright|licence|license|edition|volume|issue|journal|place|city|place of publication|translator|translators|
  contributor|contributors|summary|abstract|description|related|see also|status|audience|
  isbn 13|isbn 10|target group|target groups|target audience|methodology|partner|partners|implementing partner|
  implementing partners|sdg|sdgs|thematic area|thematic areas|pdf|external link|citation|rights|acknowledgements|
  geographic coverage|maison dedition|nombre de pages|type de document|type de publication|public cible|partenaires|
  numero de paginas|tipo de publicacion|publico objetivo|socios|
  editeur|editeurs|langue|langues|mots cles|theme|resume|date de publication|editorial|editores|idioma|idiomas|
  palabras clave|tema|temas|resumen|fecha|fecha de publicacion|fuente|tipo|tipo de documento|editora|palavras chave`
    .split('|')
    .map((word) => word.trim()),
);

function wordOf(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s*[:：]$/, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The field of a label line, or null for other lines: "Country", "COUNTRY:", "Pays", "Autores". */
export function labelOf(text: string): LabelField | null {
  return text.length > 26 ? null : (LABELS.get(wordOf(text)) ?? null);
}

/** Whether a line is a label that a listing has no field for: "Publisher", "Language:". */
export function isOtherLabel(text: string): boolean {
  return text.length <= 26 && OTHER_LABELS.has(wordOf(text).replace(/-/g, ' ').replace(/['’]/g, ''));
}

const INLINE = /^([\p{L}()/ ]{2,24}?)\s*[:：]\s*(\S.*)$/u;

/**
 * Splits a label from values on its own line: "Country: Kenya, Uganda" becomes "Country", "Kenya", "Uganda". This
 * happens only next to another label, or for a listing's label right below text, because a title may look the same.
 */
export function splitInlineLabels(lines: readonly Line[]): Line[] {
  const inline = lines.map(({ text }) => {
    const [, left = '', right = ''] = INLINE.exec(text) ?? [];
    const isLabel = labelOf(left) !== null || isOtherLabel(left);
    return isLabel && right.length <= 300 && !isProse(right) ? { left, right } : null;
  });
  const isLabelled = (i: number) => (inline[i] ?? null) !== null || labelOf(lines[i]?.text ?? '') !== null;
  return lines.flatMap((line, i) => {
    const found = inline[i];
    if (
      !found ||
      !(isLabelled(i - 1) || isLabelled(i + 1) || (!line.startsGroup && labelOf(found.left) !== null))
    )
      return [line];
    const values = splitValues(found.right, labelOf(found.left)).map((text) => ({
      ...line,
      text,
      startsGroup: false,
    }));
    return [{ ...line, text: found.left }, ...values];
  });
}

/** Splits values as the site does. If there are semicolons, a comma is part of a name: "Mann, Lori J.; Doe, Jane". */
function splitValues(text: string, field: LabelField | null): string[] {
  if (field === 'year' || field === null) return [text];
  const separator = text.includes(';') ? /\s*;\s*/ : /\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i;
  return text.split(separator).filter((value) => value !== '');
}

/**
 * Removes a truncated label at the end of the file ("Categ"), if the file has no final line end and no blank line
 * precedes the label. Below a label the line may also be a truncated value, so it must have three letters, unless the
 * label above it is "year".
 */
export function withoutCutLabel(lines: Line[], text: string): Line[] {
  const last = lines.at(-1);
  const before = lines.slice(0, -1).findLast((line) => line.startsGroup || labelOf(line.text) !== null);
  if (last === undefined || last.startsGroup || before === undefined || /[\r\n]\s*$/.test(text.slice(-50)))
    return lines;
  const current = labelOf(before.text);
  const isPrefix = LABEL_ORDER.slice(current === null ? 0 : LABEL_ORDER.indexOf(current) + 1).some(
    (label) => label !== last.text.toLowerCase() && label.startsWith(last.text.toLowerCase()),
  );
  const isLabel = isPrefix && (current === null || current === 'year' || last.text.length >= 3);
  return isLabel && /^\p{Lu}/u.test(last.text) ? lines.slice(0, -1) : lines;
}

const NAVIGATION =
  /^(?:skip to (?:main )?(?:content|navigation)|skip navigation|main (?:navigation|menu)|(?:toggle|open|close) (?:navigation|menu|search)|menu|home|about(?: us)?|contact(?: us)?|search|breadcrumbs?|you are here\b.*|home ?[/>»›|] ?.*|login|log in|sign in|(?:(?:english|français|español|português|deutsch|italiano|العربية|русский|中文)[\s|/·•,]*)+|sort by\b.{0,30}|newest(?: first)?|oldest(?: first)?|relevance|most recent|filters?|apply|reset|(?:displaying|showing) .{0,40}\d.{0,20}|\d+ (?:results?|items?|publications?))$/i;

const LISTED = '(?:results?|publications?|content|items?|records?|documents?|entries|matches)';
const LISTED_ROMANCE =
  '(?:r[ée]sultats?|resultados?|publications?|publicaci[óo]n(?:es)?|publica[çc](?:ão|ões)|documentos?|documents?)';
/** Texts that a page shows instead of an empty list, in English, French, Spanish and Portuguese. */
const NO_RESULTS: readonly RegExp[] = [
  `(?:sorry,? )?(?:no|0|zero)(?: matching)? ${LISTED}(?:(?: (?:were|was|have been))? (?:found|available|yet|match(?:ing|ed)?|to display|for)\\b.{0,80})?`,
  `(?:there (?:is|are)|we (?:have )?found|(?:your|this|the) search (?:has )?(?:returned|yielded|found)) (?:currently )?no(?: matching)? ${LISTED}\\b.{0,80}`,
  `we could not find any ${LISTED}.{0,60}`,
  `nothing (?:was )?found.{0,40}|nothing here(?: yet)?|there is nothing (?:to (?:show|display|see)|here).{0,40}`,
  `(?:aucune?|pas de) ${LISTED_ROMANCE}(?: .{0,60})?`,
  `(?:no hay|no se (?:han )?encontr\\S+|sin|ning[úu]n|ninguna)(?: ning[úu]na?)? ${LISTED_ROMANCE}(?: .{0,60})?`,
  `(?:nenhum|nenhuma|não há|sem) ${LISTED_ROMANCE}(?: .{0,60})?`,
].map((pattern) => new RegExp(`^(?:${pattern})[.!]?$`, 'iu'));

const PAGER =
  /^(?:pagination|pages?|(?:current |go to )?page \d{1,4}(?: of \d{1,4})?|current page|(?:next|previous|prev|first|last)(?: page)?|(?:load|show|view) (?:more|all)|back to top|…|\.{3})$/i;
const FOOTER =
  /^(?:©.*|copyright .*|.*all rights reserved.*|privacy(?: policy| notice)?|terms (?:of use|and conditions|of service)|cookie (?:policy|settings)|contact(?: us)?|about(?: us)?|follow us(?: on.*)?|subscribe.{0,40}|share|print|rss|footer(?: menu)?|powered by .*|sitemap|disclaimer)$/i;
const PAGER_WORDS = new Set([
  'next',
  'previous',
  'prev',
  'first',
  'last',
  'page',
  'pages',
  'of',
  'current',
  'the',
]);

/** Whether a line belongs to the navigation above a page's heading. */
export function isNavigation(text: string): boolean {
  return (text.length < 80 && NAVIGATION.test(text)) || isNoResults(text);
}

/** Whether a line says that the page lists nothing: "No results found.". */
function isNoResults(text: string): boolean {
  return text.length < 140 && NO_RESULTS.some((pattern) => pattern.test(text));
}

/** Whether a line is the first line of a page on this site: "Skip to main content". */
export function startsPage(text: string): boolean {
  return /^skip to (?:main )?(?:content|navigation)$/i.test(text);
}

/** Whether a line belongs to a pager ("1 2 3 … last »", "‹ Previous", "Next page") or a footer ("© 2020"). */
export function isPager(text: string): boolean {
  if (text.length > 200) return false;
  const words = text.split(/[\s|•·/]+/).filter((word) => !/^[«»‹›<>←→…]+$|^\.{3}$/.test(word));
  const bare = words.join(' ');
  if (bare === '') return /[«»‹›<>←→…]|\.{3}/.test(text);
  if (PAGER.test(bare) || FOOTER.test(text)) return true;
  // A year is also a number, so four digits alone are not a pager.
  return words.every((word) => /^\d{1,3}$/.test(word) || PAGER_WORDS.has(word.toLowerCase()));
}

const SENTENCE_END = /[.!。؟][")\]”’»]*$/;
const SENTENCE_BREAK = /[\p{Ll})\]”’][.!?][")\]”’]*\s+["(“‘]?\p{Lu}/u;

/** Whether a line is running text, which only an abstract has: one long sentence, or several. */
export function isProse(text: string): boolean {
  if (text.length > 400) return true;
  if (text.length < 50) return false;
  const words = text.split(' ').length;
  return (words >= 10 && SENTENCE_END.test(text)) || (words >= 18 && SENTENCE_BREAK.test(text));
}

/** Whether a line has too many words for a value: a name has three, a title usually more. */
export function looksLikeTitle(text: string): boolean {
  return text.length > 40 || text.split(' ').length >= 4;
}
