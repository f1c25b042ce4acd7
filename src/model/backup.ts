import type { FailureCode } from './failure.ts';

/** How the backup stands, for a screen. */
export interface BackupView {
  /** Name of the folder; null: there is no backup. */
  readonly folder: string | null;
  readonly automatic: boolean;
  /** ms UTC of the last run that came to its end. */
  readonly doneAt: number | null;
  /** Why the last one did not. */
  readonly failed: FailureCode | null;
  /** The browser lets us write into the folder now. ask: somebody has to press a button first. */
  readonly leave: 'given' | 'ask';
  /** Meetings of which something is not in it. */
  readonly unsaved: number;
  /** Recorded parts that cannot be taken along yet. */
  readonly waiting: number;
  /** Parts and people that were deleted here and still lie there. */
  readonly pending: number;
  /** Who can open it elsewhere. passkey: only whoever has it there. */
  readonly elsewhere: 'nobody' | 'passkey' | 'fine';
  /** Chrome keeps the data also when the disk is full. */
  readonly persists: boolean;
}

/** Needs somebody to look at it: nothing of it is done by itself. */
export function needsSomebody({ folder, failed, leave, pending }: BackupView): boolean {
  return folder === null || failed !== null || pending > 0 || leave === 'ask';
}

/** What of a backup is not as it was written. `list`: what the folder of a meeting says that is in it. */
export const BACKUP_FAULTS = ['list', 'log', 'names', 'key', 'notes', 'media', 'kept'] as const;
export type BackupFault = (typeof BACKUP_FAULTS)[number];
/** folder: the meeting's, '' for the backup as a whole. */
export interface BackupFound {
  readonly fault: BackupFault;
  readonly folder: string;
}

/** What a restore would give. opened: parts that whoever asked can open; others: those for somebody else, or for nobody asked. */
export interface Checked {
  readonly meetings: number;
  readonly parts: number;
  readonly bytes: number;
  readonly opened: number;
  readonly others: number;
  readonly found: readonly BackupFound[];
}

/** here: meetings that this computer had already. over: parts and names whose time is up. others: parts that only others can open. */
export interface Restored {
  readonly meetings: number;
  readonly parts: number;
  readonly here: number;
  readonly over: number;
  readonly others: number;
  readonly found: readonly BackupFound[];
}

/** left: what was taken out. unread: logs that do not read as they were written. */
export interface BackedUp {
  readonly left: number;
  readonly waiting: number;
  readonly unread: number;
}

/** idle → running → (done | failed) → running … ; cancelled is idle. share: 0..1. bytes: written. */
export type BackupDoing =
  | { readonly is: 'idle' }
  | { readonly is: 'backing-up' | 'checking'; readonly share: number; readonly bytes: number }
  | { readonly is: 'backed-up'; readonly what: BackedUp }
  | { readonly is: 'checked'; readonly what: Checked; readonly opened: boolean }
  | { readonly is: 'failed'; readonly code: FailureCode };

/** A backup that somebody has picked, and what opens it. */
export interface FoundBackup {
  /** Of its folder. */
  readonly name: string;
  readonly meetings: number;
  readonly passphrase: boolean;
  readonly passkeys: readonly { readonly credential: string; readonly addedAt: number }[];
  /** This computer has a lock of its own, and keeps it. */
  readonly ownLock: boolean;
}

/** none → picked → opening → running → (done | failed, picked). check: nothing is written. */
export type RestoreDoing =
  | { readonly is: 'none'; readonly failed: FailureCode | null }
  | { readonly is: 'picked'; readonly found: FoundBackup; readonly failed: FailureCode | null }
  | { readonly is: 'opening'; readonly found: FoundBackup }
  | { readonly is: 'running'; readonly found: FoundBackup; readonly check: boolean; readonly share: number }
  | { readonly is: 'checked'; readonly found: FoundBackup; readonly what: Checked }
  | { readonly is: 'done'; readonly what: Restored };

/** How somebody opens a backup. */
export type BackupOpener =
  | { readonly by: 'passphrase'; readonly passphrase: string }
  | { readonly by: 'passkey'; readonly credential: string }
  | { readonly by: 'identity'; readonly identity: string };
