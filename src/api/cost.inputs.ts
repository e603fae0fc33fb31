import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { getInputWeight } from './cost.rules.ts';

/** The fields of an input type that have a weight, or whose values may have one. */
type PricedFields = ReadonlyMap<string, { type: GraphQLInputType; weight: number }>;

const pricedFields = new WeakMap<GraphQLInputObjectType, PricedFields>();

/** Whether a value of the type can have a price. */
export function hasPricedFields(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) && getPricedFields(named).size > 0;
}

/**
 * Sums the weights of the input fields that a value has, at any depth. A list counts its field's weight once per item,
 * and null counts nothing.
 * @param value a value in the form of JSON, not validated
 */
export function priceInput(type: GraphQLInputType, value: unknown): number {
  if (typeof value !== 'object' || value === null || !hasPricedFields(type)) return 0;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const inner = nullable.ofType as GraphQLInputType;
    // A single value stands for a list of it.
    return toItems(value).reduce<number>((sum, item) => sum + priceInput(inner, item), 0);
  }
  let price = 0;
  for (const [name, field] of getPricedFields(nullable as GraphQLInputObjectType)) {
    const inner = (value as Record<string, unknown>)[name];
    if (inner === undefined || inner === null) continue;
    price += field.weight * toItems(inner).length + priceInput(field.type, inner);
  }
  return price;
}

function toItems(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function getPricedFields(type: GraphQLInputObjectType): PricedFields {
  let priced = pricedFields.get(type);
  if (priced) return priced;
  const found = Object.values(type.getFields()).filter((field) => isPriced(field, new Set([type])));
  priced = new Map(found.map((field) => [field.name, { type: field.type, weight: getInputWeight(field) }]));
  pricedFields.set(type, priced);
  return priced;
}

/** Whether a field or a field within it has a weight. @param visited types that are being searched: filters are recursive */
function isPriced(
  field: ReturnType<GraphQLInputObjectType['getFields']>[string],
  visited: ReadonlySet<GraphQLInputObjectType>,
): boolean {
  if (getInputWeight(field) > 0) return true;
  const named = getNamedType(field.type);
  if (!isInputObjectType(named) || visited.has(named)) return false;
  const within = new Set([...visited, named]);
  return Object.values(named.getFields()).some((inner) => isPriced(inner, within));
}
