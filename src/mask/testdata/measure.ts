import { predict } from '../predict.ts';

/** What a voice is known by, and what its words are known by, measured. */

/** Loudest rhythm of a frame as a pitch, Hz: the highest autocorrelation between 60 and 400 Hz. Null where nothing is voiced. */
export function pitchOf(frame: Float32Array, rate: number): number | null {
  const likeness = (lag: number) => {
    let [product, one, other] = [0, 0, 0];
    for (let i = 0; i + lag < frame.length; i++) {
      const x = frame[i] ?? 0;
      const y = frame[i + lag] ?? 0;
      product += x * y;
      one += x * x;
      other += y * y;
    }
    return one > 0 && other > 0 ? product / Math.sqrt(one * other) : 0;
  };
  let [best, most] = [0, 0];
  for (let lag = Math.floor(rate / 400); lag <= rate / 60; lag++) {
    const value = likeness(lag);
    // A multiple of the period is as like: the first that is nearly as good counts.
    if (value > most * 1.02) [best, most] = [lag, value];
  }
  return most > 0.6 ? rate / best : null;
}

export function medianPitch(samples: Float32Array, rate: number): number {
  const found: number[] = [];
  const frame = Math.round(0.05 * rate);
  for (let at = 0; at + frame <= samples.length; at += frame) {
    const pitch = pitchOf(samples.subarray(at, at + frame), rate);
    if (pitch !== null) found.push(pitch);
  }
  return median(found);
}

/** The lowest resonances of a frame, Hz, ascending: peaks of the envelope that linear prediction gives. 16 kHz only. */
export function formantsOf(frame: Float32Array): number[] {
  const emphasised = Float64Array.from(frame, (x, i) => {
    const hamming = 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (frame.length - 1));
    return (x - 0.97 * (frame[i - 1] ?? 0)) * hamming;
  });
  const a = predict(emphasised);
  if (!a) return [];
  const power = Array.from({ length: 512 }, (_, k) => 1 / squareAt(a, (Math.PI * k) / 512));
  return power.flatMap((value, k) =>
    k > 0 && value > (power[k - 1] ?? 0) && value > (power[k + 1] ?? 0) ? [(k * 8000) / 512] : [],
  );
}

/** Median of the n-th resonance (0: the lowest), Hz, over all frames that are not silent. */
export function medianFormant(samples: Float32Array, n: number): number {
  const found: number[] = [];
  for (let at = 0; at + 512 <= samples.length; at += 256) {
    const one = formantsOf(samples.subarray(at, at + 512))[n];
    if (one !== undefined) found.push(one);
  }
  return median(found);
}

function squareAt(a: Float64Array, angle: number): number {
  let [re, im] = [0, 0];
  for (const [i, one] of a.entries()) {
    re += one * Math.cos(angle * i);
    im -= one * Math.sin(angle * i);
  }
  return re * re + im * im;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Edges of seven bands of speech, Hz. */
const BANDS = [100, 300, 600, 1100, 1800, 2800, 4200, 6500];
const FRAME = 256;
const HOP = 256;

/** Loudness over time, dB, in each of seven bands; a frame each 16 ms at 16 kHz. */
export function bandsOf(samples: Float32Array, rate = 16_000): number[][] {
  const bins = FRAME / 2;
  const cos = Float64Array.from({ length: FRAME }, (_, i) => Math.cos((2 * Math.PI * i) / FRAME));
  const sin = Float64Array.from({ length: FRAME }, (_, i) => Math.sin((2 * Math.PI * i) / FRAME));
  const tracks: number[][] = BANDS.slice(1).map(() => []);
  for (let at = 0; at + FRAME <= samples.length; at += HOP) {
    const energy = new Float64Array(tracks.length);
    for (let k = 1; k < bins; k++) {
      const band = BANDS.findIndex((edge) => edge > (k * rate) / FRAME) - 1;
      if (band < 0) continue;
      let [re, im] = [0, 0];
      for (let i = 0; i < FRAME; i++) {
        const x = (samples[at + i] ?? 0) * (0.5 - 0.5 * (cos[i] ?? 0));
        re += x * (cos[(k * i) % FRAME] ?? 0);
        im -= x * (sin[(k * i) % FRAME] ?? 0);
      }
      energy[band] = (energy[band] ?? 0) + re * re + im * im;
    }
    for (const [band, track] of tracks.entries()) track.push(10 * Math.log10((energy[band] ?? 0) + 1e-6));
  }
  return tracks;
}

/** Frames over which a rhythm is compared: 0.4 s, as STOI does (Taal et al. 2011). */
const SPAN = 25;

/**
 * How much of what words are told apart by is still there: mean correlation of the loudness in each band over 0.4 s, 1 for the same sound,
 * about 0 for another text. After STOI, with wider bands, because resonances that were moved are still those of the same vowels.
 */
export function intelligibility(before: Float32Array, after: Float32Array): number {
  const [one, other] = [bandsOf(before), bandsOf(after)];
  const all: number[] = [];
  for (const [band, track] of one.entries()) {
    const moved = other[band] ?? [];
    for (let at = 0; at + SPAN <= Math.min(track.length, moved.length); at += 12) {
      const r = correlation(track.slice(at, at + SPAN), moved.slice(at, at + SPAN));
      if (Number.isFinite(r)) all.push(r);
    }
  }
  return all.reduce((sum, r) => sum + r, 0) / all.length;
}

/** Mean difference of the long-term spectra, dB, level apart: 0 for the same voice. */
export function spectralDistance(before: Float32Array, after: Float32Array): number {
  const mean = (track: readonly number[]) => {
    const loud = track.filter((db) => db > -20);
    return loud.reduce((sum, db) => sum + db, 0) / Math.max(1, loud.length);
  };
  const one = bandsOf(before).map(mean);
  const other = bandsOf(after).map(mean);
  const offset = one.reduce((sum, db, i) => sum + db - (other[i] ?? 0), 0) / one.length;
  return one.reduce((sum, db, i) => sum + Math.abs(db - (other[i] ?? 0) - offset), 0) / one.length;
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (x: readonly number[]) => x.reduce((sum, one) => sum + one, 0) / x.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const y = (b[i] ?? 0) - mb;
    ab += (x - ma) * y;
    aa += (x - ma) ** 2;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

export function rms(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
}
