import { closeSync, openSync, writeSync } from 'node:fs';
import { OperatorError } from '../db/operator.error.ts';
import type { ImportEvent } from '../import/report.ts';

/** Number of buffered characters from which lines are written to the disk. */
const BUFFERED = 64 * 1024;

/** The file of `--report`. */
export interface ReportFile {
  write: (event: ImportEvent) => void;
  /** Writes the remaining lines and closes the file. */
  close: () => void;
}

/**
 * Opens the file of `--report`, which has an event per line as a JSON object. Without a path, events are dropped.
 * Writes are synchronous, so that millions of events don't pile up in memory.
 * @throws OperatorError if the file can't be written
 */
export function openReport(path: string | undefined): ReportFile {
  if (path === undefined) return { write: () => undefined, close: () => undefined };
  const file = attempt(path, () => openSync(path, 'w'));
  let lines = '';
  const flush = () => {
    const text = Buffer.from(lines);
    lines = '';
    attempt(path, () => {
      for (let at = 0; at < text.length;) at += writeSync(file, text, at);
    });
  };
  return {
    write(event) {
      lines += `${JSON.stringify(event)}\n`;
      if (lines.length >= BUFFERED) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function attempt<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new OperatorError(
      `The report can't be written to ${path} (${(error as NodeJS.ErrnoException).code}); check the folder and the disk.`,
    );
  }
}
