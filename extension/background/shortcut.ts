import browser from 'webextension-polyfill';
import type { Desk } from './desk.ts';
import type { MeetingTab } from './meeting.ts';

/** As the manifest names it. */
export const PAUSE = 'pause';

/** Keys that pause, as the browser writes them; '' when the host took them away or another extension has them. */
export async function pauseKeys(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === PAUSE)?.shortcut ?? '';
}

/**
 * The host's keys, wherever in the browser they are pressed: what records now pauses, and where nothing does, the meeting in front. They
 * never let anything go on: pressed twice, it stays paused.
 */
export async function pauseByKeys(desk: Desk, front: number | undefined): Promise<void> {
  const hosted = [...desk.tabs.values()].filter(({ session }) => session !== null);
  const recording = hosted.filter(({ session }) => session?.state.epoch);
  const meant = recording.length > 0 ? recording : hosted.filter(({ tab }) => tab === front);
  await Promise.all(meant.map((meeting) => pause(desk, meeting)));
}

async function pause(desk: Desk, { session }: MeetingTab): Promise<void> {
  if (!session) return;
  await desk.feed(session, {
    what: 'order',
    order: { do: 'pause', by: 'shortcut' },
    at: Date.now(),
    key: `keys:${crypto.randomUUID()}`,
  });
}
