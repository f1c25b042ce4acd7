import { openDatabase } from '../../../src/database/schema.ts';
import { saveWebm } from '../../../src/export/webm.ts';
import type { OffscreenReply, WorkerToOffscreen } from '../../../src/messages/worker-to-offscreen.ts';
import type { GateRow } from '../../../src/model/gate.ts';
import type { EpochId, LogId } from '../../../src/model/id.ts';
import { readChunks } from '../../../src/vault/chunks.ts';
import { readEpochKey } from '../../../src/vault/epoch-keys.ts';
import { opfsKeyFiles } from '../../../src/vault/key-files.ts';
import { browserLocks } from '../../../src/vault/locks.ts';
import { identitiesOf } from '../../../src/vault/recipients.ts';
import { readState } from '../../../src/vault/state.ts';

/** The smallest judge: gives the tab, renews permits until it is silent, and remembers what the recorder said. */
const log = 'lAAAAAAAAAAAA' as LogId;
const OFFSCREEN = 'extension/offscreen/index.html';

interface Judge {
  tab: number | null;
  /** Reports are heard, and nobody answers them. */
  silent: boolean;
  heard: { report: string; [key: string]: unknown }[];
  open(epoch: string, media: 'sound' | 'sound+picture'): Promise<OffscreenReply>;
  send(order: WorkerToOffscreen): Promise<OffscreenReply>;
  gate(epoch: string, state: GateRow['state'], cutAfter: number | null): Promise<unknown>;
  /** The epochs joined, as base64. */
  save(epochs: readonly { readonly epoch: string; readonly mime: string }[]): Promise<string>;
}

const judge: Judge = {
  tab: null,
  silent: false,
  heard: [],
  async open(epoch, media) {
    await this.gate(epoch, 'open', null);
    if (!(await chrome.offscreen.hasDocument())) {
      const reasons = [chrome.offscreen.Reason.USER_MEDIA];
      await chrome.offscreen.createDocument({ url: OFFSCREEN, reasons, justification: 'test' });
    }
    const streamId = await chrome.tabCapture.getMediaStreamId({ targetTabId: this.tab ?? -1 });
    const size = { width: 640, height: 360, frameRate: 15 };
    const how = { microphone: true, microphoneAllowed: true, lagMs: 1000, size };
    return this.send({ to: 'offscreen', order: 'open', log, epoch: epoch as EpochId, streamId, media, ...how });
  },
  send: (order) => chrome.runtime.sendMessage(order),
  async gate(epoch, state, cutAfter) {
    const db = await openDatabase(() => undefined);
    await db.put('gates', { log, state, epoch: epoch as EpochId, cutAfter, reasons: [] });
    db.close();
  },
  async save(epochs) {
    const db = await openDatabase(() => undefined);
    const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
    const { signal } = new AbortController();
    const segments = [];
    const who = await identitiesOf(db, await readState(db), null);
    for (const { epoch, mime } of epochs) {
      const key = await readEpochKey(keys, epoch, who);
      segments.push({ epoch, mime, recordedAtMs: 0, chunks: () => readChunks(db, key, epoch, mime, signal) });
    }
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('joined.webm', { create: true });
    await saveWebm({
      segments,
      sound: 'apart',
      write: await handle.createWritable(),
      progress: () => undefined,
      signal,
    });
    db.close();
    return new Uint8Array(await (await handle.getFile()).arrayBuffer()).toBase64();
  },
};

chrome.action.onClicked.addListener((tab) => {
  judge.tab = tab.id ?? null;
});
chrome.runtime.onMessage.addListener((message, _sender, reply) => {
  if (message.to !== 'worker') return false;
  judge.heard.push(message);
  if (message.report !== 'chunk') reply({ ok: true });
  else if (!judge.silent) reply({ ok: true, leaseMs: 3000, microphone: true });
  return false;
});
Object.assign(globalThis, { judge });

export type { Judge };
