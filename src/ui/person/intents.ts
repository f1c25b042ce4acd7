import type { FailureCode } from '../../model/failure.ts';
import type { LogId } from '../../model/id.ts';
import type { HeldBeside, PersonRecord } from '../../model/person.ts';
import type { LongerReason, Refusal, Wanted } from '../../model/rights.ts';
import type { UnlockIntents } from '../vault/intents.ts';

/** What one meeting holds of them, and what lies beside its log. */
export interface ShownPerson {
  readonly record: PersonRecord;
  readonly beside: HeldBeside;
  /** asked: the one whose page this is. account: the site shows the same account. host: by the host's choice. */
  readonly by: 'asked' | 'account' | 'host';
}

/** What was pressed last. running ──▶ done │ failed */
export type Doing =
  | { readonly state: 'none' }
  | { readonly state: 'running' | 'done'; readonly what: Deed }
  | { readonly state: 'failed'; readonly what: Deed; readonly code: FailureCode };
export type Deed = 'request' | 'told' | 'name' | 'withdraw' | 'erase';

export interface PersonIntents extends UnlockIntents {
  /** A meeting in which only the name is the same: the host says that it is them, or takes that back. */
  include(log: LogId, is: boolean): void;
  /** notes: with what reviewers wrote about them. */
  save(notes: boolean): void;
  cancelSave(): void;
  note(what: Wanted): void;
  end(log: LogId, request: number): void;
  refuse(log: LogId, request: number, why: Refusal): void;
  /** It takes longer; told: the day, YYYY-MM-DD, on which they were told why. */
  extend(log: LogId, request: number, why: LongerReason, told: string): void;
  /** Whoever got what left in that entry was told on that day; null takes it back. */
  told(log: LogId, exported: number, on: string | null): void;
  correct(name: string): void;
  withdraw(): void;
  erase(): void;
}
