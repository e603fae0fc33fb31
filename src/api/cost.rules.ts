import {
  type DirectiveNode,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  valueFromASTUntyped,
} from 'graphql';
import { MOST_DIMENSIONS } from '../statistics/statistics.ts';

/** The price rules of a field, from `@cost` and `@listSize` in the SDL. */
export interface FieldCost {
  /** Price of the field itself. */
  weight: number;
  /**
   * Price of the arguments. A list argument adds its weight times the cube of its length, because such lists are
   * dimensions of statistics, whose values are combined. A text adds its weight for each of its units.
   * @param value value of an argument: a number, a list, null; undefined if it is not given
   */
  argumentWeight(value: (argument: string) => unknown): number;
  /**
   * Maximum number of items, from the arguments.
   * @param value value of an argument: a number, a list, null; undefined if it is not given
   */
  size(value: (argument: string) => unknown): number;
  /** For a connection: the fields within it that have this size. */
  sizedFields: readonly string[] | null;
  /** Whether the field has pages. The field itself refuses pages above the limit, with a better message. */
  hasPages: boolean;
}

/** Items of a list without @listSize. A test requires @listSize on every list. */
const UNKNOWN_SIZE = 10;

/** Sizes for introspection: only the list of all types is long. */
const INTROSPECTION_SIZES: Record<string, number> = { types: 100 };

/** Price of the SDL. It is a single value, but as long as the answer of a large operation. */
const SDL_TYPE = '_Service';
const SDL_WEIGHT = 1000;

interface ListSize {
  slicingArguments?: string[];
  assumedSize?: number;
  sizedFields?: string[];
}

const fieldCosts = new WeakMap<GraphQLField<unknown, unknown>, FieldCost>();

/** Returns the price rules of a field. The default is 1, plus its selection once per item. */
export function getFieldCost(field: GraphQLField<unknown, unknown>): FieldCost {
  let cost = fieldCosts.get(field);
  if (!cost) fieldCosts.set(field, (cost = readCost(field)));
  return cost;
}

function readCost(field: GraphQLField<unknown, unknown>): FieldCost {
  const weight = (annotated: Annotated) => readDirective<{ weight: number }>(annotated, 'cost')?.weight;
  const listSize = readDirective<ListSize>(field, 'listSize');
  return {
    weight: weight(field) ?? (getNamedType(field.type).name === SDL_TYPE ? SDL_WEIGHT : 1),
    argumentWeight: addWeights(
      field.args
        .map((argument) => [argument.name, weight(argument) ?? 0] as const)
        .filter(([, weight]) => weight > 0),
    ),
    size: listSize ? (value) => readPageSize(listSize, value) : createSizeRule(field),
    sizedFields: listSize?.sizedFields ?? null,
    hasPages: listSize?.slicingArguments?.includes('last') === true,
  };
}

function addWeights(
  weights: readonly (readonly [argument: string, weight: number])[],
): FieldCost['argumentWeight'] {
  return (valueOf) =>
    weights.reduce((sum, [argument, weight]) => {
      const value = valueOf(argument);
      if (value === undefined || value === null) return sum;
      if (typeof value === 'string') return sum + weight * countTextUnits(value);
      // The field itself refuses more dimensions, with a better message.
      return sum + weight * (Array.isArray(value) ? Math.min(value.length, MOST_DIMENSIONS) ** 3 : 1);
    }, 0);
}

/** Number of items from `first` or `last`. At least 1, because the selection of an empty list is checked too. */
function readPageSize(
  { slicingArguments = [], assumedSize = UNKNOWN_SIZE }: ListSize,
  value: (argument: string) => unknown,
): number {
  const given = slicingArguments.map(value).filter((size) => typeof size === 'number');
  return given.length > 0 ? Math.max(1, ...given) : assumedSize;
}

/**
 * A list with one item per argument value (`nodes(ids:)`, `_entities(representations:)`) has the length of that
 * argument.
 */
function createSizeRule(field: GraphQLField<unknown, unknown>): FieldCost['size'] {
  const type = getNamedType(field.type);
  if (!isListType(getNullableType(field.type)) || isLeafType(type)) return () => 1;
  if (isIntrospectionType(type)) return () => INTROSPECTION_SIZES[field.name] ?? 1;
  const source = field.args.find(({ type }) => isNonNullType(type) && isListType(type.ofType));
  if (!source) return () => UNKNOWN_SIZE;
  return (value) => {
    const list = value(source.name);
    return Array.isArray(list) ? Math.max(1, list.length) : 1;
  };
}

/** Characters of a text that count once. A search of 80 words takes about five times as long as one of a word. */
const TEXT_UNIT = 200;

/** Counts the units of a text by which its price grows: at least 1. */
export function countTextUnits(text: string): number {
  return Math.max(1, Math.ceil(text.length / TEXT_UNIT));
}

/** Returns the weight of an argument or an input field; 0 without `@cost`. */
export function getInputWeight(input: Annotated): number {
  return readDirective<{ weight: number }>(input, 'cost')?.weight ?? 0;
}

interface Annotated {
  astNode?: { readonly directives?: readonly DirectiveNode[] } | null;
}

/** Reads the arguments of a directive from the SDL, because a subgraph's schema drops `extensions`. */
function readDirective<Arguments>({ astNode }: Annotated, name: string): Partial<Arguments> | undefined {
  const directive = astNode?.directives?.find((directive) => directive.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  ) as Partial<Arguments>;
}
