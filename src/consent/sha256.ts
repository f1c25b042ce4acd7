const BLOCK = 64;

/**
 * SHA-256 (FIPS 180-4), synchronous: the browser's own answers later, and a verdict cannot wait. Only for texts of a few kB that hold
 * nothing secret; what is all in memory otherwise takes the browser's.
 */
export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Sha256().update(bytes).digest();
}

/**
 * The same of bytes that come one piece after the other, which the browser's does not take; the libraries that do would be a twentieth of the
 * verifier's page that stands alone.
 */
export class Sha256 {
  readonly #state = Int32Array.from(START);
  readonly #words = new Int32Array(BLOCK);
  readonly #rest = new Uint8Array(BLOCK);
  #length = 0;

  update(bytes: Uint8Array): this {
    let at = 0;
    const filled = this.#length % BLOCK;
    this.#length += bytes.length;
    if (filled > 0) {
      at = Math.min(BLOCK - filled, bytes.length);
      this.#rest.set(bytes.subarray(0, at), filled);
      if (filled + at < BLOCK) return this;
      this.#block(this.#rest, 0);
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#block(bytes, at);
    this.#rest.set(bytes.subarray(at));
    return this;
  }

  /** Once, and after it nothing more. */
  digest(): Uint8Array<ArrayBuffer> {
    this.update(endOf(this.#length));
    const hash = new DataView(new ArrayBuffer(32));
    for (const [i, word] of this.#state.entries()) hash.setInt32(4 * i, word);
    return new Uint8Array(hash.buffer);
  }

  #block(bytes: Uint8Array, from: number): void {
    const w = this.#words;
    const state = this.#state;
    for (let i = 0; i < 16; i++) {
      const at = from + 4 * i;
      w[i] = (byte(bytes, at) << 24) | (byte(bytes, at + 1) << 16) | (byte(bytes, at + 2) << 8) | byte(bytes, at + 3);
    }
    for (let i = 16; i < BLOCK; i++) {
      const [near, far] = [word(w, i - 2), word(w, i - 15)];
      const ahead = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      const behind = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      w[i] = (((ahead + word(w, i - 7)) | 0) + ((behind + word(w, i - 16)) | 0)) | 0;
    }
    let a = word(state, 0);
    let b = word(state, 1);
    let c = word(state, 2);
    let d = word(state, 3);
    let e = word(state, 4);
    let f = word(state, 5);
    let g = word(state, 6);
    let h = word(state, 7);
    for (let i = 0; i < BLOCK; i++) {
      const chosen = ((turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g))) | 0;
      // Kept within 32 bits at each step: an engine counts on with whole numbers then.
      const first = (((h + chosen) | 0) + ((word(ROUNDS, i) + word(w, i)) | 0)) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    state[0] = word(state, 0) + a;
    state[1] = word(state, 1) + b;
    state[2] = word(state, 2) + c;
    state[3] = word(state, 3) + d;
    state[4] = word(state, 4) + e;
    state[5] = word(state, 5) + f;
    state[6] = word(state, 6) + g;
    state[7] = word(state, 7) + h;
  }
}

/** What comes after so many bytes: a one, zeros up to eight bytes before the end of a block, and how many bits there were. */
export function endOf(length: number): Uint8Array {
  const end = new Uint8Array(BLOCK - ((length + 8) % BLOCK) + 8);
  end[0] = 0x80;
  const view = new DataView(end.buffer);
  view.setUint32(end.length - 8, (length * 8) / 2 ** 32);
  view.setUint32(end.length - 4, (length * 8) % 2 ** 32);
  return end;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function word(words: Int32Array, at: number): number {
  return words[at] as number;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8 (4.2.2, 5.3.3). */
const PRIMES = firstPrimes(64);
const ROUNDS = Int32Array.from(PRIMES, (prime) => fraction(BigInt(prime), 3n));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(BigInt(prime), 2n));

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
