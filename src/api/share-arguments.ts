import {
  type GraphQLField,
  type GraphQLSchema,
  type FieldNode,
  getArgumentValues,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

type Arguments = Record<string, unknown>;

/**
 * Has the arguments of each field of an operation read once, by graphql-js: a field of many objects is given the same
 * arguments for each, as one object. A field is told by the array of its nodes, which says what is selected of it: a node alone
 * may stand in a fragment that is spread in several places.
 */
export function shareArguments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields())) if (field.args.length > 0) share(field);
  return schema;
}

function share(field: GraphQLField<unknown, unknown>): void {
  const { resolve } = field;
  if (!resolve) return;
  /** By the variables of an execution: they are an object of its own. */
  const executions = new WeakMap<object, Map<readonly FieldNode[], Arguments>>();
  field.resolve = (source, _, context, info) => {
    const nodes = info.fieldNodes;
    let known = executions.get(info.variableValues);
    if (!known) executions.set(info.variableValues, (known = new Map<readonly FieldNode[], Arguments>()));
    let args = known.get(nodes);
    if (!args)
      known.set(nodes, (args = getArgumentValues(field, nodes[0] as FieldNode, info.variableValues)));
    return resolve(source, args, context, info);
  };
}
