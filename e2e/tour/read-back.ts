import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { read, readTone, type Tone } from '../sites/sandbox/clock.ts';

/** What a recording shows and lets hear, read back by playing and seeking it in Chromium. Times are ms UTC unless said. */
export interface ReadBack {
  /** ms, as the video element says it. */
  readonly durationMs: number;
  readonly width: number;
  readonly height: number;
  /** The sandbox's clock in each frame looked at; null where none could be read. */
  readonly frames: readonly { readonly atMs: number; readonly clock: number | null }[];
  /** Tones in each quarter of a second of sound. */
  readonly tones: readonly { readonly atMs: number; readonly heard: readonly Tone[] }[];
  /** Seeks back and forth all landed where they were asked to. */
  readonly seeks: boolean;
}

const ORIGIN = 'http://read-back.localhost';
/** The clock strip is in the page's header: only the top of each frame is looked at. */
const HEADER_ROWS = 140;
/** A frame is looked at in the middle of each such piece of sound. */
export const STEP_MS = 250;

export async function readBack(context: BrowserContext, file: string): Promise<ReadBack> {
  const page = await context.newPage();
  try {
    const body = readFileSync(file);
    await page.route(`${ORIGIN}/**`, (route) =>
      route.request().url().endsWith('.webm')
        ? route.fulfill({ body, contentType: 'video/webm' })
        : route.fulfill({ body: '<!doctype html><title>read back</title>', contentType: 'text/html' }),
    );
    await page.goto(`${ORIGIN}/`);
    const shape = await open(page);
    const frames: { atMs: number; clock: number | null }[] = [];
    for (let atMs = STEP_MS / 2; atMs < shape.durationMs; atMs += STEP_MS) {
      if (shape.width === 0) break;
      const { width, height, grey } = await frameAt(page, atMs);
      frames.push({ atMs, clock: read(pictureOf(width, height, grey), 0) });
    }
    const seeks = await seeksWell(page, shape.durationMs);
    return { ...shape, frames, seeks, tones: tonesOf(await sound(page)) };
  } finally {
    await page.close();
  }
}

/** A blob, so that the file is seekable without range requests. */
function open(page: Page): Promise<{ durationMs: number; width: number; height: number }> {
  return page.evaluate(async () => {
    const video = document.createElement('video');
    video.muted = true;
    video.src = URL.createObjectURL(await (await fetch('/recording.webm')).blob());
    document.body.append(video);
    await new Promise((resolve, reject) => {
      video.addEventListener('loadeddata', resolve, { once: true });
      video.addEventListener('error', () => reject(new Error(video.error?.message ?? 'cannot be played')), {
        once: true,
      });
    });
    return { durationMs: video.duration * 1000, width: video.videoWidth, height: video.videoHeight };
  });
}

function frameAt(page: Page, atMs: number): Promise<{ width: number; height: number; grey: string }> {
  return page.evaluate(
    async ({ at, rows }) => {
      const video = document.querySelector('video');
      if (!video) throw new Error('no video');
      video.currentTime = at / 1000;
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      const { videoWidth: width } = video;
      const height = Math.min(rows, video.videoHeight);
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(video, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let binary = '';
      for (let i = 0; i < data.length; i += 4) binary += String.fromCharCode(data[i + 1] ?? 0);
      return { width, height, grey: btoa(binary) };
    },
    { at: atMs, rows: HEADER_ROWS },
  );
}

function pictureOf(width: number, height: number, grey: string): { width: number; height: number; data: Uint8Array } {
  const bytes = Buffer.from(grey, 'base64');
  const data = new Uint8Array(width * height * 4);
  bytes.forEach((value, i) => {
    data.fill(value, i * 4, i * 4 + 3);
    data[i * 4 + 3] = 255;
  });
  return { width, height, data };
}

function seeksWell(page: Page, durationMs: number): Promise<boolean> {
  return page.evaluate(async (duration) => {
    const video = document.querySelector('video');
    if (!video) return false;
    for (const part of [0.9, 0.1, 0.5]) {
      video.currentTime = (duration * part) / 1000;
      await new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
      if (Math.abs(video.currentTime - (duration * part) / 1000) > 0.05 || video.readyState < 2) return false;
    }
    return Number.isFinite(video.duration);
  }, durationMs);
}

interface Sound {
  readonly rate: number;
  /** 16-bit little-endian mono, base64. */
  readonly samples: string;
}

function sound(page: Page): Promise<Sound> {
  return page.evaluate(async () => {
    const decoder = new OfflineAudioContext(1, 1, 16_000);
    const buffer = await decoder.decodeAudioData(await (await fetch('/recording.webm')).arrayBuffer());
    const left = buffer.getChannelData(0);
    const right = buffer.numberOfChannels > 1 ? buffer.getChannelData(1) : left;
    const mono = new Int16Array(left.length);
    for (let i = 0; i < mono.length; i++)
      mono[i] = Math.max(-1, Math.min(1, ((left[i] ?? 0) + (right[i] ?? 0)) / 2)) * 32767;
    const bytes = new Uint8Array(mono.buffer);
    let binary = '';
    for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return { rate: buffer.sampleRate, samples: btoa(binary) };
  });
}

function tonesOf({ rate, samples }: Sound): { atMs: number; heard: Tone[] }[] {
  const bytes = Buffer.from(samples, 'base64');
  const pcm = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
  const size = Math.floor((rate * STEP_MS) / 1000);
  const tones: { atMs: number; heard: Tone[] }[] = [];
  for (let from = 0; from + size <= pcm.length; from += size) {
    const part = Float64Array.from(pcm.subarray(from, from + size), (sample) => sample / 32768);
    tones.push({ atMs: (from / rate) * 1000, heard: readTone(part, rate) });
  }
  return tones;
}
