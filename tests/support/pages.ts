/** One record of a page, as the site prints it. A label without values is printed alone; one that is undefined is not. */
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

/** The text of a listing page of these records. */
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
