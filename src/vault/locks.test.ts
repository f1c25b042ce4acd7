import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserLocks, memoryLocks } from './locks.ts';

afterEach(() => vi.unstubAllGlobals());

describe('over all windows, the browser is asked', () => {
  test('for a lock that is shared, and for one alone, by its name, and gives what the work gives', async () => {
    const request = vi.fn(async (_name: string, ...rest: unknown[]) => (rest.at(-1) as () => Promise<unknown>)());
    vi.stubGlobal('navigator', { locks: { request } });
    const work = async () => 'done';
    expect(await browserLocks.shared('one', work)).toBe('done');
    expect(await browserLocks.alone('two', work)).toBe('done');
    expect(request.mock.calls).toEqual([
      ['one', { mode: 'shared' }, work],
      ['two', work],
    ]);
  });
});

describe.each(['shared', 'alone'] as const)('in one process, %s', (how) => {
  test('one after the other, in the order in which they asked, under one name; not under two', async () => {
    const locks = memoryLocks();
    const seen: string[] = [];
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = locks[how]('a', async () => {
      await opened;
      seen.push('first');
    });
    const second = locks[how]('a', async () => void seen.push('second'));
    await locks[how]('b', async () => void seen.push('other'));
    open();
    await Promise.all([first, second]);
    expect(seen).toEqual(['other', 'first', 'second']);
  });

  test('whoever fails lets go: the next one goes on, and is not told of it', async () => {
    const locks = memoryLocks();
    const failing = locks[how]('a', () => Promise.reject(new Error('it fell')));
    const next = locks[how]('a', async () => 'went on');
    await expect(failing).rejects.toThrow('it fell');
    expect(await next).toBe('went on');
  });
});
