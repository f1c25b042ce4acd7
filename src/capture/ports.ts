import type { SealCause } from '../model/observation.ts';
import type { Levels } from '../model/panel.ts';

/** How one chunk fared, or, with seq null, only that the recorder is alive (no chunk came for a while: a still picture). */
export interface ChunkReport {
  readonly seq: number | null;
  /** ms UTC; nothing in the chunk is later. */
  readonly endAt: number;
  /** Bytes before encryption of this chunk; 0 with seq null. */
  readonly bytes: number;
  /** Media ms of the segment so far. */
  readonly ms: number;
  /** How long nothing above -70 dBFS came from the meeting, ms: compare it with what the tab says of itself. */
  readonly meetingSilentMs: number;
}

/** The answer to a report. microphone: whether the host's microphone may be in the recording now. */
export type Permit =
  | { readonly ok: true; readonly leaseMs: number; readonly microphone: boolean }
  | { readonly ok: false };

/** bytes: before encryption; ms: media ms from the start to the chunk's end. The index is the chunk's number. */
export interface LedgerLine {
  readonly bytes: number;
  readonly ms: number;
}

/** What the recorder knows when a segment is over; what was kept of it is known only after settling. */
export interface SealReport {
  readonly cause: SealCause;
  /** ms UTC: throw away what ended later; null keeps all. */
  readonly cutAfter: number | null;
  /** One line for each chunk that came out of the recorder while it might be kept. */
  readonly ledger: readonly LedgerLine[];
  /** Chunks that came out of the recorder in all: what is not kept of them was dropped. */
  readonly made: number;
}

/** Everything that a segment needs of the world. */
export interface SegmentPorts {
  /** Stores a chunk or throws it away, as the gate says. Called for one chunk at a time, in order. Rejects with a Failure. */
  put(bytes: Uint8Array<ArrayBuffer>, seq: number, endAt: number): Promise<'kept' | 'thrown-away'>;
  /** A rejection is a report that got lost: no permit, and it is sent again soon. */
  report(report: ChunkReport): Promise<Permit>;
  /** The first sound or picture is in. */
  started(): void;
  /** About four times a second while the segment runs. */
  levels(levels: Levels): void;
  /** Once, when the last chunk is stored or thrown away. */
  sealed(report: SealReport): void;
  /** ms of a clock that never jumps. */
  monotonic(): number;
  /** ms UTC of the computer's clock. */
  now(): number;
}
