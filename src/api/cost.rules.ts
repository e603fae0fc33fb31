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

/** What a field costs, as the SDL says by @cost and @listSize. */
export interface FieldCost {
  /** Of the field itself. */
  weight: number;
  /**
   * What the arguments add. A list adds its weight by the cube of its length: such lists are dimensions, which combine.
   * @param value of an argument: a number, a list, null; undefined if it is not given
   */
  argumentWeight(value: (argument: string) => unknown): number;
  /**
   * The items that it may have at most, by its arguments.
   * @param value of an argument: a number, a list, null; undefined where it is not given
   */
  size(value: (argument: string) => unknown): number;
  /** Of a connection: the fields inside that have this size, in the place of the field itself. */
  sizedFields: readonly string[] | null;
  /** Whether it has pages, which are never larger than the limit: it refuses more by itself, and says so better. */
  hasPages: boolean;
}

/** Items of a list without @listSize. A test demands it of every list. */
const UNKNOWN_SIZE = 10;

/** Dimensions that a field takes; it refuses more by itself, and says so better. */
const MOST_DIMENSIONS = 3;

/** Of introspection, which no statement stands behind, only the list of all types is long. */
const INTROSPECTION_SIZES: Record<string, number> = { types: 100 };

/** The whole SDL is one value to GraphQL, and as long as the answer of a large operation. */
const SDL_TYPE = '_Service';
const SDL_WEIGHT = 1000;

interface ListSize {
  slicingArguments?: string[];
  assumedSize?: number;
  sizedFields?: string[];
}

const known = new WeakMap<GraphQLField<unknown, unknown>, FieldCost>();

/** What a field costs. Where the SDL says nothing: 1, and what is selected in it as often as it has items. */
export function fieldCost(field: GraphQLField<unknown, unknown>): FieldCost {
  let cost = known.get(field);
  if (!cost) known.set(field, (cost = readCost(field)));
  return cost;
}

function readCost(field: GraphQLField<unknown, unknown>): FieldCost {
  const weight = (of: Annotated) => readDirective<{ weight: number }>(of, 'cost')?.weight;
  const listSize = readDirective<ListSize>(field, 'listSize');
  return {
    weight: weight(field) ?? (getNamedType(field.type).name === SDL_TYPE ? SDL_WEIGHT : 1),
    argumentWeight: addWeights(
      field.args
        .map((argument) => [argument.name, weight(argument) ?? 0] as const)
        .filter(([, weight]) => weight > 0),
    ),
    size: listSize ? (value) => sliced(listSize, value) : unsliced(field),
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
      return sum + weight * (Array.isArray(value) ? Math.min(value.length, MOST_DIMENSIONS) ** 3 : 1);
    }, 0);
}

/** What `first` or `last` say. At least 1: what is in an empty list is looked at too. */
function sliced(
  { slicingArguments = [], assumedSize = UNKNOWN_SIZE }: ListSize,
  value: (argument: string) => unknown,
): number {
  const given = slicingArguments.map(value).filter((size) => typeof size === 'number');
  return given.length > 0 ? Math.max(1, ...given) : assumedSize;
}

/** A list that is made of a list (`nodes(ids:)`, `_entities(representations:)`) is as long as that. */
function unsliced(field: GraphQLField<unknown, unknown>): FieldCost['size'] {
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

interface Annotated {
  astNode?: { readonly directives?: readonly DirectiveNode[] } | null;
}

/** The arguments of a directive in the SDL: a subgraph's schema drops what resolvers would bring as `extensions`. */
function readDirective<Arguments>({ astNode }: Annotated, name: string): Partial<Arguments> | undefined {
  const directive = astNode?.directives?.find((of) => of.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  ) as Partial<Arguments>;
}
