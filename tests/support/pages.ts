/**
 * A record of a page, as the site prints it. A label with no values is printed alone; an undefined label is omitted.
 */
export interface PrintedRecord {
  title: string;
  abstract?: string;
  country?: string[];
  region?: string[];
  authors?: string[];
  year?: string[];
  category?: string[];
}

const LABELS = ['country', 'region', 'authors', 'year', 'category'] as const;

/** Prints a listing page with these records. */
export function printPage(heading: string, records: readonly PrintedRecord[]): string {
  const texts = records.map((record) =>
    [
      record.title,
      '',
      ...(record.abstract === undefined ? [] : [record.abstract]),
      ...LABELS.flatMap((label) => {
        const values = record[label];
        return values === undefined ? [] : [label.replace(/^./, (first) => first.toUpperCase()), ...values];
      }),
    ].join('\n'),
  );
  return ['Skip to main content', heading, ...texts, ''].join('\n\n');
}
