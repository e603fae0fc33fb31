import {
  GraphQLObjectType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
} from 'graphql';

/**
 * Returns the schema without the parts for federation gateways and pricing: `_entities`, `_service`, their types, and
 * our own directives.
 */
export function toClientSchema(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query?.toConfig();
  if (!query) throw new Error('The schema has no queries.');
  const fields = Object.entries(query.fields).filter(([name]) => !name.startsWith('_'));
  return new GraphQLSchema({
    description: config.description,
    query: new GraphQLObjectType({ ...query, fields: Object.fromEntries(fields) }),
    // Add object types that may be reachable only through an interface. All other types are reachable from the queries.
    types: config.types.filter(
      (type) => isObjectType(type) && type.name !== query.name && type.getInterfaces().some(isInterfaceType),
    ),
    directives: config.directives.filter(isSpecifiedDirective),
  });
}
