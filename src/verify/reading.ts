import { BUNDLE_MAX } from '../log/bundle.ts';
import { MANIFEST_MAX } from '../log/manifest.ts';
import type { OfFiles } from './codes.ts';
import type { FileKind } from './kinds.ts';
import type { Source } from './source.ts';
import { ZipFault } from './zip.ts';

/** bytes that a file of a kind may have before anybody looks into it. */
const MOST: Readonly<Record<FileKind, number>> = {
  log: BUNDLE_MAX,
  receipt: 8 * 1024 * 1024,
  device: 256 * 1024 * 1024,
  manifest: MANIFEST_MAX,
  kept: 1024 * 1024,
  media: 512 * 1024 * 1024,
  other: 512 * 1024 * 1024,
  zip: 2 ** 32 - 1,
  locked: Number.POSITIVE_INFINITY,
};

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: OfFiles };

/** All of a file, or why not. Its size is looked at first, so that no file fills the memory. */
export function readWhole(source: Source, kind: FileKind): Promise<Reading<Uint8Array<ArrayBuffer>>> {
  if (source.size > MOST[kind]) return Promise.resolve({ ok: false, fault: 'file-limits' });
  return reading(() => source.bytes(0, source.size));
}

/** What a source or a zip throws, as a code: each face has errors of its own for what a disk does not give. */
export async function reading<T>(read: () => Promise<T>): Promise<Reading<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    return { ok: false, fault: error instanceof ZipFault ? error.code : 'file-read' };
  }
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
