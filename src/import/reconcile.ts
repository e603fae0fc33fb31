import { inBackground } from '../db/ordered.ts';
import { type Assignment, type Claim, type Work, assignRows } from './assign.ts';
import { pairEdited } from './edits.ts';
import { ruleOf } from './identify.ts';
import { mergeTestimonies } from './merge.ts';
import { Member, loadNeighbourhood } from './neighbourhood.ts';
import type { Restated } from './restated.ts';
import { type Run, isStated } from './run.ts';
import { type NewRecord, addRecords, refileRecords, removeRecords } from './source-records.ts';
import type { Reading } from './sources.ts';
import type { StatedHistory } from './stated.ts';
import {
  changeSlugs,
  createPublications,
  releaseSlugs,
  removePublications,
  revisePublications,
} from './write.ts';

/** What changes in the set of source records. */
export interface Change {
  /** The source that is read; null if none is. */
  reading: Reading | null;
  /** What the source states, if nothing that it stated before is the same. */
  added?: readonly NewRecord[];
  /** Publications whose records are looked at, too. */
  publicationIds?: readonly number[];
  /** Ids of records to take out. */
  removed?: ReadonlySet<number>;
  /** How much was seen of the source, by which edited records are recognised. */
  seen: 'a part' | 'all, in parts' | 'all at once';
  /** Told which of the added records are stated as before, on other lines. */
  restated?: Restated;
}

/**
 * Brings publications to what the source records say after a change. Which records are of one publication, and its slug,
 * are derived anew for every title that the change touches.
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
  // What the source stated before of a publication that it states now is taken back.
  for (let outdated = findOutdated(assignment); outdated.length > 0; outdated = findOutdated(assignment)) {
    for (const [before, now] of outdated) replace(before, now);
    assignment = assign();
  }
  await write(assignment, dropped, reading, run);

  /** With a record of the same work that the source states now. */
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
  const { db, formerSlugs, created } = run;
  // Publications that lose a record: it is taken back, or is of another work now.
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
    if (row && row.slug !== slug && !created.has(row.id)) formerSlugs.noteSlug(row);
  for (const { row, absorbed } of works)
    for (const { id, slug } of absorbed) {
      if (!created.has(id)) {
        formerSlugs.noteSlug({ id, slug });
        run.tell({
          event: 'joined',
          publication: row?.slug ?? slug,
          value: slug,
          reason: 'now one publication',
        });
      }
      formerSlugs.noteAbsorbed(id, row?.id ?? id);
    }
  await releaseSlugs(idsOf(renamed), run);
  await removeRecords(
    db,
    [...dropped].flatMap(({ stored }) => stored?.id ?? []),
  );
  if (reading) reading.replacedCount += dropped.size;

  // Rows first: records are filed under them.
  const fresh = touched.filter(({ row }) => row === null);
  const gone = [...abandoned, ...works.flatMap(({ absorbed }) => absorbed)];
  for (const { slug } of abandoned)
    run.tell({ event: 'removed', publication: slug, reason: 'no source states it' });
  await removePublications(
    gone.map(({ id }) => id),
    run,
  );
  await changeSlugs(
    renamed.map(({ row, slug, base }) => ({ id: row?.id ?? 0, slug, base })),
    run,
  );
  for (const { row, slug } of renamed)
    if (row && row.slug !== slug)
      run.tell({
        event: 'renamed',
        publication: slug,
        field: 'slug',
        value: row.slug,
        reason: 'other works of this title',
      });
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
  tellMade(fresh, revised, touched, reading, run);

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
    run.publications.add(publicationId);
    const isOnly = work.members.length === 1 && member.added.stated.raw === null;
    return [{ member, added: member.added, publicationId, isOnly }];
  });
  // Merges are told in the order of the file, with what joined them.
  tellMerged(touched, reading, run);
  if (reading) inBackground(addRecords(db, reading.sourceId, toAdd));
}

/** What the latest record that says something of the publication's history says. */
function historyOf(members: readonly Member[]): StatedHistory | null {
  return members.findLast(({ added }) => added?.stated.history)?.added?.stated.history ?? null;
}

function idsOf(works: readonly Work[]): number[] {
  return works.flatMap(({ row }) => (row ? [row.id] : []));
}

/** What was stated first counts least. */
function merge(members: readonly Member[]) {
  return mergeTestimonies(members);
}

/** Reports new and changed publications, each with the record that made it so; a removed record leaves no line. */
function tellMade(
  created: readonly Work[],
  revised: readonly { id: number; slug: string; record: { title: string } }[],
  works: readonly Work[],
  reading: Reading | null,
  run: Run,
) {
  const lineOf = ({ members }: Work) => {
    const added = members.findLast((member) => member.added !== null)?.added;
    return added && reading ? { file: reading.file, line: added.stated.firstLine } : {};
  };
  for (const work of created)
    run.tell({
      event: 'created',
      ...lineOf(work),
      publication: work.slug,
      value: work.members[0]?.record.title ?? '',
    });
  const byId = new Map(works.map((work) => [work.row?.id, work]));
  for (const { id, slug, record } of revised) {
    const work = byId.get(id);
    run.tell({ event: 'updated', ...(work && lineOf(work)), publication: slug, value: record.title });
  }
}

function tellMerged(works: readonly Work[], reading: Reading | null, run: Run) {
  for (const { members, slug } of works) {
    if (members.length < 2) continue;
    for (const member of members) {
      if (member.added === null) continue;
      run.report.merged++;
      const others = members.filter((other) => other !== member);
      run.tell({
        event: 'merged',
        file: reading?.file ?? '',
        line: member.added.stated.firstLine,
        publication: slug,
        value: member.record.title,
        rule: ruleOf(member, others),
      });
    }
  }
}
