import { Sha256 } from '../consent/sha256.ts';
import { BUNDLE_MAX } from '../log/bundle.ts';
import { MANIFEST_MAX } from '../log/manifest.ts';
import type { Step } from '../log/step.ts';
import { base64url } from '../model/id.ts';
import type { OfFiles } from './codes.ts';
import type { FileKind } from './kinds.ts';
import type { Source } from './source.ts';
import { ZipFault } from './zip.ts';

/** Kinds of which all has to be in memory at once, and the bytes that a file of them may have before anybody looks into it. */
const MOST = {
  log: BUNDLE_MAX,
  receipt: 8 * 1024 * 1024,
  device: 256 * 1024 * 1024,
  manifest: MANIFEST_MAX,
  kept: 1024 * 1024,
} as const satisfies Partial<Record<FileKind, number>>;

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: OfFiles };

/** All of a file, or why not. Its size is looked at first, so that no file fills the memory. */
export function readWhole(source: Source, kind: keyof typeof MOST): Promise<Reading<Uint8Array<ArrayBuffer>>> {
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

/** bytes that are in memory at a time while a file is hashed. */
const SLICE = 4 * 1024 * 1024;

/** SHA-256 of a file in base64url, slice by slice: a film of a whole day is hashed as a short one is. */
export async function hashOf(source: Source, step: Step): Promise<Reading<string>> {
  const hash = new Sha256();
  for (let from = 0; from < source.size; from += SLICE) {
    step(from / source.size);
    const to = Math.min(from + SLICE, source.size);
    const slice = await reading(() => source.bytes(from, to));
    if (!slice.ok) return slice;
    // It became shorter while it was read.
    if (slice.value.length !== to - from) return { ok: false, fault: 'file-read' };
    hash.update(slice.value);
  }
  return { ok: true, value: base64url(hash.digest()) };
}
