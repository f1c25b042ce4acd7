import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Entry } from '../model/entry.ts';
import { base64url, fromBase64url } from '../model/id.ts';
import {
  isBytes,
  type LeafFault,
  leafHash,
  leafText,
  makeLeaf,
  NO_LEAF,
  parseLeaf,
  readLeafText,
  SALT_BYTES,
  timeOf,
} from './leaf.ts';
import { EVERY_KIND } from './testdata/every-kind.ts';
import { LOG, NINE } from './testdata/meeting.ts';

const made = (entry: Entry, at = NINE) =>
  makeLeaf({ log: LOG, index: 0, prev: NO_LEAF, at, salt: new Uint8Array(SALT_BYTES), seen: '', sealed: {}, entry });

describe('a leaf', () => {
  // Written down by hand, so that no change of the code can change leaves that are already signed for.
  it('has these bytes and this hash for ever', async () => {
    const { bytes, text } = made({ kind: 'went-on-without', ask: null });
    expect(text).toBe(
      '{"entry":{"ask":null,"kind":"went-on-without"},"index":0,"log":"lES5LaIWiv9z5",' +
        '"prev":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","salt":"AAAAAAAAAAAAAAAAAAAAAA","sealed":{},"seen":"",' +
        '"time":"2026-03-02T09:00:00.000Z","v":1}',
    );
    const prefixed = Buffer.concat([Buffer.from([0]), Buffer.from(text, 'utf8')]);
    expect(await leafHash(bytes)).toBe(createHash('sha256').update(prefixed).digest('base64url'));
    expect(await leafHash(bytes)).toBe('O-pQEk2bTLGN8cAWkmXKl0TIKhdvdjC2mF5JldBgCtk');
  });

  it('hashes as in RFC 6962: the empty leaf of the Certificate Transparency vectors', async () => {
    const known = '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d';
    expect(Buffer.from(await leafHash(new Uint8Array()), 'base64url').toString('hex')).toBe(known);
  });

  it.each(Object.values(EVERY_KIND))('of kind $kind comes back as it was', (entry) => {
    const { bytes, leaf } = made(entry);
    expect(parseLeaf(bytes)).toEqual(leaf);
    expect(leaf.entry).toEqual(entry);
  });

  it.each([
    ['no whole ms', Number.NaN],
    ['a fraction', 0.5],
    ['beyond what a date holds', 9e15],
    ['a year of five digits', Date.UTC(12026, 0)],
  ])('is not made of a time that is %s', (_, at) => {
    expect(() => made({ kind: 'paused' }, at)).toThrow('unexpected');
  });

  it('is not made of a short salt', () => {
    const parts = {
      log: LOG,
      index: 0,
      prev: NO_LEAF,
      at: NINE,
      seen: '',
      sealed: {},
      entry: { kind: 'paused' } as const,
    };
    expect(() => makeLeaf({ ...parts, salt: new Uint8Array(15) })).toThrow('unexpected');
  });
});

describe('what is no leaf is refused, and said why', () => {
  const { text, bytes, leaf } = made({ kind: 'paused' });
  const but = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change });

  it.each<[string, LeafFault]>([
    ['', 'leaf-json'],
    [text.slice(0, -1), 'leaf-json'],
    [`\ufeff${text}`, 'leaf-json'],
    ['null', 'leaf-version'],
    ['[]', 'leaf-version'],
    [but({ v: 2 }), 'leaf-version'],
    [but({ v: 2, entry: { kind: 'of-the-future' } }), 'leaf-version'],
    [but({ entry: { kind: 'of-the-future' } }), 'leaf-kind'],
    [but({ entry: { kind: 1 } }), 'leaf-shape'],
    [but({ entry: { kind: 'paused', more: 1 } }), 'leaf-shape'],
    [but({ prev: NO_LEAF.slice(1) }), 'leaf-shape'],
    [but({ salt: 'AAAA' }), 'leaf-shape'],
    [but({ seen: 'AAAA' }), 'leaf-shape'],
    [but({ sealed: { name: 'AAAA' } }), 'leaf-shape'],
    [but({ sealed: { name: NO_LEAF, text: 'AAAA' } }), 'leaf-shape'],
    [but({ time: '2026-02-30T09:00:00.000Z' }), 'leaf-shape'],
    [but({ time: '2026-13-01T09:00:00.000Z' }), 'leaf-shape'],
    [` ${text}`, 'leaf-canonical'],
    [text.replace('"v":1', '"v":1,"v":1'), 'leaf-canonical'],
    [text.replace('"paused"', '"p\\u0061used"'), 'leaf-canonical'],
    [text.replace('{"entry"', '{"__proto__":{},"entry"'), 'leaf-shape'],
  ])('%s: %s', (changed, fault) => {
    expect(readLeafText(changed)).toEqual({ ok: false, fault });
    expect(() => parseLeaf(new TextEncoder().encode(changed))).toThrow(
      expect.objectContaining({ code: 'damaged', detail: fault }),
    );
  });

  it('bytes that are no UTF-8, and a byte order mark before a leaf, which would be lost and with it another hash', () => {
    expect(leafText(bytes)).toBe(text);
    for (const changed of [Uint8Array.from([...bytes, 0xff]), Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes])])
      expect(() => parseLeaf(changed)).toThrow(expect.objectContaining({ code: 'damaged', detail: 'leaf-json' }));
    expect(leafText(Uint8Array.from([...bytes, 0xff]))).toBeNull();
  });

  it('and a leaf is read with its time', () => {
    expect(readLeafText(text)).toEqual({ ok: true, leaf });
    expect(timeOf(leaf)).toBe(NINE);
  });
});

describe('for any bytes', () => {
  it('they are a leaf only when they are exactly what it would be written as', { timeout: 60_000 }, () => {
    const { bytes } = made(EVERY_KIND.answered);
    const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, (all) => {
        const changed = bytes.slice();
        for (const [at, byte] of all) changed[at] = byte;
        const outcome = outcomeOf(changed);
        if (outcome !== 'damaged') expect(outcome).toEqual(changed);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The bytes that the leaf read from `bytes` is written as, or 'damaged'. */
function outcomeOf(bytes: Uint8Array): Uint8Array | 'damaged' {
  try {
    const { v: _, time, salt, ...rest } = parseLeaf(bytes);
    return makeLeaf({ ...rest, at: Date.parse(time), salt: Buffer.from(salt, 'base64url') }).bytes;
  } catch (error) {
    expect(error).toMatchObject({ code: 'damaged' });
    return 'damaged';
  }
}

test('bytes are spelt in one way: for any text, as reading it back says', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }).map((bytes) => base64url(bytes)),
        fc.string({ maxLength: 60 }),
        fc.stringMatching(/^[A-Za-z0-9_-]{20,44}$/),
      ),
      fc.integer({ min: 0, max: 40 }),
      (text, length) => {
        expect(isBytes(text, length)).toBe(fromBase64url(text)?.length === length);
        const own = fromBase64url(text)?.length;
        if (own !== undefined) expect(isBytes(text, own)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
