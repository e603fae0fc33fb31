import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { projectFolder } from '../../src/project.ts';
import { cpuTimes, parentPid, residentMemory, spent } from './cpu.ts';
import type { Job, Load } from './generator.ts';
import type { Server } from './server.ts';

/** Measurement of a contender in one round of a workload. */
export interface Measurement {
  requestsPerSecond: number;
  /** Latencies in milliseconds. */
  p50: number;
  p99: number;
  /** CPU time per request in milliseconds; null if unknown. */
  serverCpu: number | null;
  postgresCpu: number | null;
  /** Resident memory of the server afterwards in MiB; null if unknown. */
  memory: number | null;
}

export interface Meter {
  measure(
    server: Server,
    requests: Uint8Array[],
    options: { seconds: number; connections: number },
  ): Promise<Measurement>;
  close(): Promise<void>;
}

/** Starts a load generator in its own process, to measure servers that use the same database. */
export async function startMeter(databaseUrl: string): Promise<Meter> {
  const generator = fork(path.join(projectFolder, 'bench', 'load', 'generator.ts'), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const postmaster = await postmasterOf(client);

  return {
    async measure(server, requests, { seconds, connections }) {
      const readCpu = () =>
        Promise.all([
          cpuTimes(server.pid, { descend: false }),
          postmaster === null ? new Map<number, number>() : cpuTimes(postmaster, { descend: true }),
        ]);
      const before = await readCpu();
      const load = await run(generator, { port: server.port, requests, seconds, connections });
      const after = await readCpu();
      if (load.failed > 0)
        throw new Error(
          `${server.contender.name}: ${load.failed} of ${load.answered} answers are no success.`,
        );
      const each = (i: 0 | 1) => (after[i].size === 0 ? null : spent(before[i], after[i]) / load.answered);
      return {
        requestsPerSecond: load.answered / load.seconds,
        ...load.latencies,
        serverCpu: each(0),
        postgresCpu: each(1),
        memory: await residentMemory(server.pid),
      };
    },

    async close() {
      generator.kill();
      await client.end();
    },
  };
}

async function run(generator: ChildProcess, job: Job): Promise<Load> {
  const answer = once(generator, 'message') as Promise<[Load]>;
  generator.send(job);
  return (await answer)[0];
}

/** Returns the process id of the server's postmaster, the parent of this connection's backend; null if unknown. */
export async function postmasterOf(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentPid(rows[0]?.pid as number);
}
