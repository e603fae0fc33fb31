import { NAMED_KINDS, type NamedKind } from '../publication/memberships.ts';

/** A publication's id and the ids of its authors, topics and categories. */
type NamingRow = { id: number } & { readonly [Kind in NamedKind as `${Kind}_ids`]: readonly number[] };

/**
 * Finds the successors of authors, topics and categories that disappear. An author, topic or category has a successor
 * if each of its publications replaced it with the same other one; its name was then corrected.
 */
export class Successions {
  private readonly before = new Map<number, NamingRow>();
  private readonly successors = Object.fromEntries(
    NAMED_KINDS.map((kind) => [kind, new Map<number, number | null>()]),
  ) as Record<NamedKind, Map<number, number | null>>;

  /** To be called with a publication's row before it is changed or removed. */
  noteBefore(row: NamingRow): void {
    this.before.set(row.id, row);
    for (const kind of NAMED_KINDS)
      for (const id of row[`${kind}_ids`])
        if (!this.successors[kind].has(id)) this.successors[kind].set(id, UNKNOWN);
  }

  /** To be called with a publication's row after it was created or changed. */
  noteNow(row: NamingRow): void {
    const before = this.before.get(row.id);
    if (before === undefined) return;
    this.before.delete(row.id);
    for (const kind of NAMED_KINDS) {
      const [was, now] = [before[`${kind}_ids`], row[`${kind}_ids`]];
      const gone = was.filter((id) => !now.includes(id));
      const come = now.filter((id) => !was.includes(id));
      for (const id of gone) {
        // Authors are matched by position. A topic or category is matched only if exactly one replaces exactly one.
        const place = was.indexOf(id);
        const isSameLength = kind === 'author' && was.length === now.length;
        const inPlace = isSameLength ? now[place] : gone.length === 1 ? come[0] : undefined;
        this.note(
          kind,
          id,
          inPlace !== undefined && come.includes(inPlace) && (isSameLength || come.length === 1)
            ? inPlace
            : null,
        );
      }
    }
  }

  private note(kind: NamedKind, id: number, successor: number | null): void {
    const known = this.successors[kind].get(id) ?? UNKNOWN;
    this.successors[kind].set(id, known === UNKNOWN || known === successor ? successor : null);
  }

  /** The ids of a kind that changed publications had before. */
  formerOf(kind: NamedKind): number[] {
    return [...this.successors[kind].keys()];
  }

  /** The successor of an id; null if there is none, or there are several. */
  successorOf(kind: NamedKind, id: number): number | null {
    const successor = this.successors[kind].get(id) ?? UNKNOWN;
    return successor === UNKNOWN ? null : successor;
  }
}

/** Marks an id without a known successor; no row has this id. */
const UNKNOWN = 0;
