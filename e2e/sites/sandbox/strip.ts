/**
 * The layout of the clock strip: two rows of black and white blocks between two finder marks, on a white field.
 *
 *   quiet | B W BBB W B | gap | 28 blocks | gap | B W BBB W B | quiet      (46 units wide)
 *
 * The finder is the 1:1:3:1:1 mark of QR codes, as high as both rows, so that any scan line finds it at any scale.
 * The blocks hold 36 bits of time in tenths of a second, 4 bits of participant number and a CRC-16: large enough
 * blocks to survive VP8 at low bitrate, and a checksum that rejects a frame blended from two.
 */
export const COLUMNS = 28;
export const ROWS = 2;
export const FINDER = [1, 1, 3, 1, 1] as const;
export const FINDER_UNITS = 7;
export const QUIET = 1;
export const GAP = 1;
export const STRIP_UNITS = 2 * (QUIET + FINDER_UNITS + GAP) + COLUMNS;

const TIME_BITS = 36;
const NUMBER_BITS = 4;
const CHECK_BITS = 16;

/** What one strip says. Number 0 is the page's own clock, 1 and up are participants. */
export interface Stamp {
  readonly ms: number;
  readonly number: number;
}

const toBits = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, index) => Math.floor(value / 2 ** (width - 1 - index)) % 2);

const fromBits = (bits: readonly number[]): number => bits.reduce((value, bit) => value * 2 + bit, 0);

/** CRC-16/CCITT-FALSE over bits. */
function check(bits: readonly number[]): number {
  let crc = 0xffff;
  for (const bit of bits) {
    const top = (crc >> 15) & 1;
    crc = (crc << 1) & 0xffff;
    if (top !== bit) crc ^= 0x1021;
  }
  return crc;
}

/** The blocks row by row; 1 is black. */
export function encode({ ms, number }: Stamp): number[] {
  const payload = [...toBits(Math.floor(ms / 100), TIME_BITS), ...toBits(number, NUMBER_BITS)];
  return [...payload, ...toBits(check(payload), CHECK_BITS)];
}

/** Null when the checksum does not fit. */
export function decode(bits: readonly number[]): Stamp | null {
  const payload = bits.slice(0, TIME_BITS + NUMBER_BITS);
  if (fromBits(bits.slice(TIME_BITS + NUMBER_BITS)) !== check(payload)) return null;
  return { ms: fromBits(payload.slice(0, TIME_BITS)) * 100, number: fromBits(payload.slice(TIME_BITS)) };
}
