import { expect, test } from '@playwright/test';
import { chooseFormats, openExport } from './exports.ts';
import { recording } from './fault-stage.ts';
import { act } from './panel.ts';
import { closings, type Guest, type Host, LONG, logOf, only, Party, records, rests } from './party.ts';

/** The page of a meeting that is recorded changes under us. Each test is a meeting of its own. */
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

async function start(room: string): Promise<void> {
  await party.move(room, [[host], [cem]]);
  await recording(host, cem, 0);
}

/** Somebody else at the same meeting, in a tab of Cem's browser: a browser of their own would tell nothing more. */
async function another(name: string, join: boolean) {
  const page = await cem.context.newPage();
  const url = new URL(cem.page.url());
  url.searchParams.set('name', name);
  url.searchParams.set('autojoin', join ? '1' : '0');
  await page.goto(url.href);
  await page.locator(`[data-screen="${join ? 'call' : 'lobby'}"]`).waitFor({ timeout: LONG });
  return page;
}

test('somebody in the lobby is nobody in the meeting, until they come in', async () => {
  await start('lobby');
  const dia = await another('Dia', false);
  await records(host);
  expect(closings(await logOf(host))).toEqual([]);
  await dia.locator('[data-control="join"]').click();
  await rests(host, 'Waiting for 1 of 3');
  await dia.close();
  await records(host);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
});

test('a host who leaves waits in the lobby unrecorded, and comes back into the same log and the same answers', async () => {
  await start('rejoins');
  const before = await logOf(host);
  await host.page.locator('[data-control="leave"]').click();
  await rests(host, 'You have left the meeting');
  await host.page.locator('[data-control="lobby"]').click();
  await host.page.locator('[data-screen="lobby"]').waitFor({ timeout: LONG });
  await rests(host, 'You have left the meeting');
  await host.page.locator('[data-control="join"]').click();
  await records(host);
  const log = await logOf(host);
  expect(new Set(log.map(({ log: name }) => name))).toEqual(new Set([before[0]?.log]));
  expect(only(log, 'asked')).toHaveLength(1);
  expect(only(log, 'meeting-returned')).toHaveLength(1);
  expect(only(log, 'participant-joined').filter(({ self }) => self)).toHaveLength(1);
  await act(host.panel, 'Stop');
  await rests(host, 'Stopped');
});

test('with another body, and another list, in place of the ones that we met, a newcomer still closes the gate', async () => {
  await start('replaced');
  await host.page.evaluate(() => {
    const body = document.createElement('body');
    for (const { name, value } of document.body.attributes) body.setAttribute(name, value);
    body.append(...document.body.childNodes);
    document.body.replaceWith(body);
  });
  const dia = await another('Dia', true);
  await rests(host, 'Waiting for 1 of 3');
  await dia.close();
  await records(host);
  // The list that the page goes on with is another one than the one on the screen.
  await host.page.locator('[data-roster]').evaluate((list) => list.replaceWith(list.cloneNode(true)));
  const eve = await another('Eve', true);
  await rests(host, /^(?:Waiting for|Not recording yet)/);
  await eve.close();
});

test('a second page leaves the file alone that the first one is making', async () => {
  const open = async () => {
    const page = await host.context.newPage();
    await page.goto(`chrome-extension://${host.extension}/extension/records/index.html`);
    await page.getByRole('list').getByRole('button').first().waitFor({ timeout: LONG });
    return page;
  };
  const scratch = () =>
    host.panel.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('scratch', { create: true });
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    });
  const first = await openExport(host);
  await chooseFormats(first, ['json']);
  const downloading = first.waitForEvent('download');
  await first.getByRole('button', { name: 'Make the file', exact: true }).click();
  await downloading;
  const made = await scratch();
  expect(made).toHaveLength(1);
  const second = await open();
  expect(await scratch()).toEqual(made);
  await first.close();
  await second.reload();
  await second.getByRole('list').getByRole('button').first().waitFor({ timeout: LONG });
  await expect.poll(scratch, { timeout: LONG }).toEqual([]);
  await second.close();
});
