import type { ImportProgress } from '../import/report.ts';
import { printCount } from '../text/counted.ts';

/** The stream that shows progress: standard error. */
export interface ProgressOutput {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Milliseconds between updates, on a terminal and in a log. */
const BETWEEN = { terminal: 100, log: 10_000 };

/** Erases the cursor's line and moves the cursor to its start. */
const CLEAR_LINE = '\r\u001b[2K';

const BAR_LENGTH = 20;

/**
 * Shows the progress of an import: updated in place on a terminal, as plain lines in a log.
 * @param now returns the time in milliseconds
 */
export function showProgress(output: ProgressOutput, now: () => number = () => performance.now()) {
  const isTerminal = output.isTTY === true;
  const startedAt = now();
  let shownAt = isTerminal ? -Infinity : startedAt;
  let isShown = false;
  let wasFinishing = false;
  return {
    update(progress: ImportProgress): void {
      const isNewPhase = progress.isFinishing && !wasFinishing;
      const isDue = now() - shownAt >= (isTerminal ? BETWEEN.terminal : BETWEEN.log);
      // In a log, a short import prints no progress.
      if (!isDue && !(isNewPhase && isShown)) return;
      shownAt = now();
      isShown = true;
      wasFinishing = progress.isFinishing;
      const parts = describe(progress, (shownAt - startedAt) / 1000);
      if (!isTerminal) output.write(`${parts.join(', ')}\n`);
      else
        output.write(
          `${CLEAR_LINE}${fitWidth(`${drawBar(progress.share)} ${parts.join('  ')}`, output.columns)}`,
        );
    },
    /** Removes the bar from a terminal. */
    clear(): void {
      if (isTerminal && isShown) output.write(CLEAR_LINE);
      isShown = false;
    },
  };
}

function describe(progress: ImportProgress, seconds: number): string[] {
  const { records, share, isFinishing, repaired, unresolved, refused } = progress;
  const isCounted = (count: number) => count > 0;
  const rate = seconds > 0 ? Math.round(records / seconds) : 0;
  const left = share > 0 ? (seconds * (1 - share)) / share : 0;
  return [
    `${Math.floor(share * 100)} %`,
    printCount(records, 'record'),
    ...(isFinishing
      ? ['building indexes']
      : [`${rate.toLocaleString('en')} a second`, ...(share > 0 ? [`${describeTime(left)} left`] : [])]),
    ...(isCounted(repaired) ? [`${repaired.toLocaleString('en')} repaired`] : []),
    ...(isCounted(unresolved) ? [`${unresolved.toLocaleString('en')} unresolved`] : []),
    ...(isCounted(refused) ? [`${refused.toLocaleString('en')} refused`] : []),
  ];
}

/** Formats seconds: "0:05", "12:30", "1:02:03". */
function describeTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const padTwoDigits = (count: number) => String(count).padStart(2, '0');
  const end = `${hours > 0 ? padTwoDigits(minutes) : minutes}:${padTwoDigits(whole % 60)}`;
  return hours > 0 ? `${hours}:${end}` : end;
}

function drawBar(share: number): string {
  const filled = Math.round(share * BAR_LENGTH);
  return `[${'='.repeat(filled)}${' '.repeat(BAR_LENGTH - filled)}]`;
}

/**
 * Cuts a text to the width of the terminal. A longer line would wrap, and the next update would erase only its last
 * part.
 */
function fitWidth(text: string, columns = 80): string {
  return text.slice(0, Math.max(columns - 1, 0));
}

/**
 * Shows what is fetched: each address, retries with their reason, and the number of records so far, which is updated in
 * place on a terminal and otherwise printed every ten seconds.
 * @param now returns the time in milliseconds
 */
export function showFetched(output: ProgressOutput, now: () => number = () => performance.now()) {
  const isTerminal = output.isTTY === true;
  const clear = isTerminal ? CLEAR_LINE : '';
  const startedAt = now();
  let shownAt = startedAt;
  return {
    onStart: (address: string) => void output.write(`${clear}Fetching ${address}\n`),
    onRetry: (message: string) => void output.write(`${clear}${message}\n`),
    onProgress(records: number): void {
      if (!isTerminal && now() - shownAt < BETWEEN.log) return;
      shownAt = now();
      const rate = Math.round((records * 1000) / Math.max(shownAt - startedAt, 1));
      const text = `${printCount(records, 'record')} fetched, ${rate.toLocaleString('en')} a second`;
      output.write(isTerminal ? `${CLEAR_LINE}${text}` : `${text}\n`);
    },
  };
}
