import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  LoneAnonymousOperationRule,
  Source,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  concatAST,
  getOperationAST,
  parse,
  print,
  separateOperations,
  validate,
} from 'graphql';

/** Apollo's persisted query manifest: https://www.apollographql.com/docs/graphos/platform/security/persisted-queries */
export interface Manifest {
  format: 'apollo-persisted-query-manifest';
  version: 1;
  operations: {
    /** The SHA-256 of `body`, in hexadecimal digits. */
    id: string;
    name: string;
    type: 'query' | 'mutation' | 'subscription';
    body: string;
  }[];
}

/**
 * Makes a manifest of the operations in some files. Each operation has the fragments that it uses, from whichever file.
 * @param sources what the files hold, by name
 * @returns the manifest, or what is wrong with the operations, each with file, line and reason
 */
export function makeManifest(
  schema: GraphQLSchema,
  sources: ReadonlyMap<string, string>,
): { manifest: Manifest } | { problems: string[] } {
  const documents: DocumentNode[] = [];
  const problems: GraphQLError[] = [];
  for (const [name, text] of sources) {
    try {
      documents.push(parse(new Source(text, name)));
    } catch (error) {
      problems.push(error as GraphQLError);
    }
  }
  const whole = concatAST(documents);
  const names = [LoneAnonymousOperationRule, UniqueOperationNamesRule, UniqueFragmentNamesRule];
  problems.push(...validate(schema, whole, names));
  const operations = problems.length === 0 ? Object.entries(separateOperations(whole)) : [];
  for (const [, document] of operations) problems.push(...validate(schema, document));
  if (problems.length > 0) return { problems: problems.map(located) };
  return {
    manifest: {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: operations.map(([name, document]) => {
        const body = print(document);
        const type = getOperationAST(document)?.operation ?? 'query';
        return { id: createHash('sha256').update(body).digest('hex'), name, type, body };
      }),
    },
  };
}

function located({ message, source, locations }: GraphQLError): string {
  return `${source?.name}:${locations?.[0]?.line}: ${message}`;
}
