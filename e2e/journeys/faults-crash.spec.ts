import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'playwright';
import { signalBrowser } from '../browser/process.ts';
import { recorded, recording, storedEnds } from './fault-stage.ts';
import { arm, type Guest, type Host, LONG, logOf, only, Party, records } from './party.ts';

/** The whole browser stops, for a while or for good, in the middle of a recording. */
test.describe.configure({ timeout: 120_000, mode: 'serial' });

const profile = mkdtempSync(join(tmpdir(), 'ask-to-record-'));
let party: Party;
let host: Host;
let cem: Guest;

test.beforeAll(async () => {
  party = await Party.start();
  host = await party.host('Host', {}, profile);
  cem = await party.stranger('Cem');
});
test.afterEach(() => party.tell(test.info()));
test.afterAll(async () => {
  await party.end();
  rmSync(profile, { recursive: true, force: true });
});

test('a computer that slept wakes up to a recording that ended when it fell asleep', async () => {
  // What nobody may have looked at, and the site's lag, is thrown away: so much must be left that something stays.
  const epoch = await recording(host, cem, 7);
  signalBrowser(profile, 'SIGSTOP');
  const asleep = Date.now();
  await new Promise((resolve) => setTimeout(resolve, 5000));
  signalBrowser(profile, 'SIGCONT');
  const part = async () => only(await logOf(host), 'segment-sealed').find((one) => one.epoch === epoch);
  await expect.poll(part, { timeout: LONG }).toBeDefined();
  const log = await logOf(host);
  expect(only(log, 'gate-closed').flatMap(({ reasons }) => reasons)).toContain('watch-lost');
  const ends = await storedEnds(host.panel, epoch);
  expect(ends.length).toBeGreaterThan(1);
  expect(Math.max(...ends)).toBeLessThanOrEqual(asleep);
  // Everybody still agrees: it goes on in a part of its own.
  await records(host);
  expect(only(await logOf(host), 'gate-opened').at(-1)?.epoch).not.toBe(epoch);
});

/** The records page, in the same profile after a crash. */
async function killed(): Promise<Page> {
  signalBrowser(profile, 'SIGKILL');
  await party.leave(host);
  const guest = await party.back('Host', profile);
  host = { ...guest, extension: host.extension, panel: await guest.context.newPage(), tab: -1 };
  await host.panel.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
  return host.panel;
}

test('a browser that was killed has lost nothing that was stored, and the part can be played', async () => {
  const { epoch, ends: stored } = await recorded(host, 4);
  const at = Date.now();
  const page = await killed();
  // What the recorder held in memory: nobody can have it back.
  expect(at - (stored.at(-1) ?? 0)).toBeLessThanOrEqual(2000);
  const sealed = async () => only(await logOf(host), 'segment-sealed').find((one) => one.epoch === epoch);
  await expect.poll(sealed, { timeout: LONG }).toMatchObject({ cause: 'recovered' });
  const part = await sealed();
  expect((part?.chunks ?? 0) + (part?.dropped ?? 0)).toBeGreaterThanOrEqual(stored.length);
  // Somebody may have come in whom the site had not shown yet: its lag goes, and no more than that.
  const kept = await storedEnds(page, epoch);
  const end = stored.at(-1) ?? 0;
  expect(kept.slice(0, stored.length)).toEqual(stored.filter((one) => one <= (kept.at(-1) ?? 0)));
  expect(stored.filter((one) => one <= end - 2000).length).toBeLessThanOrEqual(kept.length);
  await page.reload();
  await page.getByRole('list').getByRole('button').first().click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect
    .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.duration), { timeout: LONG })
    .toBeGreaterThan(0);
});

test('what was recorded under a log that is damaged is set apart, and the records page says so', async () => {
  await host.panel.close();
  await party.move('damaged', [[host], [cem]]);
  host = await arm(host);
  const second = await recording(host, cem, 2);
  await host.panel.evaluate(
    async (log) => {
      const answered = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await answered(indexedDB.open('ask-to-record'));
      const entries = db.transaction('entries', 'readwrite', { durability: 'strict' }).objectStore('entries');
      const row = (await answered(entries.get([log, 3]))) as { leaf: Uint8Array };
      await answered(entries.put({ ...row, leaf: row.leaf.map((byte, i) => (i === 60 ? byte ^ 1 : byte)) }));
      await new Promise((resolve) => entries.transaction.addEventListener('complete', resolve));
      db.close();
    },
    (await logOf(host))[0]?.log ?? '',
  );
  const page = await killed();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/was damaged, so it proves nothing/)).toHaveCount(1, { timeout: 1000 });
  }).toPass({ timeout: LONG });
  await expect(page.getByText('Do not use it.')).toHaveCount(1);
  // The earlier meeting is there as before, and of the damaged one there is nothing to play or to save.
  await expect(page.getByRole('navigation', { name: 'Meetings' }).getByRole('button')).toHaveCount(1);
  expect((await storedEnds(page, second)).length).toBeGreaterThan(0);
});
