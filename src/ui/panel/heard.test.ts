import { describe, expect, it } from 'vitest';
import { addHeard, ENOUGH_MS, UNHEARD } from './heard.ts';

const after = (levels: readonly number[], every = 250): number =>
  levels.reduce((so, level, i) => addHeard(so, level, i * every), UNHEARD).ms;

describe('somebody who speaks', () => {
  it('is heard after about a second of speech, pauses between the words aside', () => {
    expect(after([0.1, 0.1, 0.1, 0.1])).toBeLessThan(ENOUGH_MS);
    expect(after([0.1, 0.1, 0.1, 0.1, 0.1])).toBe(ENOUGH_MS);
    expect(after([0.1, 0.1, 0, 0.1, 0, 0, 0.1, 0.1])).toBe(ENOUGH_MS);
  });

  it('is not heard in a quiet room or by a cough, and a gap in which nothing was measured counts little', () => {
    expect(after([0.005, 0.005, 0.005, 0.005, 0.005, 0.005])).toBe(0);
    expect(after([0, 0, 0.5, 0, 0, 0])).toBeLessThan(ENOUGH_MS);
    expect(after([0.1, 0.1, 0.1], 20_000)).toBeLessThan(ENOUGH_MS);
    expect(after([0.1])).toBe(0);
  });
});
