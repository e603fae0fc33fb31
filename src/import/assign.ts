import { groupBy } from '../db/batch.ts';
import type { Head, Member } from './neighbourhood.ts';
import { type Slugged, chooseSlugs } from './slugs.ts';
import { groupWorks } from './identify.ts';

/** A work, with the row of its publication. */
export interface Work extends Slugged {
  members: Member[];
  /** Null if it needs a new row. */
  row: Head | null;
  /** Other publications of the same work, whose rows are deleted. */
  absorbed: Head[];
}

/** A record that replaces a record of a publication. */
export interface Claim {
  member: Member;
  publicationId: number;
}

export interface Assignment {
  works: Work[];
  /** Publications that no record states any more. */
  abandoned: Head[];
}

/**
 * Groups records into works. Each work gets the row of the publication that had most of its records, so that ids are
 * stable. Records keep their order.
 */
export function assignRows(
  members: readonly Member[],
  publications: ReadonlyMap<number, Head>,
  claims: readonly Claim[],
): Assignment {
  const rank = new Map(members.map((member, i) => [member, i]));
  const grouped = groupWorks(members).map((group) =>
    group.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
  );
  const slugged = chooseSlugs(grouped);
  const works = grouped.map((group, i): Work => ({
    ...(slugged[i] as Slugged),
    members: group,
    row: null,
    absorbed: [],
  }));
  const votes = countVotes(works, claims);
  const heirs = new Map<Work, Head[]>();
  const abandoned: Head[] = [];
  for (const head of publications.values()) {
    const [heir] = [...(votes.get(head.id) ?? [])].sort(
      ([a, m], [b, n]) =>
        n - m || Number(b.slug === head.slug) - Number(a.slug === head.slug) || (a.slug < b.slug ? -1 : 1),
    );
    if (heir === undefined) abandoned.push(head);
    else heirs.set(heir[0], [...(heirs.get(heir[0]) ?? []), head]);
  }
  for (const [work, heads] of heirs) {
    const votesOf = (head: Head) => votes.get(head.id)?.get(work) ?? 0;
    const [row = null, ...absorbed] = heads.sort(
      (a, b) =>
        Number(b.slug === work.slug) - Number(a.slug === work.slug) || votesOf(b) - votesOf(a) || a.id - b.id,
    );
    Object.assign(work, { row, absorbed });
  }
  return { works, abandoned };
}

/** Counts how many records of each publication are in each work. */
function countVotes(works: readonly Work[], claims: readonly Claim[]) {
  const claimed = groupBy(claims, ({ member }) => member);
  const votes = new Map<number, Map<Work, number>>();
  for (const work of works)
    for (const member of work.members)
      for (const id of [
        ...(member.stored ? [member.stored.publicationId] : []),
        ...(claimed.get(member) ?? []).map(({ publicationId }) => publicationId),
      ]) {
        const ofPublication = votes.get(id) ?? new Map<Work, number>();
        votes.set(id, ofPublication.set(work, (ofPublication.get(work) ?? 0) + 1));
      }
  return votes;
}
