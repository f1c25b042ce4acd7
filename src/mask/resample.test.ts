import { describe, expect, it } from 'vitest';
import { Resampler } from './resample.ts';
import { rms } from './testdata/measure.ts';

const tone = (hz: number, rate: number, seconds = 1) =>
  Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate));

function resampled(samples: Float32Array, step: number, block = 1000): Float32Array {
  const made = new Resampler(step);
  const all: number[] = [];
  for (let at = 0; at < samples.length; at += block) all.push(...made.push(samples.subarray(at, at + block)));
  all.push(...made.end());
  return Float32Array.from(all);
}

describe.each([48_000, 44_100, 32_000, 24_000, 16_000, 8000])('from %d Hz to 16 kHz', (rate) => {
  it('takes as long, and is the same tone', () => {
    const out = resampled(tone(1000, rate), rate / 16_000);
    expect(out.length).toBe(16_000);
    const wanted = tone(1000, 16_000);
    // Both ends fade: what would be before and behind is silence.
    const wrong = out.subarray(200, 15_800).map((one, i) => one - (wanted[i + 200] ?? 0));
    expect(20 * Math.log10(rms(wrong) / rms(wanted))).toBeLessThan(-60);
  });
});

it('what is above the band of the slower one does not come back as something else', () => {
  for (const hz of [9500, 12_000, 20_000]) expect(rms(resampled(tone(hz, 48_000), 3))).toBeLessThan(0.002);
});

it('silence stays silence, and blocks of any size give the same', () => {
  expect(resampled(new Float32Array(4800), 3).every((one) => one === 0)).toBe(true);
  expect(resampled(tone(440, 44_100), 44_100 / 16_000, 77)).toEqual(
    resampled(tone(440, 44_100), 44_100 / 16_000, 9000),
  );
});
