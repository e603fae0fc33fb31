import v8 from 'node:v8';
import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { findConditionVariables, resolveConditions } from './conditions.ts';

/**
 * Maximum number of fields of a compiled operation. Compiling more would block the process for over 50 milliseconds.
 */
const MOST_COMPILED_FIELDS = 200;

/** Maximum number of fields of all cached compiled operations. A field takes 5 to 15 kilobytes. */
const MOST_CACHED_FIELDS = 3000;

/** Fixed memory of a compiled operation, in units of a field. */
const FIELDS_OF_EACH = 5;

/**
 * Maximum number of operations whose executions are counted (LRU): an operation is frequent if it recurs before so many
 * others.
 */
const MOST_COUNTED = 2000;

/**
 * Disables V8's compilation cache, which keeps the source and code of each `new Function` until about ten full garbage
 * collections have passed without another use. With the cache, 4,000 distinct operations took 630 MB regardless of the
 * bounds above. Without it, compiling takes a quarter longer.
 */
v8.setFlagsFromString('--no-compilation-cache');

type CompiledFunction = CompiledQuery['query'];

export interface CacheBounds {
  fieldsOfOne: number;
  fields: number;
  counted: number;
}
const BOUNDS: CacheBounds = {
  fieldsOfOne: MOST_COMPILED_FIELDS,
  fields: MOST_CACHED_FIELDS,
  counted: MOST_COUNTED,
};

/** A cache of compiled operations that are executed often. */
export interface CompiledOperations {
  /**
   * Returns the function that executes an operation, or null if graphql-js must execute it.
   * @param hash hash of the document's text
   * @param variables coerced variables
   */
  find(
    hash: string,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): CompiledFunction | null;
  /** Numbers of cached operations and fields. */
  count(): { operations: number; fields: number; counted: number };
}

/**
 * Compiles operations and caches the most recently used. `@skip` and `@include` are resolved before compiling, so each
 * combination of their values is compiled separately.
 * @param interpretations how often graphql-js executes an operation before it is compiled
 */
export function createCompiledOperations(
  schema: GraphQLSchema,
  interpretations: number,
  bounds: CacheBounds = BOUNDS,
): CompiledOperations {
  const conditions = new WeakMap<DocumentNode, string[]>();
  const executions = new LRUCache<string, number>({ max: bounds.counted });
  const compiled = new LRUCache<string, { query: CompiledFunction | null; size: number }>({
    maxSize: bounds.fields,
    sizeCalculation: ({ size }) => size,
  });

  function keyOf(
    hash: string,
    document: DocumentNode,
    { name }: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): string {
    let names = conditions.get(document);
    if (!names) conditions.set(document, (names = findConditionVariables(document)));
    const values = names.map((variable) => (variables[variable] === true ? '1' : '0'));
    return `${hash}${values.join('')}${name?.value ?? ''}`;
  }

  return {
    find(hash, document, operation, variables) {
      const key = keyOf(hash, document, operation, variables);
      const known = compiled.get(key);
      if (known) return known.query;
      const executed = executions.get(key) ?? 0;
      if (executed < interpretations) {
        executions.set(key, executed + 1);
        return null;
      }
      executions.delete(key);
      const found = compile(schema, document, operation, variables, bounds.fieldsOfOne);
      compiled.set(key, found);
      return found.query;
    },
    count: () => ({
      operations: compiled.size,
      fields: compiled.calculatedSize,
      counted: executions.size,
    }),
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  mostFields: number,
): { query: CompiledFunction | null; size: number } {
  const notCompiled = { query: null, size: 1 };
  if (!isCompilable(document)) return notCompiled;
  const resolved = resolveConditions(document, variables);
  const fields = countFields(schema, resolved, operation.name?.value, mostFields);
  if (fields > mostFields) return notCompiled;
  const compiled = compileQuery(schema, acceptAnyVariables(resolved), operation.name?.value);
  return isCompiledQuery(compiled) ? { query: compiled.query, size: FIELDS_OF_EACH + fields } : notCompiled;
}

/**
 * False if a variable has the name of a property of `Object.prototype`, such as `toString`. graphql-jit fails on these.
 */
function isCompilable(document: DocumentNode): boolean {
  let isCompilable = true;
  visit(document, {
    Variable(node) {
      if (!(node.name.value in {})) return undefined;
      isCompilable = false;
      return BREAK;
    },
  });
  return isCompilable;
}

/** Gives all variables a scalar type that accepts any value, because the variables are already coerced. */
function acceptAnyVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: ({ variable }) => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: '_Any' } },
    }),
  });
}

/**
 * Counts the fields that an operation compiles to. Fields of a fragment count at each spread, fields on an interface or
 * a union for each of its types.
 * @returns a number above `most` if there are more; counting stops there
 */
function countFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  most: number,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  let count = 0;

  function add(type: GraphQLNamedType | undefined, { selections }: SelectionSetNode, times: number): void {
    for (const node of selections) {
      if (count > most) return;
      if (node.kind === Kind.FIELD) {
        count += times;
        if (!node.selectionSet) continue;
        const inner = findFieldType(type, node.name.value);
        add(
          inner,
          node.selectionSet,
          times * (isAbstractType(inner) ? schema.getPossibleTypes(inner).length : 1),
        );
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        const condition = node.typeCondition?.name.value;
        add(condition === undefined ? type : schema.getType(condition), node.selectionSet, times);
      } else {
        const fragment = fragments.get(node.name.value);
        if (fragment) add(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, times);
      }
    }
  }

  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName)
      add(schema.getRootType(definition.operation) ?? undefined, definition.selectionSet, 1);
  return count;
}

function findFieldType(parent: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const field = parent.getFields()[name];
  return field && getNamedType(field.type);
}
