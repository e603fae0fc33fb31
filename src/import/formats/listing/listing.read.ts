import { splitGap, type Page } from './listing.boundary.ts';
import { findLabels, type Labelled, type OtherSection } from './listing.labels.ts';
import {
  isNavigation,
  isPager,
  isProse,
  labelOf,
  looksLikeTitle,
  readLines,
  splitInlineLabels,
  startsPage,
  withoutCutLabel,
  type Line,
} from './listing.lines.ts';
import type { LabelField, ListingField, RawRecord, RefusedRecord } from '../../record.ts';

/** The content of a listing page before any repair. Records and refused parts are in the page's order. */
export interface Listing {
  /** The topic or category that the page lists; null if there is none. */
  heading: string | null;
  records: RawRecord[];
  refused: RefusedRecord[];
}

interface Draft {
  text: Line[];
  labels: { label: LabelField; line: Line; values: Line[]; others: OtherSection[] }[];
}

/**
 * Reads the text of one listing page: optional navigation, a heading, then records. A record has a title, abstract
 * paragraphs, and labels with one value per line. Never throws: a text that is not a listing, or a record without a
 * title, goes to `refused` with its lines and a reason. The other records are read.
 *
 * @param file the file name for records and refusals; the file is not opened
 */
export function readListing(text: string, file: string): Listing {
  const printed = splitInlineLabels(readLines(text));
  const lines = withoutCutLabel(printed, text);
  const lastNumber = lines.at(-1)?.number ?? 1;
  const reason = notAListing(text);
  if (reason !== null)
    return { heading: null, records: [], refused: [{ file, firstLine: 1, lastLine: lastNumber, reason }] };

  const pages = splitPages(lines).map((page, i, all) =>
    readPage(page, { file, text, isLast: i === all.length - 1, isCut: lines.length === printed.length }),
  );
  const heading = pages[0]?.heading ?? null;
  return {
    heading,
    records: pages.flatMap((page) =>
      page.records.map((record) =>
        page.heading === heading ? record : { ...record, heading: page.heading },
      ),
    ),
    refused: pages.flatMap(({ refused }) => refused),
  };
}

/**
 * Splits a file into pages, which begin with "Skip to main content". Text before the first one is a page only if it has
 * a label; otherwise it is a note of the person who saved the file.
 */
function splitPages(lines: Line[]): Line[][] {
  const starts = lines.flatMap((line, i) => (i > 0 && startsPage(line.text) ? [i] : []));
  const pages = [0, ...starts].map((start, i) => lines.slice(start, starts[i]));
  const [first = [], ...others] = pages;
  const isPage = others.length === 0 || first.some(({ text }) => labelOf(text) !== null);
  return isPage ? pages : others;
}

interface PageContext {
  file: string;
  /** The text of the whole file. */
  text: string;
  isLast: boolean;
  /** Whether a truncated label was not removed from the end of the file. */
  isCut: boolean;
}

function readPage(lines: Line[], context: PageContext): Listing {
  const { file } = context;
  const refuse = (firstLine: number, lastLine: number, reason: string): RefusedRecord => ({
    file,
    firstLine,
    lastLine,
    reason,
  });
  const { head, labelled } = findLabels(lines);
  const { heading, text: firstText, hasNavigation } = readHead(head, labelled.length > 0);
  const isListing = labelled.length > 0 || hasNavigation || firstText.length === 0;
  if (!isListing) {
    const reason = 'not a listing: no line is a label (Country, Region, Authors, Year or Category)';
    return { heading: null, records: [], refused: [refuse(1, lines.at(-1)?.number ?? 1, reason)] };
  }

  const page: Page = { heading, isFlat: isFlat(labelled), values: valuesBelowLabels(labelled) };
  const { drafts, hasEnd } = assemble(firstText, labelled, page);
  const records: RawRecord[] = [];
  const refused: RefusedRecord[] = [];
  for (const [i, draft] of drafts.entries()) {
    const all = linesOf(draft);
    const first = (all[0] as Line).number;
    const last = (all.at(-1) as Line).number;
    if (draft.text.length === 0) {
      const label = draft.labels[0] as Draft['labels'][number];
      refused.push(refuse(first, last, `no title before the label "${label.line.text}"`));
      continue;
    }
    const isLast = context.isLast && i === drafts.length - 1;
    const end: Pick<RawRecord, 'isTruncated' | 'cutField'> = isLast
      ? endOf(context.text, draft, hasEnd, context.isCut)
      : { isTruncated: false };
    if (end.cutField === 'title') {
      refused.push(refuse(first, last, 'the file ends within its title'));
      continue;
    }
    records.push({ file, firstLine: first, lastLine: last, ...fieldsOf(draft, page.isFlat), ...end });
  }
  return { heading, records, refused };
}

/** Why a text can't be a listing; null if it can. */
function notAListing(text: string): string | null {
  const start = text.slice(0, 65536);
  // eslint-disable-next-line no-control-regex
  const controls = start.match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
  if (controls > 0 && controls * 50 > start.length) return 'not a listing: binary data, or not UTF-8 text';
  const opening = start.replace(/^[\s\ufeff]+/, '').slice(0, 2000);
  if (/^<(?:!doctype|\?xml|html|head|body|div|[a-z]+[\s>])/i.test(opening))
    return 'not a listing: markup, not text';
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(opening)) return 'not a listing: JSON, not text';
  return null;
}

