import { runInBackground } from '../db/ordered.ts';
import { type Assignment, type Claim, type Work, assignRows } from './assign.ts';
import { pairEdited } from './edits.ts';
import { mergeTestimonies } from './merge.ts';
import { Member, loadNeighbourhood } from './neighbourhood.ts';
import type { Restated } from './restated.ts';
import { type Run, isStated } from './run.ts';
import { type NewRecord, addRecords, refileRecords, removeRecords } from './source-records.ts';
import type { Reading } from './sources.ts';
import type { StatedHistory } from './stated.ts';
import { reportRemovals, reportJoins, reportChanges, reportMerges, reportNewSlugs } from './events.ts';
import {
  changeSlugs,
  createPublications,
  releaseSlugs,
  removePublications,
  revisePublications,
} from './write.ts';

/** A change in the set of source records. */
export interface Change {
  /** The source that is being read; null if none is. */
  reading: Reading | null;
  /** New records of the source; records that are already stored are left out. */
  added?: readonly NewRecord[];
  /** Publications whose records have to be reconciled too. */
  publicationIds?: readonly number[];
  /** Ids of records to delete. */
  removed?: ReadonlySet<number>;
  /** How much of the source is available. Decides which edits can be recognised. */
  seen: 'a part' | 'all, in parts' | 'all at once';
  /** Recognises added records that are already stored with other line numbers. */
  restated?: Restated;
}

/**
 * Updates publications after source records have changed. Derives works and slugs again for every title, identifier and
 * slug that the change affects.
 */
export async function reconcile(change: Change, run: Run): Promise<void> {
  const { reading, removed = new Set<number>() } = change;
  let added = (change.added ?? []).map((record) => new Member(record.stated, { added: record }));
  const { publicationIds = [] } = change;
  if (added.length + publicationIds.length === 0) return;
  const { publications, members } = await loadNeighbourhood(run.db, { added, publicationIds });
  const stored = members.flatMap((member) => member.stored ?? []);
  if (change.restated) {
    const open = new Set(
      change.restated.takeKnown(
        added.flatMap((member) => member.added ?? []),
        stored,
      ),
    );
    added = added.filter((member) => member.added !== null && open.has(member.added));
  }

  const dropped = new Set(members.filter(({ stored }) => stored !== null && removed.has(stored.id)));
  const claims: Claim[] = [];
  const replace = (before: Member, now: Member) => {
    dropped.add(before);
    if (before.stored) claims.push({ member: now, publicationId: before.stored.publicationId });
  };
  const isOutdated = ({ stored }: Member) =>
    stored !== null && stored.sourceId === reading?.sourceId && !isStated(run, stored.id);
  const isNew = ({ stored, added }: Member) =>
    added !== null ||
    (stored !== null && stored.sourceId === reading?.sourceId && stored.id > run.lastRecordId);
  const all = [...members, ...added];
  const pairs =
    change.seen === 'a part'
      ? []
      : pairEdited(
          all.filter((member) => isOutdated(member) && !dropped.has(member)),
          all.filter(isNew),
          { isSeenAtOnce: change.seen === 'all at once' },
        );
  for (const [before, now] of pairs) replace(before, now);
  const assign = () =>
    assignRows(
      all.filter((member) => !dropped.has(member)),
      publications,
      claims,
    );
  let assignment = assign();
  // If the source states a publication with a current record, its outdated records of that publication are replaced.
  for (let outdated = findOutdated(assignment); outdated.length > 0; outdated = findOutdated(assignment)) {
    for (const [before, now] of outdated) replace(before, now);
    assignment = assign();
  }
  await write(assignment, dropped, reading, run);

  /** Pairs each outdated record with a current record of the same work. */
  function findOutdated({ works }: Assignment): [Member, Member][] {
    return works.flatMap((work) => {
      const now = work.members.find(
        ({ added, stored }) =>
          added !== null ||
          (stored !== null && stored.sourceId === reading?.sourceId && isStated(run, stored.id)),
      );
      return now ? work.members.filter(isOutdated).map((before): [Member, Member] => [before, now]) : [];
    });
  }
}

