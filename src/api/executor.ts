import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  BREAK,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type Source,
  type SourceLocation,
  execute,
  getVariableValues,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

type Gateway = NonNullable<ApolloServerOptionsWithGateway<object>['gateway']>;
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** What is known of an operation of a document. */
interface Known {
  /** How often it was executed as it is. */
  executions: number;
  /** Null where it can't be compiled, undefined where that was not tried. */
  compiled?: CompiledQuery | null;
}

/** So many of a client's wrong variables are told of. */
const MOST_VARIABLE_ERRORS = 50;

/**
 * Executes operations as graphql-js does, with less work: each is compiled into a function by graphql-jit. As that
 * takes longer than one execution, an operation is compiled when it comes again. What is compiled lives as long as Apollo
 * keeps the document, in a cache that is bounded.
 *
 * Variables and arguments are read by graphql-js (here, and in `shareArguments`), for graphql-jit forgets defaults.
 *
 * @param executionsBefore how often an operation is executed as it is before it is compiled
 */
export function compilingExecutor(schema: GraphQLSchema, executionsBefore = 1): Gateway {
  const documents = new WeakMap<DocumentNode, Map<string, Known>>();

  function knownOf(document: DocumentNode, operationName: string): Known {
    let operations = documents.get(document);
    if (!operations) documents.set(document, (operations = new Map<string, Known>()));
    let known = operations.get(operationName);
    if (!known) operations.set(operationName, (known = { executions: 0 }));
    return known;
  }

  const executor: Executor = async ({ document, operation, operationName, request, context }) => {
    const variableValues = request.variables ?? {};
    const known = knownOf(document, operationName ?? '');
    if (known.compiled === undefined && known.executions++ >= executionsBefore)
      known.compiled = compile(schema, document, operationName);
    if (!known.compiled)
      return execute({ schema, document, operationName, variableValues, contextValue: context }) as never;
    const { coerced, errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      variableValues,
      { maxErrors: MOST_VARIABLE_ERRORS },
    );
    if (errors) return { errors };
    const result = await known.compiled.query(undefined, context, coerced);
    return (
      result.errors
        ? { ...result, errors: result.errors.map((error) => asGraphqlError(error, document.loc?.source)) }
        : result
    ) as never;
  };

  return {
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate(use) {
      use({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

/** Null of an operation that has to be executed as it is. */
function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledQuery | null {
  if (!isCompilable(document)) return null;
  const compiled = compileQuery(schema, withReadVariables(document), operationName ?? undefined);
  return isCompiledQuery(compiled) ? compiled : null;
}

/**
 * False of a document that graphql-jit takes wrong: one with conditions, which it notes in the document, once for all the
 * places where a fragment is spread; and one with a variable of a name that every object has.
 */
function isCompilable(document: DocumentNode): boolean {
  let isCompilable = true;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE) isCompilable &&= !CONDITIONS.includes(node.name.value);
      if (node.kind === Kind.VARIABLE) isCompilable &&= !(node.name.value in {});
      return isCompilable ? undefined : BREAK;
    },
  });
  return isCompilable;
}

const CONDITIONS = ['skip', 'include'];

/** The document with variables of a scalar that takes anything, as they are read already. */
function withReadVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ variable }) => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: '_Any' } },
    }),
  });
}

/** An error of graphql-jit as one of graphql-js, whose extensions are always there. */
function asGraphqlError({ message, path, originalError, locations }: GraphQLError, source?: Source) {
  const positions = source && locations?.map((location) => positionOf(location, source.body));
  return new GraphQLError(message, { path, originalError, source, positions });
}

/** Where a line and column, counted from 1, are in a text: the reverse of graphql-js's getLocation. */
function positionOf({ line, column }: SourceLocation, text: string): number {
  const ends = [...text.matchAll(/\r\n|[\n\r]/g)].map((end) => end.index + end[0].length);
  return (line > 1 ? (ends[line - 2] as number) : 0) + column - 1;
}
