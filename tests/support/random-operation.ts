import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { toGlobalId } from '../../src/graphql/global-id.ts';

/** Chooses an integer from 0 to `most`, inclusive. */
export type Choose = (most: number) => number;

/** The parameters of a GraphQL request. */
export interface RandomOperation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

const TEXTS = [
  'NG',
  'africa',
  'capacity-building',
  'lori-j-mann',
  'trafficked persons',
  'x',
  '',
  '-',
  '😀',
  '\\"',
  'health OR "trafficked persons" -x',
  '(a* %_',
  'e\u0301ﷺ\u200f',
  'nul \0',
  'half \ud83d',
  'a'.repeat(1000),
  'é'.repeat(1001),
  // Cursors of another form, and of no list.
  Buffer.from('["a",1,null]').toString('base64url'),
  Buffer.from('[2020,-1]').toString('base64url'),
];
const IDS = [
  toGlobalId('Country', 'NG'),
  toGlobalId('Topic', 'capacity-building'),
  toGlobalId('Publication', 'caring-for-trafficked-persons-guidance-for-health-providers'),
  toGlobalId('Author', 'none'),
  toGlobalId('Publication', '\ud83d'),
  'rubbish',
];
const INTEGERS = [0, 1, 2, 3, 100, 101, 2020, -1, 2147483647, -2147483648, 2147483648];
const INSTANTS = [
  '2020-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59.999999999Z',
  '2021-02-29T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  'yesterday',
];
const REPRESENTATIONS = [
  { __typename: 'Country', code: 'NG' },
  { __typename: 'Region', slug: 'africa' },
  { __typename: 'Publication', id: 'rubbish' },
  { __typename: 'Review' },
  {},
];
/** Replacements for a word or bracket of the operation. */
const WORDS = [
  '',
  'nothing',
  '{',
  '}',
  '(',
  '$',
  '"',
  '...',
  '@skip',
  'on',
  'null',
  'true',
  '1e99',
  'mutation',
  '#',
];

/**
 * Makes an operation for a schema. Most operations are valid. The others have a mistake: in the syntax, in names, types
 * or values, in the number of operations or their names, or in the variables.
 */
export function randomOperation(schema: GraphQLSchema, choose: Choose): RandomOperation {
  const builder = new OperationBuilder(schema, choose);
  const made = builder.operation();
  return choose(4) === 0 ? spoil(made, choose) : made;
}

/** Makes a JSON value of an input type: mostly valid, with nulls, empty and too long lists, and extreme values. */
export function randomInput(schema: GraphQLSchema, type: GraphQLInputType, choose: Choose): unknown {
  return new OperationBuilder(schema, choose).json(type, 3);
}

class OperationBuilder {
  private readonly fragments: { name: string; type: string; text: string }[] = [];
  private readonly definitions: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private aliases = 0;
  /**
   * The number of selections that may still be made. The limit keeps operations short enough to read when a test fails.
   */
  private left = 30;
  private readonly schema: GraphQLSchema;
  private readonly choose: Choose;

  constructor(schema: GraphQLSchema, choose: Choose) {
    this.schema = schema;
    this.choose = choose;
  }

  operation(): RandomOperation {
    const selection = this.selection(this.schema.getQueryType() as GraphQLNamedType, 4);
    const definitions = this.definitions.length > 0 ? `(${this.definitions.join(' ')})` : '';
    const fragments = this.fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
    return {
      query: [`query Main${definitions} ${selection}`, ...fragments].join('\n'),
      variables: this.variables,
    };
  }

  private pick<T>(values: readonly T[]): T {
    return values[this.choose(values.length - 1)] as T;
  }

  private isOneIn(count: number): boolean {
    return this.choose(count - 1) === 0;
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    const parts = Array.from({ length: 1 + this.choose(this.left > 0 ? 3 : 0) }, () => {
      this.left--;
      return this.selectFields(type, this.left > 0 ? depth : 0);
    });
    return `{ ${parts.join(' ')} }`;
  }

  private selectFields(type: GraphQLNamedType, depth: number): string {
    const kind = this.left > 0 ? this.choose(9) : 9;
    if (kind === 0) return `__typename${this.conditions()}`;
    if (kind === 1) return `... ${this.conditions()} ${this.selection(type, depth)}`;
    if (kind === 2) {
      const inner = this.typeWithin(type);
      return `... on ${inner.name}${this.conditions()} ${this.selection(inner, depth)}`;
    }
    if (kind <= 4) return this.spread(type, depth);
    return this.field(type, depth);
  }

  /** Spreads an existing fragment that fits, or a new one. */
  private spread(type: GraphQLNamedType, depth: number): string {
    const fitting = this.fragments.filter((fragment) => fragment.type === type.name && fragment.text !== '');
    if (fitting.length > 0 && !this.isOneIn(3)) return `...${this.pick(fitting).name}${this.conditions()}`;
    const fragment = { name: `F${this.fragments.length}`, type: type.name, text: '' };
    this.fragments.push(fragment);
    fragment.text = this.selection(type, depth - 1);
    return `...${fragment.name}${this.conditions()}`;
  }

