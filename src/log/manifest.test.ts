import { describe, expect, it, test } from 'vitest';
import { ed25519Of } from '../model/ed25519.ts';
import { canonical } from './canonical.ts';
import {
  isFileName,
  isManifestSealed,
  type ListedFile,
  MANIFEST_MAX,
  type Manifest,
  manifestText,
  readManifest,
} from './manifest.ts';
import { testSigner } from './testdata/signer.ts';

const verify = ed25519Of(crypto.subtle);
const AT = '2026-03-02T10:00:00.000Z';
const FILES: readonly ListedFile[] = [
  { name: 'log.json', bytes: 1200, sha256: 'n5Wb0Yp8kqzqJ2yTn1v0m8o2l7sQ3dX9aR4uE6tCwHk' },
  { name: 'receipts/one.json', bytes: 0, sha256: 'A'.repeat(43) },
];

async function written(files = FILES): Promise<string> {
  return manifestText(await testSigner(), AT, files);
}

async function read(text: string): Promise<Manifest> {
  const reading = readManifest(text);
  if (!reading.ok) throw new Error(reading.fault);
  return reading.manifest;
}

describe('a manifest', () => {
  it('is read back as it was written, with a seal that holds', async () => {
    const text = await written();
    const manifest = await read(text);
    expect(manifest.files).toEqual(FILES);
    expect(manifest.exportedAt).toBe(AT);
    expect(canonical(manifest)).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ format: 'ask-to-record-export', version: 1 });
    expect(await isManifestSealed(manifest, verify)).toBe(true);
  });

  it('changed in any one byte is refused, or its seal does not hold', async () => {
    const bytes = new TextEncoder().encode(await written());
    for (const at of bytes.keys()) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const reading = readManifest(new TextDecoder().decode(changed));
      const holds = reading.ok && (await isManifestSealed(reading.manifest, verify));
      expect(holds, `byte ${at}`).toBe(false);
    }
  });

  it('cut at any length is refused', async () => {
    const text = await written();
    for (let length = 0; length < text.length; length++) expect(readManifest(text.slice(0, length)).ok).toBe(false);
  });

  it('with files in another order, or one less, or by another device, has no seal that holds', async () => {
    const manifest = await read(await written());
    const others: Manifest[] = [
      { ...manifest, files: manifest.files.toReversed() },
      { ...manifest, files: manifest.files.slice(1) },
      { ...manifest, key: (await read(await manifestText(await testSigner(7), AT, FILES))).key },
    ];
    for (const other of others) expect(await isManifestSealed(await read(canonical(other)), verify)).toBe(false);
  });

  it('that lists no files is one', async () => {
    expect(await isManifestSealed(await read(await written([])), verify)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['json', '{'],
    ['version', { format: 'ask-to-record-log' }],
    ['version', { version: 2 }],
    ['shape', { more: 1 }],
    ['shape', { exportedAt: '2026-03-02T10:00:00Z' }],
    ['shape', { exportedAt: '2026-02-30T10:00:00.000Z' }],
    ['shape', { key: 'AAAA' }],
    ['shape', { files: [{ ...FILES[0], bytes: -1 }] }],
    ['shape', { files: [{ ...FILES[0], sha256: 'short' }] }],
    ['shape', { files: [{ ...FILES[0], name: '../log.json' }] }],
    ['shape', { files: [FILES[0], { ...FILES[0], name: 'LOG.json' }] }],
    ['limits', '['.repeat(50)],
    ['version', `"${'x'.repeat(MANIFEST_MAX - 2)}"`],
    ['limits', `"${'x'.repeat(MANIFEST_MAX - 1)}"`],
  ])('is refused with manifest-%s: %.200j', async (fault, change) => {
    const text = await written();
    // Spelt as it should be, so that it is what it says that is refused.
    const other = typeof change === 'string' ? change : canonical({ ...(await read(text)), ...(change as object) });
    expect(readManifest(other)).toEqual({ ok: false, fault: `manifest-${fault}` });
  });

  it('of as many files as a participant list can have is read, and of one more it is not', async () => {
    const whole = await read(await written());
    const files = (count: number) =>
      canonical({ ...whole, files: Array.from({ length: count }, (_, i) => ({ ...FILES[0], name: `${i}.json` })) });
    expect(readManifest(files(10_000)).ok).toBe(true);
    expect(readManifest(files(10_001))).toEqual({ ok: false, fault: 'manifest-limits' });
  });

  it('of a file of which there would be a half byte is refused', async () => {
    const text = await written();
    expect(readManifest(text.replace(':1200', ':1.5'))).toEqual({ ok: false, fault: 'manifest-shape' });
  });

  it('in any other spelling is refused', async () => {
    const text = await written();
    for (const other of [`${text}\n`, `\ufeff${text}`, JSON.stringify(JSON.parse(text), null, 1)])
      expect(readManifest(other).ok).toBe(false);
  });
});

test('a name leads nowhere but into the folder', () => {
  for (const name of ['log.json', 'receipts/a-1_b.html', '1/2/3/4/5', 'Manifest.txt', 'a'.repeat(200)])
    expect(isFileName(name)).toBe(true);
  const bad = [
    '',
    '.',
    '..',
    '../a',
    'a/../b',
    '/a',
    'a//b',
    'a/',
    'C:\\a',
    '.a',
    'a b',
    'ä',
    'a\u0000',
    'manifest.json',
  ];
  for (const name of [...bad, 'MANIFEST.json', '1/2/3/4/5/6', 'a'.repeat(201)])
    expect(isFileName(name), name).toBe(false);
});

test('a file that cannot be listed is not written', async () => {
  await expect(written([{ name: '../x', bytes: 1, sha256: 'A'.repeat(43) }])).rejects.toThrow(RangeError);
});
