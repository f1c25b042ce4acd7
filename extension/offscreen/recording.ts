import { formatOf } from '../../src/capture/format.ts';
import type { createMix } from '../../src/capture/mix.ts';
import type { ChunkReport, Permit, SealReport, SegmentPorts } from '../../src/capture/ports.ts';
import type { startSegment } from '../../src/capture/recorder.ts';
import { type Ending, earlier, type Segment } from '../../src/capture/segment.ts';
import type { Database } from '../../src/database/schema.ts';
import type { LevelsMessage } from '../../src/messages/offscreen-to-pages.ts';
import type { OffscreenToWorker, SealedReport } from '../../src/messages/offscreen-to-worker.ts';
import type { Opened, OpenOrder } from '../../src/messages/worker-to-offscreen.ts';
import { Failure } from '../../src/model/failure.ts';
import { LEASE_MS } from '../../src/model/gate.ts';
import { sealChunk } from '../../src/vault/chunk-cipher.ts';
import { promote, putLive, settle } from '../../src/vault/chunks.ts';
import { createEpochKey, EPOCH_KEYS } from '../../src/vault/epoch-keys.ts';
import type { KeyFiles } from '../../src/vault/key-files.ts';

/** What a recording needs of the document that it runs in; a test brings its own. */
export interface RecordingPorts {
  tabStream(streamId: string, media: OpenOrder['media'], size: OpenOrder['size']): Promise<MediaStream>;
  microphoneStream(): Promise<MediaStream | null>;
  readonly mix: typeof createMix;
  readonly start: typeof startSegment;
  database(): Promise<Database>;
  readonly keys: KeyFiles;
  askForPermit(message: OffscreenToWorker): Promise<Permit>;
  deliver(message: () => Promise<OffscreenToWorker>, signal: AbortSignal): Promise<void>;
  levels(message: LevelsMessage): void;
  pause(ms: number): Promise<void>;
  monotonic(): number;
  now(): number;
}

/**
 * One epoch in this document, from the order to open until the worker knows how it ended.
 *
 *   opening ──recorder runs──▶ recording ──segment sealed by itself or by order──▶ sealing ──acknowledged──▶ over
 *      └──────revoked, or no stream: nothing was recorded, the key is destroyed──────────────────────────────▶┘
 */
export class Recording {
  readonly over = new AbortController();
  readonly #order: OpenOrder;
  readonly #ports: RecordingPorts;
  readonly #receivedAt: number;
  readonly #mime: string;
  readonly #streams: MediaStream[] = [];
  #segment: Segment | null = null;
  #revoked = false;
  #cutAfter: number | null = null;
  #microphoneOn: boolean;
  #hasMicrophone = false;
  #lastHash = '';
  #moving: Promise<void> = Promise.resolve();
  #ended: { readonly seal: SealReport; report: Promise<SealedReport> } | null = null;

  constructor(order: OpenOrder, ports: RecordingPorts) {
    this.#order = order;
    this.#ports = ports;
    this.#receivedAt = ports.monotonic();
    this.#microphoneOn = order.microphone;
    this.#mime = formatOf(order.media).mimeType;
  }

  get log(): OpenOrder['log'] {
    return this.#order.log;
  }

  get epoch(): OpenOrder['epoch'] {
    return this.#order.epoch;
  }

