import { expect, it } from 'vitest';
import { DEVICE_FORMAT, readDeviceBundle } from './device-bundle.ts';

const file = (openings: number) =>
  `{"format":"${DEVICE_FORMAT}","version":1,"openings":[${'{},'.repeat(openings - 1)}{}]}`;

it('as many openings as there may be leaves are looked at, and much more is refused before anything is made of it', () => {
  expect(readDeviceBundle(file(500_000))).toEqual({ ok: false, fault: 'device-shape' });
  expect(readDeviceBundle(file(500_100))).toEqual({ ok: false, fault: 'device-limits' });
});

it('a text that is longer than any file of ours is not read', () => {
  expect(readDeviceBundle('x'.repeat(2 ** 28 + 1))).toEqual({ ok: false, fault: 'device-limits' });
});
