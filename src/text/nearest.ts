import { plain } from './plain.ts';
import { distance, mostMistakes } from './spelling.ts';

/** Maximum number of compared UTF-16 code units. Longer texts are cut. */
const MOST_COMPARED = 100;

/** A possible value and its names. */
export interface NamedValue {
  value: string;
  names: readonly string[];
}

/**
 * Finds the value that an unknown text most likely means. A name matches if it equals the text without case, accents
 * and punctuation, if it differs by few letters, or if one begins with the words of the other. Returns null if no name
 * matches.
 */
export function findNearest(text: string, candidates: Iterable<NamedValue>): string | null {
  const wanted = plain(text).slice(0, MOST_COMPARED);
  if (wanted === '') return null;
  let best: { value: string | null; score: number } = { value: null, score: Infinity };
  for (const { value, names } of candidates)
    for (const name of names) {
      const score = scoreName(wanted, plain(name).slice(0, MOST_COMPARED));
      if (score < best.score) best = { value, score };
    }
  return best.value;
}

/**
 * Scores a name: 0 if equal, below 100 the edit distance, from 100 if only the beginnings are equal, Infinity if no
 * match.
 */
function scoreName(wanted: string, name: string): number {
  const most = mostMistakes(wanted.length);
  const difference = Math.abs(wanted.length - name.length);
  if (wanted === name) return 0;
  const mistakes = difference <= most ? distance(wanted, name) : Infinity;
  if (mistakes <= most) return mistakes;
  const isBeginning = name !== '' && (name.startsWith(`${wanted} `) || wanted.startsWith(`${name} `));
  return isBeginning ? 100 + difference : Infinity;
}
