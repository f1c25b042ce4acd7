import { ed25519Of } from '../../src/model/ed25519.ts';
import { checkFiles } from '../../src/verify/files.ts';
import type { Source } from '../../src/verify/source.ts';
import type { FromChecker, ToChecker } from './talk.ts';

/** Opens an age file with a passphrase or identity; null when that is not the one. */
export type Unlock = (source: Source, secret: string) => Promise<Source | null>;

/** The worker's side: one message with files, then what was found, as it is found. Cancelling is ending the worker. */
export function serveChecks(post: (message: FromChecker) => void, unlock: Unlock | null): (message: ToChecker) => void {
  return ({ picked, secret }) => {
    check(picked, secret, post, unlock).catch((error: unknown) => post({ what: 'failed', why: String(error) }));
  };
}

async function check(
  picked: ToChecker['picked'],
  secret: string,
  post: (message: FromChecker) => void,
  unlock: Unlock | null,
): Promise<void> {
  const sources = picked.map(({ path, file }): Source => {
    const bytes = async (from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());
    return { name: path, size: file.size, bytes };
  });
  let opened = false;
  const open = async (source: Source) => {
    const inside = unlock && secret !== '' ? await unlock(source, secret) : null;
    opened ||= inside !== null;
    return inside;
  };
  const checked = checkFiles(sources, {
    verify: ed25519Of(crypto.subtle),
    signal: new AbortController().signal,
    progress: (share) => post({ what: 'share', share }),
    unlock: open,
  });
  for await (const file of checked) post({ what: 'file', file });
  post({ what: 'done', opened });
}
