import type { Db } from '../db/database.ts';
import type { Reference } from '../reference/reference.ts';
import { digest } from '../text/digest.ts';
import { type Draft, findMissing, identify, recogniseEdited } from './identify.ts';
import { type Testimony, mergeTestimonies } from './merge.ts';
import type { ImportReport } from './report.ts';
import { chooseSlugs, reserveIds } from './slugs.ts';
import {
  type SourceRecordRow,
  type StoredRecord,
  findStoredRecords,
  findTestimonies,
  moveRecords,
  replaceRecords,
  toRow,
} from './sources.ts';
import type { Source, Stated } from './stated.ts';
import { type Revision, writePublications } from './write.ts';

export interface BatchContext {
  db: Db;
  reference: Reference;
  source: Source;
  sourceId: number;
  /** The batch is all that the source states, and the source was read before: what is missing in it is known to be. */
  isWholeAgain: boolean;
  report: ImportReport;
}

/** Brings the catalogue to what a batch of records states, and counts what that changed. */
export async function importBatch(batch: readonly Stated[], context: BatchContext): Promise<void> {
  const { db, source, sourceId, report } = context;
  const drafts = await identify(db, batch);
  if (context.isWholeAgain) {
    const missing = await findMissing(db, sourceId, idsOf(drafts));
    recogniseEdited(drafts, missing);
    report.absent += missing.length - drafts.filter(({ known }) => known && missing.includes(known)).length;
  }
  const stored = await findStoredRecords(db, idsOf(drafts));
  const changes = drafts.map((draft) =>
    changeOf(draft, stored.get(draft.known?.id ?? -1) ?? [], sourceId, source.format),
  );
  await moveRecords(
    db,
    changes.flatMap(({ moved }) => moved),
  );

  const changed = changes.filter(({ isChanged }) => isChanged);
  report.unchanged += changes.length - changed.length;
  const testimonies = await findTestimonies(
    db,
    changed.flatMap(({ others }) => others.map(({ id }) => id)),
  );
  const revised = changed.map((change) => {
    const record = mergeTestimonies([
      ...change.others.map(({ id }) => testimonies.get(id)).filter((of): of is Testimony => of !== undefined),
      ...change.draft.stated,
    ]);
    return { change, record, slug: change.draft.stated.find(({ slug }) => slug !== null)?.slug ?? null };
  });

  const created = revised.filter(({ change }) => change.draft.known === null);
  const ids = await reserveIds(db, created.length);
  const slugs = await chooseSlugs(db, created);
  const revisions: Revision[] = created.map(({ record }, i) => ({
    id: ids[i] as number,
    slug: slugs[i] as string,
    isNew: true,
    record,
  }));
  const publicationIds = new Map(created.map(({ change }, i) => [change, ids[i] as number]));
  for (const { change, record } of revised) {
    const { known } = change.draft;
    if (known === null) continue;
    publicationIds.set(change, known.id);
    if (digest(record) === known.contentHash) report.unchanged++;
    else revisions.push({ id: known.id, slug: known.slug, isNew: false, record });
  }
  report.created += created.length;
  report.updated += revisions.length - created.length;
  await writePublications(db, revisions, context.reference);
  await replaceRecords(
    db,
    changed.flatMap(({ outdated }) => outdated.map(({ id }) => id)),
    changed.flatMap((change) =>
      change.rows.map((row) => ({
        ...row,
        source_id: sourceId,
        publication_id: publicationIds.get(change) as number,
      })),
    ),
  );
}

/** What a draft makes of the source records that the catalogue has of its publication. */
interface Change {
  draft: Draft;
  /** Whether the source states anything else than when it was last read. */
  isChanged: boolean;
  /** What it states now. */
  rows: SourceRecordRow[];
  /** What it stated. */
  outdated: StoredRecord[];
  /** What other sources state. */
  others: StoredRecord[];
  /** Records that say the same on other lines. */
  moved: { id: number; firstLine: number; lastLine: number }[];
}

function changeOf(
  draft: Draft,
  stored: readonly StoredRecord[],
  sourceId: number,
  format: Source['format'],
): Change {
  const rows = draft.stated.map((stated) => toRow(stated, format));
  const outdated = stored.filter((record) => record.sourceId === sourceId);
  const hashes = (of: readonly string[]) => [...of].sort().join();
  const isChanged =
    hashes(rows.map((row) => row.content_hash)) !== hashes(outdated.map((record) => record.contentHash));
  const moved = isChanged
    ? []
    : rows.flatMap((row, i) => {
        const record = outdated[i];
        return record && (record.firstLine !== row.first_line || record.lastLine !== row.last_line)
          ? [{ id: record.id, firstLine: row.first_line, lastLine: row.last_line }]
          : [];
      });
  return { draft, isChanged, rows, outdated, others: stored.filter((of) => of.sourceId !== sourceId), moved };
}

function idsOf(drafts: readonly Draft[]): number[] {
  return drafts.map(({ known }) => known?.id).filter((id) => id !== undefined);
}
