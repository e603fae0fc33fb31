import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
  getNamedType,
  isAbstractType,
  valueFromASTUntyped,
} from 'graphql';
import { hasPricedFields, priceInput } from './cost.inputs.ts';
import { getFieldCost } from './cost.rules.ts';

/** Price of an operation, known before it runs. */
export interface Price {
  /** Maximum number of values in the answer, plus database work; Infinity if counting was given up. */
  cost: number;
  /** Path of the most expensive field: "countries.nodes.publications.nodes". */
  mostExpensive: string;
  /** Nested levels of fields. Introspection has its own limit and doesn't count. */
  depth: number;
}

/** Sum over a selection, or over a field with its selection. */
interface Sum {
  cost: number;
  depth: number;
  mostExpensive: Path | null;
}
interface Path {
  key: string;
  inside: Path | null;
}

/** Sizes that a connection sets for fields of its selection (`sizedFields`). */
interface ConnectionSize {
  fields: readonly string[];
  size: number;
}

/** Bounds of pricing. */
export interface PricingBounds {
  /** Number of fields after which counting stops: nested fragments can expand to any number. */
  mostFields: number;
  /**
   * Maximum number of items of a page. Larger page arguments are priced as this number, because the field refuses them.
   */
  pageSize: number;
}

class TooManyFields extends Error {}

/**
 * Prices an operation of a valid document. Like execution, it merges fields with the same response name and counts
 * fragments at each spread. An interface or a union costs as much as its most expensive type.
 *
 * @param readVariable returns a variable's value; the price depends only on variables that are read
 */
export function priceOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  readVariable: (name: string) => unknown,
  { mostFields, pageSize }: PricingBounds,
): Price {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  let fieldCount = 0;

  function sumSelection(type: GraphQLNamedType, sets: SelectionSetNode[], sized: ConnectionSize | null): Sum {
    if (!isAbstractType(type)) return sumObjectSelection(type as GraphQLObjectType, sets, sized);
    const sums = schema.getPossibleTypes(type).map((possible) => sumObjectSelection(possible, sets, sized));
    const depth = Math.max(...sums.map((sum) => sum.depth));
    return { ...sums.reduce((most, sum) => (sum.cost > most.cost ? sum : most)), depth };
  }

  function sumObjectSelection(
    type: GraphQLObjectType,
    sets: SelectionSetNode[],
    sized: ConnectionSize | null,
  ): Sum {
    const sum: Sum = { cost: 0, depth: 0, mostExpensive: null };
    let most = 1; // a plain value is never the most expensive field
    for (const [key, nodes] of collectFields(type, sets)) {
      const field = sumField(type, key, nodes, sized);
      sum.cost += field.cost;
      sum.depth = Math.max(sum.depth, field.depth);
      if (field.cost > most) [most, sum.mostExpensive] = [field.cost, field.mostExpensive];
    }
    return sum;
  }

  function sumField(
    parent: GraphQLObjectType,
    key: string,
    nodes: FieldNode[],
    sized: ConnectionSize | null,
  ): Sum {
    if (++fieldCount > mostFields) throw new TooManyFields();
    const [node] = nodes as [FieldNode];
    const field = findField(parent, node.name.value);
    const { weight, argumentWeight, size: sizeBy, sizedFields, hasPages } = getFieldCost(field);
    const valueOf = (argument: string) => {
      const given = readArgument(node, field, argument);
      return hasPages && typeof given === 'number' ? Math.min(given, pageSize) : given;
    };
    const cost = weight + argumentWeight(valueOf) + priceInputs(node, field);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    // A list of texts has one value per item.
    if (sets.length === 0)
      return { cost: cost + sizeBy(valueOf) - 1, depth: 1, mostExpensive: { key, inside: null } };

    const size = sized?.fields.includes(field.name) ? sized.size : sizeBy(valueOf);
    const inside = sumSelection(
      getNamedType(field.type),
      sets,
      sizedFields ? { fields: sizedFields, size } : null,
    );
    return {
      cost: cost + (sizedFields ? 1 : size) * inside.cost,
      depth: field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? 0 : 1 + inside.depth,
      mostExpensive: { key, inside: inside.mostExpensive },
    };
  }

  function findField(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
    switch (name) {
      case TypeNameMetaFieldDef.name:
        return TypeNameMetaFieldDef;
      case SchemaMetaFieldDef.name:
        return SchemaMetaFieldDef;
      case TypeMetaFieldDef.name:
        return TypeMetaFieldDef;
      default:
        return type.getFields()[name] as GraphQLField<unknown, unknown>;
    }
  }

  /** Collects the fields of a selection on an object type, by their names in the answer. */
  function collectFields(type: GraphQLObjectType, sets: SelectionSetNode[]): Map<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    function add({ selections }: SelectionSetNode): void {
      for (const node of selections) {
        if (!isIncluded(node)) continue;
        if (node.kind === Kind.FIELD) {
          const key = (node.alias ?? node.name).value;
          const same = fields.get(key);
          if (same) same.push(node);
          else fields.set(key, [node]);
        } else if (node.kind === Kind.INLINE_FRAGMENT) {
          if (matchesType(node.typeCondition?.name.value, type)) add(node.selectionSet);
        } else if (!spread.has(node.name.value)) {
          spread.add(node.name.value);
          const fragment = fragments.get(node.name.value) as FragmentDefinitionNode;
          if (matchesType(fragment.typeCondition.name.value, type)) add(fragment.selectionSet);
        }
      }
    }
    sets.forEach(add);
    return fields;
  }

  function matchesType(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = schema.getType(condition);
    return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
  }

  function isIncluded({ directives }: SelectionNode): boolean {
    if (!directives?.length) return true;
    return directives.every(({ name, arguments: [condition] = [] }) => {
      if (!condition || (name.value !== 'skip' && name.value !== 'include')) return true;
      return readValue(condition.value) === (name.value === 'include');
    });
  }

  function readArgument(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown {
    const argument = node.arguments?.find((candidate) => candidate.name.value === name);
    const value = argument && readValue(argument.value);
    return value === undefined
      ? field.args.find((candidate) => candidate.name === name)?.defaultValue
      : value;
  }

  /** Sums the weights of the input fields in the arguments. */
  function priceInputs(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    let sum = 0;
    for (const { name, value } of node.arguments ?? []) {
      const type = field.args.find((argument) => argument.name === name.value)?.type;
      if (type && hasPricedFields(type)) sum += priceInput(type, toJson(value));
    }
    return sum;
  }

  function toJson(value: ValueNode): unknown {
    return valueFromASTUntyped(
      value,
      new Proxy({}, { get: (_, variable) => readVariable(String(variable)) }),
    );
  }

  /** Returns the value of an argument. Objects and items of lists stay AST nodes, because only the number of items matters. */
  function readValue(value: ValueNode): unknown {
    switch (value.kind) {
      case Kind.VARIABLE:
        return readVariable(value.name.value);
      case Kind.LIST:
        return value.values;
      case Kind.OBJECT:
        return value;
      default:
        return valueFromASTUntyped(value);
    }
  }

  try {
    const { cost, depth, mostExpensive } = sumSelection(root, [operation.selectionSet], null);
    return { cost, depth, mostExpensive: printPath(mostExpensive) };
  } catch (error) {
    if (error instanceof TooManyFields) return { cost: Infinity, depth: 0, mostExpensive: '' };
    throw error;
  }
}

function printPath(path: Path | null): string {
  const keys = [];
  for (let at = path; at; at = at.inside) keys.push(at.key);
  return keys.join('.');
}
