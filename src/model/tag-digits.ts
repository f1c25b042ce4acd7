import { base64url, fromBase64url } from './id.ts';

/**
 * Bytes in a tag are numbers in base 62, big-endian, at a fixed width. Letters and digits only, because chat sites read the `_`, `-`,
 * `.` and `=` of other alphabets as formatting, dashes or links. 32 bytes take 43 characters and 64 take 86: no longer than base64url.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = 62n;

function widthOf(byteLength: number): number {
  return Math.ceil((byteLength * 8) / Math.log2(62));
}

/** base64url of exactly byteLength bytes → digits. Throws RangeError for anything else. */
export function toDigits(text: string, byteLength: number): string {
  const bytes = fromBase64url(text);
  if (bytes?.length !== byteLength) throw new RangeError(`a tag takes ${byteLength} bytes of base64url here`);
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let digits = '';
  for (let i = widthOf(byteLength); i > 0; i--) {
    digits = DIGITS.charAt(Number(rest % BASE)) + digits;
    rest /= BASE;
  }
  return digits;
}

/** digits → base64url of exactly byteLength bytes; null for a wrong width, a foreign digit or a number that is too large. */
export function fromDigits(digits: string, byteLength: number): string | null {
  if (digits.length !== widthOf(byteLength) || !/^[0-9A-Za-z]+$/.test(digits)) return null;
  let rest = 0n;
  for (const digit of digits) rest = rest * BASE + BigInt(DIGITS.indexOf(digit));
  const bytes = new Uint8Array(byteLength);
  for (let i = byteLength - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return rest === 0n ? base64url(bytes) : null;
}
