import { describe, expect, it } from 'vitest';
import { base64url } from '../model/id.ts';
import { deviceLeafText, deviceOrigin, openingHash, openingText, readDeviceLeaf, readOpening } from './device-leaf.ts';
import { LOG, NINE } from './testdata/meeting.ts';

const HASH = base64url(new Uint8Array(32).fill(7));
const SALT = base64url(new Uint8Array(16).fill(7));
const leaf = { v: 1, index: 4, prev: HASH, checkpoint: HASH, time: '2026-03-02T09:00:00.000Z' };
/** As RFC 8785 spells it. */
const leafOf = (part: object) => {
  const all: Record<string, unknown> = { ...leaf, ...part };
  return JSON.stringify(
    Object.fromEntries(
      Object.keys(all)
        .sort()
        .map((name) => [name, all[name]]),
    ),
  );
};

it('a leaf is RFC 8785 of these members, and is read back', () => {
  const { v: _v, time: _time, ...rest } = leaf;
  expect(deviceLeafText(rest, NINE)).toBe(leafOf({}));
  expect(readDeviceLeaf(leafOf({}))).toEqual(leaf);
});

describe('no leaf is one', () => {
  it.each<[string, object]>([
    ['of another version', { v: 2 }],
    ['with a number that is none', { index: 1.5 }],
    ['before the first', { index: -1 }],
    ['that names half a leaf', { prev: HASH.slice(0, 22) }],
    ['that is committed to half a hash', { checkpoint: HASH.slice(0, 22) }],
    ['that is committed to nothing', { checkpoint: null }],
    ['with a time in words', { time: 'yesterday' }],
    ['with a time without milliseconds', { time: '2026-03-02T09:00:00Z' }],
    ['with a day that there is not', { time: '2026-02-30T09:00:00.000Z' }],
    ['with more than that', { log: LOG }],
  ])('%s', (_, part) => expect(readDeviceLeaf(leafOf(part))).toBeNull());

  it('that is spelt in another way', () => expect(readDeviceLeaf(JSON.stringify(leaf))).toBeNull());
});

it('an opening is a list of salt, log, size and root, and is read back', () => {
  const text = openingText(new Uint8Array(16).fill(7), { log: LOG, size: 3, root: HASH });
  expect(text).toBe(JSON.stringify([SALT, LOG, 3, HASH]));
  expect(readOpening(text)).toEqual({ log: LOG, size: 3, root: HASH });
});

describe('no opening is one', () => {
  it.each<[string, unknown]>([
    ['with half a salt', [SALT.slice(0, 10), LOG, 3, HASH]],
    ['of what is no log', [SALT, `x${LOG}`, 3, HASH]],
    ['of a log and more', [SALT, `${LOG}x`, 3, HASH]],
    ['of a size that is none', [SALT, LOG, -1, HASH]],
    ['with half a root', [SALT, LOG, 3, HASH.slice(0, 22)]],
    ['with more than that', [SALT, LOG, 3, HASH, 1]],
    ['with less than that', [SALT, LOG, 3]],
    ['that is no list', { salt: SALT, log: LOG, size: 3, root: HASH }],
  ])('%s', (_, opening) => expect(readOpening(JSON.stringify(opening))).toBeNull());

  it('that is spelt in another way, or is no JSON', () => {
    expect(readOpening(JSON.stringify([SALT, LOG, 3, HASH], null, 1))).toBeNull();
    expect(readOpening('[')).toBeNull();
  });
});

it('a leaf is committed to the very text of its opening, by SHA-256', async () => {
  // SHA-256 of "abc", FIPS 180-4.
  expect(await openingHash('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});

it('the device’s origin is half of the fingerprint of its key', async () => {
  expect(await deviceOrigin(new Uint8Array(32))).toMatch(/^ask-to-record\/device\/(?:\d{5}-){3}\d{5}$/);
  expect(await deviceOrigin(new Uint8Array(32))).not.toBe(await deviceOrigin(new Uint8Array(32).fill(1)));
});
