import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import {
  type DocumentNode,
  type GraphQLSchema,
  type GraphQLInputType,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { checkNesting } from '../graphql/arguments.ts';
import { answerTooLarge, isLargeAnswer } from './answer.ts';
import type { Context } from '../context.ts';
import { priceInput } from './cost.inputs.ts';
import { countTextUnits } from './cost.rules.ts';
import { type PricingBounds, type Price, priceOperation } from './cost.ts';
import type { Variables } from './variables.ts';
import { type Limits, overLimit, printNumber } from '../graphql/limits.ts';

/** If a request has this header, its answer has the price in `extensions.cost`. */
const COST_HEADER = 'x-graphql-cost';

/** Maximum number of fields after expanding fragments. The token limit keeps documents without fragments below it. */
const MOST_FIELDS = 5000;

/** Maximum number of cached prices per operation: one per combination of the values that the price depends on. */
const MOST_PRICES = 200;

/** Refuses operations above the limits of cost and depth before they run, and notes the price in the context. */
export function limitCost(schema: GraphQLSchema, limits: Limits): ApolloServerPlugin<Context> {
  const getPrice = memoizePrices(schema, { mostFields: MOST_FIELDS, pageSize: limits.pageSize });
  return {
    async requestDidStart({ request }) {
      return {
        async didResolveOperation({ document, operation, contextValue }) {
          if (!operation) return; // `requireOperation` reports it
          const variables = request.variables ?? {};
          checkNesting(variables, limits);
          const price = getPrice(document, operation, variables);
          contextValue.usage.cost = price.cost;
          checkPrice(price, limits);
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

function checkPrice({ cost, mostExpensive, depth }: Price, limits: Limits): void {
  if (!Number.isFinite(cost))
    throw overLimit(
      'cost',
      null,
      limits.cost,
      `Spread out, the fragments of the operation have more than ${printNumber(MOST_FIELDS)} fields. Split it into several operations.`,
    );
  if (cost > limits.cost)
    throw overLimit(
      'cost',
      cost,
      limits.cost,
      `The operation costs ${printNumber(cost)}, and ${printNumber(limits.cost)} is the limit. The most expensive part is "${mostExpensive}": select fewer items or fields there.`,
    );
  if (depth > limits.depth)
    throw overLimit(
      'depth',
      depth,
      limits.depth,
      `The operation nests ${printNumber(depth)} levels of fields, and ${printNumber(limits.depth)} is the limit. Select deeper fields in another operation.`,
    );
}

/**
 * Prices operations and caches the prices. A price depends on few variables (`first`, the number of representations,
 * filters), which usually have few values with different prices.
 */
function memoizePrices(schema: GraphQLSchema, bounds: PricingBounds) {
  const memos = new WeakMap<OperationDefinitionNode, PriceMemo>();

  return function price(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) {
    const memo: PriceMemo = memos.get(operation) ?? { types: new Map(), prices: new Map() };
    memos.set(operation, memo);
    const value = (name: string) => readVariable(operation, variables, name);
    const keyOf = () => [...memo.types].map(([name, type]) => String(toPriceKey(type, value(name)))).join();
    const found = memo.prices.get(keyOf());
    if (found) return found;

    const namesBefore = memo.types.size;
    const price = priceOperation(
      schema,
      document,
      operation,
      (name) => {
        if (!memo.types.has(name)) memo.types.set(name, findType(schema, operation, name));
        return value(name);
      },
      bounds,
    );
    // The cache key has more variables now, so prices under the old keys are not valid any more.
    if (memo.types.size > namesBefore || memo.prices.size >= MOST_PRICES) memo.prices.clear();
    memo.prices.set(keyOf(), price);
    return price;
  };
}

/** The prices of an operation. */
interface PriceMemo {
  /** The variables that the price depends on. */
  types: Map<string, GraphQLInputType>;
  /** Prices by the values of these variables. */
  prices: Map<string, Price>;
}

/** Finds the type of a variable. */
function findType(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  name: string,
): GraphQLInputType {
  const definition = variableDefinitions.find(({ variable }) => variable.name.value === name);
  return typeFromAST(schema, (definition as VariableDefinitionNode).type) as GraphQLInputType; // validation ensures it
}

/**
 * Returns the part of a value that can change a price: the length of a list and the prices of its input fields, a number,
 * a boolean, the units of a text, otherwise the type.
 */
function toPriceKey(type: GraphQLInputType, value: unknown): unknown {
  if (Array.isArray(value)) return `[${value.length} ${priceInput(type, value)}]`;
  if (typeof value === 'object' && value !== null) return `{${priceInput(type, value)}}`;
  if (typeof value === 'string') return `"${countTextUnits(value)}`;
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : typeof value;
}

function readVariable(operation: OperationDefinitionNode, variables: Variables, name: string): unknown {
  if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
  const byDefault = operation.variableDefinitions?.find(
    (definition) => definition.variable.name.value === name,
  )?.defaultValue;
  return byDefault && valueFromASTUntyped(byDefault);
}
