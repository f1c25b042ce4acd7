import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import { verifyFiles } from '../../scripts/verify.ts';
import { readTone } from '../sites/sandbox/clock.ts';
import { trespasses } from '../tour/findings.ts';
import { readBack } from '../tour/read-back.ts';
import { chooseFormats, makeFile, openExport } from './exports.ts';
import { channelsOf, peak, RATE, save } from './files.ts';
import { ask } from './panel.ts';
import { chat, type Host, logOf, only, Party, records, rests, says } from './party.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

/** Numbers of their tones: the host came first. */
const HOST = 1;
const CEM = 2;

let party: Party;
let host: Host;
/** When everybody had agreed, ms UTC. */
const agreed = { from: 0, to: 0 };

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host', { hear: 'own' });
  const cem = await party.stranger('Cem');
  await says(host, 'Ready to ask');
  await ask(host, { media: 'sound' });
  await cem.page.getByText('May we record this meeting? Sound only').waitFor();
  // Time of which nothing may be heard later: this is what the recording is read for.
  await host.page.waitForTimeout(3000);
  agreed.from = Date.now();
  await chat(cem, 'I agree');
  await records(host);
  await host.page.waitForTimeout(4000);
  agreed.to = Date.now();
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await host.page.waitForTimeout(2000);
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

test('a recording of sound only has no picture, and no sound of before the yes or after the no', async () => {
  const file = await save(host, 'sound-only.webm');
  const input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  expect(await input.getPrimaryVideoTrack()).toBeNull();
  expect(await input.getPrimaryAudioTrack()).not.toBeNull();
  const back = await readBack(host.context, file);
  expect(back.width).toBe(0);
  expect(back.seeks).toBe(true);
  for (const who of [HOST, CEM])
    expect(back.tones.filter(({ heard }) => heard.some(({ number }) => number === who)).length).toBeGreaterThan(3);
  expect(trespasses(back, [agreed])).toEqual([]);
  expect(only(await logOf(host), 'asked').map(({ media }) => media)).toEqual(['sound']);
});

test('saved on two channels, the meeting is on the left and the host’s microphone on the right', async () => {
  const file = await save(host, 'two-channels.webm', 'Your microphone on its own channel');
  const [left, right, more] = await channelsOf(host.context, file);
  if (!left || !right) throw new Error('the file has not two channels');
  expect(more).toBeUndefined();
  const second = (samples: Float64Array) => samples.subarray(RATE, 2 * RATE);
  expect(readTone(second(left), RATE).map(({ number }) => number)).toEqual([HOST, CEM]);
  // The browser's made-up microphone beeps twice a second; nobody's tone is in it.
  expect(peak(right)).toBeGreaterThan(0.02);
  expect(readTone(second(right), RATE).map(({ number }) => number)).not.toContain(CEM);

  const hash = createHash('sha256').update(readFileSync(file)).digest('base64url');
  const log = await logOf(host);
  const { purpose } = only(log, 'accessed').at(-1) ?? {};
  expect(purpose).toBeDefined();
  expect(only(log, 'exported').at(-1)).toMatchObject({ format: 'webm', file: hash, purpose });
});

test('a saved recording is known again by whoever checks the log', async () => {
  const film = await save(host, 'known.webm');
  const page = await openExport(host);
  await chooseFormats(page, ['json']);
  const log = join(dirname(film), 'known.json');
  await makeFile(page, log);
  await page.close();
  const told: unknown[] = [];
  expect(await verifyFiles([log, film], (line) => told.push(line)), JSON.stringify(told)).toBe(0);
  expect(told).toContainEqual(expect.objectContaining({ file: 'known.webm', code: 'media', result: 'holds' }));
});
