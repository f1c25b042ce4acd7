import type { Entry, EntryOf } from '../model/entry.ts';
import { LEASE_MS, SLICE_MS } from '../model/gate.ts';
import { isCutOf, PieceBook } from '../model/piece.ts';
import type { Judged } from './codes.ts';

/** What was captured in an epoch, as far as the log has told it. Times are ms UTC. */
interface Stretch {
  readonly openedAt: number;
  started: boolean;
  /** When it was covered no longer: the first entry after which the gate was shut, or its closing. */
  until: number | null;
  sealed: boolean;
}

/**
 * A recorder goes on for as long as its permit holds, and its last chunk is one slice; what it kept cannot be longer than what was
 * covered by more than that, ms.
 */
export const SLACK_MS = LEASE_MS + SLICE_MS;

/**
 *   opened ──started──▶ capturing ──closed──▶ draining ──sealed──▶ kept
 * An epoch opens once, one at a time, and is never opened again; a segment belongs to one epoch and is sealed once.
 */
export class Segments {
  readonly #all = new Map<string, Stretch>();
  readonly #pieces = new PieceBook();
  #open: string | null = null;

  get open(): boolean {
    return this.#open !== null;
  }

  opens({ epoch }: EntryOf<'gate-opened'>, at: number): Judged[] {
    const unsealed = [...this.#all.values()].some(({ sealed }) => !sealed);
    const faults: Judged[] = this.#open !== null || unsealed || this.#all.has(epoch) ? ['epoch-order'] : [];
    this.#all.set(epoch, { openedAt: at, started: false, until: null, sealed: false });
    this.#open = epoch;
    return faults;
  }

  /** After each entry while an epoch is open: what the gate says then. */
  judged(may: boolean, at: number): void {
    const stretch = this.#all.get(this.#open ?? '');
    if (stretch) stretch.until = may ? null : (stretch.until ?? at);
  }

  closes({ epoch }: EntryOf<'gate-closed'>, at: number): Judged[] {
    const stretch = this.#all.get(epoch);
    if (stretch) stretch.until ??= at;
    const faults: Judged[] = this.#open === epoch ? [] : ['epoch-order'];
    this.#open = null;
    return faults;
  }

  starts({ epoch }: EntryOf<'segment-started'>): Judged[] {
    const stretch = this.#all.get(epoch);
    if (!stretch || stretch.sealed || stretch.started) return ['segment-order'];
    stretch.started = true;
    return [];
  }

  /** What is left of an epoch is judged by all that was told of it before. */
  cuts(entry: EntryOf<'cut'>): Judged[] {
    return isCutOf(this.#pieces.all.get(entry.epoch), entry) ? [] : ['segment-cut'];
  }

  told(entry: Entry): void {
    this.#pieces.take(entry);
  }

  seals({ epoch, ms, chunks, bytes, lastHash, cause }: EntryOf<'segment-sealed'>, at: number): Judged[] {
    const stretch = this.#all.get(epoch);
    if (!stretch || stretch.sealed) return ['segment-order'];
    stretch.sealed = true;
    const faults: Judged[] = [];
    const nothing = chunks === 0;
    if (nothing !== (lastHash === '') || (nothing && (ms > 0 || bytes > 0))) faults.push('segment-order');
    // The log's time stands still where the computer's clock ran back, and says nothing about lengths then.
    const covered = (stretch.until ?? at) - stretch.openedAt + SLACK_MS;
    if (cause !== 'clock-jumped' && ms > covered) faults.push('segment-cover');
    return faults;
  }
}
