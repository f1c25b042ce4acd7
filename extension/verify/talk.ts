import type { VerifiedFile } from '../../src/model/verified.ts';
import type { Picked } from '../../src/ui/verify/state.ts';

/** Between a page that checks files and the worker that does it, so that the page stays alive. Both are of one bundle, and trust each other. */
export interface ToChecker {
  readonly picked: readonly Picked[];
  /** A passphrase or age identity for files that are locked, or ''. */
  readonly secret: string;
}

export type FromChecker =
  | { readonly what: 'share'; readonly share: number }
  | { readonly what: 'file'; readonly file: VerifiedFile }
  /** opened: whether the secret opened any file. */
  | { readonly what: 'done'; readonly opened: boolean }
  | { readonly what: 'failed'; readonly why: string };
