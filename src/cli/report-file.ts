import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { OperatorError } from '../db/operator.error.ts';
import type { ImportEvent } from '../import/report.ts';

/** Number of buffered characters from which lines are written to the disk. */
const BUFFERED = 64 * 1024;

/** The file of `--report`. */
export interface ReportFile {
  write: (event: ImportEvent) => void;
  /** Writes the buffered lines. */
  flush: () => void;
  /** Writes the buffered lines and closes the file. */
  close: () => void;
}

/**
 * Opens the file of `--report`, which has an event per line as a JSON object. Without a path, events are dropped.
 * Writes are synchronous, so that millions of events don't pile up in memory.
 * @param inputs the files that the command reads, which the report must not overwrite
 * @throws OperatorError if the file is one of `inputs` or can't be written
 */
export function openReport(path: string | undefined, inputs: readonly string[] = []): ReportFile {
  if (path === undefined) return { write: () => undefined, flush: () => undefined, close: () => undefined };
  if (inputs.some((input) => isSameFile(input, path)))
    throw new OperatorError(`The report would overwrite ${path}, which is read; give --report another file.`);
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
    flush,
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}

function isSameFile(a: string, b: string): boolean {
  const [first, second] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return first?.isFile() === true && first.dev === second?.dev && first.ino === second.ino;
}

function attempt<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new OperatorError(
      `The report can't be written to ${path} (${(error as NodeJS.ErrnoException).code}), so nothing was changed; check the folder and the disk.`,
    );
  }
}
