import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from './source.ts';
import { patched, placesIn, renamed, zipOf } from './testdata/zips.ts';
import { crc32, inflated } from './unzip.ts';
import { openZip, ZIP_LIMITS, ZipFault } from './zip.ts';

/** Counts what is read, so that nobody can make us read for ever. */
function sourceOf(bytes: Uint8Array<ArrayBuffer>, size = bytes.length): Source & { readonly read: () => number } {
  let read = 0;
  return {
    name: 'export.zip',
    size,
    read: () => read,
    bytes: async (from, to) => {
      read += to - from;
      return bytes.slice(from, to);
    },
  };
}

async function unpacked(zip: Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { name, size, bytes } of await openZip(sourceOf(zip)))
    files[name] = new TextDecoder().decode(await bytes(0, size));
  return files;
}

const fault = (zip: Uint8Array<ArrayBuffer>) =>
  unpacked(zip).then(
    () => 'none',
    (error: unknown) => (error instanceof ZipFault ? error.code : `threw ${String(error)}`),
  );

const TWO = { 'a.txt': 'one and one and one', 'b.txt': 'another' };
const two = zipOf(TWO);
const { end, entries, heads } = placesIn(two);
const [firstEntry = 0, secondEntry = 0] = entries;
const [firstHead = 0, secondHead = 0] = heads;

