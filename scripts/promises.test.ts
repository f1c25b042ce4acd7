import { expect, test } from 'vitest';
import { breakByHand } from './mutation/by-hand.ts';

test('a gate that always opens, an append after the order, a lease that never ends: each breaks a test that names its promise', () => {
  const judged = breakByHand();
  expect(judged).toHaveLength(4);
  for (const { name, failing, named } of judged) expect(named, `${name}: ${failing.join('; ')}`).toBe(true);
}, 300_000);
