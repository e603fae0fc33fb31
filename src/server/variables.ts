import { z } from 'zod';
import { OperatorError } from '../db/operator.error.ts';

interface Variable<T> {
  /** From the variable's text, or from undefined where it is unset. */
  schema: z.ZodType<T>;
  /** What would be right: completes "PORT is 80a; it must be …". */
  expected: string;
  default: string;
  meaning: string;
  /** Its value may hold a password, and is never repeated in a message. */
  isSecret?: true;
}

const variables: Record<string, Variable<unknown>> = {};

/**
 * An environment variable.
 * @returns what reads it. @throws OperatorError naming it, its value (unless secret) and what would be right
 */
export function variable<T>(name: string, definition: Variable<T>): (env: NodeJS.ProcessEnv) => T {
  variables[name] = definition;
  return (env) => {
    const text = env[name]?.trim() || undefined; // Compose files set a variable to '' where they mean unset
    const result = definition.schema.safeParse(text);
    if (result.success) return result.data;
    const problem = definition.isSecret ? 'is not right' : `is ${JSON.stringify(text)}`;
    throw new OperatorError(`${name} ${problem}; it must be ${definition.expected}.`);
  };
}

/** A variable whose value is a whole number in a range. */
export function number(
  name: string,
  { byDefault, least, most, meaning }: { byDefault: number; least: number; most: number; meaning: string },
): (env: NodeJS.ProcessEnv) => number {
  return variable(name, {
    schema: z
      .string()
      .regex(/^\d{1,15}$/)
      .default(String(byDefault))
      .transform(Number)
      .refine((value) => value >= least && value <= most),
    expected: `a whole number from ${least} to ${most}`,
    default: `\`${byDefault}\``,
    meaning,
  });
}

/** A variable that is true or false. */
export function flag(
  name: string,
  { byDefault, meaning }: { byDefault: boolean; meaning: string },
): (env: NodeJS.ProcessEnv) => boolean {
  return variable(name, {
    schema: z
      .enum(['true', 'false'])
      .default(byDefault ? 'true' : 'false')
      .transform((text) => text === 'true'),
    expected: 'true or false',
    default: `\`${byDefault}\``,
    meaning,
  });
}

/** The README's table of environment variables, in Markdown. */
export function variablesTable(): string {
  const rows = Object.entries(variables).map(
    ([name, { default: byDefault, meaning }]) => `| \`${name}\` | ${byDefault} | ${meaning} |`,
  );
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
