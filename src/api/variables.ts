import {
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  coerceInputValue,
  isNonNullType,
  typeFromAST,
  valueFromAST,
} from 'graphql';

/** Maximum number of variable errors in an answer. */
const MOST_VARIABLE_ERRORS = 20;

/** The variables of a request, by name. */
export type Variables = Readonly<Record<string, unknown>>;

class TooManyErrors extends Error {}

/**
 * Coerces the variables of an operation like `getVariableValues` of graphql-js, but without the whole value in each
 * error. In graphql-js, each unknown field in an object of a megabyte makes a message of a megabyte.
 * @returns the values, or the errors (BAD_USER_INPUT)
 */
export function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): { values: Record<string, unknown> } | { errors: GraphQLError[] } {
  const values: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  try {
    for (const definition of variableDefinitions)
      readVariable(schema, definition, given, values, (error) => {
        errors.push(error);
        if (errors.length === MOST_VARIABLE_ERRORS) throw new TooManyErrors();
      });
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
  }
  return errors.length > 0 ? { errors } : { values };
}

function readVariable(
  schema: GraphQLSchema,
  node: VariableDefinitionNode,
  given: Variables,
  values: Record<string, unknown>,
  report: (error: GraphQLError) => void,
): void {
  const name = node.variable.name.value;
  const type = typeFromAST(schema, node.type) as GraphQLInputType; // validation ensures it
  const refuse = (problem: string) =>
    report(
      new GraphQLError(`Variable "$${name}" ${problem}`, {
        nodes: node,
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    );
  const set = (value: unknown) =>
    Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });

  if (!Object.hasOwn(given, name)) {
    if (node.defaultValue) set(valueFromAST(node.defaultValue, type));
    else if (isNonNullType(type)) refuse(`of required type "${String(type)}" was not provided.`);
    return;
  }
  const value = given[name];
  if (value === null && isNonNullType(type)) {
    refuse(`of non-null type "${String(type)}" must not be null.`);
    return;
  }
  set(
    coerceInputValue(value, type, (path, _, error) => {
      const at = path.length > 0 ? ` at "${name}${path.map(printStep).join('')}"` : '';
      refuse(`has an invalid value${at}: ${error.message}`);
    }),
  );
}

function printStep(step: string | number): string {
  return typeof step === 'number' ? `[${step}]` : `.${step}`;
}
