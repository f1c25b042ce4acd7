import { beforeEach, expect, test } from 'vitest';
import { type SessionArea, UNLOCKED, Unlocked } from './unlocked.ts';

let items: Record<string, unknown>;
let now: number;
const area: SessionArea = {
  get: async (keys) => Object.fromEntries(Object.entries(items).filter(([key]) => keys.includes(key))),
  set: async (given) => void Object.assign(items, given),
  remove: async (key) => void Reflect.deleteProperty(items, key),
};
const unlocked = new Unlocked(area, () => now);
const MINUTE = 60_000;

beforeEach(async () => {
  [items, now] = [{}, 1_800_000_000_000];
  await unlocked.unlock('AGE-SECRET-KEY-1X', 'passphrase', 15);
});

test('stays open for as long as was said since the last use', async () => {
  now += 15 * MINUTE - 1;
  expect((await unlocked.read())?.identity).toBe('AGE-SECRET-KEY-1X');
  await unlocked.touch();
  now += 15 * MINUTE - 1;
  expect(await unlocked.read()).toMatchObject({ by: 'passphrase' });
  now += 1;
  expect(await unlocked.read()).toBeNull();
  expect(items).not.toHaveProperty(UNLOCKED);
});

test('a touch that comes too late opens nothing again', async () => {
  now += 15 * MINUTE;
  await unlocked.touch();
  expect(await unlocked.read()).toBeNull();
});

test('a clock that was put back locks', async () => {
  now -= 1;
  expect(await unlocked.read()).toBeNull();
});

test('locked by choice, even while a use is being noted', async () => {
  const touching = unlocked.touch();
  await unlocked.lock();
  await touching;
  expect(await unlocked.read()).toBeNull();
});

test('what cannot be understood is no identity', async () => {
  for (const bad of [null, 'AGE-SECRET-KEY-1X', { identity: 'x', by: 'me', idleMs: 1 }]) {
    items[UNLOCKED] = bad;
    expect(await unlocked.read()).toBeNull();
  }
});

test('without the moment of its last use it counts as over', async () => {
  for (const key of Object.keys(items)) if (key !== UNLOCKED) Reflect.deleteProperty(items, key);
  expect(await unlocked.read()).toBeNull();
  expect(items).toEqual({});
});

test('by a passkey it is open as well, from the very moment on', async () => {
  await unlocked.unlock('AGE-SECRET-KEY-1X', 'passkey', 15);
  expect(await unlocked.read()).toMatchObject({ by: 'passkey' });
});

test('a moment of use, or an identity, of another kind than we write opens nothing', async () => {
  const used = Object.keys(items).find((key) => key !== UNLOCKED) ?? '';
  items[used] = String(now);
  expect(await unlocked.read()).toBeNull();
  await unlocked.unlock('AGE-SECRET-KEY-1X', 'passphrase', 15);
  items[UNLOCKED] = { identity: 3, by: 'passphrase', idleMs: MINUTE };
  expect(await unlocked.read()).toBeNull();
});
