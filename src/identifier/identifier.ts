import {
  hasIsbnCheckDigit,
  hasIssnCheckDigit,
  hasMod11Check,
  hasRorChecksum,
  toIsbn13,
} from './check-digits.ts';

/** Identifier schemes of publications. */
export const PUBLICATION_SCHEMES = ['DOI', 'ISBN', 'ISSN', 'HANDLE', 'URN', 'PMID', 'OTHER'] as const;
export type PublicationScheme = (typeof PUBLICATION_SCHEMES)[number];

/** Identifier schemes of persons and organisations. */
export const AUTHOR_SCHEMES = ['ORCID', 'ROR', 'ISNI', 'WIKIDATA', 'OTHER'] as const;
export type AuthorScheme = (typeof AUTHOR_SCHEMES)[number];

export type Scheme = PublicationScheme | AuthorScheme;

/** An identifier in the normal form of its scheme. Two identifiers are equal if scheme and value are equal. */
export interface Identifier<S extends Scheme = Scheme> {
  scheme: S;
  value: string;
}

interface SchemeRule {
  /** Returns the normal form, or null if the text isn't an identifier of the scheme or its check digit is wrong. */
  normalize(text: string): string | null;
  /** The address at which the identifier resolves; null if the scheme has no resolver. */
  url(value: string): string | null;
}

const WEB = 'https?://(?:www\\.)?';

