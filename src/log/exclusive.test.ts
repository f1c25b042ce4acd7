import { describe, expect, it } from 'vitest';
import { exclusive } from './exclusive.ts';

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
});
