import { describe, expect, it } from 'vitest';
import { RATE } from './formants.ts';
import { intelligibility, medianFormant, medianPitch, rms, spectralDistance } from './testdata/measure.ts';
import { speak } from './testdata/speaker.ts';
import { DOWN, drawVoice, UP, type Voice, VoiceMask } from './voice.ts';

const ANA = speak({ pitch: 200, size: 1.15 }, 3, RATE);
const BOB = speak({ pitch: 110 }, 3, RATE);
const OTHER_TEXT = speak({ pitch: 110 }, 3, RATE, [4, 2, 0, 1, 3, 3, 0]);
/** One vowel only, so that its resonances can be told apart. */
const AAA = speak({ pitch: 110 }, 1, RATE, [0]);

function masked(samples: Float32Array, voice: Voice, block = samples.length): Float32Array {
  const mask = new VoiceMask(voice);
  const parts: Float32Array[] = [];
  for (let at = 0; at < samples.length; at += block) parts.push(mask.push(samples.subarray(at, at + block)));
  parts.push(mask.end());
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const corner = (way: typeof UP | typeof DOWN, i: 0 | 1, j: 0 | 1): Voice => ({
  alpha: way.alpha[i],
  pitch: way.pitch[j],
});
const CORNERS = [UP, DOWN].flatMap((way) =>
  ([0, 1] as const).flatMap((i) => ([0, 1] as const).map((j) => corner(way, i, j))),
);

describe.each(CORNERS)('a voice masked with α $alpha and pitch × $pitch', (voice) => {
  const [ana, bob] = [masked(ANA, voice), masked(BOB, voice)];

  it('has another pitch, by that factor', () => {
    for (const [one, after] of [
      [ANA, ana],
      [BOB, bob],
    ] as const) {
      const moved = medianPitch(after, RATE) / medianPitch(one, RATE);
      expect(Math.abs(moved / voice.pitch - 1)).toBeLessThan(0.03);
    }
  });

  it('has its first two resonances where those of another vocal tract would be', () => {
    for (const n of [0, 1]) {
      const moved = medianFormant(masked(AAA, voice), n) / medianFormant(AAA, n);
      if (voice.alpha < 1) expect(moved).toBeGreaterThan(1.12);
      else expect(moved).toBeLessThan(0.88);
    }
  });

  it('keeps its words: the rhythm in each band is far more like its own than like that of another text', () => {
    const words = intelligibility(BOB, bob);
    expect(words).toBeGreaterThan(0.72);
    expect(words).toBeGreaterThan(intelligibility(OTHER_TEXT, bob) + 0.15);
    expect(intelligibility(ANA, ana)).toBeGreaterThan(0.72);
  });

  it('has another spectrum, the same level and the same length', () => {
    expect(bob.length).toBe(BOB.length);
    expect(spectralDistance(BOB, bob)).toBeGreaterThan(1.5);
    expect(Math.abs(20 * Math.log10(rms(bob) / rms(BOB)))).toBeLessThan(1);
  });
});

describe('a masked voice', () => {
  const voice = { alpha: 0.85, pitch: 1.1 };

  it('is silent exactly where there was nothing, and about where its pauses were', () => {
    expect(masked(new Float32Array(3 * RATE), voice).every((one) => one === 0)).toBe(true);
    const gap = new Float32Array(5 * RATE);
    gap.set(BOB.subarray(0, RATE), RATE);
    gap.set(BOB.subarray(0, RATE), 3 * RATE);
    const after = masked(gap, voice);
    // 50 ms on each side for what a piece or a frame carries along.
    for (const [from, to] of [
      [0, 0.95],
      [2.05, 2.95],
      [4.05, 5],
    ] as const)
      expect(after.subarray(from * RATE, to * RATE).every((one) => one === 0)).toBe(true);
    expect(rms(after.subarray(1.1 * RATE, 1.9 * RATE))).toBeGreaterThan(0.02);
  });

  it('clicks nowhere: no step is larger than the voice itself makes', () => {
    const largest = (x: Float32Array) => x.reduce((most, one, i) => Math.max(most, Math.abs(one - (x[i - 1] ?? 0))), 0);
    for (const one of CORNERS) expect(largest(masked(BOB, one))).toBeLessThan(2.5 * largest(BOB));
  });

  it('is the same for the same voice, in whatever blocks it comes, and another one for another', () => {
    const whole = masked(BOB, voice);
    for (const block of [127, 480, 9600]) expect(masked(BOB, voice, block)).toEqual(whole);
    const begin = BOB.subarray(0, 2000);
    expect(masked(begin, voice, 1)).toEqual(masked(begin, voice));
    expect(masked(BOB, { ...voice, alpha: 0.84 })).not.toEqual(whole);
  });

  it.each([
    ['full-scale noise', Float32Array.from({ length: RATE }, (_, i) => ((i * 7919 + 13) % 2003) / 1001 - 1)],
    ['one click', Float32Array.from({ length: RATE }, (_, i) => (i === 5000 ? 1 : 0))],
    ['a pure tone', Float32Array.from({ length: RATE }, (_, i) => 0.9 * Math.sin(i / 7))],
    ['a constant', new Float32Array(RATE).fill(0.7)],
    ['what nobody can hear', Float32Array.from({ length: RATE }, (_, i) => 1e-7 * Math.sin(i))],
    ['nothing at all', new Float32Array(0)],
    ['one sample', Float32Array.of(0.5)],
  ])('of %s stays finite, and never above full scale', (_, samples) => {
    for (const one of [CORNERS[1], CORNERS[6]]) {
      if (!one) throw new Error('no corner');
      const after = masked(samples, one);
      expect(after.length).toBe(samples.length);
      expect(after.every((x) => Number.isFinite(x) && Math.abs(x) <= 1)).toBe(true);
    }
  });
});

describe('a drawn voice', () => {
  it('lies in one of the two ranges, and both come', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const ways = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const { alpha, pitch } = drawVoice(random);
      const way = alpha < 1 ? UP : DOWN;
      ways.add(alpha < 1 ? 'up' : 'down');
      expect(alpha).toBeGreaterThanOrEqual(way.alpha[0]);
      expect(alpha).toBeLessThanOrEqual(way.alpha[1]);
      expect(pitch).toBeGreaterThanOrEqual(way.pitch[0]);
      expect(pitch).toBeLessThanOrEqual(way.pitch[1]);
    }
    expect(ways.size).toBe(2);
  });
});
