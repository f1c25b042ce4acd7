import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IDENTITY, RECIPIENT } from '../vault/testdata/one-recipient.ts';
import { locked } from './age.ts';

const AGE = '/usr/bin/age';

/** More than one of age's 64 kB chunks, so that what it streams is put together again. */
const PLAIN = Uint8Array.from({ length: 200_001 }, (_, i) => (i * 31) & 0xff);

async function exported(): Promise<Uint8Array> {
  const stream = await locked(new Blob([PLAIN]).stream(), { with: 'recipients', recipients: [RECIPIENT] });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe.runIf(existsSync(AGE))('the age that Debian ships', () => {
  test('opens an exported file, byte for byte, and refuses one that was changed or cut', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'exported-'));
    const [file, out] = [join(folder, 'export.zip.age'), join(folder, 'export.zip')];
    const open = () => execFileSync(AGE, ['-d', '-i', join(folder, 'key.txt'), '-o', out, file], { stdio: 'pipe' });
    try {
      const bytes = await exported();
      writeFileSync(join(folder, 'key.txt'), IDENTITY);
      writeFileSync(file, bytes);
      open();
      expect(new Uint8Array(readFileSync(out))).toEqual(PLAIN);
      const changed = bytes.slice();
      changed[100_000] = (changed[100_000] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(open).toThrow();
      writeFileSync(file, bytes.subarray(0, bytes.length - 1));
      expect(open).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('whoever has no age sees at least that it is an age file', async () => {
  expect(new TextDecoder().decode((await exported()).subarray(0, 21))).toBe('age-encryption.org/v1');
});
