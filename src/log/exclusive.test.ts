import { afterEach, describe, expect, it, vi } from 'vitest';
import { exclusive } from './exclusive.ts';

afterEach(() => vi.unstubAllGlobals());

describe('exclusive work', () => {
  it('of one name runs in turn, of another name beside it, and goes on after a failure', async () => {
    const seen: string[] = [];
    const work = (name: string, label: string, fails = false) =>
      exclusive(name, async () => {
        seen.push(`${label} starts`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(`${label} ends`);
        if (fails) throw new Error(label);
        return label;
      });
    const results = await Promise.allSettled([work('x', 'one', true), work('x', 'two'), work('y', 'three')]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(seen.filter((line) => !line.startsWith('three'))).toEqual([
      'one starts',
      'one ends',
      'two starts',
      'two ends',
    ]);
    expect(seen.indexOf('three starts')).toBeLessThan(seen.indexOf('one ends'));
  });

  it('that comes when the one before has ended still waits for whoever came between', async () => {
    const seen: string[] = [];
    const ends = new Map<string, () => void>();
    const work = (label: string) =>
      exclusive('x', async () => {
        seen.push(label);
        await new Promise<void>((resolve) => ends.set(label, resolve));
      });
    const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
    const one = work('one');
    const two = work('two');
    await settle();
    ends.get('one')?.();
    await one;
    await settle();
    const three = work('three');
    await settle();
    expect(seen).toEqual(['one', 'two']);
    ends.get('two')?.();
    await two;
    await settle();
    expect(seen).toEqual(['one', 'two', 'three']);
    ends.get('three')?.();
    await three;
  });

  it('is under the lock of that name, where there are locks', async () => {
    const asked: string[] = [];
    const request = async (name: string, work: () => Promise<unknown>) => {
      asked.push(name);
      return work();
    };
    vi.stubGlobal('navigator', { locks: { request } });
    expect(await exclusive('x', async () => 7)).toBe(7);
    expect(asked).toEqual(['x']);
  });
});
