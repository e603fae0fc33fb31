export type Cell = string | number;

/** Writes rows as CSV (RFC 4180). The mark at the start tells Excel that it is UTF-8. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

/** Prefixes a text that a spreadsheet would evaluate as a formula with an apostrophe. */
function toCell(value: Cell): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Makes a table of the data of an answer: a row for each object of its outermost list, or one row if there is no list.
 * Columns are named by paths such as `countries.code`. Several values are joined by semicolons.
 */
export function toTable(data: unknown): Cell[][] {
  const rows = (findList(data) ?? [data]).map((row) => {
    const cells = new Map<string, Cell[]>();
    collect(row, '', cells);
    return cells;
  });
  const columns = [...new Set(rows.flatMap((cells) => [...cells.keys()]))];
  return [
    columns,
    ...rows.map((cells) =>
      columns.map((column) => {
        const values = cells.get(column) ?? [];
        return values.length === 1 ? values[0]! : values.join('; ');
      }),
    ),
  ];
}

/** Finds the outermost list of objects, level by level. */
function findList(data: unknown): unknown[] | null {
  let level = [data];
  while (level.length > 0) {
    const list = level.find((value) => Array.isArray(value) && value.some(isObject));
    if (list) return list as unknown[];
    level = level.filter(isObject).flatMap((value) => Object.values(value));
  }
  return null;
}

function collect(value: unknown, path: string, cells: Map<string, Cell[]>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, path, cells);
  else if (isObject(value))
    for (const [key, child] of Object.entries(value)) collect(child, path ? `${path}.${key}` : key, cells);
  else {
    const values = cells.get(path) ?? [];
    if (value != null) values.push(typeof value === 'number' ? value : String(value as string | boolean));
    cells.set(path, values);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
