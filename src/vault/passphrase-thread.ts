import { Failure, type Outcome } from '../model/failure.ts';
import type { Sealer } from './passphrase.ts';

export type SealerTask =
  | { readonly identity: string; readonly passphrase: string }
  | { readonly sealed: Uint8Array<ArrayBuffer>; readonly passphrase: string };
export type SealerAnswer = Outcome<string | Uint8Array<ArrayBuffer>>;

/** In a thread of its own, so that the page stays alive meanwhile. The thread, and the passphrase in it, are gone afterwards. */
export const sealerInThread: Sealer = {
  seal: async (identity, passphrase) => {
    const sealed = await run({ identity, passphrase });
    if (typeof sealed === 'string') throw new Failure('unexpected', 'no sealed identity');
    return sealed;
  },
  open: async (sealed, passphrase) => {
    const identity = await run({ sealed, passphrase });
    if (typeof identity !== 'string') throw new Failure('unexpected', 'no identity');
    return identity;
  },
};

function run(task: SealerTask): Promise<string | Uint8Array<ArrayBuffer>> {
  const thread = new Worker(new URL('./passphrase-worker.ts', import.meta.url), { type: 'module' });
  const answered = new Promise<string | Uint8Array<ArrayBuffer>>((resolve, reject) => {
    thread.addEventListener('message', ({ data }: MessageEvent<SealerAnswer>) => {
      if (data.ok) resolve(data.value);
      else reject(new Failure(data.code, 'passphrase'));
    });
    thread.addEventListener('error', (event) => reject(new Failure('unexpected', event.message || 'no thread')));
  });
  thread.postMessage(task);
  return answered.finally(() => thread.terminate());
}