/** Splits the lines above the first label: navigation, then the heading, then the first record's title and abstract. */
function readHead(
  head: Line[],
  hasLabels: boolean,
): { heading: string | null; text: Line[]; hasNavigation: boolean } {
  const menu = head.findIndex(
    (line, i) => !isNavigation(line.text) && !isMenuItem(line, head[i - 1], head[i + 1]),
  );
  const rest = menu < 0 ? [] : head.slice(menu);
  const hasNavigation = menu !== 0 && head.length > 0;
  const [first, second] = rest;
  if (first === undefined) return { heading: null, text: [], hasNavigation };
  if (second === undefined && !(hasLabels && !hasNavigation && looksLikeTitle(first.text))) {
    return { heading: first.text, text: [], hasNavigation };
  }
  // A title with its abstract, without a heading above.
  if (second === undefined || isProse(first.text) || (isProse(second.text) && hasLabels))
    return { heading: null, text: rest, hasNavigation };
  let start = 1;
  while (
    rest[start]?.text === first.text ||
    isPager(rest[start]?.text ?? '') ||
    isNavigation(rest[start]?.text ?? '')
  ) {
    start += 1;
  }
  return { heading: first.text, text: rest.slice(start), hasNavigation };
}

/** "Publications" right below "Home" or "About", with a blank line behind it: an item of the site's menu. */
function isMenuItem({ text, startsGroup }: Line, before: Line | undefined, next: Line | undefined): boolean {
  if (before === undefined || next === undefined || startsGroup || !next.startsGroup) return false;
  const isBelowMenu = isNavigation(before.text) && !startsPage(before.text);
  return (
    isBelowMenu &&
    /^(?:data|events|library|news|our work|publications|resources|topics|what we do)$/i.test(text)
  );
}

/** Whether the page has several records and no blank line between them. */
function isFlat(labelled: Labelled[]): boolean {
  const labels = new Set(labelled.map(({ label }) => label));
  return (
    labels.size < labelled.length && !labelled.some(({ lines }) => lines.some((line) => line.startsGroup))
  );
}

function valuesBelowLabels(labelled: Labelled[]): Map<LabelField, Set<string>> {
  const values = new Map<LabelField, Set<string>>();
  for (const { label, lines } of labelled) {
    const known = values.get(label) ?? new Set();
    values.set(label, known);
    for (const line of lines) {
      if (line.startsGroup) break;
      known.add(line.text);
    }
  }
  return values;
}

/**
 * Groups labels and text into records. `hasEnd`: whether text that belongs to no record follows the last one, so that
 * the last record is complete.
 */
function assemble(firstText: Line[], labelled: Labelled[], page: Page): { drafts: Draft[]; hasEnd: boolean } {
  let draft: Draft = { text: firstText, labels: [] };
  const drafts = [draft];
  const seen = new Set<LabelField>();
  let hasEnd = false;
  for (const [i, { label, line, lines, others }] of labelled.entries()) {
    const next = labelled[i + 1]?.label ?? null;
    seen.add(label);
    const isNextSeen = next !== null && seen.has(next);
    const isNextApart = labelled[i + 1]?.line.startsGroup ?? false;
    const { values, text } = splitGap({ label, lines, next, isNextSeen, isNextApart }, page);
    draft.labels.push({ label, line, values, others });
    if (next === null) hasEnd = values.length + (text?.length ?? 0) < lines.length;
    if (text !== null) {
      draft = { text, labels: [] };
      drafts.push(draft);
      seen.clear();
    }
  }
  return { drafts: drafts.filter((d) => linesOf(d).length > 0), hasEnd };
}

function linesOf(draft: Draft): Line[] {
  return [
    ...draft.text,
    ...draft.labels.flatMap(({ line, values, others }) => [
      line,
      ...values,
      ...others.flatMap((other) => [other.line, ...other.values]),
    ]),
  ];
}

function fieldsOf(
  draft: Draft,
  isFlat: boolean,
): Pick<RawRecord, 'title' | 'abstract' | 'fields' | 'offsets' | 'others'> {
  const fields: RawRecord['fields'] = {};
  const offsets: NonNullable<RawRecord['offsets']> = {};
  const others: NonNullable<RawRecord['others']> = [];
  const first = linesOf(draft)[0]?.number ?? 0;
  for (const { label, values, others: sections } of draft.labels) {
    const known = (fields[label] ??= []);
    const places = (offsets[label] ??= []);
    for (const line of values) {
      known.push(line.text);
      places.push(line.number - first);
    }
    for (const { line, values: below } of sections)
      for (const { text, number } of below)
        others.push({ label: line.text, field: label, value: text, offset: number - first });
  }
  const after = draft.text.findIndex(
    (line, i) => i > 0 && (isFlat || line.startsGroup || isProse(line.text)),
  );
  const title = after < 0 ? draft.text : draft.text.slice(0, after);
  const abstract = after < 0 ? [] : draft.text.slice(after);
  return {
    title: title.map((line) => line.text).join(' '),
    abstract:
      abstract.length === 0
        ? null
        : abstract.map((line, i) => (i === 0 ? '' : line.startsGroup ? '\n\n' : '\n') + line.text).join(''),
    fields,
    offsets,
    ...(others.length > 0 && { others }),
  };
}

/** A record is complete if its labels are followed by a blank line, or by text that belongs to no record. */
function endOf(
  text: string,
  draft: Draft,
  hasEnd: boolean,
  isCut: boolean,
): Pick<RawRecord, 'isTruncated' | 'cutField'> {
  const last = draft.labels.at(-1);
  const isFollowed = hasEnd || /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*$/.test(text.slice(-200));
  if (isFollowed) return { isTruncated: last === undefined };
  if (!isCut || /[\r\n]\s*$/.test(text.slice(-200)) || last?.values.length === 0)
    return { isTruncated: true };
  const field: ListingField =
    last?.label ??
    (draft.text.some((line, i) => i > 0 && (line.startsGroup || isProse(line.text))) ? 'abstract' : 'title');
  return { isTruncated: true, cutField: field };
}
