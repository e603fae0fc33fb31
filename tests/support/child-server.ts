import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectFolder } from '../../src/project.ts';

/** `pubatlas start` in a child process. */
export interface ChildServer {
  url: string;
  pid: number;
  /** The text written to standard output and standard error so far. */
  output(): string;
  /** Null while the process runs, then its exit code or the name of the signal that ended it. */
  end(): number | string | null;
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts the server on a free port.
 * @param command the command that starts it, with arguments
 * @throws Error with the output if the process ends before it listens
 */
export async function startChildServer(
  [program, ...args]: [string, ...string[]],
  env: Record<string, string>,
): Promise<ChildServer> {
  const child = spawn(program, args, {
    cwd: projectFolder,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', SHUTDOWN_DELAY: '0', LOG_LEVEL: 'warn', ...env },
  });
  let output = '';
  const ended = once(child, 'exit');
  const url = new Promise<string>((resolve, reject) => {
    const add = (data: Buffer) => {
      output += data.toString();
      const listening = /listens at (\S+)/.exec(output)?.[1];
      if (listening !== undefined) resolve(listening);
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    void ended.then(() => reject(new Error(`The server ended:\n${output}`)));
  });
  return {
    url: await url,
    pid: child.pid as number,
    output: () => output,
    end: () => child.signalCode ?? child.exitCode,
    ended,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await ended;
    },
  };
}

/** The command that runs the server from source, with options of Node. */
export function nodeCommand(...options: string[]): [string, ...string[]] {
  const main = path.join(projectFolder, 'src', 'cli', 'main.ts');
  return [process.execPath, ...options, '--import', 'tsx', main, 'start'];
}
