import { spawnSync } from 'node:child_process';
import { RATE } from '../../src/mask/formants.ts';
import { Resampler } from '../../src/mask/resample.ts';
import {
  intelligibility,
  median,
  medianFormant,
  pitchOf,
  rms,
  spectralDistance,
} from '../../src/mask/testdata/measure.ts';
import { speak } from '../../src/mask/testdata/speaker.ts';
import { stoi } from '../../src/mask/testdata/stoi.ts';
import { DOWN, UP, type Voice, VoiceMask } from '../../src/mask/voice.ts';
import { figure } from './figure.ts';
import type { Measure } from './measure.ts';

/** What a mask does to a voice and leaves of its words, on sentences that espeak-ng speaks where it is there, or on vowels made by rule. */
const SECONDS = 5;
const TEXT =
  'The meeting begins on Monday at nine. Please send the long report to all of us before noon, and ask the customer for the old order number.';
const OTHER_TEXT =
  'Yesterday it rained, so we walked home along the river. My neighbour keeps eleven hens, two goats and a rather lazy brown dog in her garden.';
const VOICES = ['en-us', 'en-us+f3'];

/** The four corners of what is drawn: nearest to the own voice and farthest from it, up and down. */
const CORNERS: readonly Voice[] = [UP, DOWN].flatMap(({ alpha, pitch }) =>
  [0, 1].flatMap((i) => [0, 1].map((j) => ({ alpha: alpha[i] ?? 1, pitch: pitch[j] ?? 1 }))),
);

export const voice: Measure = {
  name: 'voice',
  run(say) {
    const spoken = VOICES.map((name) => [synthesised(name, TEXT), synthesised(name, OTHER_TEXT)] as const);
    const all = spoken.flatMap(([text, other]) => (text && other ? [{ text, other }] : []));
    const [by, samples] = all.length === VOICES.length ? ['espeak-ng', all] : ['vowels made by rule', byRule()];
    say(`voice: ${samples.length} voices, ${by}, ${CORNERS.length} masks each`);
    const found = samples.flatMap(({ text, other }) => {
      const own = unmasked(text, other);
      return CORNERS.map((corner) => ({ ...own, ...measured(text, corner) }));
    });
    const of = (key: keyof (typeof found)[number]) => found.map((one) => one[key]);
    return Promise.resolve([
      figure(`masked voice (${by}): words, in bands as wide as vowels move`, 'ratio', of('words'), of('otherWords'), {
        least: 0.72,
      }),
      figure('masked voice: STOI (beside: another text, not masked)', 'ratio', of('stoi'), of('otherStoi')),
      figure(
        'masked voice: long-term spectrum moved (beside: through the mask, not moved)',
        'dB',
        of('moved'),
        of('through'),
        {
          least: 1.5,
        },
      ),
      figure('masked voice: pitch moved', '%', of('pitch'), null, { least: 4 }),
      figure('masked voice: first resonance moved', '%', of('first'), null, { least: 8 }),
      figure('masked voice: second resonance moved', '%', of('second'), null, { least: 5 }),
      figure('masked voice: level in pauses', 'ratio', of('silence'), null, { most: 0 }),
    ]);
  },
};

/** What there is to compare with: another text of the same voice, and the way through the mask with nothing moved. */
function unmasked(text: Float32Array, other: Float32Array) {
  return {
    otherWords: intelligibility(text, other),
    otherStoi: stoi(text, other, RATE),
    through: spectralDistance(text, masked(text, { alpha: 1, pitch: 1 })),
  };
}

function measured(text: Float32Array, corner: Voice) {
  const after = masked(text, corner);
  const percent = (ratio: number) => Math.abs(ratio - 1) * 100;
  return {
    words: intelligibility(text, after),
    stoi: stoi(text, after, RATE),
    moved: spectralDistance(text, after),
    pitch: percent(pitchRatio(text, after)),
    first: percent(medianFormant(after, 0) / medianFormant(text, 0)),
    second: percent(medianFormant(after, 1) / medianFormant(text, 1)),
    silence: rms(masked(withPause(text), corner).subarray((SECONDS + 0.1) * RATE, (SECONDS + 1.9) * RATE)),
  };
}

/** Speech, two seconds of nothing, and speech again. */
function withPause(text: Float32Array): Float32Array {
  const second = text.subarray(0, RATE);
  const out = new Float32Array(text.length + 3 * RATE);
  out.set(text);
  out.set(second, text.length + 2 * RATE);
  return out;
}

/** Median over frames that are voiced before and after: what is sung high and low in between does not blur it. */
function pitchRatio(before: Float32Array, after: Float32Array): number {
  const size = 0.05 * RATE;
  const ratios: number[] = [];
  for (let at = 0; at + size <= before.length; at += size) {
    const one = pitchOf(before.subarray(at, at + size), RATE);
    const other = pitchOf(after.subarray(at, at + size), RATE);
    if (one !== null && other !== null) ratios.push(other / one);
  }
  return median(ratios);
}

function masked(samples: Float32Array, corner: Voice): Float32Array {
  const mask = new VoiceMask(corner);
  return joined(mask.push(samples), mask.end());
}

function joined(one: Float32Array, other: Float32Array): Float32Array {
  const out = new Float32Array(one.length + other.length);
  out.set(one);
  out.set(other, one.length);
  return out;
}

function byRule() {
  return [
    { pitch: 110, size: 1 },
    { pitch: 200, size: 1.15 },
  ].map((speaker) => ({
    text: speak(speaker, SECONDS, RATE),
    other: speak(speaker, SECONDS, RATE, [4, 2, 0, 1, 3, 3, 0]),
  }));
}

/** Spoken by espeak-ng, at our rate; null where that program is not there. */
function synthesised(name: string, text: string): Float32Array | null {
  const { status, stdout } = spawnSync('espeak-ng', ['-v', name, '-s', '150', '--stdout', text], {
    maxBuffer: 1 << 26,
  });
  if (status !== 0 || stdout.length < 44) return null;
  const rate = stdout.readUInt32LE(24);
  const from = 44;
  const wave = Float32Array.from(
    { length: (stdout.length - from) >> 1 },
    (_, i) => stdout.readInt16LE(from + 2 * i) / 32_768,
  );
  const resampler = new Resampler(rate / RATE);
  const out = new Float32Array(SECONDS * RATE);
  out.set(joined(resampler.push(wave), resampler.end()).subarray(0, out.length));
  return out;
}
