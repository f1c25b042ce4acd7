import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { en } from '../../src/ui/words/en.ts';
import { readTone } from '../sites/sandbox/clock.ts';
import { type Host, LONG } from './party.ts';

const FOLDER = 'out/test/journeys';
/** Minutes of sound that are mixed beside a call, on two cores that carry the call as well. */
const SAVED_MS = 180_000;

/** Saves the newest meeting's recording through the records page, as a person does. */
export async function save(host: Host, file: string, sound?: string): Promise<string> {
  const page = await host.context.newPage();
  try {
    await page.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
    await page.getByRole('list').getByRole('button').first().click({ timeout: LONG });
    await forPurpose(page);
    if (sound) await page.getByRole('radio', { name: sound, exact: true }).check();
    const downloading = page.waitForEvent('download', { timeout: SAVED_MS });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    mkdirSync(FOLDER, { recursive: true });
    const path = join(FOLDER, file);
    await (await downloading).saveAs(path);
    return path;
  } finally {
    await page.close();
    await host.page.bringToFront();
  }
}

/** Says what the chosen recording is opened for, where the page has to ask: the first of what everybody agreed to. */
export async function forPurpose(page: Page): Promise<void> {
  const purposes = page.getByRole('group', { name: en['records.purpose'] });
  await purposes.waitFor({ timeout: LONG });
  await purposes.getByRole('radio', { disabled: false }).first().check();
}

/** One channel's samples, -1..1. */
export type Channel = Float64Array;

export const RATE = 16_000;

/** All channels of a file's sound, decoded by Chromium. */
export async function channelsOf(context: BrowserContext, path: string): Promise<Channel[]> {
  const page = await context.newPage();
  try {
    const file = readFileSync(path).toString('base64');
    const channels = await page.evaluate(
      async ({ bytes, rate }) => {
        const decoder = new OfflineAudioContext(1, 1, rate);
        const whole = await decoder.decodeAudioData(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)).buffer);
        return Array.from({ length: whole.numberOfChannels }, (_, channel) => {
          const pcm = Int16Array.from(whole.getChannelData(channel), (one) => Math.max(-1, Math.min(1, one)) * 32767);
          const raw = new Uint8Array(pcm.buffer);
          let binary = '';
          for (let i = 0; i < raw.length; i += 0x8000) binary += String.fromCharCode(...raw.subarray(i, i + 0x8000));
          return btoa(binary);
        });
      },
      { bytes: file, rate: RATE },
    );
    return channels.map((text) => {
      const bytes = Buffer.from(text, 'base64');
      return Float64Array.from(new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1), (one) => one / 32767);
    });
  } finally {
    await page.close();
  }
}

/** The loudest sample. */
export function peak(samples: Channel): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** Numbers of those whose tones are in it, in windows of a quarter of a second, half over each other: a tenth of a second is found. */
export function heardIn(samples: Channel): number[] {
  const numbers = new Set<number>();
  for (let from = 0; from + RATE / 4 <= samples.length; from += RATE / 8)
    for (const { number } of readTone(samples.subarray(from, from + RATE / 4), RATE)) numbers.add(number);
  return [...numbers];
}
