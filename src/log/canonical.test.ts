import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, isCanonicable, utf8 } from './canonical.ts';

describe('canonical JSON', () => {
  it('orders members by UTF-16 code units and spells strings as RFC 8785 section 3.2 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonical(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}');
    expect(canonical('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonical([-0, 9007199254740991, true, null])).toBe('[0,9007199254740991,true,null]');
  });

  it.each([
    ['a float', 1.5],
    ['an unsafe integer', 2 ** 53],
    ['NaN', Number.NaN],
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['a hole', new Array(1)],
    ['a lone surrogate', { a: ['\udc00'] }],
    ['a lone surrogate as a name', { '\ud800': 1 }],
    ['a Date', new Date(0)],
    ['a bigint', 1n],
    ['a Map', new Map()],
    ['a toJSON method', { toJSON: () => 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow('unexpected');
    expect(isCanonicable(value)).toBe(false);
  });

  it('names the place and never the value', () => {
    expect(() => canonical({ a: [0, 'Ana \ud800'] })).toThrow(/^unexpected: no canonical form at \$\.a\[1\]$/);
  });
});

describe('for any value', () => {
  const text = fc.string({ unit: 'binary' });
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any')),
      fc.dictionary(text, tie('any'), { noNullPrototype: true }),
    ),
  })).any;

  it('reading and writing again gives the same text, however the members were ordered', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(value, (any) => {
        const once = canonical(any);
        expect(canonical(JSON.parse(once))).toBe(once);
        expect(canonical(turned(any))).toBe(once);
        expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(utf8(once))).toBe(once);
      }),
    );
  });
});

/** The same value with all members in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}
