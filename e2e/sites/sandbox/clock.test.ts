import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FFMPEG } from '../../media/ffmpeg.ts';
import {
  draw,
  humanTime,
  type Picture,
  type Place,
  read,
  readAll,
  readTone,
  secondOf,
  stripSize,
  toneAt,
} from './clock.ts';

const MS = Date.UTC(2026, 10, 24, 10, 11, 12, 345);

/** A grey canvas that counts partly covered pixels by their share, as a real one does. */
function canvas(width: number, height: number, background = 200) {
  const data = new Float64Array(width * height).fill(background);
  return {
    width,
    height,
    data,
    fillStyle: '#000',
    fillRect(x: number, y: number, w: number, h: number) {
      const ink = this.fillStyle === '#fff' ? 255 : 0;
      for (let py = Math.max(0, Math.floor(y)); py < Math.min(height, y + h); py++) {
        for (let px = Math.max(0, Math.floor(x)); px < Math.min(width, x + w); px++) {
          const cover = (Math.min(px + 1, x + w) - Math.max(px, x)) * (Math.min(py + 1, y + h) - Math.max(py, y));
          const at = py * width + px;
          data[at] = (data[at] ?? 0) * (1 - cover) + ink * cover;
        }
      }
    },
  };
}

function frame(place: Place, number = 3, ms = MS): Picture {
  const picture = canvas(640, 360);
  draw(picture, { ms, number }, place);
  return picture;
}

/** The same frame through ffmpeg: scaled, coded at a low bitrate, decoded to grey. */
function throughCodec(picture: Picture, width: number, height: number): Picture {
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'gray'];
  const run = (args: string[], input: Uint8Array) =>
    execFileSync(FFMPEG, ['-v', 'error', ...args], { input, maxBuffer: 1 << 26 });
  const size = `${picture.width}x${picture.height}`;
  const coded = run(
    [
      ...raw,
      '-s',
      size,
      '-r',
      '10',
      '-i',
      '-',
      '-vf',
      `scale=${width}:${height}`,
      '-c:v',
      'libvpx',
      '-b:v',
      '100k',
      '-f',
      'webm',
      '-',
    ],
    Uint8Array.from(picture.data),
  );
  return { width, height, data: run(['-f', 'webm', '-i', '-', ...raw, '-'], coded) };
}

describe('the clock strip', () => {
  it.each([2, 3.3, 5, 6.96, 8, 13])('is read back with blocks of %s pixels', (unit) => {
    expect(readAll(frame({ x: 10.4, y: 20.7, unit, rowHeight: 2 * unit }))).toMatchObject([
      { ms: MS - (MS % 100), number: 3 },
    ]);
  });

  it('is read for any time and number', () => {
    for (let index = 0; index < 200; index++) {
      const ms = (17_900_000_000 + index * 7_919_113) * 100;
      const place = { x: 5, y: 5, unit: 6, rowHeight: 12 };
      expect(readAll(frame(place, index % 16, ms))).toMatchObject([{ ms, number: index % 16 }]);
    }
  });

  it('is found beside another one', () => {
    const picture = canvas(640, 360, 20);
    draw(picture, { ms: MS, number: 1 }, { x: 8, y: 4, unit: 6, rowHeight: 12 });
    draw(picture, { ms: MS + 500, number: 2 }, { x: 320, y: 8, unit: 6, rowHeight: 12 });
    expect(
      readAll(picture)
        .map((one) => one.number)
        .sort(),
    ).toEqual([1, 2]);
    expect(read(picture, 2)).toBe(MS + 500 - ((MS + 500) % 100));
    expect(read(picture, 7)).toBeNull();
  });

  it('survives VP8 at a low bitrate and another size', () => {
    const place = { x: 40, y: 30, unit: 8, rowHeight: 16 };
    expect(read(throughCodec(frame(place), 480, 270))).toBe(MS - (MS % 100));
    expect(read(throughCodec(frame(place), 1100, 620))).toBe(MS - (MS % 100));
  });

  it('gives null for an empty frame and for one with a wrong block', () => {
    expect(read(canvas(320, 180))).toBeNull();
    const place = { x: 0, y: 0, unit: 6, rowHeight: 12 };
    const picture = canvas(640, 60);
    draw(picture, { ms: MS, number: 1 }, place);
    picture.fillStyle = '#fff';
    picture.fillRect(60, 6, 18, 24);
    picture.fillStyle = '#000';
    picture.fillRect(78, 6, 6, 24);
    expect(read(picture)).toBeNull();
    expect(stripSize(place)).toEqual({ width: 276, height: 36 });
  });

  it('reads RGBA like grey', () => {
    const { width, height, data } = frame({ x: 0, y: 0, unit: 6, rowHeight: 12 });
    const rgba = Array.from(data).flatMap((value) => [value, value, value, 255]);
    expect(read({ width, height, data: rgba })).toBe(MS - (MS % 100));
  });

  it('says the same to people', () => {
    expect(humanTime(MS)).toMatch(/^\d\d:\d\d:12\.3$/);
  });
});

describe('the clock tone', () => {
  const RATE = 48_000;
  const play = (numbers: number[], ms: number, seconds: number, noise = 0) => {
    let seed = 1;
    return Float32Array.from({ length: RATE * seconds }, (_, index) => {
      const at = index / RATE;
      const sines = numbers.map((number) => 0.2 * Math.sin(2 * Math.PI * toneAt(ms + at * 1000, number) * at));
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return sines.reduce((sum, one) => sum + one, noise * (seed / 2 ** 31 - 1));
    });
  };

  it('stays between 300 Hz and 3 kHz in bands of their own', () => {
    const bands = [1, 2, 3, 4, 5, 6].map((number) =>
      Array.from({ length: 16 }, (_, second) => toneAt(second * 1000, number)),
    );
    expect(Math.min(...bands.flat())).toBeGreaterThan(300);
    expect(Math.max(...bands.flat())).toBeLessThan(3000);
    bands.slice(1).forEach((band, index) => {
      expect(Math.min(...band)).toBeGreaterThan(Math.max(...(bands[index] ?? [])));
    });
  });

  it('is read back from a mix of several, with noise, for every second', () => {
    for (let second = 0; second < 16; second++) {
      const ms = (1_790_000_000 + second) * 1000;
      const tones = readTone(play([1, 2, 6], ms, 0.4, 0.05), RATE);
      expect(tones.map(({ number, step }) => [number, secondOf(step, ms + 2500)])).toEqual([
        [1, ms],
        [2, ms],
        [6, ms],
      ]);
      for (const tone of tones) expect(tone.level).toBeCloseTo(0.2, 1);
    }
  });

  it('hears nothing in silence and in noise', () => {
    expect(readTone(new Float32Array(RATE / 2), RATE)).toEqual([]);
    expect(readTone(play([], MS, 0.5, 0.3), RATE)).toEqual([]);
  });

  it('finds the nearest second of a step', () => {
    expect(secondOf(15, 160_000)).toBe(159_000);
    expect(secondOf(2, 160_000)).toBe(162_000);
  });
});
