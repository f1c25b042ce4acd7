import { createMix } from '../../../src/capture/mix.ts';
import type { Permit, SealReport } from '../../../src/capture/ports.ts';
import { startSegment } from '../../../src/capture/recorder.ts';
import { openDatabase } from '../../../src/database/schema.ts';
import { type SavedSegment, saveWebm, type TimelinePart } from '../../../src/export/webm.ts';
import type { Media } from '../../../src/model/ask.ts';
import type { GateRow } from '../../../src/model/gate.ts';
import { type EpochId, ID_BYTES, idOf } from '../../../src/model/id.ts';
import { sealChunk } from '../../../src/vault/chunk-cipher.ts';
import { promote, putLive, readChunks, type Settled, settle } from '../../../src/vault/chunks.ts';
import { createEpochKey, readEpochKey } from '../../../src/vault/epoch-keys.ts';
import { opfsKeyFiles } from '../../../src/vault/key-files.ts';
import { browserLocks } from '../../../src/vault/locks.ts';
import { forRecipients, identitiesOf } from '../../../src/vault/recipients.ts';
import { readState } from '../../../src/vault/state.ts';
import { MICROPHONE_HZ, meetingStream, toneStream } from './streams.ts';

/** What the test asks of the page. Real recorder, real database, real key files; only the tab is made up. */
export interface Trial {
  readonly media: Media;
  /** ms until the order comes; null: permits stop after `permits` reports and the lease ends it. */
  readonly orderAfter: number | null;
  readonly permits: number;
  readonly drain: boolean;
  /** The order cuts what ended later than this many ms before it; null cuts nothing. */
  readonly cutBefore: number | null;
}
export interface Trialed {
  readonly epoch: string;
  readonly mime: string;
  readonly startedAt: number;
  readonly seal: SealReport;
  readonly settled: Settled;
  readonly live: number;
  readonly tracksLeft: number;
  readonly levels: { readonly meeting: number; readonly microphone: number };
}

const log = 'lAAAAAAAAAAAA';
const keys = opfsKeyFiles(() => navigator.storage.getDirectory(), browserLocks);
const database = openDatabase((why) => console.error('database lost', why));
const ground = { database: () => database, keys, locks: browserLocks };

async function trial({ media, orderAfter, permits, drain, cutBefore }: Trial): Promise<Trialed> {
  const db = await database;
  const epoch: EpochId = idOf('epoch', crypto.getRandomValues(new Uint8Array(ID_BYTES)));
  const gate = (state: GateRow['state'], cutAfter: number | null) =>
    db.put('gates', { log, state, epoch, cutAfter, reasons: [] } as GateRow);
  await gate('open', null);
  const key = await createEpochKey(keys, epoch, forRecipients(ground));
  const tab = meetingStream(media === 'sound+picture');
  const microphone = toneStream(MICROPHONE_HZ, 0.2);
  const feed = await createMix({ tab, microphone, media, microphoneOn: true });
  let prev = '';
  let reports = 0;
  let levels = { meeting: 0, microphone: 0 };
  const startedAt = Date.now();
  let mime = '';
  const seal = await new Promise<SealReport>((sealed) => {
    const segment = startSegment({
      feed,
      media,
      leaseMs: 1500,
      sliceMs: 500,
      ports: {
        async put(bytes, seq, endAt) {
          const made = await sealChunk(key, { log, epoch, seq, mime, prev }, bytes);
          const kept = await putLive(db, { log, epoch, seq, endAt, bytes: bytes.length, ...made });
          if (kept === 'kept') prev = made.hash;
          await promote(db, epoch, endAt - 2000);
          return kept;
        },
        report: (): Promise<Permit> =>
          ++reports <= permits ? Promise.resolve({ ok: true, leaseMs: 1500, microphone: true }) : new Promise(() => {}),
        started: () => undefined,
        levels: (now) => {
          levels = now;
        },
        sealed,
        monotonic: () => performance.now(),
        now: () => Date.now(),
      },
    });
    mime = segment.mime;
    if (orderAfter !== null) {
      setTimeout(() => {
        const cutAfter = cutBefore === null ? null : Date.now() - cutBefore;
        segment.revoke({ drain, cutAfter });
        void gate(drain ? 'draining' : 'closed', cutAfter);
      }, orderAfter);
    }
  });
  const settled = await settle(
    db,
    epoch,
    seal.cutAfter,
    seal.ledger.map((line) => line.bytes),
  );
  const live = await db.count('live');
  const tracksLeft = [...tab.getTracks(), ...microphone.getTracks()].filter((t) => t.readyState === 'live').length;
  return { epoch, mime, startedAt, seal, settled, live, tracksLeft, levels };
}

interface Saved {
  readonly base64: string;
  readonly timeline: TimelinePart[];
  readonly progress: number;
}

async function save(trials: readonly Trialed[], sound: 'mixed' | 'apart'): Promise<Saved> {
  const db = await database;
  const { signal } = new AbortController();
  const segments: SavedSegment[] = [];
  for (const { epoch, mime, startedAt, settled } of trials) {
    const key = await readEpochKey(keys, epoch, await identitiesOf(db, await readState(db), null));
    const chunks = () => readChunks(db, key, epoch, mime, signal, settled);
    segments.push({ epoch, mime, recordedAtMs: startedAt, chunks });
  }
  let file = new Uint8Array(0);
  const write = new WritableStream<{ data: Uint8Array; position: number }>({
    write({ data, position }) {
      const grown = new Uint8Array(Math.max(file.length, position + data.length));
      grown.set(file);
      grown.set(data, position);
      file = grown;
    },
  });
  let progress = 0;
  const timeline = await saveWebm({
    segments,
    sound,
    write,
    signal,
    progress: (ms) => {
      progress = ms;
    },
  });
  return { base64: file.toBase64(), timeline, progress };
}

/** Plays a file in this browser: its length in s, and where it stood after seeking to `to`. */
async function seek(base64: string, to: number): Promise<{ duration: number; at: number; width: number }> {
  const video = document.querySelector('video');
  if (!video) throw new Error('no video');
  const event = (name: string) => new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
  const ready = event('loadeddata');
  video.src = URL.createObjectURL(new Blob([Uint8Array.fromBase64(base64)], { type: 'video/webm' }));
  await ready;
  const seeked = event('seeked');
  video.currentTime = to;
  await seeked;
  return { duration: video.duration, at: video.currentTime, width: video.videoWidth };
}

export interface Bench {
  trial: typeof trial;
  save: typeof save;
  seek: typeof seek;
}
Object.assign(globalThis, { bench: { trial, save, seek } satisfies Bench });
