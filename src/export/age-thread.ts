import { Failure } from '../model/failure.ts';
import type { Locking } from './age.ts';
import type { LockAnswer, LockTask } from './age-worker.ts';

/**
 * As `locked`, in a thread of its own, which is ended with the signal: abort it when the stream has been read to its end, or is not wanted any more.
 */
export function lockedInThread(
  stream: ReadableStream<Uint8Array>,
  locking: Locking,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const thread = new Worker(new URL('./age-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      thread.terminate();
      reject(new Failure('cancelled'));
    });
    thread.addEventListener('message', ({ data }: MessageEvent<LockAnswer>) => {
      if (data.ok) resolve(data.stream);
      else reject(new Failure(data.code, 'age'));
    });
    thread.addEventListener('error', (event) => reject(new Failure('unexpected', event.message || 'no thread')));
    const task: LockTask = { stream, locking };
    thread.postMessage(task, [stream]);
  });
}
