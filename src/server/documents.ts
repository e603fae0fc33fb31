import type { GraphQLSchema } from 'graphql';
import { OperatorError } from '../db/operator.error.ts';
import { quote } from '../graphql/errors.ts';
import { printNumber } from '../graphql/limits.ts';
import type { Config } from './config.ts';
import { Refusal } from './refusal.ts';
import {
  type TrustedDocuments,
  loadTrustedDocuments,
  findInvalidDocuments,
  dropAlgorithm,
} from './trusted-documents.ts';

/** Rules that decide which documents are executed. */
export interface DocumentPolicy {
  trusted: TrustedDocuments;
  /** Whether all other documents are refused. */
  isExclusive: boolean;
  /** Maximum characters of other documents. */
  mostCharacters: number;
}

/** Parameters of a GET that forms and clients leave empty. */
const OPTIONAL_PARAMETERS = ['operationName', 'variables', 'extensions'];

/** The part of a request that identifies its document, unvalidated. */
interface DocumentRequest {
  query?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

/**
 * Loads the trusted documents of the configuration.
 * @param warn called for each trusted document that doesn't fit the schema, and for an empty manifest
 * @throws OperatorError if the manifest is invalid, or if only trusted documents are executed and there is none
 */
export async function loadDocuments(
  { trustedDocuments, trustedDocumentsOnly, limits }: Config,
  schema: GraphQLSchema,
  warn: (message: string) => void,
): Promise<DocumentPolicy> {
  const mostCharacters = limits.documentLength;
  if (trustedDocuments === null) {
    if (trustedDocumentsOnly)
      throw new OperatorError(
        'TRUSTED_DOCUMENTS_ONLY is true, but TRUSTED_DOCUMENTS is not set; set it to a manifest of trusted documents.',
      );
    return { trusted: { byId: new Map(), texts: new Set() }, isExclusive: false, mostCharacters };
  }
  const trusted = await loadTrustedDocuments(trustedDocuments);
  if (trusted.byId.size === 0) {
    if (trustedDocumentsOnly)
      throw new OperatorError(
        `TRUSTED_DOCUMENTS_ONLY is true, but TRUSTED_DOCUMENTS (${trustedDocuments}) has no document, so every ` +
          'request would be refused; write the manifest again ("pubatlas documents"), or set TRUSTED_DOCUMENTS_ONLY to false.',
      );
    warn(`TRUSTED_DOCUMENTS: ${trustedDocuments} has no document.`);
  }
  for (const { id, reason } of findInvalidDocuments(trusted, schema, limits.tokens))
    warn(`The trusted document ${quote(id)} will be refused: ${reason}`);
  return { trusted, isExclusive: trustedDocumentsOnly, mostCharacters };
}

/**
 * Replaces the id of a trusted document by its text, in the body of a POST. The id is `documentId` or the hash of a
 * persisted query.
 * @throws Refusal if there is no such document, if only trusted documents are executed, or if the text is too long
 */
export function resolveInBody(body: unknown, policy: DocumentPolicy): unknown {
  return typeof body === 'object' && body !== null ? resolve(body as DocumentRequest, policy) : body;
}

/**
 * Does the same as `resolveInBody` for the query string of a GET: "?documentId=…&variables=…". An empty parameter is none:
 * https://graphql.github.io/graphql-over-http/draft/#sec-GET
 */
export function resolveInSearch(search: string, policy: DocumentPolicy): string {
  const parameters = new URLSearchParams(search);
  const empty = OPTIONAL_PARAMETERS.filter((name) => parameters.get(name) === '');
  for (const name of empty) parameters.delete(name);
  const request = {
    query: parameters.get('query') ?? undefined,
    documentId: parameters.get('documentId') ?? undefined,
    extensions: parseJson(parameters.get('extensions')),
  };
  const resolved = resolve(request, policy);
  if (resolved === request) return empty.length === 0 ? search : `?${parameters.toString()}`;
  parameters.delete('documentId');
  parameters.set('query', resolved.query as string);
  parameters.set('extensions', JSON.stringify(resolved.extensions));
  return `?${parameters.toString()}`;
}

/** Returns undefined if the text is not JSON; Apollo then reports the error. */
function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function resolve(
  request: DocumentRequest,
  { trusted, isExclusive, mostCharacters }: DocumentPolicy,
): DocumentRequest {
  const { query, documentId, extensions } = request;
  if (typeof query === 'string' && query !== '') {
    if (documentId !== undefined)
      throw refusal('BAD_REQUEST', 'documentId: give either "documentId" or "query", not both.');
    if (isExclusive && !trusted.texts.has(query))
      throw refusal(
        'QUERY_NOT_IN_SAFELIST',
        'query: the server executes trusted documents only, and this is none of them; send the documentId of one.',
      );
    if (query.length > mostCharacters && !trusted.texts.has(query))
      throw tooLong(query.length, mostCharacters);
    return request;
  }
  const { persistedQuery, ...others } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
  const id = documentId ?? persistedQuery?.sha256Hash;
  if (typeof id !== 'string') return request;
  const text = trusted.byId.get(dropAlgorithm(id));
  if (text !== undefined) return { ...request, documentId: undefined, query: text, extensions: others };
  // The hash may belong to an automatic persisted query, which Apollo resolves.
  if (documentId === undefined && !isExclusive) return request;
  throw refusal(
    'PERSISTED_QUERY_NOT_IN_LIST',
    `${documentId === undefined ? 'sha256Hash' : 'documentId'}: ${quote(id)} is not the id of a trusted document; add the document to the manifest.`,
  );
}

function refusal(code: string, message: string): Refusal {
  return new Refusal(400, message, { extensions: { code } });
}

function tooLong(value: number, most: number): Refusal {
  return new Refusal(
    400,
    `The document has ${printNumber(value)} characters, and ${printNumber(most)} is the limit. Send values as variables, or split the document into several operations.`,
    { extensions: { code: 'LIMIT_EXCEEDED', limit: 'documentLength', value, most } },
  );
}
