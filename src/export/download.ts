import type { Context } from '../context.ts';
import { toRfc3339 } from '../graphql/instant.ts';
import { version } from '../project.ts';
import { checkRelevance, readOrder } from '../publication/publication.arguments.connection.ts';
import { countStatistics } from '../statistics/statistics.connection.ts';
import type { StatisticsDimension } from '../statistics/statistics.ts';
import { digest } from '../text/digest.ts';
import type { ExportArguments, StatisticsArguments } from './arguments.ts';
import { findRevisionWithTime, readPublications } from './export.queries.ts';
import { beginTable, csv, writeRows } from './formats/csv/csv.ts';
import type { ExportFormat } from './formats/format.ts';
import { toExportRecord } from './to-record.ts';

/** A file that is generated while it is downloaded. */
export interface Download {
  /** The revision of the catalogue: the number of the last import that changed it; 0 if there was none. */
  revision: number;
  /** A weak entity tag, equal for files with equal content. */
  etag: string;
  /** The suggested file name: "publications-r12.csv". */
  fileName: string;
  mediaType: string;
  /** The content of the file, in chunks of up to a hundred records. */
  chunks: AsyncGenerator<string>;
}

/**
 * Exports a list of publications.
 * @param context its `db` must be a snapshot, so that the whole file has one revision
 * @throws BAD_USER_INPUT naming the invalid argument
 */
export async function exportPublications(
  format: ExportFormat,
  args: ExportArguments,
  context: Context,
  name = 'publications',
): Promise<Download> {
  checkRelevance(args);
  const conditions = await context.translateFilter(args.filter, args.search);
  const order = readOrder(args, conditions.search !== null);
  const { number: revision, finishedAt } = await findRevisionWithTime(context.db);
  const listId = digest({ ...args, order });
  const writer = format.open({
    revision,
    revisedAt: toRfc3339(finishedAt),
    listId,
    csv: args.csv,
    describe: (kind, slug) => context.reference[kind].byName(slug)?.description ?? null,
  });
  async function* write() {
    if (writer.begin !== '') yield writer.begin;
    for await (const rows of readPublications(context.db, { ...conditions, order }, args.limit))
      yield writer.write(rows.map((row) => toExportRecord(row, context.reference)));
    const end = writer.end();
    if (end !== '') yield end;
  }
  return {
    revision,
    etag: toEtag(revision, [listId, format.extension, context]),
    fileName: `${name}-r${revision}.${format.extension}`,
    mediaType: format.mediaType,
    chunks: write(),
  };
}

/** Rows of statistics per chunk. */
const ROWS_AT_A_TIME = 50_000;

/** Exports counts of publications by each combination of values, as CSV. See `exportPublications`. */
export async function exportStatistics(
  { search, filter, by, csv: options }: StatisticsArguments,
  context: Context,
): Promise<Download> {
  const { number: revision } = await findRevisionWithTime(context.db);
  const count = (after: string | null) =>
    countStatistics({ search, filter, by, after, first: ROWS_AT_A_TIME }, context, ROWS_AT_A_TIME);
  const first = await count(null);
  async function* write() {
    const header = by.flatMap((dimension) => {
      const name = dimension.toLowerCase();
      return hasLabel(dimension) ? [name, `${name}Label`] : [name];
    });
    yield beginTable([...header, 'publicationCount'], options);
    for (let page = first; ;) {
      const rows = await page.rows();
      yield writeRows(
        rows.map(({ keys, count }) => [
          ...keys.flatMap(({ dimension, value, label }) => (hasLabel(dimension) ? [value, label] : [value])),
          count,
        ]),
      );
      const { hasNextPage, endCursor } = await page.pageInfo();
      if (!hasNextPage) return;
      page = await count(endCursor);
    }
  }
  return {
    revision,
    etag: toEtag(revision, [digest({ search, filter, by, options }), 'statistics', context]),
    fileName: `statistics-r${revision}.csv`,
    mediaType: csv.mediaType,
    chunks: write(),
  };
}

/** A year needs no label column, because it is its own label. */
function hasLabel(dimension: StatisticsDimension): boolean {
  return dimension !== 'YEAR';
}

/**
 * The tag includes the version of the reference data and of pubatlas. Both can change the file without a new revision.
 */
function toEtag(revision: number, [list, kind, { reference }]: [string, string, Context]): string {
  return `W/"r${revision}-${digest([list, kind, reference.version, version]).slice(0, 20)}"`;
}
