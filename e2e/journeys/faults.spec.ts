import { expect, test } from '@playwright/test';
import { serviceWorker } from '../browser/targets.ts';
import { recorded, recording } from './fault-stage.ts';
import { act } from './panel.ts';
import { arm, chat, type Guest, type Host, LONG, logOf, only, Party, records, rests } from './party.ts';

/** What breaks around a recording that runs. Each test is a meeting of its own; the last one takes the extension away. */
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

async function start(room: string): Promise<string> {
  await party.move(room, [[host], [cem]]);
  return recording(host, cem);
}

interface Holding {
  held: boolean;
  ended: boolean;
}

test('a stop does not wait for a page that reads the whole database all the time', async () => {
  await start('reader');
  await host.panel.evaluate(async () => {
    const holding: Holding = { held: true, ended: false };
    Object.assign(globalThis, { holding });
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ask-to-record');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const reading = db.transaction([...db.objectStoreNames]);
    reading.oncomplete = () => {
      holding.ended = true;
      db.close();
    };
    const store = reading.objectStore('settings');
    const look = () => {
      if (holding.held) store.get('nothing').onsuccess = look;
    };
    look();
  });
  await chat(cem, 'stop recording');
  const look = () =>
    host.panel.evaluate(async () => {
      const captured = await chrome.tabCapture.getCapturedTabs();
      const { ended } = (globalThis as unknown as { holding: Holding }).holding;
      return { capturing: captured.some(({ status }) => status === 'active' || status === 'pending'), ended };
    });
  await expect.poll(look, { timeout: LONG }).toEqual({ capturing: false, ended: false });
  await host.panel.evaluate(() => {
    (globalThis as unknown as { holding: Holding }).holding.held = false;
  });
  await rests(host, 'A yes was taken back');
  // What was recorded is put in order after the gate is shut.
  const sealed = async () => only(await logOf(host), 'segment-sealed').at(-1);
  await expect.poll(sealed, { timeout: LONG }).toMatchObject({ cause: 'ordered' });
});

test('a second tab of the same meeting says that the first one records, and there is one log', async () => {
  await start('tabs');
  const page = await host.context.newPage();
  await page.goto(host.page.url());
  await page.locator('[data-screen="call"]').waitFor({ timeout: LONG });
  const second = await arm({ ...host, page });
  await expect(second.panel.getByText(/in another tab too/)).toBeVisible({ timeout: LONG });
  // On the page it is one more participant, who has not agreed.
  await rests(host, /^Waiting for/);
  const opened = (await logOf(second)).filter(({ entry }) => entry.kind === 'meeting-opened');
  expect(opened.map(({ log }) => log)).toEqual([(await logOf(host))[0]?.log]);
  await second.panel.close();
  await page.close();
  await host.page.bringToFront();
  await records(host);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
});

test('a tab that is moved to another window is recorded on, without a new part', async () => {
  const epoch = await start('moved');
  const { ends } = await recorded(host, 1);
  const worker = await serviceWorker(host.context);
  await worker.evaluate((tabId) => chrome.windows.create({ tabId }).then(() => undefined), host.tab);
  const after = await recorded(host, ends.length + 1);
  await records(host);
  expect(after.epoch).toBe(epoch);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
});
