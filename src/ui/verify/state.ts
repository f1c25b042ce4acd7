import type { VerifiedFile } from '../../model/verified.ts';

/**
 *   waiting ──check──▶ checking ──▶ done │ broken ; cancel: broken('cancelled') ; again: waiting
 */
export type VerifyState =
  | { readonly at: 'waiting' }
  /** share: 0..1. count: files that were given. */
  | { readonly at: 'checking'; readonly share: number; readonly count: number }
  | { readonly at: 'done'; readonly files: readonly VerifiedFile[]; readonly unlock: 'none' | 'asked' | 'wrong' }
  | { readonly at: 'broken'; readonly why: 'cancelled' | 'nothing' | 'failed' };

/** A file that somebody chose or dropped. path: with the folders that it was in. */
export interface Picked {
  readonly path: string;
  readonly file: File;
}

export interface VerifyIntents {
  readonly check: (picked: readonly Picked[]) => void;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly saveResult: (json: string) => void;
  /** Where age files can be opened: with this passphrase or identity. */
  readonly unlock: ((secret: string) => void) | null;
  /** In the extension: saves the page that stands alone. */
  readonly take: (() => void) | null;
}
