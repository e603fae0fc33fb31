import {
  GraphQLObjectType,
  GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
} from 'graphql';

/**
 * The schema without what is for federation gateways and the pricing alone: `_entities`, `_service`, their types, and all
 * directives of our own.
 */
export function toClientSchema(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query?.toConfig();
  if (!query) throw new Error('The schema has no queries.');
  const fields = Object.entries(query.fields).filter(([name]) => !name.startsWith('_'));
  return new GraphQLSchema({
    description: config.description,
    query: new GraphQLObjectType({ ...query, fields: Object.fromEntries(fields) }),
    // Objects that only an interface leads to; whatever else is needed, the queries lead to.
    types: config.types.filter(
      (type) => isObjectType(type) && type.name !== query.name && type.getInterfaces().some(isInterfaceType),
    ),
    directives: config.directives.filter(isSpecifiedDirective),
  });
}
