/** Wall clock and monotonic clock may part by this much between two looks, ms; more is a sleep or a changed clock. */
const JUMP_MS = 2000;

/** What is wrong at this moment, with the last moment (ms UTC) up to which everything was right. */
export type Lapse = { readonly cause: 'lease-lapsed' | 'clock-jumped'; readonly goodUntil: number };

/** A permit in time: holds until it is over, unless it is renewed. Counts on the monotonic clock only. */
export class Lease {
  #until: number;
  #last: { readonly monotonic: number; readonly wall: number };

  constructor(leaseMs: number, monotonic: number, wall: number) {
    this.#until = monotonic + leaseMs;
    this.#last = { monotonic, wall };
  }

  /** sentAt: monotonic ms when the report was sent to which this is the answer. Never shortens. */
  renew(sentAt: number, leaseMs: number): void {
    this.#until = Math.max(this.#until, sentAt + leaseMs);
  }

  /** Look often: a jump is found between two looks. */
  look(monotonic: number, wall: number): Lapse | null {
    const last = this.#last;
    this.#last = { monotonic, wall };
    if (Math.abs(wall - last.wall - (monotonic - last.monotonic)) > JUMP_MS) {
      return { cause: 'clock-jumped', goodUntil: last.wall };
    }
    const over = monotonic - this.#until;
    return over > 0 ? { cause: 'lease-lapsed', goodUntil: Math.floor(wall - over) } : null;
  }
}