  private typeWithin(type: GraphQLNamedType): GraphQLNamedType {
    return isAbstractType(type) ? this.pick(this.schema.getPossibleTypes(type)) : type;
  }

  private field(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || isLeafType(getNamedType(field.type)),
    );
    if (fields.length === 0) return '__typename';
    const field = this.pick(fields);
    const given = field.args
      .filter((argument) => isRequiredArgument(argument) || this.isOneIn(3))
      .map((argument) => `${argument.name}: ${this.value(argument, 3)}`);
    const inner = getNamedType(field.type);
    return [
      // Without an alias, two selections of a field with different arguments would conflict.
      given.length > 0 || this.isOneIn(6) ? `a${this.aliases++}: ` : '',
      field.name,
      given.length > 0 ? `(${given.join(', ')})` : '',
      this.conditions(),
      isLeafType(inner) ? '' : ` ${this.selection(inner, depth - 1)}`,
    ].join('');
  }

  private conditions(): string {
    if (!this.isOneIn(6)) return '';
    const name = this.pick(['skip', 'include']);
    const other = name === 'skip' ? 'include' : 'skip';
    return ` @${name}(if: ${this.condition()})${this.isOneIn(4) ? ` @${other}(if: ${this.condition()})` : ''}`;
  }

  private condition(): string {
    if (this.isOneIn(3)) return this.pick(['true', 'false']);
    const name = this.pick(['yes', 'no']);
    if (!(name in this.variables)) {
      this.definitions.push(`$${name}: Boolean!`);
      this.variables[name] = name === 'yes';
    }
    return `$${name}`;
  }

  /** Makes a literal or a variable for an argument or an input field. */
  private value(input: GraphQLArgument | GraphQLInputField, depth: number): string {
    const json = this.json(input.type, depth);
    if (!this.isOneIn(3)) return literal(json, input.type);
    const name = `v${this.definitions.length}`;
    const isGiven = !this.isOneIn(8);
    const byDefault = this.isOneIn(4) ? ` = ${literal(json, input.type)}` : '';
    this.definitions.push(`$${name}: ${String(input.type)}${byDefault}`);
    if (isGiven)
      this.variables[name] = this.isOneIn(15) ? this.pick<unknown>([null, 'x', 1.5, {}, []]) : json;
    return `$${name}`;
  }

  json(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type)) return this.isOneIn(12) ? null : this.nonNull(type, depth);
    return this.isOneIn(60) ? null : this.nonNull(type.ofType as GraphQLInputType, depth);
  }

  private nonNull(type: GraphQLInputType, depth: number): unknown {
    if (isListType(type)) {
      // Sometimes more than LIMIT_LIST_LENGTH.
      const length = this.isOneIn(50) && isLeafType(getNamedType(type)) ? 501 : this.choose(2);
      return Array.from({ length }, () => this.json(type.ofType, depth));
    }
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth > 0 && this.isOneIn(4)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.json(field.type, depth - 1)]));
    }
    switch (type.name) {
      case 'Int':
        return this.pick(INTEGERS);
      case 'Float':
        return this.pick([0, 1.5, -1]);
      case 'Boolean':
        return this.pick([true, false]);
      case 'ID':
        return this.pick(IDS);
      case 'DateTime':
        return this.pick(INSTANTS);
      case '_Any':
        return this.pick(REPRESENTATIONS);
      default:
        return this.pick(TEXTS);
    }
  }
}

/** Prints a JSON value as a GraphQL literal. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType as GraphQLInputType);
  if (isListType(type))
    return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = Object.entries(value as object).map(
      ([name, inner]) => `${name}: ${literal(inner, (fields[name] as GraphQLInputField).type)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}: ${JSON.stringify(inner)}`)
    .join(', ')}}`;
}

/** Adds a mistake to an operation. */
function spoil({ query, variables }: RandomOperation, choose: Choose): RandomOperation {
  switch (choose(6)) {
    case 0:
      return { query, variables, operationName: ['Main', 'Other', ''][choose(2)] as string };
    case 1:
      return {
        query: `${query} query Other { catalogue { version } }`,
        variables,
        ...(choose(1) === 0 && { operationName: ['Main', 'Other', 'None'][choose(2)] as string }),
      };
    case 2:
      return {
        query: query.replace('query', ['mutation', 'subscription', 'fragment'][choose(2)] as string),
        variables,
      };
    case 3:
      return { query, variables: {} };
    default: {
      const words = query.split(/\b/);
      words[choose(words.length - 1)] = WORDS[choose(WORDS.length - 1)] as string;
      return { query: words.join(''), variables };
    }
  }
}
