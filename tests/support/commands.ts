import { execFileSync } from 'node:child_process';

/** Whether a command is installed and succeeds. */
export function runs(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
