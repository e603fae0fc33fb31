/** Number of sets that this process has made. */
let made = 0;

/** Sets of which a publication must be in at least one or, if they are excluded, in none. */
export interface SetClause {
  sets: readonly FoundIds[];
  isExcluded: boolean;
}

/** A set of publications of one version of the catalogue, as a bitmap over their ids. */
export class FoundIds {
  /**
   * DuckDB's representation of a bit string: the number of padding bits (always 0 here), then the bits, of which the
   * first is the highest of its byte.
   */
  readonly data: Uint8Array;
  private readonly name = `set ${++made}`;

  /** Makes an empty set. @param largestId the largest id in the catalogue */
  constructor(largestId: number) {
    this.data = new Uint8Array(2 + (largestId >> 3));
  }

  /** @param ids separated by commas */
  static fromText(ids: string, largestId: number): FoundIds {
    const found = new FoundIds(largestId);
    // There may be a million ids. Splitting the text would create a million strings.
    let id = 0;
    for (let i = 0; i <= ids.length; i++) {
      const code = i < ids.length ? ids.charCodeAt(i) : COMMA;
      if (code === COMMA) {
        found.add(id);
        id = 0;
      } else id = id * 10 + code - ZERO;
    }
    return found;
  }

  /**
   * Makes the set of the publications that are in at least one set of each clause or, if the clause is excluded, in
   * none. Ids without a publication may be in it.
   * @param clauses sets of this version of the catalogue; at least one
   */
  static combine(clauses: readonly SetClause[], largestId: number): FoundIds {
    const combined = new FoundIds(largestId);
    const { data } = combined;
    data.fill(0xff, 1);
    for (const { sets, isExcluded } of clauses)
      for (let i = 1; i < data.length; i++) {
        let bits = 0;
        for (const set of sets) bits |= set.data[i] ?? 0;
        data[i] = (data[i] ?? 0) & (isExcluded ? ~bits : bits);
      }
    return combined;
  }

  /** A name that no other set has, because results are cached by the parameters of their statement as JSON. */
  toJSON(): string {
    return this.name;
  }

  add(id: number): void {
    const byte = 1 + (id >> 3);
    this.data[byte] = (this.data[byte] ?? 0) | (0x80 >> (id & 7));
  }
}

const COMMA = ','.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
