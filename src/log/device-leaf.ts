import * as v from 'valibot';
import { Failure } from '../model/failure.ts';
import { base64url } from '../model/id.ts';
import { canonical, isCanonicable, utf8 } from './canonical.ts';
import { fingerprintOf } from './fingerprint.ts';
import { memberOf, parseJson } from './json.ts';
import { HASH_BYTES, isBytes, SALT_BYTES } from './leaf.ts';

/**
 * The device log: one leaf for each checkpoint that this device keeps of a meeting's log, so that a meeting that was made to disappear, or
 * to have two stories, is missed. A leaf tells neither which log nor how long it was: log, size and root stand in an *opening* beside it,
 * bound by a salted commitment, so that whoever is shown one meeting's leaf learns nothing of the others. How many leaves there are does
 * show, so no receipt carries any of this. FORMAT.md section 17.
 */
export interface DeviceLeaf {
  readonly v: 1;
  readonly index: number;
  /** Leaf hash of the leaf before, base64url; NO_LEAF in the first. */
  readonly prev: string;
  /** ISO 8601 UTC with ms: of the newest entry that the checkpoint covers; never earlier than the leaf before. */
  readonly time: string;
  /** SHA-256 of the opening's text, base64url. */
  readonly checkpoint: string;
}

/** What a leaf is committed to: that `log` with its first `size` entries has this root (base64url). */
export interface Opening {
  readonly log: string;
  readonly size: number;
  readonly root: string;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bytes = (length: number) =>
  v.pipe(
    v.string(),
    v.check((text) => isBytes(text, length)),
  );
const leafSchema = v.strictObject({
  v: v.literal(1),
  index: count,
  prev: bytes(HASH_BYTES),
  time: v.pipe(v.string(), v.check(isTime)),
  checkpoint: bytes(HASH_BYTES),
});
const openingSchema = v.strictTuple([
  bytes(SALT_BYTES),
  v.pipe(v.string(), v.regex(/^l[A-Za-z0-9_-]{12}$/)),
  count,
  bytes(HASH_BYTES),
]);

/** Exact text of a leaf. at: ms UTC. Failure('unexpected') for what could not be read back. */
export function deviceLeafText(leaf: Omit<DeviceLeaf, 'v' | 'time'>, at: number): string {
  const text = canonical({ v: 1, ...leaf, time: new Date(at).toISOString() });
  if (!readDeviceLeaf(text)) throw new Failure('unexpected', 'no leaf of the device log');
  return text;
}

/** null for anything that deviceLeafText would not write. */
export function readDeviceLeaf(text: string): DeviceLeaf | null {
  const json = parseJson(text);
  if (memberOf(json, 'v') !== 1) return null;
  const parsed = v.safeParse(leafSchema, json, { abortEarly: true });
  return parsed.success && canonical(parsed.output) === text ? parsed.output : null;
}

/** Exact text of an opening. salt: SALT_BYTES random bytes. */
export function openingText(salt: Uint8Array, { log, size, root }: Opening): string {
  const text = canonical([base64url(salt), log, size, root]);
  if (!readOpening(text)) throw new Failure('unexpected', 'no opening of a leaf of the device log');
  return text;
}

/** null for anything that openingText would not write. */
export function readOpening(text: string): Opening | null {
  const parsed = v.safeParse(openingSchema, parseJson(text), { abortEarly: true });
  if (!parsed.success || !isCanonicable(parsed.output) || canonical(parsed.output) !== text) return null;
  const [, log, size, root] = parsed.output;
  return { log, size, root };
}

/** The leaf's `checkpoint`. */
export async function openingHash(opening: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(opening))));
}

/** Origin of a device's log, and name of the key in what is signed of it: with the first half of the key's fingerprint. */
export async function deviceOrigin(key: Uint8Array): Promise<string> {
  const groups = (await fingerprintOf(key)).split(' ');
  return `ask-to-record/device/${groups.slice(0, 4).join('-')}`;
}

function isTime(text: string): boolean {
  const at = Date.parse(text);
  return Number.isFinite(at) && new Date(at).toISOString() === text;
}
