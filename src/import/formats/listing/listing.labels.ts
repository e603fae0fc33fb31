import { isOtherLabel, isProse, labelOf, type Line } from './listing.lines.ts';
import type { LabelField } from '../../record.ts';

/** An accepted label line, with the lines up to the next label. */
export interface Labelled {
  label: LabelField;
  line: Line;
  lines: Line[];
  /** Sections below labels that a listing doesn't have; they belong to no field. */
  others: OtherSection[];
}

export interface OtherSection {
  line: Line;
  values: Line[];
}

/**
 * Finds the label lines. The word alone is not enough, because an abstract may have "Country" as a paragraph. Within
 * text, a label between two blank lines, or before a sentence, is therefore a paragraph.
 */
export function findLabels(lines: Line[]): { head: Line[]; labelled: Labelled[] } {
  const head: Line[] = [];
  const labelled: Labelled[] = [];
  let isInText = true;
  let other: OtherSection | null = null;
  for (const [i, line] of lines.entries()) {
    const label = labelOf(line.text);
    if (label !== null && !(isInText && isParagraph(label, line, lines[i + 1], lines[i + 2]))) {
      labelled.push({ label, line, lines: [], others: [] });
      isInText = false;
      other = null;
      continue;
    }
    const current = labelled.at(-1);
    if (line.startsGroup || isProse(line.text)) other = null;
    if (current !== undefined && !isInText && !line.startsGroup && isOtherLabel(line.text)) {
      other = { line, values: [] };
      current.others.push(other);
      continue;
    }
    if (other !== null) {
      other.values.push(line);
      continue;
    }
    (current?.lines ?? head).push(line);
    if (line.startsGroup) isInText = true;
  }
  return { head, labelled };
}

function isParagraph(label: LabelField, line: Line, next?: Line, second?: Line): boolean {
  if (next === undefined) return false;
  if (next.startsGroup) {
    // Blank lines before and after it, unless it is an empty label followed by a label with a value.
    const nextLabel = labelOf(next.text);
    const isEmptyLabel =
      nextLabel !== null && nextLabel !== label && second !== undefined && !second.startsGroup;
    return line.startsGroup && !isEmptyLabel;
  }
  // A whole citation below "Authors" looks like a sentence.
  return isProse(next.text) && (line.startsGroup || label !== 'authors');
}
