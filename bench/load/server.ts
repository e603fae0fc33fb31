import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { watchOver } from '../../src/embedded/process.ts';
import { projectFolder } from '../../src/project.ts';
import type { Contender } from '../contenders/contender.ts';

/** A running contender. */
export interface Server {
  contender: Contender;
  port: number;
  pid: number;
  /** Sends a request. @throws if the answer has an error or a status other than 2xx */
  ask(request: object): Promise<{ data: unknown }>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

export async function startServer(contender: Contender, port: number, databaseUrl: string): Promise<Server> {
  const { program, args, env } = contender.command(port, databaseUrl);
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Ends the server even if the benchmark is killed.
  if (child.pid !== undefined) child.once('exit', watchOver(child.pid, null));
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${contender.name} ended with code ${code}.`)));
  });
  ended.catch(() => undefined);
  const ask = (request: object) => post(port, contender.name, request);
  await Promise.race([isListening(port), ended]);
  return { contender, port, pid: child.pid as number, ask, stop: () => stop(child) };
}

async function isListening(port: number): Promise<void> {
  const since = performance.now();
  while (!(await takesConnections(port))) {
    if (performance.now() - since > PATIENCE_MS) throw new Error(`Nothing listens at port ${port}.`);
    await delay(20);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

async function post(port: number, name: string, request: object): Promise<{ data: unknown }> {
  const response = await fetch(`http://localhost:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const answer = (await response.json()) as { data: unknown; errors?: unknown };
  if (!response.ok || answer.errors)
    throw new Error(`${name} answers ${response.status} ${JSON.stringify(answer).slice(0, 500)}`);
  return answer;
}

/** Encodes a GraphQL request as the bytes of an HTTP request, for the load generator. */
export function toBytes(port: number, request: object): Uint8Array {
  const body = Buffer.from(JSON.stringify(request));
  const head = `POST /graphql HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([exited, delay(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
}
