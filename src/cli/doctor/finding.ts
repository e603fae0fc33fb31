/**
 * The result of one check of `pubatlas doctor`. A problem keeps pubatlas from running as configured; a warning doesn't.
 */
export interface Finding {
  level: 'ok' | 'warning' | 'problem';
  /** The part that was checked, in a word or two: "port". */
  part: string;
  /** What was found and, unless everything is fine, the remedy. */
  text: string;
}

const toFinding =
  (level: Finding['level']) =>
  (part: string, text: string): Finding => ({ level, part, text });

export const fine = toFinding('ok');
export const warning = toFinding('warning');
export const problem = toFinding('problem');
