import { z } from 'zod';
import { OperatorError } from '../db/operator.error.ts';

/** Documentation of a variable, in Markdown. */
interface DocumentedVariable {
  default: string;
  meaning: string;
  /** For a limit: what a client gets if it exceeds the limit. */
  exceeded?: string;
}

interface Variable<T> extends DocumentedVariable {
  /** Parses the text of the variable, which is undefined if the variable is unset. */
  schema: z.ZodType<T>;
  /** Completes "PORT is 80a; it must be …". */
  expected: string;
  /** Messages never repeat the value, because it may contain a password. */
  isSecret?: true;
}

const variables: Record<string, Variable<unknown>> = {};

/**
 * Defines an environment variable.
 * @returns a function that reads the variable. It throws an OperatorError with the name, the value (unless secret) and
 *   what would be valid
 */
export function defineVariable<T>(name: string, definition: Variable<T>): (env: NodeJS.ProcessEnv) => T {
  variables[name] = definition;
  return (env) => {
    const result = parse(name, definition, env);
    if ('problem' in result) throw new OperatorError(`${result.problem}.`);
    return result.value;
  };
}

function parse<T>(
  name: string,
  { schema, isSecret, expected }: Variable<T>,
  env: NodeJS.ProcessEnv,
): { value: T } | { problem: string } {
  const text = env[name]?.trim() || undefined; // Compose files set a variable to '' to mean unset
  const result = schema.safeParse(text);
  if (result.success) return { value: result.data };
  const problem = isSecret ? 'is not right' : `is ${JSON.stringify(text)}`;
  return { problem: `${name} ${problem}; it must be ${expected}` };
}

/** Finds variables with invalid values. Returns, by name, a message that says what would be valid. */
export function findInvalidVariables(env: NodeJS.ProcessEnv): Map<string, string> {
  const invalid = new Map<string, string>();
  for (const [name, definition] of Object.entries(variables)) {
    const result = parse(name, definition, env);
    if ('problem' in result) invalid.set(name, result.problem);
  }
  return invalid;
}

/** Defines a variable whose value is a whole number in a range. */
export function defineNumber(
  name: string,
  {
    defaultValue,
    least,
    most,
    ...documented
  }: { defaultValue: number; least: number; most: number } & Omit<DocumentedVariable, 'default'>,
): (env: NodeJS.ProcessEnv) => number {
  return defineVariable(name, {
    schema: z
      .string()
      .regex(/^\d{1,15}$/)
      .default(String(defaultValue))
      .transform(Number)
      .refine((value) => value >= least && value <= most),
    expected: `a whole number from ${least} to ${most}`,
    default: `\`${defaultValue}\``,
    ...documented,
  });
}

/** Defines a variable that is true or false. */
export function defineFlag(
  name: string,
  { defaultValue, meaning }: { defaultValue: boolean; meaning: string },
): (env: NodeJS.ProcessEnv) => boolean {
  return defineVariable(name, {
    schema: z
      .enum(['true', 'false'])
      .default(defaultValue ? 'true' : 'false')
      .transform((text) => text === 'true'),
    expected: 'true or false',
    default: `\`${defaultValue}\``,
    meaning,
  });
}

/** Returns all variables by name, in the order of their definition. */
export function listVariables(): Readonly<Record<string, DocumentedVariable>> {
  return variables;
}
