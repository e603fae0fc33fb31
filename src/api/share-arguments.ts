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
 * Coerces the arguments of each selected field once per execution, with graphql-js. All objects that resolve the field
 * share one argument object. A selected field is identified by its array of AST nodes, because a single node can be in
 * a fragment with several spreads.
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
  /** Arguments by execution, which is identified by its variables object. */
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
