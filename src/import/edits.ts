import type { Member } from './neighbourhood.ts';

/** Share of common words from which two titles are similar. */
const MOSTLY = 0.7;

type Rule = (before: Member, now: Member) => boolean;

/** Most reliable first. Records that state a slug match only by title, year and URL: then the slug alone was edited. */
const RULES: readonly Rule[] = [
  (before, now) =>
    isFree(before, now) && now.record.abstract !== null && before.record.abstract === now.record.abstract,
  (before, now) =>
    before.titleKey === now.titleKey &&
    (isFree(before, now) || (before.record.year === now.record.year && before.url === now.url)),
];

/** Reliable only if the whole source is seen at once, because neither title may occur elsewhere in it. */
const SIMILAR: Rule = (before, now) =>
  isFree(before, now) &&
  before.record.year === now.record.year &&
  sharedWords(before.titleKey, now.titleKey) >= MOSTLY;

const isFree: Rule = (before, now) => before.slug === null && now.slug === null;

/**
 * Pairs the records that a source no longer states with the records that replaced them after an edit. Similar titles
 * count only if the whole source is seen at once.
 */
export function pairEdited(
  before: readonly Member[],
  now: readonly Member[],
  { isSeenAtOnce }: { isSeenAtOnce: boolean },
): Map<Member, Member> {
  const pairs = new Map<Member, Member>();
  const open = new Set(now);
  if (open.size === 0) return pairs;
  for (const rule of isSeenAtOnce ? [...RULES, SIMILAR] : RULES)
    for (const record of before) {
      if (pairs.has(record)) continue;
      const edited = [...open].find((other) => rule(record, other));
      if (edited === undefined) continue;
      open.delete(edited);
      pairs.set(record, edited);
    }
  return pairs;
}

function sharedWords(a: string, b: string): number {
  const [wordsOfA, wordsOfB] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return (2 * shared) / (wordsOfA.size + wordsOfB.size);
}
