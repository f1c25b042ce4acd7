import { expect, test } from '@playwright/test';
import { serviceWorker } from '../browser/targets.ts';
import { killWorker, recording, storedChunks } from './fault-stage.ts';
import { act } from './panel.ts';
import { chat, type Guest, type Host, LONG, logOf, only, Party, press, records, rests, truthOf } from './party.ts';

/** Every way in which a recording can end without anybody pressing Stop. Each test is a meeting of its own. */
test.describe.configure({ timeout: 120_000 });

let party: Party;
let host: Host;
let cem: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  cem = await party.stranger('Cem');
});

test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

/** Host and Cem are recorded in a room of their own. */
async function start(room: string): Promise<void> {
  await party.move(room, [[host], [cem]]);
  await recording(host, cem, 0);
}

/** Sequence numbers of all stored chunks of the newest epoch, in order. */
async function chunks(): Promise<number[]> {
  const epoch = only(await logOf(host), 'gate-opened').at(-1)?.epoch ?? '';
  return (await storedChunks(host.panel, epoch)).map(({ seq }) => seq);
}

test('when the host leaves the call, nothing is captured any more, and the log says why', async () => {
  await start('leaves');
  await host.page.locator('[data-control="leave"]').click();
  await rests(host, 'You have left the meeting');
  const log = await logOf(host);
  expect(only(log, 'meeting-left')).toMatchObject([{ how: 'left' }]);
  expect(only(log, 'gate-closed').at(-1)?.reasons).toContain('not-in-call');
});

test('when the host’s page is loaded anew, capture ends, and the same log goes on and asks whoever is new', async () => {
  await start('reloads');
  const dia = await party.stranger('Dia');
  await rests(host, 'Waiting for 1 of 3');
  await party.leave(dia);
  await records(host);
  const before = await logOf(host);
  await host.page.reload();
  await host.page.locator('[data-screen="call"]').waitFor({ timeout: LONG });
  const added = async () => (await logOf(host)).slice(before.length);
  await expect.poll(async () => only(await added(), 'gate-opened').length, { timeout: LONG }).toBeGreaterThan(0);
  // Nobody said otherwise: Cem's yes still stands, so it goes on by itself in an epoch of its own.
  await records(host);
  const log = await logOf(host);
  expect(log.map(({ log: name }) => name)).toEqual(log.map(() => before[0]?.log));
  expect(only(await added(), 'gate-closed')[0]?.reasons).toContain('watch-lost');
  expect(only(log, 'asked')).toHaveLength(1);
  const epochs = only(log, 'gate-opened').map(({ epoch }) => epoch);
  expect(new Set(epochs).size).toBe(epochs.length);
  const eve = await party.stranger('Eve');
  await rests(host, 'Waiting for 1 of 3');
  await eve.page.getByText('May we record this meeting?').waitFor({ timeout: LONG });
  await party.leave(eve);
});

test('when the recorded tab goes to another page, that page is not recorded', async () => {
  await start('navigates');
  await host.page.goto('about:blank');
  await rests(host, 'No meeting here');
  expect(only(await logOf(host), 'gate-closed').at(-1)?.reasons).toContain('watch-lost');
  // Chrome's leave for the tab ended with the site, so the toolbar button is needed again.
  await party.move('navigates', [[host]]);
  await rests(host, 'Not armed');
  await press(host);
  await records(host);
});

test('when the browser kills the worker, recording goes on without a gap and the log stays whole', async () => {
  await start('worker');
  const before = (await chunks()).length;
  await killWorker(host);
  await expect.poll(async () => (await chunks()).length, { timeout: LONG }).toBeGreaterThan(before + 3);
  const seen = await chunks();
  expect(seen).toEqual(seen.map((_, i) => i));
  await records(host);
  const log = await logOf(host);
  expect(log.map(({ index }) => index)).toEqual(log.map((_, i) => i));
  expect(only(log, 'gate-opened')).toHaveLength(1);
  expect(only(log, 'gate-closed')).toEqual([]);
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
});

test('when the recorder’s document is closed, what was recorded is kept, and it goes on in a part of its own', async () => {
  await start('offscreen');
  await expect.poll(async () => (await chunks()).length, { timeout: LONG }).toBeGreaterThan(4);
  const worker = await serviceWorker(host.context);
  await worker.evaluate(() => chrome.offscreen.closeDocument());
  const sealed = async () => only(await logOf(host), 'segment-sealed').find(({ cause }) => cause === 'recovered');
  await expect.poll(sealed, { timeout: LONG }).toBeDefined();
  // The newest two seconds are cut off: somebody may have come in while nobody looked.
  const part = await sealed();
  expect(part?.chunks).toBeGreaterThan(1);
  await records(host);
  expect(only(await logOf(host), 'gate-opened').at(-1)?.epoch).not.toBe(part?.epoch);
  // Whoever stops before anything of it was stored has no second part.
  await expect.poll(async () => (await chunks()).length, { timeout: LONG }).toBeGreaterThan(0);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
  await expect(host.panel.locator('.kept')).toContainText(/[2-9] parts/);
});

test('a records page that is open all the time does not hold up a stop', async () => {
  const page = await host.context.newPage();
  await page.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  await start('records');
  await page.reload();
  await page.getByRole('list').getByRole('button').first().click();
  await page.getByText('Recording now').first().waitFor({ timeout: LONG });
  await chat(cem, 'stop recording');
  await rests(host, 'A yes was taken back');
  await page.close();
});

test('when the tab of the meeting is closed, capture ends at once', async () => {
  await start('closes');
  await host.page.close();
  await expect.poll(() => truthOf(host), { timeout: LONG }).toEqual({ gate: 'shut', capturing: false });
  await expect.poll(async () => only(await logOf(host), 'segment-sealed').length, { timeout: LONG }).toBeGreaterThan(0);
});
