import { expect, test } from '@playwright/test';
import type { Worker } from 'playwright';
import { serviceWorker } from '../browser/targets.ts';
import { recorded, recording, storedEnds } from './fault-stage.ts';
import { act } from './panel.ts';
import { type Guest, type Host, LONG, logOf, only, Party, records, rests } from './party.ts';

/**
 * The browser offers an update in the middle of a recording. Only what comes from a store is offered by the browser itself, so its event is
 * raised by hand in the worker. The first time it is only noted when the update would have been taken in, because an extension from the
 * command line does not come back after that in a browser that records (Chromium 156); the second time it is really loaded anew.
 */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let party: Party;
let host: Host;
let cem: Guest;
let worker: Worker;

/** What the worker has of ours for this. at: ms UTC, when an update would have been taken in. */
interface Held {
  at: number | null;
  holds: boolean;
}

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host');
  cem = await party.stranger('Cem');
  worker = await serviceWorker(host.context);
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(() => party.end());

const offered = () =>
  worker.evaluate(() => {
    const event = chrome.runtime.onUpdateAvailable as unknown as { dispatch(details: { version: string }): void };
    event.dispatch({ version: '99.0.0' });
  });

test('an update waits for the end of the recording, and comes when all of it is in the log', async () => {
  await worker.evaluate(() => {
    const held: Held = { at: null, holds: true };
    const real = chrome.runtime.reload;
    chrome.runtime.reload = () => {
      held.at ??= Date.now();
      if (!held.holds) real();
    };
    Object.assign(globalThis, { held });
  });
  const takenAt = () => worker.evaluate(() => (globalThis as unknown as { held: Held }).held.at);
  await recording(host, cem, 1);
  await offered();
  await recorded(host, 6);
  await records(host);
  expect(await takenAt()).toBe(null);
  await act(host.panel, 'Stop');
  await expect.poll(takenAt, { timeout: LONG }).not.toBe(null);
  const at = (await takenAt()) ?? 0;
  await rests(host, 'Stopped');
  const log = await logOf(host);
  const part = only(log, 'segment-sealed').at(-1);
  expect(part).toMatchObject({ cause: 'ordered' });
  expect(log.find(({ entry }) => entry === part)?.at ?? at).toBeLessThanOrEqual(at);
  expect(await storedEnds(host.panel, part?.epoch ?? '')).toHaveLength(part?.chunks ?? 0);
});

test('one that comes while nothing is recorded is taken in at once, and nothing of ours goes on with the old one', async () => {
  const gone = worker.waitForEvent('close', { timeout: LONG });
  await worker.evaluate(() => {
    (globalThis as unknown as { held: Held }).held.holds = false;
  });
  await offered();
  await gone;
  await expect(host.page.locator('[data-ask-to-record]')).toHaveCount(0);
});
