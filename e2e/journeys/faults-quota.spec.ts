import { expect, test } from '@playwright/test';
import { copyWithLimitedRoom, type Room, roomOf } from '../browser/quota.ts';
import { recorded, recording, storedEnds } from './fault-stage.ts';
import { act } from './panel.ts';
import { chat, closings, type Guest, type Host, LONG, logOf, only, Party, records, rests, says } from './party.ts';

/** The disk is full while a meeting is recorded: in the browser, at the writes that the browser refuses. */
test.describe.configure({ timeout: 180_000 });

/** What a withdrawal finds: nothing at all, too little for the next chunk, room for some more of the recording. */
const LEFT = [0, 4_000, 60_000, 250_000];

test.describe('where writes are refused', () => {
  let party: Party;
  let host: Host;
  let cem: Guest;
  let room: Room;

  test.beforeAll(async () => {
    party = await Party.start({ extensionDir: copyWithLimitedRoom('dist') });
    host = await party.host('Host');
    cem = await party.stranger('Cem');
    room = await roomOf(host.panel);
  });
  test.afterEach(async () => {
    await party.tell(test.info());
    await room.giveBack();
  });
  test.afterAll(() => party.end());

  test('the recording ends by itself and says so, what was stored stays, and it goes on when there is room', async () => {
    await party.move('full', [[host], [cem]]);
    const epoch = await recording(host, cem, 4);
    await room.leave(0);
    // Which of the two finds no room first, the recording or the log, is chance; both end it, and both say what to do.
    await expect(
      host.panel.getByText(/^There was no room left, so recording has ended\.|^The consent log cannot be written, so/),
    ).toBeVisible({ timeout: LONG });
    await expect(
      host.panel.getByText('Make room on this computer and press “Try again”.', { exact: false }),
    ).toBeVisible();
    await rests(host, 'Recording broke off');
    // Everybody still agrees, and nothing may be recorded that a withdrawal could not end in writing.
    await act(host.panel, 'Try again');
    await host.panel.waitForTimeout(2000);
    await rests(host, /broke off|Not recording/);
    await room.giveBack();
    await act(host.panel, 'Try again');
    await records(host);
    const sealed = async () => only(await logOf(host), 'segment-sealed').find((one) => one.epoch === epoch);
    await expect.poll(sealed, { timeout: LONG }).toMatchObject({ cause: 'disk-full' });
    const part = await sealed();
    expect(part?.chunks).toBeGreaterThan(1);
    expect(await storedEnds(host.panel, epoch)).toHaveLength(part?.chunks ?? 0);
    await act(host.panel, 'Stop');
    await rests(host, 'Stopped');
  });

  for (const left of LEFT)
    test(`a withdrawal is in the log, and capture has ended, with ${left} bytes left`, async () => {
      await party.move(`withdrawn-${left}`, [[host], [cem]]);
      const epoch = await recording(host, cem, 1);
      const before = await logOf(host);
      await room.leave(left);
      await chat(cem, 'stop recording');
      await says(host, 'A yes was taken back');
      const log = async () => (await logOf(host)).slice(before.length);
      await expect
        .poll(async () => only(await log(), 'answered').map(({ answer }) => answer), { timeout: LONG })
        .toEqual(['withdrawn']);
      await rests(host, 'A yes was taken back');
      expect(closings(await log())).toHaveLength(1);
      expect((await logOf(host)).slice(0, before.length)).toEqual(before);
      await expect
        .poll(async () => only(await log(), 'segment-sealed').at(-1), { timeout: LONG })
        .toMatchObject({ epoch });
    });
});

test('where little room is left, recording ends before the disk is full, and the host reads why', async () => {
  const party = await Party.start();
  try {
    const host = await party.host('Host');
    const cem = await party.stranger('Cem');
    const epoch = await recording(host, cem, 1);
    const room = await roomOf(host.panel);
    await room.leave(300_000_000);
    await expect(host.panel.getByText('The disk is nearly full.')).toBeVisible({ timeout: LONG });
    await records(host);
    await room.leave(20_000_000);
    await expect(host.panel.getByText('There was no room left, so recording has ended.')).toBeVisible({
      timeout: LONG,
    });
    await rests(host, 'Recording broke off');
    expect((await recorded(host, 1)).epoch).toBe(epoch);
    await chat(cem, 'stop recording');
    await expect
      .poll(async () => only(await logOf(host), 'answered').at(-1)?.answer, { timeout: LONG })
      .toBe('withdrawn');
    await room.giveBack();
    await act(host.panel, 'Try again');
    await rests(host, 'A yes was taken back');
  } finally {
    await party.end();
  }
});