describe('a zip', () => {
  it.each([0, 9] as const)('that is honest is unpacked, stored or deflated (%i)', async (level) => {
    const words = 'many words '.repeat(500);
    const zip = zipOf({ 'log.json': words, 'in/deep/ä.txt': 'ü', empty: '' }, level);
    expect(await unpacked(zip)).toEqual({
      'export.zip/log.json': words,
      'export.zip/in/deep/ä.txt': 'ü',
      'export.zip/empty': '',
    });
  });

  it('with nothing in it has nothing in it, and one with a comment is read', async () => {
    expect(await unpacked(zipOf({}))).toEqual({});
    const comment = patched(Uint8Array.from([...two, 65, 66]), { at: end + 20, bytes: 2, value: 2 });
    expect(Object.keys(await unpacked(comment))).toHaveLength(2);
  });

  const hostile: Readonly<Record<string, readonly [string, Uint8Array<ArrayBuffer>]>> = {
    'that is none': ['zip-shape', new Uint8Array(100)],
    'that is empty of bytes': ['zip-shape', new Uint8Array(0)],
    'with something behind its end': ['zip-shape', Uint8Array.from([...two, 0])],
    'with something before its first file': ['zip-shape', Uint8Array.from([0, ...two])],
    'that says it has fewer files': [
      'zip-shape',
      patched(two, { at: end + 8, bytes: 2, value: 1 }, { at: end + 10, bytes: 2, value: 1 }),
    ],
    'that says it has more files': [
      'zip-shape',
      patched(two, { at: end + 8, bytes: 2, value: 3 }, { at: end + 10, bytes: 2, value: 3 }),
    ],
    'that is one of several': ['zip-shape', patched(two, { at: end + 4, bytes: 2, value: 1 })],
    'of more files than an export has': [
      'zip-limits',
      patched(two, { at: end + 8, bytes: 2, value: 20_000 }, { at: end + 10, bytes: 2, value: 20_000 }),
    ],
    'that is ZIP64': ['zip-limits', patched(two, { at: end + 16, bytes: 4, value: 0xffffffff })],
    'with a file of ZIP64': ['zip-limits', patched(two, { at: firstEntry + 24, bytes: 4, value: 0xffffffff })],
    'that is encrypted': ['zip-shape', patched(two, { at: firstEntry + 8, bytes: 2, value: 1 })],
    'packed by another method': ['zip-shape', patched(two, { at: firstEntry + 10, bytes: 2, value: 12 })],
    'with another method in the file': ['zip-shape', patched(two, { at: firstHead + 8, bytes: 2, value: 0 })],
    'whose files overlap': ['zip-shape', patched(two, { at: secondEntry + 42, bytes: 4, value: firstHead + 31 })],
    'whose files are the same bytes': ['zip-shape', patched(two, { at: secondEntry + 42, bytes: 4, value: firstHead })],
    'with a file behind its end': ['zip-shape', patched(two, { at: secondEntry + 42, bytes: 4, value: 0x7fffffff })],
    'whose first file is longer than the zip, and whose second lies behind it': [
      'zip-shape',
      patched(
        two,
        { at: secondEntry + 42, bytes: 4, value: 0x01000000 },
        { at: firstHead + 26, bytes: 2, value: 0xb905 },
      ),
    ],
    'that unpacks to too much': [
      'zip-limits',
      patched(two, { at: firstEntry + 24, bytes: 4, value: 1024 * 1024 * 1024 }),
    ],
    'that says a smaller size': ['zip-content', patched(two, { at: firstEntry + 24, bytes: 4, value: 5 })],
    'that says a larger size': ['zip-content', patched(two, { at: firstEntry + 24, bytes: 4, value: 50 })],
    'with a wrong sum': ['zip-content', patched(two, { at: firstEntry + 16, bytes: 4, value: 1 })],
    'with a cut name': ['zip-shape', patched(two, { at: secondEntry + 28, bytes: 2, value: 4000 })],
    'that leads out of its folder': ['zip-shape', renamed(two, 0, '../xx')],
    'that leads to the top': ['zip-shape', renamed(two, 0, '/tmpx')],
    'that leads elsewhere on Windows': ['zip-shape', renamed(two, 0, 'c:\\ab')],
    'with an empty part in a name': ['zip-shape', renamed(two, 0, 'a//bc')],
    'with a name that turns itself around': ['zip-shape', renamed(two, 0, 'a\u202ex')],
    'with a name that ends early': ['zip-shape', renamed(two, 0, 'ab\0cd')],
    'with a name twice': ['zip-shape', renamed(two, 1, 'A.TXT')],
    'with two names for one file': ['zip-shape', renamed(two, 1, 'c.txt', 'head')],
    'with a folder that has content': ['zip-shape', renamed(two, 0, 'a.tx/')],
  };
  it.each(Object.entries(hostile))('%s is refused', async (_, [code, zip]) => {
    expect(await fault(zip)).toBe(code);
  });

  it('that is a bomb is refused before it is unpacked, or as soon as it gives more than it said', async () => {
    const zeros = new Uint8Array(20 * 1024 * 1024);
    const bomb = zipOf({ 'log.json': zeros });
    expect(bomb.length).toBeLessThan(zeros.length / ZIP_LIMITS.ratio);
    expect(await fault(bomb)).toBe('zip-limits');
    const [entry = 0] = placesIn(bomb).entries;
    expect(await fault(patched(bomb, { at: entry + 24, bytes: 4, value: 60_000 }))).toBe('zip-content');
  });

  it('whose directory is as large as it likes is not read', async () => {
    const zip = patched(two, { at: end + 12, bytes: 4, value: 0x7fffffff });
    const source = sourceOf(zip);
    await expect(openZip(source)).rejects.toThrow('zip-limits');
    expect(source.read()).toBeLessThanOrEqual(22 + 0xffff);
  });

  it('cut off at any length is refused', async () => {
    for (let length = 0; length < two.length; length++)
      expect(await fault(two.slice(0, length)), `${length}`).not.toBe('none');
  });

  it('with any byte changed gives the very files that it had, or is refused by a code', async () => {
    for (const [at, byte] of two.entries())
      for (const flip of [1, 0x80, 0xff]) {
        const changed = Uint8Array.from(two);
        changed[at] = byte ^ flip;
        const code = await fault(changed);
        if (code === 'none')
          expect(Object.values(await unpacked(changed)).sort(), `${at}`).toEqual(Object.values(TWO).sort());
        else expect(code, `byte ${at} by ${flip}`).toMatch(/^zip-/);
      }
  });

  it('of any bytes throws nothing but a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.tuple(fc.nat(two.length - 1), fc.nat(255))),
        async (bytes, edits) => {
          expect(await fault(Uint8Array.from(bytes))).toMatch(/^zip-/);
          const changed = Uint8Array.from(two);
          for (const [at, value] of edits) changed[at] = value;
          expect(await fault(changed)).toMatch(/^(?:zip-|none)/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('whose files are cut where the second begins is still told what is wrong', async () => {
    expect(secondHead).toBeGreaterThan(firstHead);
    expect(await fault(Uint8Array.from([...two.slice(0, secondHead), ...two.slice(secondHead + 1)]))).toBe('zip-shape');
  });
});

describe('unpacking', () => {
  it('keeps no more than was promised', async () => {
    expect(await inflated(Uint8Array.of(1, 2, 3), 5)).toBeNull();
    expect(await inflated(new Uint8Array(0), 0)).toBeNull();
  });

  it('sums as zip does', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });
});
