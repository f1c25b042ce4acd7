import { expect, test } from 'vitest';
import { Lease } from './lease.ts';

const WALL = 1_800_000_000_000;
/** A lease of 3 s from monotonic 1000; both clocks walk together. */
const started = () => new Lease(3000, 1000, WALL);

test('a permit that is not renewed lapses: the recorder stops at its last permitted moment', () => {
  const lease = started();
  expect(lease.look(2500, WALL + 1500)).toBeNull();
  expect(lease.look(4000, WALL + 3000)).toBeNull();
  expect(lease.look(4100, WALL + 3100)).toEqual({ cause: 'lease-lapsed', goodUntil: WALL + 3000 });
});

test('a renewed permit lapses too, counted from when the report was sent', () => {
  const lease = started();
  lease.renew(2000, 3000);
  expect(lease.look(2900, WALL + 1900)).toBeNull();
  expect(lease.look(4500, WALL + 3500)).toBeNull();
  expect(lease.look(5000, WALL + 4000)).toBeNull();
  expect(lease.look(5001, WALL + 4001)).toEqual({ cause: 'lease-lapsed', goodUntil: WALL + 4000 });
});

test('an answer never shortens a permit', () => {
  const lease = started();
  lease.renew(1000, 10);
  expect(lease.look(2500, WALL + 1500)).toBeNull();
  expect(lease.look(3900, WALL + 2900)).toBeNull();
});

test('a permit does not outlast a sleep or a changed clock: good until the last look before it', () => {
  for (const wall of [WALL + 3600, WALL - 1600]) {
    const lease = started();
    expect(lease.look(1500, WALL + 500)).toBeNull();
    expect(lease.look(2000, wall)).toEqual({ cause: 'clock-jumped', goodUntil: WALL + 500 });
  }
  const slow = started();
  expect(slow.look(1500, WALL + 2500)).toBeNull();
});
