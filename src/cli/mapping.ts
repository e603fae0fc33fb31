import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OperatorError } from '../db/operator.error.ts';
import { COLUMN_FIELDS } from '../import/formats/csv/csv.columns.ts';
import type { ColumnMapping } from '../import/formats/format.ts';

const mapping = z.strictObject({
  columns: z.partialRecord(z.enum(COLUMN_FIELDS), z.string().min(1)),
  listSeparator: z.string().min(1).optional(),
  delimiter: z.string().length(1).optional(),
});

/**
 * Reads the file of `--mapping`.
 * @throws OperatorError with a valid example if the file can't be read or is invalid
 */
export function readMapping(path: string): ColumnMapping {
  const example = '{"columns": {"title": "Name of the column"}, "listSeparator": ";", "delimiter": ","}';
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(
      `The mapping ${path} can't be read (${(error as Error).message}); it looks like ${example}.`,
    );
  }
  const read = mapping.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new OperatorError(
      `The mapping ${path} is wrong at ${issue?.path.join('.') || 'the top'} (${issue?.message}); it looks like ${example}, and fields are ${COLUMN_FIELDS.join(', ')}.`,
    );
  }
  const { columns, listSeparator, delimiter } = read.data;
  return {
    columns,
    ...(listSeparator !== undefined && { listSeparator }),
    ...(delimiter !== undefined && { delimiter }),
  };
}
