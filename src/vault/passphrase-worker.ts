import { Failure } from '../model/failure.ts';
import { sealerHere } from './passphrase.ts';
import type { SealerAnswer, SealerTask } from './passphrase-thread.ts';

/** A thread of its own for the costly part. It is told one task, and ended after it. */
const sealer = sealerHere();

addEventListener('message', ({ data }: MessageEvent<SealerTask>) => {
  const done =
    'identity' in data ? sealer.seal(data.identity, data.passphrase) : sealer.open(data.sealed, data.passphrase);
  done.then(
    (value) => answer({ ok: true, value }),
    (error: unknown) => {
      console.warn('passphrase:', error);
      answer({ ok: false, code: error instanceof Failure ? error.code : 'unexpected' });
    },
  );
});

function answer(message: SealerAnswer): void {
  postMessage(message);
}
