import { NAMED_KINDS, type NamedKind } from '../publication/memberships.ts';

/** The ids of what a publication names, as its row has them. */
type NamingRow = { id: number } & { readonly [Kind in NamedKind as `${Kind}_ids`]: readonly number[] };

/**
 * Follows the authors, topics and categories of publications that change. If one goes, and each publication that named it
 * names the same other one in its place, that is its successor: the name was corrected.
 */
export class Successions {
  private readonly before = new Map<number, NamingRow>();
  private readonly successors: Record<NamedKind, Map<number, number | null>> = {
    author: new Map(),
    topic: new Map(),
    category: new Map(),
  };

  /** To be told of a publication's row before it is changed or removed. */
  noteBefore(row: NamingRow): void {
    this.before.set(row.id, row);
    for (const kind of NAMED_KINDS)
      for (const id of row[`${kind}_ids`])
        if (!this.successors[kind].has(id)) this.successors[kind].set(id, UNKNOWN);
  }

  /** To be told of a publication's row after it was created or changed. */
  noteNow(row: NamingRow): void {
    const before = this.before.get(row.id);
    if (before === undefined) return;
    this.before.delete(row.id);
    for (const kind of NAMED_KINDS) {
      const [was, is] = [before[`${kind}_ids`], row[`${kind}_ids`]];
      const gone = was.filter((id) => !is.includes(id));
      const come = is.filter((id) => !was.includes(id));
      for (const id of gone) {
        // Authors stand in printed order; of topics and categories only one that replaces one is told.
        const place = was.indexOf(id);
        const isSameLength = kind === 'author' && was.length === is.length;
        const inPlace = isSameLength ? is[place] : gone.length === 1 ? come[0] : undefined;
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

  /** Everything of a kind that changed publications named before. */
  formerOf(kind: NamedKind): number[] {
    return [...this.successors[kind].keys()];
  }

  /** What took the place of one that went; null if nothing did, or several. */
  successorOf(kind: NamedKind, id: number): number | null {
    const successor = this.successors[kind].get(id) ?? UNKNOWN;
    return successor === UNKNOWN ? null : successor;
  }
}

/** Of which nothing is known yet: no row has this id. */
const UNKNOWN = 0;
