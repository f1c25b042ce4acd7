/**
 * Short-time objective intelligibility (Taal, Hendriks, Heusdens and Jensen, IEEE TASLP 19(7), 2011): how much of the clear speech's envelope is
 * still there, over 384 ms at a time, in fifteen third-octave bands from 150 Hz up. 1: the same sound. It follows the paper, but for the sampling
 * rate: frames of 25.6 ms every 12.8 ms are taken at the rate of the input, which leaves bands and times as they are.
 *
 * A voice of which pitch and resonances were moved on purpose loses here, although its words are there: sounds lie in other bands than before. So
 * a masked voice stands beside another text, and beside bands that are as wide as vowels move (`intelligibility` in measure.ts).
 */
export function stoi(clear: Float32Array, heard: Float32Array, rate: number): number {
  const [x, y] = withoutSilence(clear, heard, rate);
  const [one, other] = [bandsOf(x, rate), bandsOf(y, rate)];
  let [sum, count] = [0, 0];
  for (const [band, track] of one.entries()) {
    const beside = other[band] ?? [];
    for (let at = 0; at + SPAN <= track.length; at++) {
      const r = likeness(track.slice(at, at + SPAN), beside.slice(at, at + SPAN));
      if (Number.isFinite(r)) {
        sum += r;
        count += 1;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

const FRAME_S = 0.0256;
/** Frames of one comparison: 384 ms. */
const SPAN = 30;
const BANDS = 15;
const LOWEST = 150;
/** What is so far below the loudest frame of the clear speech says nothing, dB. */
const SILENT_DB = 40;
/** A part of the envelope that is wrong by more counts no more than so much, dB. */
const CLIP_DB = -15;

/** Frames of both in which the clear speech is loud enough, put together again. */
function withoutSilence(clear: Float32Array, heard: Float32Array, rate: number): [Float32Array, Float32Array] {
  const size = Math.round(FRAME_S * rate);
  const hop = size >> 1;
  const shape = Float64Array.from(
    { length: size },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (size + 1)),
  );
  const starts: number[] = [];
  const levels: number[] = [];
  for (let at = 0; at + size <= Math.min(clear.length, heard.length); at += hop) {
    let energy = 0;
    for (let i = 0; i < size; i++) energy += ((clear[at + i] ?? 0) * (shape[i] ?? 0)) ** 2;
    starts.push(at);
    levels.push(10 * Math.log10(energy + 1e-20));
  }
  const loudest = levels.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const kept = starts.filter((_, i) => (levels[i] ?? 0) > loudest - SILENT_DB);
  const joined = (samples: Float32Array) => {
    const out = new Float32Array(kept.length === 0 ? 0 : (kept.length - 1) * hop + size);
    for (const [n, from] of kept.entries())
      for (let i = 0; i < size; i++)
        out[n * hop + i] = (out[n * hop + i] ?? 0) + (samples[from + i] ?? 0) * (shape[i] ?? 0);
    return out;
  };
  return [joined(clear), joined(heard)];
}

/** Loudness (not in dB) of each band over time. */
function bandsOf(samples: Float32Array, rate: number): number[][] {
  const size = Math.round(FRAME_S * rate);
  const hop = size >> 1;
  const length = 2 * size;
  const cos = Float64Array.from({ length }, (_, i) => Math.cos((2 * Math.PI * i) / length));
  const sin = Float64Array.from({ length }, (_, i) => Math.sin((2 * Math.PI * i) / length));
  const edges = Array.from({ length: BANDS }, (_, k) => {
    const middle = LOWEST * 2 ** (k / 3);
    const bin = (hz: number) => Math.round((hz * length) / rate);
    return [bin(middle * 2 ** (-1 / 6)), bin(middle * 2 ** (1 / 6))] as const;
  });
  const tracks: number[][] = edges.map(() => []);
  for (let at = 0; at + size <= samples.length; at += hop) {
    const frame = Float64Array.from(
      { length: size },
      (_, i) => (samples[at + i] ?? 0) * (0.5 - 0.5 * (cos[(2 * i) % length] ?? 0)),
    );
    for (const [band, [low, high]] of edges.entries()) {
      let power = 0;
      for (let k = low; k < high; k++) {
        let [re, im] = [0, 0];
        for (let i = 0; i < size; i++) {
          const turn = (k * i) % length;
          re += (frame[i] ?? 0) * (cos[turn] ?? 0);
          im -= (frame[i] ?? 0) * (sin[turn] ?? 0);
        }
        power += re * re + im * im;
      }
      tracks[band]?.push(Math.sqrt(power));
    }
  }
  return tracks;
}

/** Correlation of two envelopes, the second brought to the level of the first and clipped. */
function likeness(x: readonly number[], y: readonly number[]): number {
  const power = (all: readonly number[]) => Math.sqrt(all.reduce((sum, one) => sum + one * one, 0));
  const gain = power(x) / (power(y) || 1);
  const most = 1 + 10 ** (-CLIP_DB / 20);
  const clipped = y.map((one, i) => Math.min(one * gain, (x[i] ?? 0) * most));
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [mx, my] = [mean(x), mean(clipped)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, one] of x.entries()) {
    const other = (clipped[i] ?? 0) - my;
    xy += (one - mx) * other;
    xx += (one - mx) ** 2;
    yy += other * other;
  }
  return xx > 0 ? xy / Math.sqrt(xx * yy || Number.MIN_VALUE) : Number.NaN;
}
