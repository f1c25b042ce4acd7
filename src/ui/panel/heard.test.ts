import { describe, expect, it } from 'vitest';
import { addHeard, ENOUGH_MS, type HeardSoFar } from './heard.ts';

const after = (levels: readonly (number | null)[], every = 250): number =>
  levels.reduce<HeardSoFar>((so, level, i) => addHeard(so, level, i * every), { ms: 0, last: null }).ms;

describe('somebody who speaks', () => {
  it('is heard after about a second of speech', () => {
    expect(after([0.1, 0.1, 0.1, 0.1])).toBeLessThan(ENOUGH_MS);
    expect(after([0.1, 0.1, 0.1, 0.1, 0.1])).toBe(ENOUGH_MS);
    expect(after([0.1, 0.1, 0.1, 0, 0.1, 0.1, 0.1])).toBe(ENOUGH_MS);
  });

  it('is not heard in a quiet room, without a microphone, by coughs, or over a gap in which nothing was measured', () => {
    expect(after([0.005, 0.005, 0.005, 0.005, 0.005, 0.005])).toBe(0);
    expect(after([null, null, null, null, null])).toBe(0);
    expect(after([0.5, 0, 0.5, 0, 0.5, 0, 0.5])).toBe(0);
    expect(after([0.1, 0.1, 0.1], 2000)).toBe(0);
  });
});
