import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type ValidationContext,
  specifiedRules,
  validate,
} from 'graphql';
import { quote } from '../graphql/errors.ts';
import type { Context } from '../context.ts';

/** Maximum number of operation names in an error. */
const MOST_NAMES = 10;

/**
 * Validation rule "Operation Type Existence" of the GraphQL specification: the schema must have a root type for each
 * operation. graphql-js lacks the rule and fails only when it executes the operation.
 */
function KnownOperationTypesRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return undefined;
      context.reportError(
        new GraphQLError(`This API has no ${node.operation}s; send a query.`, { nodes: node }),
      );
      return false;
    },
  };
}

/** Validation rules of the server in addition to those of graphql-js. */
export const OWN_RULES = [KnownOperationTypesRule];

/** Validates a document with all rules of the server. */
export function validateAsServer(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  return validate(schema, document, [...specifiedRules, ...OWN_RULES]);
}

/** Refuses a request whose `operationName` doesn't select an operation of the document. */
export function requireOperation(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      return {
        async didResolveOperation({ document, operation }) {
          if (!operation) throw noOperation(document, request.operationName);
        },
      };
    },
  };
}

function noOperation(document: DocumentNode, name: string | undefined): GraphQLError {
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? definition.name.value : [],
  );
  const listed = names.slice(0, MOST_NAMES).map(quote).join(', ');
  const known = names.length > MOST_NAMES ? `${listed} and ${names.length - MOST_NAMES} more` : listed;
  return new GraphQLError(describeNames(name, known), {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}

function describeNames(name: string | undefined, known: string): string {
  if (typeof name !== 'string')
    return `operationName: the document has several operations; name one of them: ${known}.`;
  if (known === '')
    return `operationName: the document has no operation ${quote(name)}. Its only operation has no name: leave operationName out.`;
  return `operationName: the document has no operation ${quote(name)}; it has ${known}.`;
}
