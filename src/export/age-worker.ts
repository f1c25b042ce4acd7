import { Failure, type FailureCode } from '../model/failure.ts';
import { type Locking, locked } from './age.ts';

/** What the thread is given, and what it answers with: the stream that comes out, or why there is none. */
export interface LockTask {
  readonly stream: ReadableStream<Uint8Array>;
  readonly locking: Locking;
}
export type LockAnswer =
  | { readonly ok: true; readonly stream: ReadableStream<Uint8Array> }
  | { readonly ok: false; readonly code: FailureCode };

/** A thread of its own: scrypt stands still for a second, and a page that stands still cannot be cancelled. One task, then it is ended. */
addEventListener('message', ({ data }: MessageEvent<LockTask>) => {
  locked(data.stream, data.locking).then(
    (stream) => {
      const answer: LockAnswer = { ok: true, stream };
      postMessage(answer, { transfer: [stream] });
    },
    (error: unknown) => {
      console.warn('an age file:', error);
      const answer: LockAnswer = { ok: false, code: error instanceof Failure ? error.code : 'unexpected' };
      postMessage(answer);
    },
  );
});
