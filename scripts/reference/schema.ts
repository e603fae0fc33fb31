import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  print,
} from 'graphql';
import { createSchema } from '../../src/api/schema.ts';
import { toClientSchema } from '../../src/api/client-schema.ts';
import { toPage, toTable } from './markdown.ts';

/** docs/reference/schema.md */
export function schemaPage(): string {
  const schema = toClientSchema(createSchema());
  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && type !== query)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const section = (title: string, matches: (type: GraphQLNamedType) => boolean) => {
    const found = types.filter(matches);
    return found.length === 0 ? [] : [`## ${title}`, ...found.flatMap(describeType)];
  };
  return toPage('Schema', 'client developers', '`schema/*.graphql`', [
    schema.description ?? '',
    'The same schema in the GraphQL schema language is at `GET /schema.graphql` of every server.',
    '## Queries',
    ...Object.values(query.getFields()).flatMap(describeQuery),
    ...section('Objects', isObjectType),
    ...section('Interfaces and unions', (type) => isInterfaceType(type) || isUnionType(type)),
    ...section('Input objects', isInputObjectType),
    ...section('Enums', isEnumType),
    ...section('Scalars', isScalarType),
  ]);
}

function describeQuery(field: GraphQLField<unknown, unknown>): string[] {
  return [
    `### Query.${field.name}`,
    `Type: ${link(field.type)}`,
    withExample(field.description ?? ''),
    ...(field.args.length > 0 ? [toTable(['Argument', 'Type', 'Meaning'], field.args.map(inputRow))] : []),
  ];
}

function describeType(type: GraphQLNamedType): string[] {
  return [`### ${type.name}`, withExample(type.description ?? ''), ...membersOf(type)];
}

/** Prints the example at the end of a description as a separate block, which the documentation links to the playground. */
function withExample(description: string): string {
  return description.replace(
    /^Example: `(\{ \w+\([^`]+\})`$/m,
    (_, operation: string) => `Example:\n\n\`\`\`graphql\n${print(parse(operation))}\n\`\`\``,
  );
}

function membersOf(type: GraphQLNamedType): string[] {
  if (isObjectType(type) || isInterfaceType(type))
    return [toTable(['Field', 'Type', 'Meaning'], Object.values(type.getFields()).map(fieldRow))];
  if (isInputObjectType(type))
    return [toTable(['Field', 'Type', 'Meaning'], Object.values(type.getFields()).map(inputRow))];
  if (isEnumType(type))
    return [
      toTable(
        ['Value', 'Meaning'],
        type.getValues().map(({ name, description }) => [`\`${name}\``, description ?? '']),
      ),
    ];
  if (isUnionType(type))
    return [
      type
        .getTypes()
        .map((member) => link(member))
        .join(', '),
    ];
  return [];
}

function fieldRow(field: GraphQLField<unknown, unknown>): string[] {
  const names = field.args.map((argument) => argument.name);
  const name = names.length > 0 ? `${field.name}(${names.join(', ')})` : field.name;
  const meaning = [
    field.description ?? '',
    ...field.args.map(
      (argument) => `**${argument.name}** (${link(argument.type)}): ${argument.description ?? ''}`,
    ),
  ].join('<br>');
  return [`\`${name}\``, link(field.type), meaning];
}

function inputRow({ name, type, description, defaultValue }: GraphQLArgument | GraphQLInputField): string[] {
  const byDefault = defaultValue === undefined ? '' : ` Default: \`${JSON.stringify(defaultValue)}\`.`;
  return [`\`${name}\``, link(type), `${description ?? ''}${byDefault}`];
}

/** A type's notation, as a link to its description on the page. */
function link(type: GraphQLType): string {
  const named = getNamedType(type);
  return isSpecifiedScalarType(named)
    ? `\`${String(type)}\``
    : `[\`${String(type)}\`](#${named.name.toLowerCase()})`;
}
