import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { demandShallow } from '../graphql/arguments.ts';
import { answerTooLarge, isLargeAnswer } from './answer.ts';
import type { Context } from '../context.ts';
import { type Bounds, type Price, priceOperation } from './cost.ts';
import { type Limits, overLimit, printed } from '../graphql/limits.ts';

type Variables = Readonly<Record<string, unknown>>;

/** If a request has this header, its answer has the price in `extensions.cost`. */
const COST_HEADER = 'x-graphql-cost';

/** Maximum number of fields after expanding fragments. The token limit keeps documents without fragments below it. */
const MOST_FIELDS = 5000;

/** Maximum number of cached prices per operation: one per combination of the values that the price depends on. */
const MOST_PRICES = 200;

/** Refuses operations above the limits of cost and depth before they run, and notes the price in the context. */
export function pricing(schema: GraphQLSchema, limits: Limits): ApolloServerPlugin<Context> {
  const priceOf = keepingPricer(schema, { mostFields: MOST_FIELDS, pageSize: limits.pageSize });
  return {
    async requestDidStart({ request }) {
      return {
        async didResolveOperation({ document, operation, contextValue }) {
          if (!operation) return; // `demandOperation` reports it
          const variables = request.variables ?? {};
          demandShallow(variables, limits);
          const price = priceOf(document, operation, variables);
          contextValue.usage.cost = price.cost;
          demandWithin(price, limits);
        },
        async willSendResponse({ contextValue, response }) {
          refuseLargeAnswer(response, limits);
          const { cost } = contextValue.usage;
          if (cost === null || response.body.kind !== 'single' || !request.http?.headers.has(COST_HEADER))
            return;
          const { singleResult } = response.body;
          const price = { estimated: Number.isFinite(cost) ? cost : null, limit: limits.cost };
          response.http.headers.set('cache-control', 'no-store');
          singleResult.extensions = { ...singleResult.extensions, cost: price };
        },
      };
    },
  };
}

/** Replaces an answer that is too large by an error. */
function refuseLargeAnswer(
  { body, http }: GraphQLRequestContextWillSendResponse<Context>['response'],
  limits: Limits,
): void {
  if (body.kind !== 'single' || !isLargeAnswer(body.singleResult.data, limits)) return;
  body.singleResult = { errors: [answerTooLarge(limits)] };
  http.status = 400;
}

function demandWithin({ cost, dearest, depth }: Price, limits: Limits): void {
  if (!Number.isFinite(cost))
    throw overLimit(
      'cost',
      null,
      limits.cost,
      `Spread out, the fragments of the operation have more than ${printed(MOST_FIELDS)} fields. Split it into several operations.`,
    );
  if (cost > limits.cost)
    throw overLimit(
      'cost',
      cost,
      limits.cost,
      `The operation costs ${printed(cost)}, and ${printed(limits.cost)} is the limit. The most expensive part is "${dearest}": select fewer items or fields there.`,
    );
  if (depth > limits.depth)
    throw overLimit(
      'depth',
      depth,
      limits.depth,
      `The operation nests ${printed(depth)} levels of fields, and ${printed(limits.depth)} is the limit. Select deeper fields in another operation.`,
    );
}

/**
 * Prices operations and caches the prices. A price depends on few variables (`first`, the number of representations),
 * which usually have few different values.
 */
function keepingPricer(schema: GraphQLSchema, bounds: Bounds) {
  const known = new WeakMap<OperationDefinitionNode, { names: Set<string>; prices: Map<string, Price> }>();

  return function price(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) {
    const kept = known.get(operation) ?? { names: new Set<string>(), prices: new Map<string, Price>() };
    known.set(operation, kept);
    const value = (name: string) => variableValue(operation, variables, name);
    const keyOf = () => [...kept.names].map((name) => String(digest(value(name)))).join();
    const found = kept.prices.get(keyOf());
    if (found) return found;

    const namesBefore = kept.names.size;
    const price = priceOperation(
      schema,
      document,
      operation,
      (name) => {
        kept.names.add(name);
        return value(name);
      },
      bounds,
    );
    // The cache key has more variables now, so prices under the old keys are not valid any more.
    if (kept.names.size > namesBefore || kept.prices.size >= MOST_PRICES) kept.prices.clear();
    kept.prices.set(keyOf(), price);
    return price;
  };
}

/**
 * Returns the part of a value that can change a price: the length of a list, a number, a boolean, otherwise the type.
 */
function digest(value: unknown): unknown {
  if (Array.isArray(value)) return `[${value.length}]`;
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : typeof value;
}

function variableValue(operation: OperationDefinitionNode, variables: Variables, name: string): unknown {
  if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
  const byDefault = operation.variableDefinitions?.find(
    (definition) => definition.variable.name.value === name,
  )?.defaultValue;
  return byDefault && valueFromASTUntyped(byDefault);
}
