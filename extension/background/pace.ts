/** Chunks that are looked back upon: about a minute of them. */
const CHUNKS = 60;
/** Before this it is no rate, ms. */
const ENOUGH_MS = 10_000;

/** How fast a tab's recording takes room at present, from the chunks that were just stored. */
export class Pace {
  readonly #chunks = new Map<number, { readonly bytes: number; readonly endAt: number }[]>();

  /** endAt: ms UTC. */
  took(tab: number, chunk: { readonly bytes: number; readonly endAt: number }): void {
    const before = this.#chunks.get(tab) ?? [];
    // After a pause, or a clock that was put back, it begins anew: what lies between is no recording.
    const gap = chunk.endAt - (before.at(-1)?.endAt ?? chunk.endAt);
    const kept = gap < 0 || gap > ENOUGH_MS ? [] : before.slice(1 - CHUNKS);
    this.#chunks.set(tab, [...kept, { bytes: chunk.bytes, endAt: chunk.endAt }]);
  }

  /** Bytes a second; null while there is too little to tell by. */
  of(tab: number): number | null {
    const [first, ...rest] = this.#chunks.get(tab) ?? [];
    const ms = first ? (rest.at(-1)?.endAt ?? first.endAt) - first.endAt : 0;
    if (ms < ENOUGH_MS) return null;
    return (rest.reduce((sum, { bytes }) => sum + bytes, 0) * 1000) / ms;
  }

  forget(tab: number): void {
    this.#chunks.delete(tab);
  }
}
