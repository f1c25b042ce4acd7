import { expect, test } from '@playwright/test';
import type { Frame, Page } from 'playwright';
import { findChromium } from '../browser/find.ts';
import { launchWithExtension } from '../browser/launch.ts';
import { ask } from './panel.ts';
import {
  arm,
  closeWelcome,
  HISTORY_MS,
  type Host,
  LONG,
  logOf,
  only,
  press,
  records,
  rests,
  says,
  truthOf,
} from './party.ts';
import { comes, openQuietRoom, type QuietRoom } from './quiet-room.ts';

/**
 * A host who leaves the page of the meeting and comes back with the browser's own button, and a meeting in a frame. Chromium 156 keeps a
 * page that was left, also with our content script in it and with `Cache-Control: no-store`; not while it has an `RTCPeerConnection` that has begun to connect, a
 * live track of a microphone or camera, or an `unload` handler. So a kept page has nobody's voice in it. One that is loaded anew: ends.spec.ts.
 */
test.describe.configure({ timeout: 60_000 });

let house: QuietRoom;
let host: Host;

test.beforeAll(async () => {
  house = await openQuietRoom();
  const context = await launchWithExtension({
    executablePath: findChromium({}),
    extensionDir: 'dist',
    headless: true,
    micGranted: true,
    backForwardCache: true,
  });
  await house.serve(context);
  await closeWelcome(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(house.room('begin'));
  host = await arm({ context, page, name: 'Host', watches: true });
});
test.afterAll(async () => {
  await host?.context.close();
  await house?.close();
});

/** A host alone in a room of their own is recorded, and the page is marked: only a page that was kept still has the mark. */
async function start(room: string): Promise<void> {
  await host.page.goto(house.room(room));
  await host.page.bringToFront();
  await host.page.waitForTimeout(HISTORY_MS);
  await says(host, 'Ready to ask');
  await ask(host);
  await records(host);
  await host.page.evaluate(() => Object.assign(globalThis, { mark: true }));
}

async function back(page: Page): Promise<boolean> {
  // Not goBack() or waitForURL(), which wait for a page to be loaded.
  await page.evaluate(() => history.back());
  const path = () => page.evaluate(() => location.pathname).catch(() => 'between the two');
  await expect.poll(path, { timeout: LONG }).toMatch(/^\/room\//);
  return page.evaluate(() => 'mark' in globalThis);
}

test('away from the meeting nothing is captured; a kept page that one comes back to is watched as before', async () => {
  await start('kept');
  const before = await logOf(host);
  await host.page.goto(house.lounge);
  await rests(host, 'No meeting here');
  expect(only(await logOf(host), 'gate-closed').at(-1)?.reasons).toContain('watch-lost');
  expect(await back(host.page)).toBe(true);
  // The same site, so Chrome's leave for the tab holds; everybody's yes still stands; the stretch is a new one of the same log.
  await records(host);
  const log = await logOf(host);
  expect(new Set(log.map(({ log: name }) => name))).toEqual(new Set([before[0]?.log]));
  expect(only(log, 'asked')).toHaveLength(1);
  expect(new Set(only(log, 'gate-opened').map(({ epoch }) => epoch)).size).toBe(2);
  await comes(host.page, 'Dia');
  await rests(host, 'Waiting for 1 of 2');
});

test('a kept page that one comes back to from another site is not recorded before the toolbar button is pressed again', async () => {
  await start('other-site');
  await host.page.goto(house.framing('nobody'));
  await rests(host, /./);
  expect(await back(host.page)).toBe(true);
  await rests(host, 'Not armed');
  await press(host);
  await records(host);
  await comes(host.page, 'Dia');
  await rests(host, 'Waiting for 1 of 2');
});

test('in a frame of another site’s page a meeting is not read, nothing is captured, and the panel says what to do', async () => {
  await host.page.goto(house.framing('framed'));
  const frame = host.page.frames().find((one) => one.url() === house.room('framed'));
  await frame?.locator('[data-screen="call"]').waitFor();
  await says(host, 'No meeting here');
  const logs = (await logOf(host)).length;
  await press(host);
  await says(host, 'No call seen here yet');
  await expect(host.panel.getByText('open it in a tab of its own')).toBeVisible();
  expect(await worlds(host.page.mainFrame()), 'ours is in the page itself').toContain(host.extension);
  expect(await worlds(frame as Frame)).not.toContain(host.extension);
  expect(await logOf(host)).toHaveLength(logs);
  expect(await truthOf(host)).toEqual({ gate: 'shut', capturing: false });
});

/** Hosts of the origins of the scripts that run in a frame: a content script's world has its extension's. */
async function worlds(frame: Frame): Promise<string[]> {
  const context = frame.page().context();
  const session = await context.newCDPSession(frame.parentFrame() ? frame : frame.page());
  const found: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { origin } }) =>
    found.push(origin.replace(/^.*:\/\//, '')),
  );
  await session.send('Runtime.enable');
  await session.detach();
  return found;
}
