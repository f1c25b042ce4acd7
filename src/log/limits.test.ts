import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { BUNDLE_FORMAT, BUNDLE_VERSION, readBundle } from './bundle.ts';
import { canonical } from './canonical.ts';
import { fingerprintOf } from './fingerprint.ts';
import { exceeds, parseJson } from './json.ts';
import { isFileName } from './manifest.ts';
import { RECEIPT_MAX, type Receipt, readReceipt } from './receipt.ts';

/** What is allowed to its last piece, and refused with one more: FORMAT.md sections 6, 14 and 15 give the numbers. */
const most = { depth: 3, containers: 5 };

describe('going over a text before it is read', () => {
  it.each([
    ['as deep as allowed', '[[[]]]', false],
    ['one deeper', '[[[[]]]]', true],
    ['deep by braces and brackets together', '[{"a":[{}]}]', true],
    ['as many as allowed, one beside the other', '[[],[],[],[]]', false],
    ['one more', '[[],[],[],[],{}]', true],
    ['brackets in a string', '["[[[[[[[[{{{{"]', false],
    ['a string that goes on after a quoted quote', '["\\"[[[[[["]', false],
    ['a string that ends after a quoted backslash', '["\\\\",[[[]]]]', true],
    ['nothing', '', false],
  ])('%s', (_what, text, expected) => expect(exceeds(text, most)).toBe(expected));

  it('a short text is left to the parser, a long one is not when it is too deep', () => {
    expect(parseJson('['.repeat(33) + ']'.repeat(33))).toBeDefined();
    const padded = (depth: number) => `${'['.repeat(depth)}"${'a'.repeat(10_000)}"${']'.repeat(depth)}`;
    expect(parseJson(padded(32))).toBeDefined();
    expect(parseJson(padded(33))).toBeUndefined();
  });
});

describe('an export', () => {
  const log = { log: 'l', platform: 'p', size: 0, head: 'h', leaves: [], disclosures: [] };
  const bundle = (logs: number, checkpoints: number) =>
    JSON.stringify({
      format: BUNDLE_FORMAT,
      version: BUNDLE_VERSION,
      exportedAt: 'now',
      logs: Array.from({ length: logs }, () => ({ ...log, checkpoints: Array<string>(checkpoints).fill('x') })),
    });
  const faultOf = (text: string) => {
    const read = readBundle(text);
    return read.ok ? null : read.fault;
  };

  it('of as many logs, or checkpoints of one, as allowed is read, and with one more it is not', () => {
    expect(faultOf(bundle(10_000, 0))).toBeNull();
    expect(faultOf(bundle(10_001, 0))).toBe('bundle-shape');
    expect(faultOf(bundle(1, 10_000))).toBeNull();
    expect(faultOf(bundle(1, 10_001))).toBe('bundle-shape');
  });

  it('as deep, and of as many parts, as allowed is looked at, and with one more it is not', () => {
    const deep = (depth: number) => `{"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect([faultOf(deep(32)), faultOf(deep(33))]).toEqual(['bundle-version', 'bundle-limits']);
    const wide = (parts: number) => `[${'[],'.repeat(parts - 2)}[]]`;
    expect([faultOf(wide(2_000_000)), faultOf(wide(2_000_001))]).toEqual(['bundle-version', 'bundle-limits']);
  });
});

describe('a receipt', () => {
  const text = readFileSync(new URL('../verify/testdata/addendum.json', import.meta.url), 'utf8');
  const hash = 'A'.repeat(43);
  const whole = JSON.parse(text) as Receipt;
  const faultOf = (part: Partial<Receipt>) => {
    const read = readReceipt(canonical({ ...whole, ...part }));
    return read.ok ? null : read.fault;
  };
  const ids = (count: number) => Array.from({ length: count }, (_, i) => `p${String(i).padStart(12, '0')}`);
  const many = <T>(count: number, one: T) => Array.from({ length: count }, () => one);
  const entry = { index: 0, leaf: '', proof: [] };
  const { text: words, language } = whole.statement;

  it.each<[string, number, (count: number) => Partial<Receipt>]>([
    ['participants', 100, (n) => ({ participants: ids(n) })],
    ['hashes in a proof', 54, (n) => ({ entries: [{ ...entry, proof: many(n, hash) }] })],
    ['notices', 500, (n) => ({ notices: many(n, { language: 'en', version: 1, hash, text: 'x' }) })],
    ['roots', 1000, (n) => ({ roots: many(n, { size: 1, root: hash, consistency: [] }) })],
    ['characters of words', 20_000, (n) => ({ statement: { language, text: 'x'.repeat(n) } })],
    ['characters of a platform', 200, (n) => ({ platform: 'x'.repeat(n) })],
    // A subtag has at most eight characters: `en`, three of eight, and one of five.
    [
      'characters of a language',
      35,
      (n) => ({ statement: { text: words, language: `en${'-abcdefgh'.repeat(3)}-${'a'.repeat(n - 30)}` } }),
    ],
    ['entries', 10_000, (n) => ({ entries: many(n, entry) })],
    ['disclosures', 10_000, (n) => ({ disclosures: many(n, { index: 0, field: 'name' as const, disclosure: '' }) })],
  ])('with as many %s as allowed (%i) is read, and with one more it is not', (_what, count, part) => {
    expect(faultOf(part(count))).toBeNull();
    expect(faultOf(part(count + 1))).toBe('receipt-shape');
  });

  it('needs a participant and an entry, and participants in their order, each once', () => {
    const [one, two] = ids(2) as [string, string];
    for (const part of [
      { participants: [] },
      { entries: [] },
      { participants: [two, one] },
      { participants: [one, one] },
    ])
      expect(faultOf(part)).toBe('receipt-shape');
  });

  it('of as many characters, or as deep, as allowed is looked at, and with one more it is not', () => {
    const fault = (of: string) => {
      const read = readReceipt(of);
      return read.ok ? null : read.fault;
    };
    const long = (length: number) => `"${'x'.repeat(length - 2)}"`;
    expect([fault(long(RECEIPT_MAX)), fault(long(RECEIPT_MAX + 1))]).toEqual(['receipt-version', 'receipt-limits']);
    expect(RECEIPT_MAX).toBe(2 ** 23);
    const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect([fault(deep(8)), fault(deep(9))]).toEqual(['receipt-version', 'receipt-limits']);
    const wide = (parts: number) => `[${'[],'.repeat(parts - 2)}[]]`;
    expect([fault(wide(100_000)), fault(wide(100_001))]).toEqual(['receipt-version', 'receipt-limits']);
  });
});

test('a name in a manifest may have 200 characters in 5 parts, and no more', () => {
  expect([isFileName('a'.repeat(200)), isFileName('a'.repeat(201))]).toEqual([true, false]);
  expect([isFileName('a/b/c/d/e'), isFileName('a/b/c/d/e/f')]).toEqual([true, false]);
});

test('a fingerprint is the one that FORMAT.md section 12 describes', async () => {
  for (const key of [Uint8Array.from({ length: 32 }, (_, i) => i), new Uint8Array(32).fill(255)]) {
    const digest = createHash('sha256')
      .update('ask-to-record/fingerprint')
      .update(Uint8Array.of(0))
      .update(key)
      .digest();
    const groups = [0, 4, 8, 12, 16, 20, 24, 28].map((at) => `${digest.readUInt32BE(at) % 100_000}`.padStart(5, '0'));
    expect(await fingerprintOf(key)).toBe(groups.join(' '));
  }
});
