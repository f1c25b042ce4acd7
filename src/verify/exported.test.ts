import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { filesOf } from '../export/formats.ts';
import { orderOf } from '../export/testdata/order.ts';
import { zipOf } from '../export/zip.ts';
import { NINE, openBench, write } from '../log/testdata/meeting.ts';
import { testSigner } from '../log/testdata/signer.ts';
import { ed25519Of } from '../model/ed25519.ts';
import { EXPORT_FORMATS } from '../model/export.ts';
import { SETTINGS } from '../model/settings.ts';
import { type CheckedFile, checkFiles, verdictOf } from './files.ts';
import { SAID } from './testdata/receipts.ts';
import { meeting } from './testdata/story.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** The zip of everything, as the product writes it. */
async function exportedZip(): Promise<Uint8Array<ArrayBuffer>> {
  const bench = await openBench();
  await write(bench.store, await meeting());
  const signer = await testSigner();
  const order = {
    ...orderOf(bench),
    signer,
    stated: { ...SETTINGS, controller: { ...SETTINGS.controller, name: 'Beispiel GmbH', contact: 'x@example.com' } },
    words: { tell: (entry: { kind: string }) => entry.kind, why: (reason: string) => reason },
    receipts: SAID,
  };
  const stream = zipOf(filesOf(EXPORT_FORMATS, order), NINE, signer);
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

async function checked(bytes: Uint8Array<ArrayBuffer>): Promise<CheckedFile[]> {
  const source = {
    name: 'export.zip',
    size: bytes.length,
    bytes: async (from: number, to: number) => bytes.slice(from, to),
  };
  const found: CheckedFile[] = [];
  const checking = {
    verify: ed25519Of(crypto.subtle),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  for await (const file of checkFiles([source], checking)) found.push(file);
  return found;
}

it('what the product exports is valid in each of its files, whatever format', async () => {
  const files = await checked(await exportedZip());
  expect(files.filter(({ verdict }) => verdict !== 'valid').map(({ file, lines }) => [file, lines])).toEqual([]);
  expect(files.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      'export.zip',
      'export.zip/README.txt',
      'export.zip/report.html',
      'export.zip/answers.csv',
      'export.zip/log.json',
    ]),
  );
  // Everybody's own receipt, which holds by itself and is of this very log.
  const receipts = files.filter(({ kind }) => kind === 'receipt');
  expect(receipts.length).toBeGreaterThan(1);
  for (const { file, lines } of receipts) {
    expect(file).toMatch(/^export\.zip\/receipts\/[A-Za-z-]*l[\w-]{12}-p[\w-]{12}\.json$/);
    const held = lines.flatMap((line) => (line.what === 'check' && line.result === 'holds' ? [line.code] : []));
    expect(held).toEqual(expect.arrayContaining(['inclusion', 'seal', 'witness', 'manifest-files']));
  }
});

it('with any one file touched it is not', async () => {
  const zip = await exportedZip();
  const text = new TextDecoder('latin1').decode(zip);
  for (const mark of ['report', '"leaves"', 'kind', 'sha256']) {
    const at = text.indexOf(mark, 200);
    expect(at, mark).toBeGreaterThan(0);
    const changed = Uint8Array.from(zip);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(verdictOf(await checked(changed)), mark).not.toBe('valid');
  }
});
