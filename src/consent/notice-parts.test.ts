import { describe, expect, test } from 'vitest';
import { cutNotice, PARTS_MAX } from './notice-parts.ts';

describe('a notice in several posts', () => {
  test('in one, all sentences stand in their order', () => {
    expect(cutNotice(['A.', 'B.', 'C.'], 1)).toEqual(['A. B. C.']);
    expect(cutNotice(['A.'], 1)).toEqual(['A.']);
  });

  test('the longest post is as short as can be, wherever the long sentence stands', () => {
    const long = 'l'.repeat(10);
    expect(cutNotice([long, 'b', 'c'], 2)).toEqual([long, 'b c']);
    expect(cutNotice(['a', 'b', long], 2)).toEqual(['a b', long]);
    expect(cutNotice(['a', long, 'c', 'd'], 3)).toEqual(['a', long, 'c d']);
  });

  test('of two ways that are as good, every extension takes the one with the shorter beginning', () => {
    expect(cutNotice(['aa', 'bb', 'cc'], 2)).toEqual(['aa', 'bb cc']);
  });

  test('as many posts as sentences: one each', () => {
    expect(cutNotice(['A.', 'B.', 'C.'], 3)).toEqual(['A.', 'B.', 'C.']);
  });

  test('not more posts than sentences, and not none', () => {
    expect(cutNotice(['A.', 'B.'], 3)).toBeNull();
    expect(cutNotice(['A.', 'B.'], 0)).toBeNull();
    expect(cutNotice([], 1)).toBeNull();
  });

  test('no site gets more than nine in a row', () => {
    expect(PARTS_MAX).toBe(9);
  });
});
