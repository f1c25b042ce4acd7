import { expect, it } from 'vitest';
import type { DeviceRow } from '../database/schema.ts';
import { DEVICE_FORMAT, DEVICE_VERSION } from '../log/device-bundle.ts';
import { exportDeviceLog } from './device-log.ts';

const row = (index: number, leaf = `leaf ${index}`): DeviceRow =>
  ({ index, leaf: new TextEncoder().encode(leaf), opening: { of: index }, note: `note ${index}` }) as never;

const AT = Date.UTC(2026, 2, 2, 9);

async function exported(read: () => (readonly DeviceRow[])[], signal = new AbortController().signal): Promise<string> {
  async function* pages() {
    yield* read();
  }
  let text = '';
  for await (const piece of exportDeviceLog({ pages, key: Uint8Array.of(1, 2, 3), at: AT, signal })) text += piece;
  return text;
}

it('holds every leaf and every opening in their order, over pages, and ends with the last checkpoint', async () => {
  const text = await exported(() => [[row(0), row(1)], [row(2)]]);
  expect(JSON.parse(text)).toEqual({
    format: DEVICE_FORMAT,
    version: DEVICE_VERSION,
    exportedAt: '2026-03-02T09:00:00.000Z',
    key: 'AQID',
    leaves: ['leaf 0', 'leaf 1', 'leaf 2'],
    openings: [
      { index: 0, opening: { of: 0 } },
      { index: 1, opening: { of: 1 } },
      { index: 2, opening: { of: 2 } },
    ],
    checkpoint: 'note 2',
  });
});

it('leaves out what was appended between its two readings', async () => {
  const readings = [[[row(0)]], [[row(0), row(1)], [row(2)]]];
  const read = JSON.parse(await exported(() => readings.shift() ?? []));
  expect(read.leaves).toEqual(['leaf 0']);
  expect(read.openings).toEqual([{ index: 0, opening: { of: 0 } }]);
  expect(read.checkpoint).toBe('note 0');
});

it('says that there is nothing yet, that a leaf is damaged, and that it was stopped', async () => {
  await expect(exported(() => [])).rejects.toMatchObject({ code: 'nothing-recorded' });
  const damaged = { ...row(0), leaf: Uint8Array.of(0xff, 0xfe) } as never;
  await expect(exported(() => [[damaged]])).rejects.toMatchObject({ code: 'damaged' });
  await expect(exported(() => [[row(0)]], AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
});
