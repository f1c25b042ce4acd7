import canonicalize from 'canonicalize';
import { Failure } from '../model/failure.ts';

/**
 * RFC 8785 (JSON Canonicalization Scheme) text of a value made of objects, arrays, strings, safe integers, booleans and null only.
 * Floats are ruled out because their spelling is where implementations differ, lone surrogates because UTF-8 cannot hold them.
 * Anything else (undefined, Date, bigint, a class) throws Failure('unexpected') that names the place, never the value.
 */
export function canonical(value: unknown): string {
  const place = unfit(value, '$');
  if (place !== null) throw new Failure('unexpected', `no canonical form at ${place}`);
  const text = canonicalize(value);
  if (text === undefined) throw new Failure('unexpected', 'no canonical form');
  return text;
}

/** True when canonical() takes the value. */
export function isCanonicable(value: unknown): boolean {
  return unfit(value, '$') === null;
}

/** UTF-8 of a canonical text: what is hashed. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Place of the first part that has no canonical form, or null. */
function unfit(value: unknown, place: string): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return value.isWellFormed() ? null : place;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? null : place;
  if (typeof value !== 'object') return place;
  if (Array.isArray(value)) return first(Array.from(value, (item, at) => unfit(item, `${place}[${at}]`)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return place;
  return first(
    Object.entries(value).map(([key, member]) => (key.isWellFormed() ? unfit(member, `${place}.${key}`) : place)),
  );
}

function first(places: readonly (string | null)[]): string | null {
  return places.find((place) => place !== null) ?? null;
}
