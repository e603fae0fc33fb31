import { imprintOf, isPlaceOfPublication, isPublisher, type Imprint } from './vocabulary/imprint.ts';
import { IN, ROLE, YEAR } from './citation-cut.ts';

const LOCATOR =
  /[([]?(?:\bpp?\. ?\d+(?: ?[-–—] ?\d+)?|\bpages? \d+(?: ?[-–—] ?\d+)?|\b\d+\/\d+\b|\b\d+ ?\(\d+(?:[-–]\d+)?\)(?: ?[:,] ?\d+(?: ?[-–—] ?\d+)?)?|\b(?:vol(?:ume)?|n[oº°]|n[uú]m(?:ero)?|iss(?:ue)?|nr)\.? ?\d+(?: ?\(\d+\))?|\b\d+ ?: ?\d+ ?[-–—] ?\d+|^\d+ ?[-–—] ?\d+\.?$|^e\d{4,}\.?$|^\d{1,4}\.?$)[)\]]?/gi;

/** A piece, or the rest of a piece without the title, with its position in the list. */
export interface Part {
  index: number;
  text: string;
}

/** The parts of a citation: its pieces without the title, volume and pages. */
export function partsOf(
  pieces: readonly string[],
  title: { indices: number[]; before: string; after: string },
): Part[] {
  const first = title.indices[0] as number;
  const last = title.indices.at(-1) as number;
  return pieces
    .flatMap((piece, index): Part[] => {
      if (!title.indices.includes(index)) return [{ index, text: clean(piece) }];
      const left = [];
      if (index === first) left.push({ index, text: title.before });
      // The half position makes this a part of its own, after the part before the title.
      if (index === last) left.push({ index: index + 0.5, text: clean(title.after) });
      return left;
    })
    .filter((part) => /[\p{L}\p{N}]/u.test(part.text));
}

function clean(text: string): string {
  return withoutLocator(withoutLocator(text));
}

/** Without a volume, an issue or pages. "No. 2: 33–51" needs two steps. */
function withoutLocator(text: string): string {
  return text
    .replace(LOCATOR, '')
    .replace(/^\(\d{1,4}(?:[-–]\d{1,4})?\)$/, '')
    .replace(/\s+(?=[.,])/g, '')
    .replace(/[.,]{2,}/g, '.')
    .replace(/^[\s.,;:’”"»]+|[\s,;:]+$/g, '')
    .replace(/(\p{Ll})\.$/u, '$1');
}

/**
 * Removes an imprint such as "IOM: Geneva", alone or as the last sentence of a part. A publisher without a place counts
 * only behind the title, which ends at `end`, or behind another sentence.
 */
export function withoutImprint(parts: Part[], end: number): { parts: Part[]; imprint: Imprint | null } {
  let imprint: Imprint | null = null;
  const kept = parts.flatMap((part): Part[] => {
    if (imprint !== null) return [part];
    const start = startOfLastSentence(part.text);
    const sentence = part.text.slice(start);
    imprint = imprintOf(sentence);
    if (
      imprint === null &&
      (part.index === end + 0.5 || start > 0) &&
      !IN.test(sentence) &&
      isShortPublisher(sentence)
    )
      imprint = { publisher: sentence, place: null };
    const rest = imprint === null ? part.text : part.text.slice(0, start).replace(/\.\s*$/, '');
    return rest === '' ? [] : [{ ...part, text: rest }];
  });
  return { parts: kept, imprint };
}

function isShortPublisher(text: string): boolean {
  return (
    isPublisher(text) && text.split(' ').length <= 8 && !/[()‘’“”"]/.test(text) && !/^journal /i.test(text)
  );
}

// "St." and initials don't end a sentence.
function startOfLastSentence(text: string): number {
  const end = text.lastIndexOf('. ');
  return end > 2 && /^(?!Eds|Vol|Nos)\p{L}\p{Ll}{2}/u.test(text.slice(end - 3)) ? end + 2 : 0;
}

/** Reads publisher and place from separate pieces: "IOM", "Geneva". The place identifies them. */
export function takeImprint(imprint: Imprint | null, loose: Map<number, string>): Imprint {
  if (imprint !== null) return imprint;
  const place = [...loose.keys()].find((i) => isPlaceOfPublication(loose.get(i) as string));
  if (place === undefined) return { publisher: null, place: null };
  const publisher = [...loose.keys()].find((i) => i !== place && isPublisher(loose.get(i) as string));
  const found = { publisher: loose.get(publisher ?? NaN) ?? null, place: loose.get(place) ?? null };
  loose.delete(place);
  if (publisher !== undefined) loose.delete(publisher);
  return found;
}

/** Whether a part ends in the year in brackets. */
export function endsInYear(text: string): boolean {
  const year = YEAR.exec(text);
  return year !== null && year.index + year[0].length >= text.length - 1 && !ROLE.test(text);
}

/** The year in brackets in a text; null if there is none. */
export function yearOf(text: string): number | null {
  const year = YEAR.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}
