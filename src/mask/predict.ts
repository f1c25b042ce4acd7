/** 20 poles at 16 kHz: about one pair for each kHz, and two for the voice's source (VoicePrivacy 2020, baseline B2). */
export const ORDER = 20;
/** A little white noise, -40 dB: without it a pure tone has no prediction that is stable. */
const NOISE = 1.0001;

/**
 * Linear prediction by the autocorrelation method with Levinson's recursion: coefficients 1, a1 … a20 of A(z), which leaves of the frame
 * what is not resonance. All zeros of A lie inside the unit circle. Null of a frame that is silent, or of which nothing can be said.
 */
export function predict(frame: Float64Array): Float64Array | null {
  const r = autocorrelation(frame);
  let error = (r[0] ?? 0) * NOISE;
  if (!(error > 0)) return null;
  const a = new Float64Array(ORDER + 1);
  const before = new Float64Array(ORDER + 1);
  a[0] = 1;
  for (let m = 1; m <= ORDER; m++) {
    let sum = r[m] ?? 0;
    for (let i = 1; i < m; i++) sum += (a[i] ?? 0) * (r[m - i] ?? 0);
    const reflection = -sum / error;
    before.set(a);
    for (let i = 1; i < m; i++) a[i] = (before[i] ?? 0) + reflection * (before[m - i] ?? 0);
    a[m] = reflection;
    error *= 1 - reflection * reflection;
    if (!(error > 0)) return null;
  }
  return a;
}

function autocorrelation(frame: Float64Array): Float64Array {
  const r = new Float64Array(ORDER + 1);
  for (let lag = 0; lag <= ORDER; lag++) {
    let sum = 0;
    for (let i = lag; i < frame.length; i++) sum += (frame[i] ?? 0) * (frame[i - lag] ?? 0);
    r[lag] = sum;
  }
  return r;
}
