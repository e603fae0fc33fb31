import type { Answers, Variables, WorkloadName } from '../workloads.ts';

/** The command that starts a contender. */
export interface Command {
  program: string;
  args: string[];
  env: Record<string, string>;
}

/** An operation of a workload, for the schema of a contender. */
export interface Operation<Name extends WorkloadName, Data = unknown> {
  /** Makes the JSON of a request. `cursor` is the end cursor of the previous page, null for the first page. */
  request(variables: Variables[Name], cursor: string | null): object;
  /** Converts the answer's `data` to the form in which answers are compared. */
  read(data: Data): Answers[Name];
  /** Returns the cursor for the next page; null if there is none or the answer is not a page. */
  cursor(data: Data): string | null;
}

export type Operations = { [Name in WorkloadName]: Operation<Name> };

export interface Contender {
  name: string;
  /** The oldest major version of Node that it supports; if absent, any that pubatlas supports. */
  node?: number;
  command(port: number, databaseUrl: string): Command;
  operations: Operations;
}

/** Makes an operation whose answers have the type `Data`. The type is asserted, not checked. */
export function operation<Name extends WorkloadName, Data>(
  parts: Omit<Operation<Name, Data>, 'cursor'> & Partial<Operation<Name, Data>>,
): Operation<Name> {
  return { cursor: () => null, ...parts } as Operation<Name>;
}
