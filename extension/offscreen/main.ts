import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { createMix } from '../../src/capture/mix.ts';
import { startSegment } from '../../src/capture/recorder.ts';
import { type Database, openDatabase } from '../../src/database/schema.ts';
import { isFor } from '../../src/messages/envelope.ts';
import { LEVELS_CHANNEL } from '../../src/messages/offscreen-to-pages.ts';
import { isWorker, type OffscreenReply, workerToOffscreen } from '../../src/messages/worker-to-offscreen.ts';
import { loadAge } from '../../src/vault/age.ts';
import { opfsKeyFiles } from '../../src/vault/key-files.ts';
import { browserLocks } from '../../src/vault/locks.ts';
import { forRecipients, ownRecipient } from '../../src/vault/recipients.ts';
import { rewrapAll } from '../../src/vault/rewrap.ts';
import { readState } from '../../src/vault/state.ts';
import { backUpHere } from './back-up.ts';
import { askForPermit, deliver, pause } from './deliver.ts';
import { Desk } from './desk.ts';
import { microphoneStream, tabStream } from './streams.ts';

/**
 * The hands: holds streams and recorder, judges nothing. Fails closed with nobody's help, because no permit lasts longer than
 * LEASE_MS. The worker opens and closes this document; when it is closed, the browser stops every capture in it.
 */
const life = new AbortController();
const levels = new BroadcastChannel(LEVELS_CHANNEL);
let opened: Promise<Database> | null = null;

const ground = {
  database,
  keys: opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks),
  locks: browserLocks,
};

const desk = new Desk({
  tabStream,
  microphoneStream,
  mix: createMix,
  start: startSegment,
  database,
  keys: ground.keys,
  forRecipients: forRecipients(ground),
  askForPermit,
  deliver,
  levels: (message) => levels.postMessage(message),
  pause: (ms) => pause(ms, life.signal),
  monotonic: () => performance.now(),
  now: () => Date.now(),
});

/** Opened when it is first needed, and again after the browser closed it. */
function database(): Promise<Database> {
  const forget = () => {
    opened = null;
  };
  opened ??= openDatabase(forget);
  opened.catch(forget);
  return opened;
}

/**
 * Made ready while the host's panel opens, so that nothing is waited for when the last answer comes; then keys that an earlier version
 * left bare, or that were wrapped for others, get their new wrapping.
 */
async function prepare(): Promise<void> {
  const [, db] = await Promise.all([loadAge(), database()]);
  await ownRecipient(db, await readState(db));
  await rewrapAll(ground, null, { signal: life.signal, progress: () => undefined });
}
prepare().catch((error: unknown) => console.warn('the vault waits:', error));

const { id } = browser.runtime;
const workerUrl = findWorker();
let refused = 0;

browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  isFor(message, 'offscreen') ? answer(message, sender) : undefined,
);

async function answer(message: unknown, sender: Runtime.MessageSender): Promise<OffscreenReply> {
  const order = v.safeParse(workerToOffscreen, message);
  if (order.success && isWorker(sender, { id, workerUrl: await workerUrl })) {
    if (order.output.order !== 'back-up') return desk.handle(order.output);
    backUpHere(ground, life.signal);
    return { ok: true, value: null };
  }
  console.warn('messages refused so far:', ++refused);
  return { ok: false, code: 'bad-message' };
}

/** An offscreen document has runtime.getURL but no runtime.getManifest (measured, Chromium 156): the built manifest is read as a file. */
async function findWorker(): Promise<string> {
  const manifest: unknown = await (await fetch(browser.runtime.getURL('manifest.json'))).json();
  const { background } = v.parse(v.object({ background: v.object({ service_worker: v.string() }) }), manifest);
  return browser.runtime.getURL(background.service_worker);
}

addEventListener('pagehide', () => {
  life.abort();
  levels.close();
});
