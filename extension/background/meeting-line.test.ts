import { expect, test, vi } from 'vitest';
import type { Desk } from './desk.ts';
import type { Guest } from './guest.ts';
import type { MeetingTab } from './meeting.ts';
import { MeetingLine } from './meeting-line.ts';
import * as place from './storage.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('./settings.ts', () => ({ settings: async () => ({}) }));
vi.spyOn(place, 'storage').mockResolvedValue({ log: { meetingHash: async () => 'hash' } } as never);

const hello = { say: 'hello', platform: 'sandbox', place: 'call', meeting: 'room', stay: 'stay' };

/** A page's line to a worker that is ready when the test says so, and whose desk enters when the test lets it. */
function lineTo(entering: Promise<void>) {
  const tabs = new Map<number, MeetingTab>();
  let ready = () => {};
  let said: (message: unknown) => void = () => undefined;
  let ends = () => {};
  const gone = vi.fn(async (meeting: MeetingTab) => {
    if (tabs.get(meeting.tab) === meeting) tabs.delete(meeting.tab);
  });
  const enter = vi.fn(() => entering);
  const desk = { tabs, gone, enter, finish: async () => undefined } as unknown as Desk;
  const waits = new Promise<void>((go) => {
    ready = go;
  });
  const line = new MeetingLine(desk, { enter: async () => undefined } as unknown as Guest, waits);
  const port = {
    sender: {},
    onMessage: { addListener: (hear: typeof said) => (said = hear) },
    onDisconnect: { addListener: (end: typeof ends) => (ends = end) },
  };
  line.connected(port as never, { tab: 7, frame: 0 });
  return { tabs, enter, gone, ready: () => ready(), say: (message: unknown) => said(message), leave: () => ends() };
}

const soon = () => new Promise((past) => setTimeout(past, 10));

test('a page that went while the worker was starting does not stand for its tab', async () => {
  const { tabs, enter, ready, say, leave } = lineTo(Promise.resolve());
  say(hello);
  leave();
  ready();
  await soon();
  expect(tabs.size).toBe(0);
  expect(enter).not.toHaveBeenCalled();
});

test('a page that went while it was entered is let go again', async () => {
  let entered = () => {};
  const { tabs, enter, gone, ready, say, leave } = lineTo(new Promise((go) => (entered = go)));
  ready();
  say(hello);
  await vi.waitFor(() => expect(enter).toHaveBeenCalled());
  leave();
  entered();
  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(2));
  expect(tabs.size).toBe(0);
});

test('a page that stays stands for its tab', async () => {
  const { tabs, gone, ready, say } = lineTo(Promise.resolve());
  ready();
  say(hello);
  await vi.waitFor(() => expect(tabs.get(7)?.siteMeeting).toBe('room'));
  await soon();
  expect(gone).not.toHaveBeenCalled();
});

/** Two documents of one tab, each with its line. */
function tabWithFrame() {
  const tabs = new Map<number, MeetingTab>();
  const gone = vi.fn(async (meeting: MeetingTab) => {
    if (tabs.get(meeting.tab) === meeting) tabs.delete(meeting.tab);
  });
  const finish = vi.fn(async () => undefined);
  const enter = vi.fn(async () => undefined);
  /** What the log of a hosted call says: whether somebody looks at it. */
  const state = { watching: true };
  const lost = vi.fn(async () => {
    state.watching = false;
  });
  const feed = vi.fn(async () => {
    state.watching = true;
  });
  const readable = () => undefined;
  const desk = { tabs, gone, enter, finish, lost, feed, readable } as unknown as Desk;
  const line = new MeetingLine(desk, { enter: async () => undefined } as unknown as Guest, Promise.resolve());
  const host = () => {
    const meeting = tabs.get(7);
    if (meeting) meeting.session = { state } as unknown as NonNullable<MeetingTab['session']>;
  };
  const document = (frame: number, platform: string) => {
    let hear: (message: unknown) => void = () => undefined;
    let end = () => {};
    const postMessage = vi.fn();
    const port = {
      sender: {},
      postMessage,
      onMessage: { addListener: (listener: typeof hear) => (hear = listener) },
      onDisconnect: { addListener: (listener: typeof end) => (end = listener) },
    };
    line.connected(port as never, { tab: 7, frame });
    const at = async (place: string) => {
      hear({ ...hello, platform, place, meeting: `${platform} ${frame}` });
      await soon();
    };
    const beat = async () => {
      hear({ say: 'beat', at: 1 });
      await soon();
    };
    return { at, beat, leave: () => end(), postMessage };
  };
  return { document, finish, enter, host, state, standsFor: () => tabs.get(7)?.siteMeeting };
}

test('a call in a frame stands for its tab, and not the page around it, in whatever order they speak', async () => {
  const { document, standsFor } = tabWithFrame();
  const around = document(0, 'generic');
  await around.at('elsewhere');
  expect(standsFor()).toBe('generic 0');
  const frame = document(4, 'jitsi');
  await frame.at('call');
  await around.at('elsewhere');
  expect(standsFor()).toBe('jitsi 4');
});

test('what was hosted in the page around is over when a call begins in a frame', async () => {
  const { document, finish } = tabWithFrame();
  const around = document(0, 'generic');
  await around.at('call');
  expect(finish).not.toHaveBeenCalledWith(expect.objectContaining({ platform: 'jitsi' }));
  await document(4, 'jitsi').at('call');
  expect(finish).toHaveBeenLastCalledWith(expect.objectContaining({ platform: 'generic' }));
  expect(around.postMessage).toHaveBeenCalledWith({ say: 'mode', mode: 'idle' });
});

test('when the frame has gone, the page around it stands for the tab again', async () => {
  const { document, standsFor } = tabWithFrame();
  await document(0, 'generic').at('elsewhere');
  const frame = document(4, 'jitsi');
  await frame.at('call');
  frame.leave();
  await soon();
  expect(standsFor()).toBe('generic 0');
});

test('a new document of the same frame takes the place of the one before, whatever that was in', async () => {
  const { document, standsFor, enter } = tabWithFrame();
  const before = document(0, 'sandbox');
  await before.at('call');
  await document(0, 'generic').at('lobby');
  before.leave();
  await soon();
  expect(standsFor()).toBe('generic 0');
  expect(enter).toHaveBeenCalledTimes(2);
});

test('two calls in one tab are heard together, so that neither is recorded until one has ended', async () => {
  const { document, host, state, standsFor } = tabWithFrame();
  const around = document(0, 'generic');
  await around.at('elsewhere');
  const frame = document(4, 'jitsi');
  await frame.at('call');
  host();
  await frame.beat();
  expect(state.watching).toBe(true);
  await around.at('call');
  expect(standsFor()).toBe('jitsi 4');
  expect(state.watching).toBe(false);
  await frame.beat();
  expect(state.watching, 'and a sign of life does not bring it back').toBe(false);
  await around.at('left');
  await frame.beat();
  expect(state.watching).toBe(true);
});
