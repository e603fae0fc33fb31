import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, execute } from 'graphql';
import { capErrors } from './cap-errors.ts';
import { createCompiledOperations } from './compiled.ts';
import { readVariables } from './variables.ts';

/** Loads Apollo Server's function that executes operations. */
export type Gateway = NonNullable<ApolloServerOptionsWithGateway<object>['gateway']>;
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** How often an operation is interpreted before it is compiled. Compiling takes as long as several executions. */
const INTERPRETATIONS = 5;

/**
 * Executes operations with the same results as graphql-js. Frequent operations are compiled into functions by
 * graphql-jit, which is faster.
 *
 * `readVariables` coerces variables and `shareArguments` coerces arguments, because graphql-jit ignores some defaults.
 *
 * @param interpretations how often an operation is interpreted by graphql-js before it is compiled
 */
export function createExecutor(schema: GraphQLSchema, interpretations = INTERPRETATIONS): Gateway {
  const compiled = createCompiledOperations(schema, interpretations);

  const executor: Executor = async ({ document, operation, operationName, queryHash, request, context }) => {
    const variableValues = request.variables ?? {};
    const variables = readVariables(schema, operation, variableValues);
    if ('errors' in variables) return { errors: variables.errors };
    const query = compiled.find(queryHash, document, operation, variables.values);
    if (!query)
      return capErrors(
        await execute({ schema, document, operationName, variableValues, contextValue: context }),
      );
    const result = await query(undefined, context, variables.values);
    return capErrors(result, toGraphqlError);
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

/** Converts an error of graphql-jit to a `GraphQLError` of graphql-js, which always has extensions. */
function toGraphqlError({ message, path, originalError, locations }: GraphQLError): GraphQLError {
  return Object.assign(new GraphQLError(message, { path, originalError }), { locations });
}
