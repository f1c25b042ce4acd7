/** What somebody can do to the lock of the recordings. */
export interface UnlockIntents {
  unlockByPassphrase(passphrase: string): void;
  unlockByPasskey(credential: string): void;
}

export interface VaultIntents extends UnlockIntents {
  protectByPassphrase(passphrase: string): void;
  protectByPasskey(): void;
  /** present: null where it is not asked for. */
  setPassphrase(present: string | null, next: string): void;
  addPasskey(): void;
  removePasskey(credential: string): void;
  giveUp(): void;
  /** A new passphrase for what comes; what is there stays under the lost one. */
  leaveLockBehind(passphrase: string): void;
  openOlder(passphrase: string): void;
  lock(): void;
  setIdle(minutes: number): void;
  cancel(): void;
}
