/**
 * SHA-256 (FIPS 180-4), synchronous: the browser's own answers later, and a verdict cannot wait. Only for texts of a few kB that hold
 * nothing secret; everything else takes the browser's.
 */
export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(((bytes.length + 9 + 63) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  const hash = Uint32Array.from(START);
  const w = new Uint32Array(64);
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(block + i * 4);
    compress(hash, w);
  }
  const out = new Uint8Array(32);
  for (const [i, word] of hash.entries()) new DataView(out.buffer).setUint32(i * 4, word);
  return out;
}

const turned = (x: number, by: number) => (x >>> by) | (x << (32 - by));

function compress(hash: Uint32Array, w: Uint32Array): void {
  const word = (i: number) => w[i] ?? 0;
  for (let i = 16; i < 64; i++) {
    const [a, b] = [word(i - 15), word(i - 2)];
    const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    w[i] = word(i - 16) + low + word(i - 7) + high;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (const [i, round] of ROUNDS.entries()) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + round + word(i)) | 0;
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [i, add] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] ?? 0) + add;
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8 (4.2.2, 5.3.3). */
const PRIMES = firstPrimes(64);
const ROUNDS = PRIMES.map((prime) => fraction(BigInt(prime), 3n));
const START = PRIMES.slice(0, 8).map((prime) => fraction(BigInt(prime), 2n));

function firstPrimes(many: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < many; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

/** floor(root(n) * 2^32) mod 2^32, by bisection in whole numbers: a double has not the digits. */
function fraction(n: bigint, root: bigint): number {
  const target = n << (32n * root);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** root <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}
