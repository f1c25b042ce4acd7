import type { FailureCode } from './failure.ts';

/** How the vault stands, for a screen. */
export interface VaultView {
  /** none: this computer opens it. giving-up: as none for new recordings; older ones wait to be unlocked once more. */
  readonly protection: 'none' | 'protected' | 'giving-up';
  readonly passphrase: boolean;
  readonly passkeys: readonly PasskeyView[];
  /** null: locked, or not protected. */
  readonly unlockedBy: 'passphrase' | 'passkey' | null;
  /** Minutes without use after which it locks. */
  readonly idleMinutes: number;
  /** Keys of some recordings may still be wrapped for those before. */
  readonly unsettled: boolean;
  /** Locks whose passphrase was lost, with recordings under them. */
  readonly older: number;
  /** Others who can open, `age1…`. */
  readonly recipients: readonly string[];
  /** false: only they can open what is recorded from now on. */
  readonly hostPlays: boolean;
}

export interface PasskeyView {
  readonly credential: string;
  /** ms UTC */
  readonly addedAt: number;
}

/** What a page is doing to the vault. idle → working → (wrapping →) (done | failed) → working … */
export type VaultDoing =
  | { readonly is: 'idle' }
  | { readonly is: 'working' }
  | { readonly is: 'wrapping'; readonly share: number }
  | { readonly is: 'done'; readonly what: VaultDone }
  | { readonly is: 'failed'; readonly code: FailureCode };

export const VAULT_DONE = [
  'protected',
  'unlocked',
  'locked',
  'passphrase-set',
  'passkey-added',
  'passkey-removed',
  'given-up',
  'idle-set',
  'lock-left',
  'older-opened',
] as const;
export type VaultDone = (typeof VAULT_DONE)[number];

/** Characters that a new passphrase has at least. Four words are more. */
export const PASSPHRASE_MIN = 12;
export const PASSPHRASE_MAX = 1000;
export const IDLE_CHOICES = [5, 15, 30, 60, 240] as const;

/** Somebody must unlock before anything is played or saved. */
export function isLocked(vault: VaultView): boolean {
  return vault.protection === 'protected' && vault.unlockedBy === null;
}
