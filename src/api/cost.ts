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
import { fieldCost } from './cost.rules.ts';

/** What an operation asks for, told before it runs. */
export interface Price {
  /** How many values the answer may have, and more for what takes long to find; Infinity where counting was given up. */
  cost: number;
  /** Where most of the cost is: "countries.nodes.publications.nodes". */
  dearest: string;
  /** Levels of fields within each other; introspection has its own limit and does not count. */
  depth: number;
}

/** Of a selection, or of a field with all that is in it. */
interface Sum {
  cost: number;
  depth: number;
  dearest: Path | null;
}
interface Path {
  key: string;
  inside: Path | null;
}

/** The size of some fields of a selection, where what is around it decides that. */
interface Sized {
  fields: readonly string[];
  size: number;
}

/** How far pricing goes. */
export interface Bounds {
  /** After how many fields counting is given up: fragments within fragments can spell out any number. */
  mostFields: number;
  /** Items of a page; of a list without pages as many count as are asked for. */
  pageSize: number;
}

class GivenUp extends Error {}

/**
 * Prices an operation of a valid document as it would be executed: fields of the same name are one, fragments count where
 * they are spread, an interface or a union costs what its dearest type does.
 *
 * @param read gives a variable's value; the price depends on those that are read
 */
export function priceOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  read: (variable: string) => unknown,
  { mostFields, pageSize }: Bounds,
): Price {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const of of document.definitions)
    if (of.kind === Kind.FRAGMENT_DEFINITION) fragments.set(of.name.value, of);
  const root = schema.getRootType(operation.operation) as GraphQLObjectType;
  let fieldCount = 0;

  function selection(type: GraphQLNamedType, sets: SelectionSetNode[], sized: Sized | null): Sum {
    if (!isAbstractType(type)) return selectionOf(type as GraphQLObjectType, sets, sized);
    const sums = schema.getPossibleTypes(type).map((of) => selectionOf(of, sets, sized));
    const depth = Math.max(...sums.map((of) => of.depth));
    return { ...sums.reduce((most, of) => (of.cost > most.cost ? of : most)), depth };
  }

  function selectionOf(type: GraphQLObjectType, sets: SelectionSetNode[], sized: Sized | null): Sum {
    const sum: Sum = { cost: 0, depth: 0, dearest: null };
    let most = 1; // a plain value is not worth naming
    for (const [key, nodes] of collect(type, sets)) {
      const of = fieldOf(type, key, nodes, sized);
      sum.cost += of.cost;
      sum.depth = Math.max(sum.depth, of.depth);
      if (of.cost > most) [most, sum.dearest] = [of.cost, of.dearest];
    }
    return sum;
  }

  function fieldOf(parent: GraphQLObjectType, key: string, nodes: FieldNode[], sized: Sized | null): Sum {
    if (++fieldCount > mostFields) throw new GivenUp();
    const [node] = nodes as [FieldNode];
    const field = definition(parent, node.name.value);
    const { weight, argumentWeight, size: sizeBy, sizedFields, hasPages } = fieldCost(field);
    const value = (argument: string) => {
      const of = argumentValue(node, field, argument);
      return hasPages && typeof of === 'number' ? Math.min(of, pageSize) : of;
    };
    const cost = weight + argumentWeight(value);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    // A list of texts has as many values as items.
    if (sets.length === 0)
      return { cost: cost + sizeBy(value) - 1, depth: 1, dearest: { key, inside: null } };

    const size = sized?.fields.includes(field.name) ? sized.size : sizeBy(value);
    const inside = selection(
      getNamedType(field.type),
      sets,
      sizedFields ? { fields: sizedFields, size } : null,
    );
    return {
      cost: cost + (sizedFields ? 1 : size) * inside.cost,
      depth: field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? 0 : 1 + inside.depth,
      dearest: { key, inside: inside.dearest },
    };
  }

  function definition(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
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

  /** The fields that a selection on an object of that type has, by the name they have in the answer. */
  function collect(type: GraphQLObjectType, sets: SelectionSetNode[]): Map<string, FieldNode[]> {
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
          if (applies(node.typeCondition?.name.value, type)) add(node.selectionSet);
        } else if (!spread.has(node.name.value)) {
          spread.add(node.name.value);
          const fragment = fragments.get(node.name.value) as FragmentDefinitionNode;
          if (applies(fragment.typeCondition.name.value, type)) add(fragment.selectionSet);
        }
      }
    }
    sets.forEach(add);
    return fields;
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const on = schema.getType(condition);
    return isAbstractType(on) && schema.isSubType(on, type);
  }

  function isIncluded({ directives }: SelectionNode): boolean {
    if (!directives?.length) return true;
    return directives.every(({ name, arguments: [condition] = [] }) => {
      if (!condition || (name.value !== 'skip' && name.value !== 'include')) return true;
      return given(condition.value) === (name.value === 'include');
    });
  }

  function argumentValue(node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): unknown {
    const argument = node.arguments?.find((of) => of.name.value === name);
    const value = argument && given(argument.value);
    return value === undefined ? field.args.find((of) => of.name === name)?.defaultValue : value;
  }

  /** Of a list and an object no more than that they are one, and how long. */
  function given(value: ValueNode): unknown {
    switch (value.kind) {
      case Kind.VARIABLE:
        return read(value.name.value);
      case Kind.LIST:
        return value.values;
      case Kind.OBJECT:
        return value.fields;
      default:
        return valueFromASTUntyped(value);
    }
  }

  try {
    const { cost, depth, dearest } = selection(root, [operation.selectionSet], null);
    return { cost, depth, dearest: pathText(dearest) };
  } catch (error) {
    if (error instanceof GivenUp) return { cost: Infinity, depth: 0, dearest: '' };
    throw error;
  }
}

function pathText(path: Path | null): string {
  const keys = [];
  for (let at = path; at; at = at.inside) keys.push(at.key);
  return keys.join('.');
}
