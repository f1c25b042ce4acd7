/** Zeros of a real polynomial, complex: one array for the real parts, one for the imaginary ones. */
export interface Poles {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const ROUNDS = 80;
/** Of a step: nearer than this nothing can be heard. */
const NEAR = 1e-10;
/** No first guess lies on the real axis or is the mirror of another: such guesses never part. */
const TURN = 0.4;

/**
 * All zeros of z^n + a1 z^(n-1) + … + an at once, by the method of Ehrlich and Aberth (Aberth 1973, Math. Comp. 27, 339). Null when they
 * were not found in time.
 */
export function zerosOf(a: Float64Array): Poles | null {
  const n = a.length - 1;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const angle = (2 * Math.PI * k) / n + TURN;
    re[k] = 0.9 * Math.cos(angle);
    im[k] = 0.9 * Math.sin(angle);
  }
  for (let round = 0; round < ROUNDS; round++) {
    let farthest = 0;
    for (let k = 0; k < n; k++) farthest = Math.max(farthest, nearer(a, re, im, k));
    if (!Number.isFinite(farthest)) return null;
    if (farthest < NEAR) return { re, im };
  }
  return null;
}

/** One step of one zero: Newton's, held off by all the others. Returns the square of its length. */
function nearer(a: Float64Array, re: Float64Array, im: Float64Array, k: number): number {
  const x = re[k] ?? 0;
  const y = im[k] ?? 0;
  // The polynomial and its derivative at this place, by Horner's rule.
  let [pr, pi, dr, di] = [1, 0, 0, 0];
  for (let i = 1; i < a.length; i++) {
    const d = dr * x - di * y + pr;
    di = dr * y + di * x + pi;
    dr = d;
    const p = pr * x - pi * y + (a[i] ?? 0);
    pi = pr * y + pi * x;
    pr = p;
  }
  const slope = dr * dr + di * di;
  if (slope === 0) return 0;
  const nr = (pr * dr + pi * di) / slope;
  const ni = (pi * dr - pr * di) / slope;
  let [sr, si] = [0, 0];
  for (let j = 0; j < re.length; j++) {
    if (j === k) continue;
    const ur = x - (re[j] ?? 0);
    const ui = y - (im[j] ?? 0);
    const far = ur * ur + ui * ui;
    if (far === 0) continue;
    sr += ur / far;
    si -= ui / far;
  }
  const qr = 1 - (nr * sr - ni * si);
  const qi = -(nr * si + ni * sr);
  const weight = qr * qr + qi * qi;
  if (weight === 0) return 0;
  const stepX = (nr * qr + ni * qi) / weight;
  const stepY = (ni * qr - nr * qi) / weight;
  re[k] = x - stepX;
  im[k] = y - stepY;
  return stepX * stepX + stepY * stepY;
}

/** Coefficients 1, a1 … an of the real polynomial with these zeros; only the upper one of each pair is looked at. */
export function polynomialOf({ re, im }: Poles): Float64Array {
  let a = Float64Array.of(1);
  for (const [k, x] of re.entries()) {
    const y = im[k] ?? 0;
    if (isReal(y)) a = times(a, [-x]);
    else if (y > 0) a = times(a, [-2 * x, x * x + y * y]);
  }
  return a;
}

export function isReal(imaginary: number): boolean {
  return Math.abs(imaginary) < 1e-7;
}

/** a times 1 + b1 z^-1 + b2 z^-2. */
function times(a: Float64Array, b: readonly number[]): Float64Array<ArrayBuffer> {
  const product = new Float64Array(a.length + b.length);
  for (const [i, one] of a.entries()) {
    product[i] = (product[i] ?? 0) + one;
    for (const [j, other] of b.entries()) product[i + j + 1] = (product[i + j + 1] ?? 0) + one * other;
  }
  return product;
}
