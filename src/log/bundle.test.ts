import { expect, it } from 'vitest';
import { BUNDLE_MAX, readBundle } from './bundle.ts';

it('a text that is longer than any export of ours is not read', () => {
  expect(readBundle('x'.repeat(BUNDLE_MAX + 1))).toEqual({ ok: false, fault: 'bundle-limits' });
  expect(readBundle('x')).toEqual({ ok: false, fault: 'bundle-json' });
});
