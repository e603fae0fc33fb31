/** Number of ids in a chunk, which takes 8 KiB. */
const CHUNK = 65_536;

/** A set of database ids as a bitmap. There may be millions of ids, and they are dense. */
export class IdSet {
  private readonly chunks = new Map<number, Uint8Array>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  has(id: number): boolean {
    const at = id % CHUNK;
    return (((this.chunks.get(Math.floor(id / CHUNK))?.[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
  }

  add(id: number): void {
    if (this.has(id)) return;
    const at = id % CHUNK;
    const key = Math.floor(id / CHUNK);
    const chunk = this.chunks.get(key) ?? new Uint8Array(CHUNK / 8);
    this.chunks.set(key, chunk);
    chunk[at >> 3] = (chunk[at >> 3] ?? 0) | (1 << (at & 7));
    this.count++;
  }

  delete(id: number): void {
    if (!this.has(id)) return;
    const chunk = this.chunks.get(Math.floor(id / CHUNK)) as Uint8Array;
    const at = id % CHUNK;
    chunk[at >> 3] = (chunk[at >> 3] ?? 0) & ~(1 << (at & 7));
    this.count--;
  }

  /** The number of ids that are in both sets. */
  countShared(other: IdSet): number {
    let shared = 0;
    for (const [key, chunk] of this.chunks) {
      const others = other.chunks.get(key);
      if (others)
        for (const [i, bits] of chunk.entries())
          for (let both = bits & (others[i] ?? 0); both !== 0; both &= both - 1) shared++;
    }
    return shared;
  }
}
