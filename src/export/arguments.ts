import { type GraphQLSchema, coerceInputValue, isInputType } from 'graphql';
import { checkNesting } from '../graphql/arguments.ts';
import { badInput, quote } from '../graphql/errors.ts';
import type { Limits } from '../graphql/limits.ts';
import type { PublicationFilter, PublicationOrder } from '../schema.generated.ts';
import type { StatisticsDimension } from '../statistics/statistics.ts';
import { type CsvOptions, LONG_BY } from './formats/format.ts';

/** The parameters of a URL or command line, not yet validated. */
export type Parameters = Readonly<Record<string, unknown>>;

/** The list to export, and the options of the format. */
export interface ExportArguments {
  search: string | null;
  filter: PublicationFilter | null;
  orderBy: PublicationOrder | null;
  /** The maximum number of publications; null exports all. */
  limit: number | null;
  csv: CsvOptions;
}

/** The list to count, and the dimensions to count by. */
export interface StatisticsArguments {
  search: string | null;
  filter: PublicationFilter | null;
  by: StatisticsDimension[];
  csv: Pick<CsvOptions, 'hasBom'>;
}

/** The parameters of an export of publications. */
export const PUBLICATION_PARAMETERS = ['search', 'filter', 'orderBy', 'limit', 'shape', 'by', 'bom'] as const;
/** The parameters of an export of statistics. */
export const STATISTICS_PARAMETERS = ['search', 'filter', 'by', 'bom'] as const;

/** @throws BAD_USER_INPUT naming the invalid parameter */
export function readExportArguments(
  parameters: Parameters,
  schema: GraphQLSchema,
  limits: Limits,
): ExportArguments {
  checkParameters(parameters, PUBLICATION_PARAMETERS);
  const shape = readChoice(parameters, 'shape', ['wide', 'long'] as const) ?? 'wide';
  const by = readChoice(parameters, 'by', LONG_BY);
  if (shape === 'long' && by === null)
    throw badInput('by', `is missing; the shape "long" needs one of ${LONG_BY.join(', ')}.`);
  return {
    search: readText(parameters, 'search'),
    filter: readFilter(parameters, schema, limits),
    orderBy: readOrderBy(parameters, schema),
    limit: readLimit(parameters),
    csv: { shape, by: by ?? 'country', hasBom: readFlag(parameters, 'bom') },
  };
}

/** @throws BAD_USER_INPUT naming the invalid parameter */
export function readStatisticsArguments(
  parameters: Parameters,
  schema: GraphQLSchema,
  limits: Limits,
): StatisticsArguments {
  checkParameters(parameters, STATISTICS_PARAMETERS);
  const by = readText(parameters, 'by');
  if (by === null) throw badInput('by', 'is missing; give dimensions such as COUNTRY,YEAR.');
  return {
    search: readText(parameters, 'search'),
    filter: readFilter(parameters, schema, limits),
    by: readInput(
      schema,
      '[StatisticsDimension!]',
      by.split(',').map((name) => name.trim().toUpperCase()),
      'by',
    ),
    csv: { hasBom: readFlag(parameters, 'bom') },
  };
}

function checkParameters(parameters: Parameters, known: readonly string[]): void {
  for (const name of Object.keys(parameters))
    if (!known.includes(name)) throw badInput(name, `no such parameter; known are ${known.join(', ')}.`);
}

function readText(parameters: Parameters, name: string): string | null {
  const value = parameters[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw badInput(name, 'is given more than once; give it once.');
  return value;
}

function readFilter(parameters: Parameters, schema: GraphQLSchema, limits: Limits): PublicationFilter | null {
  const text = readText(parameters, 'filter');
  if (text === null) return null;
  let filter: unknown;
  try {
    filter = JSON.parse(text);
  } catch {
    throw badInput('filter', `${quote(text)} is not JSON; give an object such as {"year":{"from":2015}}.`);
  }
  checkNesting({ filter }, limits);
  return readInput(schema, 'PublicationFilter', filter, 'filter');
}

function readOrderBy(parameters: Parameters, schema: GraphQLSchema): PublicationOrder | null {
  const text = readText(parameters, 'orderBy');
  if (text === null) return null;
  const [field, direction = null, ...more] = text.toUpperCase().split(':');
  if (more.length > 0)
    throw badInput('orderBy', `${quote(text)} has more than a field and a direction; give e.g. YEAR:DESC.`);
  return readInput(schema, 'PublicationOrder', { field, direction }, 'orderBy');
}

function readLimit(parameters: Parameters): number | null {
  const text = readText(parameters, 'limit');
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text))
    throw badInput('limit', `${quote(text)} is no number of publications; give 0 to 999999999.`);
  return Number(text);
}

function readFlag(parameters: Parameters, name: string): boolean {
  return readChoice(parameters, name, ['true', 'false'] as const) === 'true';
}

function readChoice<const Value extends string>(
  parameters: Parameters,
  name: string,
  values: readonly Value[],
): Value | null {
  const text = readText(parameters, name);
  if (text === null) return null;
  const value = values.find((known) => known === text);
  if (value === undefined)
    throw badInput(name, `${quote(text)} is not known; give one of ${values.join(', ')}.`);
  return value;
}

/**
 * Coerces a value to an input type of the schema, as GraphQL coerces a variable. @throws BAD_USER_INPUT naming
 * `argument`
 */
function readInput<Value>(schema: GraphQLSchema, typeName: string, value: unknown, argument: string): Value {
  const isList = typeName.startsWith('[');
  const type = schema.getType(typeName.replace(/[[\]!]/g, ''));
  if (!isInputType(type)) throw new Error(`The schema has no input type ${typeName}.`);
  const read = (item: unknown) =>
    coerceInputValue(item, type, (path, _, { message }) => {
      throw badInput([argument, ...path].join('.'), message);
    });
  return (isList ? (value as unknown[]).map(read) : read(value)) as Value;
}
