import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import type { Damage } from '../../model/log-check.ts';
import type { LineProof } from '../../model/log-line.ts';

/** Which log is shown, or all of them. */
export type Scope = LogId | 'all';

export type Checking =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'done'; readonly entries: number; readonly damage: readonly Damage[] }
  | { readonly state: 'failed'; readonly code: FailureCode };

/** The proof that is open, of which line. */
export type Proving =
  | { readonly state: 'none' }
  | { readonly state: 'making'; readonly log: LogId; readonly index: number }
  | { readonly state: 'made'; readonly proof: LineProof }
  | { readonly state: 'failed'; readonly log: LogId; readonly index: number; readonly code: FailureCode };

/** The device's own key; null: nothing was signed yet. */
export interface DeviceKey {
  readonly key: string;
  readonly fingerprint: string;
  /** Leaves of the device log. */
  readonly leaves: number;
}

export interface LogIntents {
  choose(scope: Scope): void;
  prove(log: LogId, index: number): void;
  closeProof(): void;
  saveProof(proof: LineProof): void;
  saveDeviceLog(): void;
  check(): void;
  cancel(what: 'read' | 'check'): void;
}
