/**
 * A voice made by rule, for tests: glottal pulses through the resonances of vowels (a cascade of second-order resonators; Klatt 1980),
 * vowel after vowel with a pause now and then. It says nothing, but has what a voice has: pitch, formants, and a rhythm of syllables.
 */
export interface Speaker {
  /** Hz at the beginning; it falls by a tenth within each phrase. */
  readonly pitch: number;
  /** 1: a large vocal tract. 1.15: one that is 15 % shorter. */
  readonly size?: number;
}

/** F1 to F4 in Hz of a, i, u, e, o (Peterson and Barney 1952, men), and their bandwidths. */
const VOWELS = [
  [730, 1090, 2440, 3400],
  [270, 2290, 3010, 3700],
  [300, 870, 2240, 3300],
  [530, 1840, 2480, 3500],
  [570, 840, 2410, 3300],
] as const;
const WIDTHS = [70, 90, 130, 200] as const;
const SYLLABLE_S = 0.22;
const PAUSE_S = 0.25;
/** Syllables of a phrase; after it there is a pause. */
const PHRASE = 6;

/** vowels: which one in each syllable; by default all in turn. Silence in pauses is exact. */
export function speak(speaker: Speaker, seconds: number, rate: number, vowels = [0, 1, 2, 3, 4]): Float32Array {
  const { pitch, size = 1 } = speaker;
  const out = new Float32Array(Math.round(seconds * rate));
  const syllable = Math.round(SYLLABLE_S * rate);
  const pause = Math.round(PAUSE_S * rate);
  let at = 0;
  for (let n = 0; at < out.length; n++) {
    const formants = VOWELS[vowels[n % vowels.length] ?? 0] ?? VOWELS[0];
    const f0 = pitch * (1 - (0.1 * (n % PHRASE)) / PHRASE);
    const voiced = resonate(pulses(f0, syllable, rate), formants, size, rate);
    for (let i = 0; i < syllable && at + i < out.length; i++) out[at + i] = (voiced[i] ?? 0) * swell(i / syllable);
    at += syllable + (n % PHRASE === PHRASE - 1 ? pause : 0);
  }
  const peak = out.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return out.map((one) => (one / peak) * 0.5);
}

/** Rosenberg's pulse: it opens slowly and closes fast. */
function pulses(f0: number, length: number, rate: number): Float64Array {
  const out = new Float64Array(length);
  const period = rate / f0;
  const opens = 0.4 * period;
  const closes = 0.16 * period;
  for (let i = 0; i < length; i++) {
    const t = i % period;
    if (t < opens) out[i] = 0.5 * (1 - Math.cos((Math.PI * t) / opens));
    else if (t < opens + closes) out[i] = Math.cos((Math.PI * (t - opens)) / (2 * closes));
  }
  // The lips radiate the change of the flow.
  for (let i = length - 1; i > 0; i--) out[i] = (out[i] ?? 0) - (out[i - 1] ?? 0);
  return out;
}

function resonate(signal: Float64Array, formants: readonly number[], size: number, rate: number): Float64Array {
  for (const [k, formant] of formants.entries()) {
    const r = Math.exp((-Math.PI * (WIDTHS[k] ?? 100)) / rate);
    const c1 = 2 * r * Math.cos((2 * Math.PI * formant * size) / rate);
    let [y1, y2] = [0, 0];
    for (let i = 0; i < signal.length; i++) {
      const y = (1 - c1 + r * r) * (signal[i] ?? 0) + c1 * y1 - r * r * y2;
      [y2, y1] = [y1, y];
      signal[i] = y;
    }
  }
  return signal;
}

/** Each syllable comes and goes. */
function swell(x: number): number {
  return Math.min(1, Math.sin(Math.PI * x) * 2);
}
