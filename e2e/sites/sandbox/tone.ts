/**
 * The sound of the clock: each participant plays one sine, and its pitch tells the second.
 * Participants have bands of their own, 16 steps wide, so that a mix of all of them can still be taken apart.
 */
const BANDS = 6;
const STEPS = 16;
const LOWEST = 320;
const SPACING = 27;

/** One participant heard: which step of their band, and how loud (amplitude of the sine, 0 to 1). */
export interface Tone {
  readonly number: number;
  readonly step: number;
  readonly level: number;
}

const pitch = (band: number, step: number): number => LOWEST + (band * STEPS + step) * SPACING;

/** The frequency in Hz at that time, between 320 and 2,885. Participants 1 to 6 have bands; 7 shares with 1. */
export function toneAt(ms: number, number: number): number {
  return pitch((number - 1) % BANDS, Math.floor(ms / 1000) % STEPS);
}

/** The second (epoch milliseconds) nearest to `near` in which a participant plays that step. */
export function secondOf(step: number, near: number): number {
  const base = Math.floor(near / 1000);
  const ahead = (((step - base) % STEPS) + STEPS) % STEPS;
  return (ahead > STEPS / 2 ? base + ahead - STEPS : base + ahead) * 1000;
}

/** Amplitude of one frequency (Goertzel over Hann-windowed samples). */
function amplitude(windowed: Float64Array, sampleRate: number, frequency: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let last = 0;
  let before = 0;
  for (const sample of windowed) {
    const next = sample + coefficient * last - before;
    before = last;
    last = next;
  }
  const power = last * last + before * before - coefficient * last * before;
  // Half of a sine's energy is at the negative frequency, and a Hann window halves the sum.
  return (4 * Math.sqrt(Math.max(power, 0))) / windowed.length;
}

/**
 * Below this a step of a band is no tone: a click, as a lost packet leaves, sounds in all bands at a twentieth of the tone that it
 * breaks (measured: 0.007 beside 0.14).
 */
const QUIETEST = 0.02;

/**
 * Who is heard in these samples, by participant number. Give it 0.2 to 1 s: shorter blurs the steps. Where the second
 * changes inside the window the longer part wins.
 */
export function readTone(samples: ArrayLike<number>, sampleRate: number, quietest = QUIETEST): Tone[] {
  const windowed = Float64Array.from(
    samples,
    (sample, index) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length)),
  );
  const tones: Tone[] = [];
  for (let band = 0; band < BANDS; band++) {
    const levels = Array.from({ length: STEPS }, (_, step) => amplitude(windowed, sampleRate, pitch(band, step)));
    const level = Math.max(...levels);
    const median = levels.toSorted((a, b) => a - b)[STEPS / 2] ?? 0;
    // Noise and speech are broad, a tone is one step: it must stand far above the middle of its band.
    if (level >= quietest && level > 6 * median) tones.push({ number: band + 1, step: levels.indexOf(level), level });
  }
  return tones;
}