async function write(
  { works, abandoned }: Assignment,
  dropped: ReadonlySet<Member>,
  reading: Reading | null,
  run: Run,
): Promise<void> {
  const { db, formerSlugs, journal } = run;
  const file = reading?.file ?? null;
  // Publications that lose a record, because it is deleted or moves to another work.
  const losing = new Set([...dropped].map(({ stored }) => stored?.publicationId));
  for (const { members, row } of works)
    for (const { stored } of members)
      if (stored?.publicationId !== row?.id) losing.add(stored?.publicationId);
  const isTouched = ({ members, row, absorbed }: Work) =>
    row === null ||
    absorbed.length > 0 ||
    losing.has(row.id) ||
    members.some(({ added, stored }) => added !== null || stored?.publicationId !== row.id);
  const touched = works.filter(isTouched);
  const renamed = works.filter(
    ({ row, slug, base }) => row !== null && (row.slug !== slug || row.base !== base),
  );

  for (const { row, slug } of renamed)
    if (row && row.slug !== slug && !journal.isCreated(row.id)) formerSlugs.noteSlug(row);
  for (const { row, absorbed } of works)
    for (const { id, slug } of absorbed) {
      if (!journal.isCreated(id)) formerSlugs.noteSlug({ id, slug });
      formerSlugs.noteAbsorbed(id, row?.id ?? id);
    }
  reportJoins(works, journal);
  await releaseSlugs(idsOf(renamed), run);
  await removeRecords(
    db,
    [...dropped].flatMap(({ stored }) => stored?.id ?? []),
  );
  if (reading) reading.replacedCount += dropped.size;

  // Publications are written before their records, which have foreign keys to them.
  const fresh = touched.filter(({ row }) => row === null);
  const gone = [...abandoned, ...works.flatMap(({ absorbed }) => absorbed)];
  reportRemovals(abandoned, journal);
  await removePublications(
    gone.map(({ id }) => id),
    run,
  );
  await changeSlugs(
    renamed.map(({ row, slug, base }) => ({ id: row?.id ?? 0, slug, base })),
    run,
  );
  reportNewSlugs(renamed, journal);
  const ids = await createPublications(
    fresh.map(({ members, slug, base }) => ({
      slug,
      base,
      record: merge(members),
      history: run.isFirst ? historyOf(members) : null,
    })),
    run,
  );
  const idOf = new Map(fresh.map((work, i) => [work, ids[i] as number]));
  const revised = await revisePublications(
    touched.flatMap(({ row, members, slug, base }) =>
      row ? [{ id: row.id, contentHash: row.contentHash, slug, base, record: merge(members) }] : [],
    ),
    run,
  );
  reportChanges(fresh, revised, touched, file, journal);

  const filed = touched.flatMap((work) => {
    const publicationId = work.row?.id ?? (idOf.get(work) as number);
    return work.members.map((member) => ({ member, publicationId, work }));
  });
  await refileRecords(
    db,
    filed.flatMap(({ member, publicationId, work }) =>
      member.stored && (work.members.length > 1 || member.stored.publicationId !== publicationId)
        ? [{ member, stored: member.stored, publicationId }]
        : [],
    ),
  );
  const toAdd = filed.flatMap(({ member, publicationId, work }) => {
    if (member.added === null) return [];
    journal.noteStated(publicationId);
    const isOnly = work.members.length === 1 && member.added.stated.raw === null;
    return [{ member, added: member.added, publicationId, isOnly }];
  });
  reportMerges(touched, file, journal);
  if (reading) runInBackground(addRecords(db, reading.sourceId, toAdd));
}

/** The history in the latest record that has one; null if none has. */
function historyOf(members: readonly Member[]): StatedHistory | null {
  return members.findLast(({ added }) => added?.stated.history)?.added?.stated.history ?? null;
}

function idsOf(works: readonly Work[]): number[] {
  return works.flatMap(({ row }) => (row ? [row.id] : []));
}

/** Merges records, oldest first. */
function merge(members: readonly Member[]) {
  return mergeTestimonies(members);
}
