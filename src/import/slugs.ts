import { groupBy } from '../db/batch.ts';
import { digestText, digestShort } from '../text/digest.ts';
import type { Evidence } from './evidence.ts';

/**
 * Whether a text is a slug: lower-case words of letters and digits of any script, joined by hyphens, at most 200
 * characters.
 */
export function isSlug(text: string): boolean {
  return text.length <= 200 && text === text.toLowerCase() && /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(text);
}

/**
 * A publication's slug. `base` is the slug made from its title; null if the slug equals it or is stated by a source.
 */
export interface Slugged {
  slug: string;
  base: string | null;
}

/** The slug made from a work's title. If its records spell the title differently, the first in alphabetical order. */
function baseOf(work: readonly Evidence[]): string {
  return work.map(({ base }) => base).reduce((a, b) => (b < a ? b : a));
}

function statedSlug(work: readonly Evidence[]): string | null {
  return work.find(({ slug }) => slug !== null)?.slug ?? null;
}

function yearOf(work: readonly Evidence[]): number | null {
  const years = work.map(({ record }) => record.year).filter((year) => year !== null);
  return years.length === 0 ? null : Math.max(...years);
}

/**
 * Chooses a slug for each work: the stated slug, otherwise the slug of its title. If several works have the same one,
 * each appends its year. Works of the same year, or without a year, also append a digest of their distinction. `works`
 * must contain every work that has one of their slugs or bases.
 */
export function chooseSlugs(works: readonly (readonly Evidence[])[]): Slugged[] {
  const stated = new Set(works.map(statedSlug).filter((slug) => slug !== null));
  const unstated = works.filter((work) => statedSlug(work) === null);
  const byBase = groupBy(unstated, baseOf);
  const reserved = new Set([...stated, ...byBase.keys()]);
  const slugs = new Map<readonly Evidence[], string>();
  for (const [base, namesakes] of byBase) {
    const [only] = namesakes;
    if (only && namesakes.length === 1 && !stated.has(base)) slugs.set(only, base);
    else for (const [work, slug] of distinguishSlugs(base, namesakes, reserved)) slugs.set(work, slug);
  }
  return works.map((work) => {
    const slug = statedSlug(work);
    if (slug !== null) return { slug, base: null };
    const [chosen, base] = [slugs.get(work) as string, baseOf(work)];
    return { slug: chosen, base: chosen === base ? null : base };
  });
}

function distinguishSlugs(
  base: string,
  works: readonly (readonly Evidence[])[],
  reserved: ReadonlySet<string>,
): Map<readonly Evidence[], string> {
  const slugs = new Map<readonly Evidence[], string>();
  for (const [year, sameYear] of groupBy(works, yearOf)) {
    const dated = year === null ? base : `${base}-${year}`;
    const [only] = sameYear;
    if (only && sameYear.length === 1 && !reserved.has(dated)) slugs.set(only, dated);
    else {
      const short = groupBy(sameYear, (work) => `${dated}-${digestShort(`${base}\n${distinction(work)}`)}`);
      for (const [slug, alike] of short)
        for (const work of alike)
          slugs.set(work, alike.length === 1 && !reserved.has(slug) ? slug : `${dated}-${fullDigest(work)}`);
    }
  }
  return slugs;
}

/**
 * Facts that distinguish a work from others with the same title and year. They should not change when more sources
 * state the work.
 */
function distinction(work: readonly Evidence[]): string {
  const urls = work.map(({ url }) => url).filter((url) => url !== null);
  const identifiers = work.flatMap((record) => [...record.identifiers]);
  const names = work.flatMap((record) => [...record.names]);
  const abstracts = work.map(({ record }) => record.abstract).filter((abstract) => abstract !== null);
  const evidence = [urls, identifiers, names.length > 0 ? [[...names].sort().join()] : []];
  const [first = ''] = (evidence.find((facts) => facts.length > 0) ?? abstracts).sort();
  return first;
}

function fullDigest(work: readonly Evidence[]): string {
  const signatures = work.map(({ signature }) => signature).sort();
  return digestText(signatures.join('\n'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '0');
}

/**
 * All slugs and bases that may affect the slug of a work with this base, or be affected by it. "atlas-2019" may be the
 * title "Atlas 2019", or an atlas of 2019 whose title is not unique.
 */
export function relatedSlugs(slug: string): string[] {
  const withoutDigest = slug.replace(/-[0-9a-f]{8}$/, '');
  return [...new Set([slug, withoutDigest, withoutDigest.replace(/-\d{4}$/, '')])];
}
