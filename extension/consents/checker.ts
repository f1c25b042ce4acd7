import { ed25519Of } from '../../src/model/ed25519.ts';
import type { MyConsent } from '../../src/model/my-consent.ts';
import { type Compared, compareFile } from '../../src/verify/given-file.ts';

/** Between My consents and the worker that checks a file, so that the page stays alive. Both are of one bundle, and trust each other. */
export interface ToChecker {
  readonly file: File;
  /** All that is kept: whose the file is, is found out. */
  readonly rows: readonly MyConsent[];
}

export type FromChecker =
  /** 0..1, in whole hundredths, each once */
  | { readonly what: 'share'; readonly share: number }
  | { readonly what: 'found'; readonly found: Compared }
  | { readonly what: 'failed'; readonly why: string };

/** The worker's side: one file, then how far it is, then what was found. Cancelling is ending the worker. */
export function serveChecks(post: (message: FromChecker) => void): (message: ToChecker) => void {
  return ({ file, rows }) => {
    let told = 0;
    const step = (share: number) => {
      const hundredths = Math.floor(share * 100);
      if (hundredths > told) post({ what: 'share', share: hundredths / 100 });
      told = Math.max(told, hundredths);
    };
    file
      .text()
      .then((text) => compareFile(text, rows, ed25519Of(crypto.subtle), step))
      .then(
        (found) => post({ what: 'found', found }),
        (error: unknown) => post({ what: 'failed', why: String(error) }),
      );
  };
}
