import { readFile } from 'node:fs/promises';
import { type GraphQLSchema, parse } from 'graphql';
import { z } from 'zod';
import { validateAsServer } from '../api/operations.ts';
import { OperatorError } from '../db/operator.error.ts';
import { quote } from '../graphql/errors.ts';

/** Documents that the server knows in advance. */
export interface TrustedDocuments {
  /** Texts of the documents by id, without the prefix `sha256:`. */
  byId: ReadonlyMap<string, string>;
  texts: ReadonlySet<string>;
}

const manifestSchema = z.union([
  z
    .object({
      format: z.literal('apollo-persisted-query-manifest'),
      version: z.literal(1),
      operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
    })
    .transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const)),
  z.record(z.string().min(1), z.string().min(1)).transform((documents) => Object.entries(documents)),
]);

/**
 * Reads a manifest of operations: Apollo's persisted query manifest, or an object of id → document, as GraphQL Code
 * Generator's client preset writes it.
 * @throws OperatorError if the file can't be read, has neither form, or gives one id to two documents
 */
export async function loadTrustedDocuments(file: string): Promise<TrustedDocuments> {
  const toError = (problem: string) => new OperatorError(`TRUSTED_DOCUMENTS: ${file} ${problem}`);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw toError(`can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  const manifest = manifestSchema.safeParse(parseJson(text));
  if (!manifest.success)
    throw toError(
      'is not a manifest; it must be the JSON of a persisted query manifest, version 1, or of an object { id: document }.',
    );
  const byId = new Map<string, string>();
  for (const [givenId, body] of manifest.data) {
    const id = dropAlgorithm(givenId);
    if ((byId.get(id) ?? body) !== body) throw toError(`has two documents under the id ${quote(id)}.`);
    byId.set(id, body);
  }
  return { byId, texts: new Set(byId.values()) };
}

/** Returns undefined if the text is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Removes the prefix "sha256:" of an id. Requests may have it; manifests usually don't. */
export function dropAlgorithm(id: string): string {
  return id.startsWith('sha256:') ? id.slice('sha256:'.length) : id;
}

/** Returns the documents that the server will refuse (invalid, or too many tokens), each with its first error. */
export function findInvalidDocuments(
  { byId }: TrustedDocuments,
  schema: GraphQLSchema,
  mostTokens: number,
): { id: string; reason: string }[] {
  return [...byId].flatMap(([id, text]) => {
    const reason = validateDocument(text, schema, mostTokens);
    return reason === undefined ? [] : [{ id, reason }];
  });
}

function validateDocument(text: string, schema: GraphQLSchema, maxTokens: number): string | undefined {
  try {
    return validateAsServer(schema, parse(text, { maxTokens }))[0]?.message;
  } catch (error) {
    return (error as Error).message;
  }
}
