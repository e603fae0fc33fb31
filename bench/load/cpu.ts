import { readFile, readdir } from 'node:fs/promises';

/** CPU time in milliseconds by process id, from Linux's /proc. Empty on other systems. */
export type CpuTimes = ReadonlyMap<number, number>;

/** Length of a clock tick in /proc (USER_HZ), in milliseconds. */
const TICK_MS = 10;

async function statOf(pid: number): Promise<{ parent: number; ms: number; reaped: number } | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const sum = (a: number, b: number) => (Number(fields[a]) + Number(fields[b])) * TICK_MS;
  return { parent: Number(fields[1]), ms: sum(11, 12), reaped: sum(13, 14) };
}

/**
 * Reads the CPU time of a process.
 * @param options `descend` adds its running children; `reaped` adds the children that have ended to its own time
 */
export async function cpuTimes(
  pid: number,
  { descend, reaped = false }: { descend: boolean; reaped?: boolean },
): Promise<CpuTimes> {
  const times = new Map<number, number>();
  const entries = descend ? await readdir('/proc').catch(() => []) : [String(pid)];
  for (const entry of entries.map(Number).filter((number) => number > 0)) {
    const stat = await statOf(entry);
    if (stat && (entry === pid || stat.parent === pid))
      times.set(entry, stat.ms + (reaped && entry === pid ? stat.reaped : 0));
  }
  return times;
}

/** Returns the milliseconds spent between two readings. Processes that ended in between are ignored. */
export function spent(before: CpuTimes, after: CpuTimes): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0);
}

/** Returns the parent of a process; null if unknown. */
export async function parentPid(pid: number): Promise<number | null> {
  return (await statOf(pid))?.parent ?? null;
}

/** Returns the resident memory of a process in MiB; null if unknown. */
export async function residentMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
