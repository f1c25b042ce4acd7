import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkExport, holds } from '../log/check.ts';
import { isManifestSealed, readManifest } from '../log/manifest.ts';
import { ANA, type Bench, LOG, MEETING, NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { EXPORT_FORMATS } from '../model/export.ts';
import { base64url } from '../model/id.ts';
import { SETTINGS } from '../model/settings.ts';
import { SAID } from '../verify/testdata/receipts.ts';
import { locked, notRecipients } from './age.ts';
import { type FullOrder, filesOf } from './formats.ts';
import { orderOf } from './testdata/order.ts';
import { measured, bytesOf as utf8Of, zipOf } from './zip.ts';

let bench: Bench;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  bench = await openBench();
  await write(bench.store, MEETING);
});

const order = async (part: Partial<FullOrder> = {}): Promise<FullOrder> => ({
  ...orderOf(bench),
  signer: await testSigner(),
  stated: { ...SETTINGS, controller: { ...SETTINGS.controller, name: 'Beispiel GmbH', contact: 'x@example.com' } },
  words: { tell: (entry) => entry.kind, why: (reason) => reason },
  receipts: SAID,
  ...part,
});

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

const zip = async (part: Partial<FullOrder> = {}) => {
  const whole = await order(part);
  return zipOf(filesOf(EXPORT_FORMATS, whole), whole.at, await testSigner());
};

describe('a zip of everything', () => {
  it('has each format, and a sealed manifest with the hash of each file', async () => {
    const files = unzipSync(await bytesOf(await zip()));
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'report.html',
      'answers.csv',
      'log.json',
      'consent-records.jsonld',
      `kantara/${LOG}-4.json`,
      `receipts/Ana-Silva-${LOG}-${ANA}.json`,
      `receipts/Ana-Silva-${LOG}-${ANA}.html`,
      'manifest.json',
    ]);
    const text = (name: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[name]);
    const reading = readManifest(text('manifest.json'));
    if (!reading.ok) throw new Error(reading.fault);
    expect(await isManifestSealed(reading.manifest, ed25519Of(crypto.subtle))).toBe(true);
    const { 'manifest.json': _, ...others } = files;
    const listed = await Promise.all(
      Object.entries(others).map(async ([name, bytes]) => ({
        name,
        bytes: bytes.length,
        sha256: base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))),
      })),
    );
    expect(reading.manifest.files).toEqual(listed);
    expect(holds(await checkExport(text('log.json')))).toBe(true);
    expect(text('answers.csv').startsWith('\ufeff"meeting_opened"')).toBe(true);
  });

  it('is the same twice, byte for byte', async () => {
    expect(Buffer.compare(await bytesOf(await zip()), await bytesOf(await zip()))).toBe(0);
  });

  it('tells how far it is, up to the end', async () => {
    const shares: number[] = [];
    await bytesOf(await zip({ progress: ({ done, total }) => shares.push(done / total) }));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('ends where it is cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(bytesOf(await zip({ signal: stop.signal }))).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is of one moment, although the meeting goes on meanwhile', async () => {
    const whole = await order();
    const parts: string[] = [];
    for await (const { name, pieces } of filesOf(['csv', 'json'], whole)) {
      for await (const piece of pieces) parts.push(piece);
      if (name !== 'answers.csv') continue;
      const row = await bench.store.row(LOG);
      if (!row) throw new Error('no log');
      const item = {
        draft: { entry: { kind: 'paused' as const }, subject: null, disclosures: {} },
        at: NINE + 99_000,
        seen: '',
      };
      expect((await bench.store.append(LOG, row, [item], null)).ok).toBe(true);
    }
    expect(parts.join('')).toContain(`"size":${MEETING.length}`);
  });

  it('is measured as it is', async () => {
    const meter = measured();
    const bytes = await bytesOf((await zip()).pipeThrough(meter.through));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
    expect(Buffer.compare(bytes, await bytesOf(await zip()))).toBe(0);
    expect(meter.result()).toEqual({ bytes: bytes.length, sha256: Buffer.from(hash).toString('hex') });
  });
});

it('a zip has no file that would be unpacked elsewhere than beside the others', async () => {
  const away = zipOf([{ name: '../log.json', pieces: ['x'] }], NINE, await testSigner());
  await expect(bytesOf(away)).rejects.toMatchObject({ code: 'unexpected' });
});

describe('a text as bytes', () => {
  let ended = false;
  async function* pieces() {
    try {
      yield 'Zoë ';
      yield '🌿';
    } finally {
      ended = true;
    }
  }

  it('is its UTF-8, whole', async () => {
    expect(new TextDecoder().decode(await bytesOf(utf8Of(pieces())))).toBe('Zoë 🌿');
  });

  it('is not made further once nobody reads it', async () => {
    ended = false;
    const reader = utf8Of(pieces()).getReader();
    await reader.read();
    await reader.cancel();
    expect(ended).toBe(true);
  });
});

describe('an age file', () => {
  it('opens with the key that it was locked to, and with no other', { timeout: 20_000 }, async () => {
    const { Decrypter, generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const [mine, other] = [await generateX25519Identity(), await generateX25519Identity()];
    const plain = await bytesOf(await zip());
    const recipients = [await identityToRecipient(mine)];
    const file = await bytesOf(await locked(await zip(), { with: 'recipients', recipients }));
    const open = async (identity: string) => {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      return decrypter.decrypt(file);
    };
    expect(Buffer.compare(await open(mine), plain)).toBe(0);
    await expect(open(other)).rejects.toThrow();
  });

  it('is not made for what is no key', async () => {
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const secret = await generateX25519Identity();
    const key = await identityToRecipient(secret);
    expect(await notRecipients([key, 'age1abc', '', secret, `${key}x`])).toEqual(['age1abc', '', secret, `${key}x`]);
    await expect(
      locked(new Blob(['x']).stream(), { with: 'recipients', recipients: ['age1abc'] }),
    ).rejects.toMatchObject({
      code: 'bad-recipient',
    });
  });
});