/** Decodes percent-encoded characters; returns the text unchanged if the encoding is broken. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** DOI names are case-insensitive (DOI Handbook, 2.4); the normal form is lower case. */
function normalizeDoi(text: string): string | null {
  const isLink = /^https?:/i.test(text);
  const name = text.replace(
    new RegExp(`^(?:${WEB}(?:dx\\.)?doi\\.(?:\\w+\\.)?(?:org|com)/|(?:info:)?doi[:/]?\\s*)`, 'i'),
    '',
  );
  const match = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.exec(isLink ? decode(name).replace(/[?#]$/, '') : name);
  return match ? match[0].replace(/[.,;]+$/, '').toLowerCase() : null;
}

/** Converts ISBN-10 to ISBN-13. The normal form has digits only. */
function normalizeIsbn(text: string): string | null {
  const digits = text
    .replace(/^(?:urn:)?isbn(?:-1[03])?:?\s*/i, '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase();
  return hasIsbnCheckDigit(digits) ? toIsbn13(digits) : null;
}

function normalizeIssn(text: string): string | null {
  const match = /^(?:urn:)?(?:e-?|p-?)?(?:issn(?:-l)?:?)?\s*(\d{4})[\u2010-\u2015-]?(\d{3}[\dX])$/i.exec(
    text,
  );
  if (!match) return null;
  const value = `${match[1]}-${match[2]}`.toUpperCase();
  return hasIssnCheckDigit(value.replace('-', '')) ? value : null;
}

function normalizeHandle(text: string): string | null {
  const name = text.replace(
    new RegExp(`^(?:${WEB}hdl\\.handle\\.net/|(?:info:)?hdl[:/]\\s*|handle:\\s*)`, 'i'),
    '',
  );
  return /^\d+(?:\.\w+)*\/\S+$/.test(name) ? decode(name) : null;
}

/** RFC 8141: only the scheme and the namespace are case-insensitive. */
function normalizeUrn(text: string): string | null {
  const match = /^urn:([a-z\d][a-z\d-]{0,30}[a-z\d]):(\S+)$/i.exec(text);
  return match ? `urn:${match[1]?.toLowerCase()}:${match[2]}` : null;
}

function normalizePmid(text: string): string | null {
  const match = new RegExp(
    `^(?:${WEB}(?:pubmed\\.ncbi\\.nlm\\.nih\\.gov|ncbi\\.nlm\\.nih\\.gov/pubmed)/|pmid:?\\s*)?0*([1-9]\\d{0,7})/?$`,
    'i',
  ).exec(text);
  return match?.[1] ?? null;
}

/** Sixteen digits in groups of four. ORCID iDs are a reserved block of ISNIs. */
function normalizeSixteen(text: string, resolver: RegExp, separator: string): string | null {
  const digits = text
    .replace(resolver, '')
    .replace(/\/$|[\s\u2010-\u2015-]/g, '')
    .toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits) || !hasMod11Check(digits)) return null;
  return digits.replace(/(.{4})(?=.)/g, `$1${separator}`);
}

function normalizeRor(text: string): string | null {
  const name = text.replace(new RegExp(`^(?:${WEB})?ror\\.org/|^ror:\\s*`, 'i'), '').toLowerCase();
  return hasRorChecksum(name) ? name : null;
}

function normalizeWikidata(text: string): string | null {
  const match = new RegExp(
    `^(?:${WEB}wikidata\\.org/(?:wiki|entity)/|wikidata:\\s*)?(Q[1-9]\\d*)$`,
    'i',
  ).exec(text);
  return match?.[1]?.toUpperCase() ?? null;
}

const isWebAddress = (text: string) => /^https?:\/\/\S+$/i.test(text);

const RULES: Record<Scheme, SchemeRule> = {
  DOI: { normalize: normalizeDoi, url: (value) => `https://doi.org/${encodeURI(value)}` },
  ISBN: { normalize: normalizeIsbn, url: () => null },
  ISSN: { normalize: normalizeIssn, url: (value) => `https://portal.issn.org/resource/ISSN/${value}` },
  HANDLE: { normalize: normalizeHandle, url: (value) => `https://hdl.handle.net/${encodeURI(value)}` },
  URN: { normalize: normalizeUrn, url: () => null },
  PMID: { normalize: normalizePmid, url: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/` },
  ORCID: {
    normalize: (text) => normalizeSixteen(text, new RegExp(`^(?:${WEB})?orcid\\.org/|^orcid:\\s*`, 'i'), '-'),
    url: (value) => `https://orcid.org/${value}`,
  },
  ISNI: {
    normalize: (text) =>
      normalizeSixteen(text, new RegExp(`^(?:${WEB})?isni\\.org/(?:isni/)?|^isni:?\\s*`, 'i'), ' '),
    url: (value) => `https://isni.org/isni/${value.replaceAll(' ', '')}`,
  },
  ROR: { normalize: normalizeRor, url: (value) => `https://ror.org/${value}` },
  WIKIDATA: { normalize: normalizeWikidata, url: (value) => `https://www.wikidata.org/wiki/${value}` },
  OTHER: { normalize: (text) => text || null, url: (value) => (isWebAddress(value) ? value : null) },
};

/** Maximum characters of an identifier. Some patterns take a time that grows with the square of the length. */
const LONGEST = 2000;

/**
 * Normalises an identifier: removes links, prefixes and separators, and verifies check digits.
 * @returns null if the text isn't a valid identifier of that scheme, or has more than 2,000 characters
 */
export function readIdentifier<S extends Scheme>(scheme: S, text: string): Identifier<S> | null {
  if (text.length > LONGEST) return null;
  const value = RULES[scheme].normalize(text.trim());
  return value === null ? null : { scheme, value };
}

/** Patterns of texts that indicate their scheme. Bare digits don't, because they may be anything. */
const NAMED: readonly (readonly [Scheme, RegExp])[] = [
  ['DOI', /^(?:https?:\/\/(?:www\.)?(?:dx\.)?doi\.org\/|(?:info:)?doi[:/]|10\.\d{4,9}(?:\.\d+)*\/)/i],
  ['HANDLE', /^(?:https?:\/\/(?:www\.)?hdl\.handle\.net\/|(?:info:)?hdl[:/]|handle:)/i],
  [
    'PMID',
    /^(?:https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/|pmid:?\s*\d)/i,
  ],
  ['ORCID', /^(?:(?:https?:\/\/(?:www\.)?)?orcid\.org\/|orcid:)/i],
  ['ROR', /^(?:(?:https?:\/\/(?:www\.)?)?ror\.org\/|ror:)/i],
  ['ISNI', /^(?:(?:https?:\/\/(?:www\.)?)?isni\.org\/|isni:?\s*\d)/i],
  ['WIKIDATA', /^(?:https?:\/\/(?:www\.)?wikidata\.org\/|wikidata:)/i],
  ['ISBN', /^(?:(?:urn:)?isbn(?:-1[03])?:?\s*\d|97[89][\d -]{10,14}$)/i],
  ['ISSN', /^(?:(?:urn:)?(?:e-?|p-?)?issn(?:-l)?:?\s*\d|\d{4}-\d{3}[\dx]$)/i],
  ['URN', /^urn:/i],
];

/** Reads an identifier whose form indicates its scheme ("doi:10.…", a link to a resolver); null for other texts. */
export function recognizeIdentifier(text: string): Identifier | null {
  const trimmed = text.trim();
  const named = NAMED.find(([, pattern]) => pattern.test(trimmed));
  return named ? readIdentifier(named[0], trimmed) : null;
}

/** The address at which an identifier resolves; null if its scheme has no resolver. */
export function identifierUrl({ scheme, value }: Identifier): string | null {
  return RULES[scheme].url(value);
}

/** Packs an identifier into one text for storage and comparison: "DOI 10.1000/182". */
export function packIdentifier({ scheme, value }: Identifier): string {
  return `${scheme} ${value}`;
}

/** Parses the output of `packIdentifier`. */
export function parsePacked<S extends Scheme>(packed: string): Identifier<S> {
  const space = packed.indexOf(' ');
  return { scheme: packed.slice(0, space) as S, value: packed.slice(space + 1) };
}

/** Parses the output of `packIdentifier` and adds the address at which the identifier resolves. */
export function unpackIdentifier<S extends Scheme>(packed: string): Identifier<S> & { url: string | null } {
  const identifier = parsePacked<S>(packed);
  return { ...identifier, url: identifierUrl(identifier) };
}
