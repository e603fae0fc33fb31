import { plain } from './plain.ts';
import { distance, mostMistakes } from './spelling.ts';

/** Longer texts are compared by their start. */
const MOST_COMPARED = 100;

/** A value that could have been meant, with the names it is known by. */
export interface Candidate {
  value: string;
  names: readonly string[];
}

/**
 * The value that an unknown text most likely means: one of its names is the same without case, accents and punctuation, or
 * differs by few letters, or begins with the text or with which the text begins. Null if there is none.
 */
export function findNearest(text: string, candidates: Iterable<Candidate>): string | null {
  const wanted = plain(text).slice(0, MOST_COMPARED);
  if (wanted === '') return null;
  let best: { value: string | null; score: number } = { value: null, score: Infinity };
  for (const { value, names } of candidates)
    for (const name of names) {
      const score = scoreOf(wanted, plain(name).slice(0, MOST_COMPARED));
      if (score < best.score) best = { value, score };
    }
  return best.value;
}

/** 0 is the same; above 100 only the beginnings are. */
function scoreOf(wanted: string, name: string): number {
  const most = mostMistakes(wanted.length);
  const difference = Math.abs(wanted.length - name.length);
  if (wanted === name) return 0;
  const mistakes = difference <= most ? distance(wanted, name) : Infinity;
  if (mistakes <= most) return mistakes;
  const isBeginning = name !== '' && (name.startsWith(`${wanted} `) || wanted.startsWith(`${name} `));
  return isBeginning ? 100 + difference : Infinity;
}