  get state(): 'opening' | 'recording' | 'sealing' | 'over' {
    if (this.over.signal.aborted) return 'over';
    if (!this.#segment) return 'opening';
    return this.#segment.state === 'starting' || this.#segment.state === 'recording' ? 'recording' : 'sealing';
  }

  /** Key first, streams then, recorder last; after each step a revocation that came meanwhile ends it. Rejects with a Failure. */
  async open(): Promise<Opened> {
    const { epoch } = this.#order;
    const { keys } = this.#ports;
    const key = await createEpochKey(keys, epoch);
    try {
      return await this.#start(key);
    } catch (error) {
      this.#letGo();
      this.over.abort();
      await keys.destroy(EPOCH_KEYS, epoch);
      throw error;
    }
  }

  async #start(key: CryptoKey): Promise<Opened> {
    const { media, streamId, size, microphoneAllowed } = this.#order;
    const { mix, start, tabStream, microphoneStream, monotonic } = this.#ports;
    this.#mayGoOn();
    const tab = this.#hold(await tabStream(streamId, media, size));
    const microphone = microphoneAllowed ? await microphoneStream() : null;
    if (microphone) this.#hold(microphone);
    this.#mayGoOn();
    this.#hasMicrophone = microphone !== null;
    const feed = await mix({ tab, microphone, media, microphoneOn: this.#microphoneOn });
    const leaseMs = LEASE_MS - (monotonic() - this.#receivedAt);
    if (this.#revoked || leaseMs <= 0) {
      feed.close();
      throw new Failure('cancelled', 'the permit was gone before the recorder ran');
    }
    feed.setMicrophone(this.#microphoneOn);
    this.#segment = start({ feed, media, leaseMs, ports: this.#segmentPorts(key) });
    return { mime: this.#mime, microphone: this.#hasMicrophone };
  }

  /** Capture has stopped when this returns. May come at any time, more than once, and only ever takes away. */
  revoke(ending: Ending): void {
    this.#revoked = true;
    this.#cutAfter = earlier(this.#cutAfter, ending.cutAfter);
    if (this.#segment) this.#segment.revoke(ending);
    else this.#letGo();
    if (this.#ended && ending.cutAfter !== null) this.#settleAgain();
  }

  setMicrophone(on: boolean): void {
    this.#microphoneOn = on;
    this.#segment?.setMicrophone(on);
  }

  #hold(stream: MediaStream): MediaStream {
    this.#streams.push(stream);
    this.#mayGoOn();
    return stream;
  }

  #mayGoOn(): void {
    if (!this.#revoked) return;
    this.#letGo();
    throw new Failure('cancelled', 'revoked while opening');
  }

  #letGo(): void {
    for (const stream of this.#streams) for (const track of stream.getTracks()) track.stop();
  }

  #segmentPorts(key: CryptoKey): SegmentPorts {
    const ports = this.#ports;
    return {
      put: (bytes, seq, endAt) => this.#put(key, bytes, seq, endAt),
      report: (report) => this.#report(report),
      started: () => this.#started(),
      levels: (levels) => ports.levels({ state: 'recording', ...levels }),
      sealed: (seal) => void this.#finish(seal),
      monotonic: () => ports.monotonic(),
      now: () => ports.now(),
    };
  }

  async #put(
    key: CryptoKey,
    bytes: Uint8Array<ArrayBuffer>,
    seq: number,
    endAt: number,
  ): Promise<'kept' | 'thrown-away'> {
    const { log, epoch, lagMs } = this.#order;
    const place = { log, epoch, seq, mime: this.#mime, prev: this.#lastHash };
    const { sealed, hash } = await sealChunk(key, place, bytes);
    const db = await this.#ports.database();
    const kept = await putLive(db, { log, epoch, seq, endAt, bytes: bytes.length, sealed, hash });
    if (kept === 'kept') {
      this.#lastHash = hash;
      this.#moving = this.#moving.then(() => this.#promote(db, endAt - lagMs));
    }
    return kept;
  }

  async #promote(db: Database, olderThan: number): Promise<void> {
    try {
      await promote(db, this.epoch, olderThan);
    } catch (error) {
      // They are safe where they are; the next promotion, or settling, takes them along.
      console.warn('chunks stay provisional:', (error as Error).message);
    }
  }

  async #report(report: ChunkReport): Promise<Permit> {
    const { log, epoch } = this.#order;
    const microphone = this.#hasMicrophone && this.#microphoneOn;
    const permit = await this.#ports.askForPermit({ to: 'worker', report: 'chunk', log, epoch, microphone, ...report });
    if (permit.ok) this.#microphoneOn = permit.microphone;
    return permit;
  }

  #started(): void {
    const { log, epoch } = this.#order;
    const mime = this.#mime;
    const microphone = this.#hasMicrophone;
    const at = this.#ports.now();
    void this.#ports.deliver(
      async () => ({ to: 'worker', report: 'started', log, epoch, mime, microphone, at }),
      this.over.signal,
    );
  }

  async #finish(seal: SealReport): Promise<void> {
    this.#ports.levels({ state: 'idle', meeting: 0, microphone: 0 });
    const ended = { seal, report: this.#settle(seal) };
    this.#ended = ended;
    await this.#ports.deliver(() => ended.report, this.over.signal);
    this.over.abort();
  }

  /** A crash here leaves chunks in `live` and no seal: the worker finds the epoch open with no recorder, and settles it itself. */
  async #settle(seal: SealReport): Promise<SealedReport> {
    const { log, epoch } = this.#order;
    const sizes = seal.ledger.map((line) => line.bytes);
    await this.#moving;
    for (let wait = 500; ; wait = Math.min(5000, wait * 2)) {
      try {
        const cutAfter = earlier(seal.cutAfter, this.#cutAfter);
        const { chunks, bytes, lastHash } = await settle(await this.#ports.database(), epoch, cutAfter, sizes);
        const ms = seal.ledger[chunks - 1]?.ms ?? 0;
        const dropped = seal.made - chunks;
        return { to: 'worker', report: 'sealed', log, epoch, cause: seal.cause, chunks, bytes, ms, dropped, lastHash };
      } catch (error) {
        console.warn('not settled yet:', (error as Error).message);
        await this.#ports.pause(wait);
      }
    }
  }

  /** An earlier cut came after settling began: cut again, and what goes out from now on says so. */
  #settleAgain(): void {
    const ended = this.#ended;
    if (ended) ended.report = ended.report.then(() => this.#settle(ended.seal));
  }
}
