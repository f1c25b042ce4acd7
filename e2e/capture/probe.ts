import { execFileSync } from 'node:child_process';
import { FFMPEG, FFPROBE } from '../media/ffmpeg.ts';

/** Reads finished files with tools that are not ours. */
export interface Probed {
  readonly streams: readonly { readonly codec_type: string; readonly codec_name: string; readonly channels?: number }[];
  readonly format: { readonly duration?: string };
}

export function probe(file: string): Probed {
  const args = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', file];
  return JSON.parse(execFileSync(FFPROBE, args, { encoding: 'utf8' }));
}

/** Sound as decoded by ffmpeg: one array a channel, 48 kHz. */
export function decode(file: string, channels: number): Float32Array[] {
  const args = ['-v', 'error', '-i', file, '-map', '0:a', '-ac', `${channels}`, '-ar', '48000', '-f', 'f32le', '-'];
  const raw = execFileSync(FFMPEG, args, { maxBuffer: 1 << 30 });
  const all = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
  return Array.from({ length: channels }, (_, channel) => all.filter((_sample, i) => i % channels === channel));
}

/** Decodes everything and returns what ffmpeg had to say against it. */
export function complaints(file: string): string {
  return execFileSync(FFMPEG, ['-v', 'error', '-i', file, '-f', 'null', '-'], { encoding: 'utf8', stdio: 'pipe' });
}

/** Mean of the 8-bit luma of the picture at `at` s. */
export function brightness(file: string, at: number): number {
  const args = ['-v', 'error', '-ss', `${at}`, '-i', file, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'gray', '-'];
  const raw = execFileSync(FFMPEG, args, { maxBuffer: 1 << 28 });
  return raw.reduce((sum, value) => sum + value, 0) / raw.length;
}

/** Amplitude of one tone (Goertzel), 0..1. */
export function amplitude(samples: Float32Array, hz: number): number {
  const step = (2 * Math.PI * hz) / 48_000;
  let re = 0;
  let im = 0;
  for (let i = 0; i < samples.length; i++) {
    re += (samples[i] ?? 0) * Math.cos(step * i);
    im += (samples[i] ?? 0) * Math.sin(step * i);
  }
  return (2 * Math.hypot(re, im)) / samples.length;
}

export function peak(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}
