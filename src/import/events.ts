import type { Work } from './assign.ts';
import { ruleOf } from './identify.ts';
import type { Journal } from './journal.ts';
import type { Head } from './neighbourhood.ts';

/** Reports works whose slug changed because other works have the same title. */
export function reportNewSlugs(works: readonly Work[], { tell }: Journal): void {
  for (const { row, slug } of works)
    if (row && row.slug !== slug)
      tell({
        event: 'renamed',
        publication: slug,
        field: 'slug',
        value: row.slug,
        reason: 'other works of this title',
      });
}

/** Reports publications of earlier runs that were merged into others. */
export function reportJoins(works: readonly Work[], journal: Journal): void {
  for (const { row, absorbed } of works)
    for (const { id, slug } of absorbed)
      if (!journal.isCreated(id))
        journal.tell({
          event: 'joined',
          publication: row?.slug ?? slug,
          value: slug,
          reason: 'now one publication',
        });
}

export function reportRemovals(publications: readonly Head[], { tell }: Journal): void {
  for (const { slug } of publications)
    tell({ event: 'removed', publication: slug, reason: 'no source states it' });
}

/**
 * Reports created and updated publications, with the line of the record that caused the change. A deleted record has no
 * line.
 * @param works all works, to look the updated ones up
 * @param file the file that is being read; null if none is
 */
export function reportChanges(
  created: readonly Work[],
  revised: readonly { id: number; slug: string; record: { title: string } }[],
  works: readonly Work[],
  file: string | null,
  { tell }: Journal,
): void {
  const lineOf = ({ members }: Work) => {
    const added = members.findLast((member) => member.added !== null)?.added;
    return added && file !== null ? { file, line: added.stated.firstLine } : {};
  };
  for (const work of created)
    tell({
      event: 'created',
      ...lineOf(work),
      publication: work.slug,
      value: work.members[0]?.record.title ?? '',
    });
  if (revised.length === 0) return;
  const byId = new Map(works.map((work) => [work.row?.id, work]));
  for (const { id, slug, record } of revised) {
    const work = byId.get(id);
    tell({ event: 'updated', ...(work && lineOf(work)), publication: slug, value: record.title });
  }
}

/** Reports records that share a publication with others, with the rule that joined them. */
export function reportMerges(works: readonly Work[], file: string | null, { tell, report }: Journal): void {
  for (const { members, slug } of works) {
    if (members.length < 2) continue;
    for (const member of members) {
      if (member.added === null) continue;
      report.merged++;
      const others = members.filter((other) => other !== member);
      tell({
        event: 'merged',
        file: file ?? '',
        line: member.added.stated.firstLine,
        publication: slug,
        value: member.record.title,
        rule: ruleOf(member, others),
      });
    }
  }
}
