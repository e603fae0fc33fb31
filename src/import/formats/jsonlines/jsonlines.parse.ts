import type { z } from 'zod';
import { FILED_KINDS, mapFiled } from '../../../publication/memberships.ts';
import { FIELD_NAMES, type FieldName, HOST_FIELD_NAMES } from '../../../publication/publication.fields.ts';
import type { Reference } from '../../../reference/reference.ts';
import type { HostWorkRecord, PublicationRecord, Repair, Unresolved } from '../../record.ts';
import type { Stated, StatedDescription } from '../../stated.ts';
import { takeInvalidIdentifiers } from './jsonlines.identifiers.ts';
import { resolveContributions, resolvePlaces } from './jsonlines.names.ts';
import { filedLine, publication } from './jsonlines.schema.ts';

type PublicationLine = z.infer<typeof publication>;

/** The description of a topic or category; empty if it is null. */
export interface DescriptionLine {
  descriptions: StatedDescription[];
}

/**
 * Reads one object, usually a line: a publication, or with `"type": "topic"` or `"category"` a description. Unknown
 * countries and regions go to `unresolved`, and the rest is read.
 * @returns the content of the line; or, as a string, which field is wrong and what would be right
 */
export function parseJsonLine(
  line: string,
  { firstLine, lastLine }: Pick<Stated, 'firstLine' | 'lastLine'>,
  reference: Reference,
): Stated | DescriptionLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const what = firstLine === lastLine ? 'no JSON object on a line of its own' : 'no JSON object';
    return `is ${what}: ${(error as Error).message}`;
  }
  if (isDescription(value)) {
    const read = filedLine.safeParse(value);
    if (!read.success) return read.error.issues.map(describe).slice(0, 3).join('; ');
    const { type: kind, name, description } = read.data;
    return { descriptions: description ? [{ kind, name, description }] : [] };
  }
  const unresolved: Unresolved[] = [];
  const hasIdentifiers = /"(?:identifiers|issn)"/.test(line);
  const read = publication.safeParse(hasIdentifiers ? takeInvalidIdentifiers(value, unresolved) : value);
  if (!read.success) return read.error.issues.map(describe).slice(0, 3).join('; ');
  const { data } = read;
  const issuedYear = data.issued ? Number(data.issued.slice(0, 4)) : null;
  if (issuedYear !== null && (data.year ?? issuedYear) !== issuedYear)
    return `"issued" must be in the year ${data.year}, as "year" says`;
  const repairs: Repair[] = [];
  const places = resolvePlaces(data, reference, { repairs, unresolved });
  const record: Stated['record'] = {
    ...pickFields(data),
    year: data.year ?? issuedYear,
    // A year alone is no date beside the year.
    ...(data.issued?.length === 4 && { issued: null }),
    ...places,
    contributions: resolveContributions(data, repairs),
    ...mapFiled((plural) => data[plural] ?? []),
    partOf: data.partOf ? pickHostFields(data.partOf) : null,
  };
  return {
    record,
    slug: data.slug ?? null,
    firstLine,
    lastLine,
    isComplete: true,
    raw: null,
    repairs,
    unresolved,
    ...pickHistory(data),
  };
}

function pickHistory({
  createdAt = null,
  updatedAt = null,
  formerSlugs = [],
}: PublicationLine): Pick<Stated, 'history'> {
  const isStated = createdAt !== null || updatedAt !== null || formerSlugs.length > 0;
  return isStated ? { history: { createdAt, updatedAt, formerSlugs } } : {};
}

/** The fields that the line states. Null and empty fields count as not stated. */
function pickFields(data: PublicationLine): Pick<PublicationRecord, FieldName> {
  const { title, abstract = null, url = null, isWorldwide } = data;
  const stated = FIELD_NAMES.filter((key) => !isEmpty(data[key])).map((key) => [key, data[key]]);
  return {
    ...(Object.fromEntries(stated) as Partial<PublicationRecord>),
    title,
    abstract,
    year: data.year ?? null,
    url,
    isWorldwide: isWorldwide ?? false,
  };
}

function pickHostFields(host: NonNullable<PublicationLine['partOf']>): HostWorkRecord {
  const { title, publisher = null, place = null, year: hostYear = null } = host;
  const stated = HOST_FIELD_NAMES.filter((key) => !isEmpty(host[key])).map((key) => [key, host[key]]);
  return {
    ...(Object.fromEntries(stated) as Partial<HostWorkRecord>),
    title,
    publisher,
    place,
    year: hostYear,
  };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function isDescription(value: unknown): boolean {
  const { type } = (typeof value === 'object' && value !== null ? value : {}) as { type?: unknown };
  return (FILED_KINDS as readonly unknown[]).includes(type);
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `"${path.join('.')}" ${message}`;
}
