import * as v from 'valibot';
import { type Entry, entrySchema, type Leaf, leafSchema } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { canonical, isCanonicable, utf8 } from './canonical.ts';
import { memberOf, parseJson } from './json.ts';

/** Sizes in bytes; all are written as base64url without padding. */
export const HASH_BYTES = 32;
export const SALT_BYTES = 16;
export const SEEN_BYTES = 16;

/** `prev` of the first leaf and head of an empty log: 32 zero bytes. */
export const NO_LEAF = base64url(new Uint8Array(HASH_BYTES));

/** Why a text is no leaf of version 1. The codes are those of check.ts. */
export const LEAF_FAULTS = ['leaf-json', 'leaf-version', 'leaf-kind', 'leaf-shape', 'leaf-canonical'] as const;
export type LeafFault = (typeof LEAF_FAULTS)[number];

export type LeafReading =
  | { readonly ok: true; readonly leaf: Leaf }
  | { readonly ok: false; readonly fault: LeafFault };

export interface LeafParts {
  readonly log: string;
  readonly index: number;
  /** Leaf hash of the leaf before, or NO_LEAF. */
  readonly prev: string;
  /** ms UTC, whole */
  readonly at: number;
  /** SALT_BYTES random bytes */
  readonly salt: Uint8Array;
  /** '' or base64url of SEEN_BYTES */
  readonly seen: string;
  readonly sealed: Leaf['sealed'];
  readonly entry: Entry;
}

export interface MadeLeaf {
  readonly leaf: Leaf;
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Builds a leaf and its exact bytes. What could not be read back is not written: Failure('unexpected'). */
export function makeLeaf({ at, salt, ...parts }: LeafParts): MadeLeaf {
  if (!Number.isSafeInteger(at) || Math.abs(at) > 8.64e15) throw new Failure('unexpected', 'time is not whole ms UTC');
  const text = canonical({ v: 1, ...parts, time: new Date(at).toISOString(), salt: base64url(salt) });
  const read = readLeafText(text);
  if (!read.ok) throw new Failure('unexpected', `${parts.entry.kind} does not fit the format: ${read.fault}`);
  return { leaf: read.leaf, text, bytes: utf8(text) };
}

/** Reads exact bytes back. Anything that these would not be written as is refused: Failure('damaged') with the fault as detail. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = leafText(bytes);
  const read: LeafReading = text === null ? { ok: false, fault: 'leaf-json' } : readLeafText(text);
  if (!read.ok) throw new Failure('damaged', read.fault);
  return read.leaf;
}

/** The text of a leaf's bytes, or null when they are not UTF-8. A byte order mark stays, so that it is found. */
export function leafText(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** As parseLeaf, for a text, with the fault as data. Version first: an unknown one is not looked into. */
export function readLeafText(text: string): LeafReading {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, fault: 'leaf-json' };
  if (memberOf(json, 'v') !== 1) return { ok: false, fault: 'leaf-version' };
  const kind = memberOf(memberOf(json, 'entry'), 'kind');
  if (typeof kind === 'string' && !KINDS.has(kind)) return { ok: false, fault: 'leaf-kind' };
  const parsed = v.safeParse(leafSchema, json, { abortEarly: true });
  if (!parsed.success || !exact(parsed.output)) return { ok: false, fault: 'leaf-shape' };
  // The output is encoded, not the input: a member that the schema dropped (`__proto__`) or a doubled one makes a difference.
  if (canonical(parsed.output) !== text) return { ok: false, fault: 'leaf-canonical' };
  return { ok: true, leaf: parsed.output };
}

/** RFC 6962 section 2.1 leaf hash, SHA-256(0x00 || bytes), base64url: a Merkle tree fits over these bytes as they are. */
export async function leafHash(bytes: Uint8Array): Promise<string> {
  return base64url(await leafHashBytes(bytes));
}

/** The same as its 32 bytes. */
export async function leafHashBytes(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const prefixed = new Uint8Array(bytes.length + 1);
  prefixed.set(bytes, 1);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', prefixed));
}

/** ms UTC of a leaf. */
export function timeOf(leaf: Leaf): number {
  return Date.parse(leaf.time);
}

/** True for the one canonical base64url spelling of so many bytes. */
export function isBytes(text: string, length: number): boolean {
  const ends = ENDS[length % 3] as string;
  return (
    text.length === Math.ceil((length * 4) / 3) &&
    ALPHABET.test(text) &&
    (ends === '' || ends.includes(text.at(-1) ?? '-'))
  );
}

const ALPHABET = /^[A-Za-z0-9_-]*$/;
/** Last characters whose left-over bits are zero, by the bytes over a multiple of three. */
const ENDS = ['', 'AQgw', 'AEIMQUYcgkosw048'] as const;

const KINDS: ReadonlySet<string> = new Set(entrySchema.options.map((option) => option.entries.kind.literal));

/** What the schema leaves open: lengths in bytes, a time that exists, no lone surrogates. */
function exact(leaf: Leaf): boolean {
  const time = Date.parse(leaf.time);
  return (
    isBytes(leaf.prev, HASH_BYTES) &&
    isBytes(leaf.salt, SALT_BYTES) &&
    (leaf.seen === '' || isBytes(leaf.seen, SEEN_BYTES)) &&
    Object.values(leaf.sealed).every((commitment) => isBytes(commitment, HASH_BYTES)) &&
    Number.isFinite(time) &&
    new Date(time).toISOString() === leaf.time &&
    isCanonicable(leaf.entry)
  );
}
