import { isNavigation, isPager, isProse, LABEL_ORDER, looksLikeTitle, type Line } from './listing.lines.ts';
import type { LabelField } from '../../record.ts';
import { isKnownCategory } from '../../repair/vocabulary/categories.ts';

/** Facts about a page that are known before its records are separated. */
export interface Page {
  heading: string | null;
  /** True if there is no blank line between the records, so that only the lines themselves can separate them. */
  isFlat: boolean;
  /** The lines right below each label, anywhere on the page. */
  values: ReadonlyMap<LabelField, ReadonlySet<string>>;
}

/** The lines between a label and the next label or the end of the page. */
export interface Gap {
  label: LabelField;
  lines: Line[];
  /** The label after the lines; null at the end of the page. */
  next: LabelField | null;
  /** True if the record already has `next`, so another record has probably begun. */
  isNextSeen: boolean;
  /** Whether a blank line precedes `next`. */
  isNextApart: boolean;
}

/** The end of a label's values. `text` is null if the same record continues or the page ends. */
export interface Split {
  values: Line[];
  /** The next record's title and abstract; empty if that record has no title. */
  text: Line[] | null;
}

/**
 * Separates the last label's values from the title of the next record. The page doesn't mark the boundary.
 *
 * A blank line ends the values, and a title follows, if another record must have begun: the record already has the next
 * label, the next label precedes this one in the page's order, or the page ends. Blank lines can be lost, or appear
 * inside values. Two kinds of line therefore take precedence: a certain value (a year, a known document type, a line
 * that occurs below the same label elsewhere on the page), and prose, which only an abstract has, with its title before
 * it.
 */
export function splitGap(gap: Gap, page: Page): Split {
  const { lines, hadFurniture } = withoutFurniture(gap, page);
  const start = findTitle({ ...gap, lines }, page, hadFurniture);
  if (start !== null) return { values: lines.slice(0, start), text: lines.slice(start) };
  if (startsUntitled(gap)) return { values: lines, text: [] };
  return { values: lines, text: null };
}

/**
 * Removes pagers, footers and a repeated heading, but only where a record may end: an abstract may contain "Next page".
 */
function withoutFurniture({ label, lines, next }: Gap, page: Page): { lines: Line[]; hadFurniture: boolean } {
  const kept: Line[] = [];
  let hadFurniture = false;
  let isBeforeTitle = true;
  const lastProse = lines.findLastIndex((line) => isProse(line.text));
  for (const [i, line] of lines.entries()) {
    // Right below a label, a number is a value (or a year truncated by the end of the file), and so is "© 2011".
    const isDate = /^\d+$/.test(line.text) || (label === 'year' && /\d{4}/.test(line.text));
    const isEnd = isPager(line.text) && (i > 0 || line.startsGroup || !isDate);
    const isFurniture =
      isEnd || (line.startsGroup && (line.text === page.heading || isNavigation(line.text)));
    // At the end of the page, the first pager ends the list: only menus and addresses follow.
    if (isEnd && next === null && lastProse < i) {
      return { lines: kept, hadFurniture: true };
    }
    if (isBeforeTitle && isFurniture) {
      hadFurniture = true;
      continue;
    }
    if ((line.startsGroup || hadFurniture) && !isCertainValueText(line.text)) isBeforeTitle = false;
    kept.push(hadFurniture && kept.at(-1) !== lines[i - 1] ? { ...line, startsGroup: true } : line);
  }
  return { lines: kept, hadFurniture };
}

function isCertainValueText(text: string): boolean {
  return isKnownCategory(text) || /^\d{4}$/.test(text);
}

function findTitle(gap: Gap, page: Page, hadFurniture: boolean): number | null {
  const { lines, label, next } = gap;
  if (lines.length === 0) return null;
  const restarts = next === null || gap.isNextSeen || isBefore(next, label);
  const isValue = (line: Line) => isCertainValue(line.text, label, page);
  if (page.isFlat) return restarts ? findFlatTitle(gap, isValue) : null;

  const groups = lines.flatMap((line, i) => (line.startsGroup ? [i] : []));
  const first = groups[0];
  if (first === undefined) {
    if (!restarts || next === null) return null;
    const prose = lines.findIndex((line, i) => i > 0 && isProse(line.text));
    if (prose > 0 && !isValue(lines[prose - 1] as Line)) return prose - 1;
    const last = lines.at(-1) as Line;
    return gap.isNextSeen && next !== label && looksLikeTitle(last.text) && !isValue(last)
      ? lines.length - 1
      : null;
  }
  // The blank line before the title is lost: an abstract is in the title's position.
  const before = lines[first - 1];
  if (restarts && before && isProse((lines[first] as Line).text) && mayBeTitle(before, label, isValue)) {
    return first - 1;
  }
  let group = 0;
  const endOf = (g: number) => groups[g + 1] ?? lines.length;
  const isValues = (g: number) => lines.slice(groups[g], endOf(g)).every(isValue);
  while (
    group + 1 < groups.length &&
    isValues(group) &&
    !isProse((lines[groups[group + 1] as number] as Line).text)
  ) {
    group += 1;
  }
  const start = groups[group] as number;
  const rest = lines.slice(start);
  if (!hadFurniture && !gap.isNextSeen && rest.every(isValue)) return null;
  if (!restarts) {
    const hasAbstract = groups.length - group > 1;
    const isText = looksLikeTitle((lines[start] as Line).text) && hasAbstract;
    if (!isText && !rest.some((line) => isProse(line.text))) return null;
  }
  return start;
}

/**
 * Finds the title without blank lines: the line before the first prose, or the first line that is too long for a value.
 */
function findFlatTitle({ lines, next }: Gap, isValue: (line: Line) => boolean): number | null {
  const prose = lines.findIndex((line) => isProse(line.text));
  const long = lines.findIndex((line) => looksLikeTitle(line.text) && !isValue(line));
  if (prose > 0) return long >= 0 && long < prose ? long : prose - 1;
  if (long >= 0) return long;
  return next === null || lines.every(isValue) ? null : lines.length - 1;
}

function isBefore(a: LabelField, b: LabelField): boolean {
  return LABEL_ORDER.indexOf(a) < LABEL_ORDER.indexOf(b);
}

/**
 * Whether the next record has no title: one of its labels repeats, after the labels that end a record or after a blank
 * line.
 */
function startsUntitled({ label, next, isNextSeen, isNextApart }: Gap): boolean {
  if (next === null || !isNextSeen || next === label) return false;
  return isNextApart || (isBefore(next, label) && !isBefore(label, 'year'));
}

function isCertainValue(text: string, label: LabelField, page: Page): boolean {
  if (label === 'year') return isYearLike(text);
  if (label === 'category' && isKnownCategory(text)) return true;
  return !looksLikeTitle(text) && (page.values.get(label)?.has(text) ?? false);
}

function mayBeTitle(line: Line, label: LabelField, isValue: (line: Line) => boolean): boolean {
  if (isValue(line)) return false;
  return label === 'year' || line.text.split(' ').length >= 3;
}

function isYearLike(text: string): boolean {
  return text.length <= 20 && (/\d/.test(text) || /^\[?n\. ?d\.?\]?$/i.test(text));
}
