import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  Source,
  UniqueFragmentNamesRule,
  UniqueOperationNamesRule,
  type ValidationRule,
  concatAST,
  getOperationAST,
  parse,
  print,
  separateOperations,
  validate,
} from 'graphql';
import { validateAsServer } from './operations.ts';

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
 * Makes a manifest of the operations in some files. Each operation includes the fragments that it uses, from any file.
 * @param sources texts of the files, by name
 * @returns the manifest, or the problems, each with file, line and reason; no operation at all is a problem too
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
  const names = [NamedOperationsRule, UniqueOperationNamesRule, UniqueFragmentNamesRule];
  problems.push(...validate(schema, whole, names));
  if (problems.length === 0 && !whole.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    return { problems: [`There is no operation in ${[...sources.keys()].join(', ') || 'the files given'}.`] };
  const operations = problems.length === 0 ? Object.entries(separateOperations(whole)) : [];
  for (const [, document] of operations) problems.push(...validateAsServer(schema, document));
  if (problems.length > 0) return { problems: problems.map(printProblem) };
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

/** Operation names must be unique over all files. */
const NamedOperationsRule: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (node.name) return;
    const message = `The operation has no name; give it one: ${node.operation} Name { … }.`;
    context.reportError(new GraphQLError(message, { nodes: node }));
  },
});

function printProblem({ message, source, locations }: GraphQLError): string {
  return `${source?.name}:${locations?.[0]?.line}: ${message}`;
}
