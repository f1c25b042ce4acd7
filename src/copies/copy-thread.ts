import { Failure } from '../model/failure.ts';
import type { CopyTask, CopyWord, MadeCopy } from './copy-task.ts';

/** Makes a copy in a thread of its own. Ended with the signal: Failure('cancelled'); a thread that dies: Failure('unexpected'). */
export function copyInThread(task: CopyTask, at: (ms: number) => void, signal: AbortSignal): Promise<MadeCopy> {
  const thread = new Worker(new URL('./copy-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<MadeCopy>((resolve, reject) => {
    const cancel = () => reject(new Failure('cancelled'));
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    thread.addEventListener('message', ({ data }: MessageEvent<CopyWord>) => {
      if (data.is === 'at') at(data.ms);
      else if (data.is === 'made') resolve(data.made);
      else reject(new Failure(data.code, 'copy'));
    });
    thread.addEventListener('error', (event) => reject(new Failure('unexpected', event.message || 'no thread')));
    thread.postMessage(task);
  }).finally(() => thread.terminate());
}
