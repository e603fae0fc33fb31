/** Milliseconds between lines if standard error is no terminal. */
const BETWEEN_LINES = 10_000;

/**
 * Reports a growing number of records on standard error: in place on a terminal, otherwise a line every ten seconds.
 * @param what what the records are: "records", "records fetched"
 */
export function reportProgress(what: string): (records: number) => void {
  const startedAt = performance.now();
  const { isTTY } = process.stderr;
  let toldAt = startedAt;
  return (records) => {
    const now = performance.now();
    if (!isTTY && now - toldAt < BETWEEN_LINES) return;
    toldAt = now;
    const rate = Math.round((records * 1000) / (now - startedAt));
    const text = `${records.toLocaleString('en')} ${what}, ${rate.toLocaleString('en')} a second`;
    process.stderr.write(isTTY ? `\r${text} ` : `${text}\n`);
  };
}
