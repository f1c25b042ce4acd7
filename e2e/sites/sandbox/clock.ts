/**
 * The clock that every picture and sound of the sandbox carries, and how to read it back from a recording.
 * Plain and pure, so that a page draws with it and a test in Node reads with it.
 */
import { COLUMNS, decode, encode, FINDER, FINDER_UNITS, GAP, QUIET, ROWS, STRIP_UNITS, type Stamp } from './strip.ts';

export { STRIP_UNITS, type Stamp } from './strip.ts';
export { readTone, secondOf, type Tone, toneAt } from './tone.ts';

/** How often the pictures of the clock are drawn, ms: what a frame shows is at most so much older than the frame. */
export const PICTURE_MS = 200;

/** What `draw` needs of a 2D canvas context, on screen or off. */
export interface Painter {
  fillStyle: string | CanvasGradient | CanvasPattern;
  fillRect(x: number, y: number, width: number, height: number): void;
}

/** Where a strip goes: top left corner of its white field, and the size of one block. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
  readonly rowHeight: number;
}

/** A frame: 1 (grey), 3 (RGB) or 4 (RGBA) bytes a pixel, told from the length. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** One strip found in a frame, and where (the left edge and top of its left finder, the width of one block). */
export interface Reading extends Stamp {
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}

/** `HH:MM:SS.t` in local time, as drawn beside every strip. */
export function humanTime(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const at = new Date(ms);
  const tenth = Math.floor(at.getMilliseconds() / 100);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${tenth}`;
}

/** The outer size of a strip. */
export const stripSize = ({ unit, rowHeight }: Pick<Place, 'unit' | 'rowHeight'>) => ({
  width: STRIP_UNITS * unit,
  height: ROWS * rowHeight + 2 * QUIET * unit,
});

export function draw(painter: Painter, stamp: Stamp, { x, y, unit, rowHeight }: Place): void {
  const { width, height } = stripSize({ unit, rowHeight });
  painter.fillStyle = '#fff';
  painter.fillRect(x, y, width, height);
  painter.fillStyle = '#000';
  const top = y + QUIET * unit;
  const rightFinder = STRIP_UNITS - QUIET - FINDER_UNITS;
  for (const start of [QUIET, rightFinder]) {
    let at = start;
    FINDER.forEach((units, index) => {
      if (index % 2 === 0) painter.fillRect(x + at * unit, top, units * unit, ROWS * rowHeight);
      at += units;
    });
  }
  const first = QUIET + FINDER_UNITS + GAP;
  encode(stamp).forEach((bit, index) => {
    if (bit === 0) return;
    const column = index % COLUMNS;
    const row = Math.floor(index / COLUMNS);
    painter.fillRect(x + (first + column) * unit, top + row * rowHeight, unit, rowHeight);
  });
}

/** Middle grey: the strip is drawn in pure black and white, so a fixed threshold survives any codec's range. */
const THRESHOLD = 128;
const SMALLEST_HEIGHT = 6;

interface Finder {
  readonly start: number;
  readonly end: number;
  readonly unit: number;
}

function luminance(picture: Picture): (x: number, y: number) => number {
  const { width, height, data } = picture;
  const channels = Math.round(data.length / (width * height));
  if (channels === 1) return (x, y) => data[y * width + x] ?? 0;
  return (x, y) => {
    const at = (y * width + x) * channels;
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  };
}

/** Starts of the runs of equal colour in one scan line; the last entry is the width. */
function runs(at: (x: number) => boolean, width: number): number[] {
  const starts = [0];
  for (let x = 1; x < width; x++) if (at(x) !== at(x - 1)) starts.push(x);
  starts.push(width);
  return starts;
}

function findersIn(starts: readonly number[], firstIsDark: boolean): Finder[] {
  const found: Finder[] = [];
  for (let run = firstIsDark ? 0 : 1; run + 5 < starts.length; run += 2) {
    const start = starts[run] ?? 0;
    const end = starts[run + 5] ?? 0;
    const unit = (end - start) / FINDER_UNITS;
    const fits = FINDER.every((units, index) => {
      const length = (starts[run + index + 1] ?? 0) - (starts[run + index] ?? 0);
      return Math.abs(length - units * unit) <= 0.6 * unit;
    });
    if (fits && unit >= 1.5) found.push({ start, end, unit });
  }
  return found;
}

/** Every strip that the frame shows, top to bottom. */
export function readAll(picture: Picture): Reading[] {
  const { width, height } = picture;
  const grey = luminance(picture);
  const found: (Reading & { bottom: number })[] = [];
  for (let y = 0; y < height; y++) {
    const dark = (x: number) => grey(x, y) < THRESHOLD;
    const finders = findersIn(runs(dark, width), dark(0));
    for (const left of finders) {
      if (found.some((one) => y <= one.bottom && Math.abs(one.x - left.start) < 4 * one.unit)) continue;
      for (const right of finders) {
        if (right.start <= left.end) continue;
        const reading = readBetween(grey, height, y, left, right);
        if (reading) found.push(reading);
      }
    }
  }
  return found.map(({ bottom: _, ...reading }) => reading);
}

function readBetween(
  grey: (x: number, y: number) => number,
  height: number,
  y: number,
  left: Finder,
  right: Finder,
): (Reading & { bottom: number }) | null {
  const unit = (right.end - left.start) / (STRIP_UNITS - 2 * QUIET);
  if (Math.abs(left.unit - unit) > 0.2 * unit || Math.abs(right.unit - unit) > 0.2 * unit) return null;

  // The middle bar of the left finder is black over both rows: its extent tells where the rows are.
  const bar = Math.round(left.start + 3.5 * unit);
  let top = y;
  let bottom = y;
  while (top > 0 && grey(bar, top - 1) < THRESHOLD) top--;
  while (bottom < height - 1 && grey(bar, bottom + 1) < THRESHOLD) bottom++;
  const rowHeight = (bottom - top + 1) / ROWS;
  if (rowHeight * ROWS < SMALLEST_HEIGHT) return null;

  const average = (centreX: number, centreY: number): number => {
    let sum = 0;
    let count = 0;
    for (let py = Math.ceil(centreY - rowHeight / 4); py <= centreY + rowHeight / 4; py++) {
      for (let px = Math.ceil(centreX - unit / 4); px <= centreX + unit / 4; px++) {
        sum += grey(px, py);
        count++;
      }
    }
    return count > 0 ? sum / count : grey(Math.round(centreX), Math.round(centreY));
  };
  const firstBlock = left.start + (FINDER_UNITS + GAP) * unit;
  const bits = Array.from({ length: COLUMNS * ROWS }, (_, index) => {
    const column = index % COLUMNS;
    const row = Math.floor(index / COLUMNS);
    // Pixel centres lie at half coordinates, edges at whole ones.
    return average(firstBlock + (column + 0.5) * unit - 0.5, top + (row + 0.5) * rowHeight - 0.5) < THRESHOLD ? 1 : 0;
  });
  const stamp = decode(bits);
  return stamp && { ...stamp, x: left.start, y: top, unit, bottom };
}

/** The time that a frame shows: the first strip, or the one of a participant number. Null when none can be read. */
export function read(picture: Picture, number?: number): number | null {
  const reading = readAll(picture).find((one) => number === undefined || one.number === number);
  return reading?.ms ?? null;
}
