import { openDatabase } from '../database/schema.ts';
import { drawVoice } from '../mask/voice.ts';
import { Failure } from '../model/failure.ts';
import type { CopyTask, CopyWord } from './copy-task.ts';
import { maskCopy } from './mask-copy.ts';

/**
 * A thread of its own: masking takes a core for a while. One copy, then it is ended, from outside at any moment. How the voices were changed is
 * drawn here, known nowhere else, and gone with the thread.
 */
addEventListener('message', ({ data: task }: MessageEvent<CopyTask>) => {
  const say = (word: CopyWord) => postMessage(word);
  make(task, say).catch((error: unknown) => {
    console.warn('a copy:', error);
    say({ is: 'failed', code: error instanceof Failure ? error.code : 'unexpected' });
  });
});

async function make(task: CopyTask, say: (word: CopyWord) => void): Promise<void> {
  const lost = new AbortController();
  const db = await openDatabase(() => lost.abort());
  try {
    const at = (ms: number) => say({ is: 'at', ms });
    const made = await maskCopy(db, task, [drawVoice(random), drawVoice(random)], at, lost.signal);
    say({ is: 'made', made });
  } catch (error) {
    throw lost.signal.aborted ? new Failure('storage-failed', 'the database was taken away', { cause: error }) : error;
  } finally {
    db.close();
  }
}

/** 0 up to 1, from the browser's cryptographic generator: nobody can draw the same again. */
function random(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}
