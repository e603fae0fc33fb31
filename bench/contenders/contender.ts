import type { Answers, Variables, WorkloadName } from '../workloads.ts';

/** How to start a contender: it serves at a port that it is told, from a database that it is told. */
export interface Command {
  program: string;
  args: string[];
  env: Record<string, string>;
}

/** One operation as a contender is asked for it. */
export interface Operation<Name extends WorkloadName, Data = unknown> {
  /** The JSON of the request. `cursor` is what the page before ended in, null for the first. */
  request(variables: Variables[Name], cursor: string | null): object;
  /** The answer's `data` in the form in which answers are compared. */
  read(data: Data): Answers[Name];
  /** The cursor that the next page goes on from; null where there is no other page or the answer is no page. */
  cursor(data: Data): string | null;
}

export type Operations = { [Name in WorkloadName]: Operation<Name> };

export interface Contender {
  name: string;
  /** The oldest major version of Node that it works on; without it any that pubatlas does. */
  node?: number;
  command(port: number, databaseUrl: string): Command;
  operations: Operations;
}

/** An operation whose answers are known to have the form of `Data`. */
export function operation<Name extends WorkloadName, Data>(
  parts: Omit<Operation<Name, Data>, 'cursor'> & Partial<Operation<Name, Data>>,
): Operation<Name> {
  return { cursor: () => null, ...parts } as Operation<Name>;
}
