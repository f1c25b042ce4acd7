import type { BackupOpener } from '../../model/backup.ts';

export interface BackupIntents {
  /** Asks the browser for a folder. */
  choose(): void;
  setAutomatic(on: boolean): void;
  /** The browser asks once more for leave to write. */
  allow(): void;
  backUp(): void;
  check(): void;
  /** Of what runs: backup, check or restore. */
  cancel(): void;
  /** Nothing is written to the folder any more. */
  stop(): void;
  protect(): void;
}

export interface RestoreIntents {
  pick(): void;
  /** check: nothing is written. */
  open(opener: BackupOpener, check: boolean): void;
  cancel(): void;
  openRecords(): void;
}
