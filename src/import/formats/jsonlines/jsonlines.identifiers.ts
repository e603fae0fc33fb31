import {
  AUTHOR_SCHEMES,
  PUBLICATION_SCHEMES,
  type Scheme,
  readIdentifier,
  recognizeIdentifier,
} from '../../../identifier/identifier.ts';
import type { StatedField, Unresolved } from '../../record.ts';

type JsonObject = Record<string, unknown>;

const SCHEMES: ReadonlySet<unknown> = new Set([...PUBLICATION_SCHEMES, ...AUTHOR_SCHEMES]);

/**
 * Removes invalid identifiers from a line, so that the rest of it can be read. They go to `unresolved`.
 * @param line the parsed line; a value that is not an object is returned unchanged
 * @returns the line without invalid identifiers
 */
export function takeInvalidIdentifiers(line: unknown, unresolved: Unresolved[]): unknown {
  if (!isObject(line)) return line;
  const contributors = (list: unknown, take: (item: unknown) => unknown) =>
    Array.isArray(list) ? list.map(take) : list;
  const takeFromAuthor = (author: unknown) => takeFrom(author, 'authors', unresolved);
  return {
    ...takeFrom(line, 'identifiers', unresolved),
    ...('authors' in line && { authors: contributors(line.authors, takeFromAuthor) }),
    ...('publishers' in line && { publishers: contributors(line.publishers, takeFromAuthor) }),
    ...('contributions' in line && {
      contributions: contributors(line.contributions, (item) =>
        isObject(item) && 'author' in item ? { ...item, author: takeFromAuthor(item.author) } : item,
      ),
    }),
    ...('partOf' in line && { partOf: takeIssn(line.partOf, unresolved) }),
  };
}

function takeFrom<T>(owner: T, field: StatedField, unresolved: Unresolved[]): T {
  if (!isObject(owner) || !Array.isArray(owner.identifiers)) return owner;
  const valid = owner.identifiers.filter((identifier) => {
    const problem = findProblem(identifier);
    if (problem !== null) unresolved.push({ field, ...problem });
    return problem === null;
  });
  return { ...owner, identifiers: valid };
}

function takeIssn(host: unknown, unresolved: Unresolved[]): unknown {
  if (!isObject(host)) return host;
  const problem = typeof host.issn === 'string' ? findProblem({ scheme: 'ISSN', value: host.issn }) : null;
  if (problem === null) return host;
  unresolved.push({ field: 'partOf', ...problem });
  return { ...host, issn: null };
}

/**
 * Why an identifier is invalid. Null if it is valid, or if it doesn't have the shape of an identifier; the schema then
 * refuses the line.
 */
function findProblem(identifier: unknown): { value: string; reason: string } | null {
  if (typeof identifier === 'string')
    return recognizeIdentifier(identifier) === null
      ? { value: identifier, reason: 'no valid identifier of a scheme that is known' }
      : null;
  if (!isObject(identifier)) return null;
  const { scheme, value } = identifier;
  if (!SCHEMES.has(scheme) || typeof value !== 'string' || value.trim() === '') return null;
  return readIdentifier(scheme as Scheme, value) === null
    ? { value, reason: `no valid ${scheme as Scheme}: its form or check digit is wrong` }
    : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
