import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SealerAnswer, SealerTask } from './passphrase-thread.ts';
import { sealerInThread } from './passphrase-thread.ts';

/** Stands in for the browser's thread: answers as it is told to, and keeps what it was given. */
class Thread extends EventTarget {
  static answer: (thread: Thread, task: SealerTask) => void;
  static made: Thread[] = [];
  ended = false;
  task: SealerTask | null = null;
  constructor(
    readonly url: URL,
    readonly options: WorkerOptions,
  ) {
    super();
    Thread.made.push(this);
  }
  postMessage(task: SealerTask): void {
    this.task = task;
    Thread.answer(this, task);
  }
  terminate(): void {
    this.ended = true;
  }
  says(data: SealerAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const sealed = Uint8Array.of(1, 2);
beforeEach(() => {
  Thread.made = [];
  vi.stubGlobal('Worker', Thread);
});
afterEach(() => vi.unstubAllGlobals());
const answering = (data: SealerAnswer) => {
  Thread.answer = (thread) => thread.says(data);
};

test('seals and opens, each in a thread of its own, and none of them outlives its answer', async () => {
  answering({ ok: true, value: sealed });
  expect(await sealerInThread.seal('AGE-SECRET-KEY-1X', 'four words')).toEqual(sealed);
  answering({ ok: true, value: 'AGE-SECRET-KEY-1X' });
  expect(await sealerInThread.open(sealed, 'four words')).toBe('AGE-SECRET-KEY-1X');
  expect(Thread.made.map(({ task }) => task)).toEqual([
    { identity: 'AGE-SECRET-KEY-1X', passphrase: 'four words' },
    { sealed, passphrase: 'four words' },
  ]);
  expect(Thread.made.map(({ ended }) => ended)).toEqual([true, true]);
  expect(Thread.made[0]?.url.pathname).toMatch(/\/passphrase-worker\.ts$/);
  // As anything else it could import nothing, and no browser would say so before it runs.
  expect(Thread.made[0]?.options).toEqual({ type: 'module' });
});

describe('what is no answer opens nothing, and the passphrase is gone with its thread', () => {
  const open = () => sealerInThread.open(sealed, 'four words');
  const seal = () => sealerInThread.seal('AGE-SECRET-KEY-1X', 'four words');
  afterEach(() => expect(Thread.made.every(({ ended }) => ended)).toBe(true));

  test('a wrong passphrase has its own code', async () => {
    answering({ ok: false, code: 'wrong-passphrase' });
    await expect(open()).rejects.toMatchObject({ code: 'wrong-passphrase' });
  });
  test('bytes in the place of an identity, and words in the place of bytes', async () => {
    answering({ ok: true, value: sealed });
    await expect(open()).rejects.toMatchObject({ code: 'unexpected' });
    answering({ ok: true, value: 'AGE-SECRET-KEY-1X' });
    await expect(seal()).rejects.toMatchObject({ code: 'unexpected' });
  });
  test('a thread that cannot be started', async () => {
    Thread.answer = (thread) => thread.dispatchEvent(new Event('error'));
    await expect(open()).rejects.toMatchObject({ code: 'unexpected' });
  });
});
