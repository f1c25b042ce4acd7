import { formatOf } from '../../src/capture/format.ts';
import type { createMix } from '../../src/capture/mix.ts';
import type { ChunkReport, Permit, SealReport, SegmentPorts } from '../../src/capture/ports.ts';
import type { startSegment } from '../../src/capture/recorder.ts';
import { type Ending, earlier, type Segment } from '../../src/capture/segment.ts';
import type { LevelsMessage } from '../../src/messages/offscreen-to-pages.ts';
import type { OffscreenToWorker, SealedReport } from '../../src/messages/offscreen-to-worker.ts';
import type { Opened, OpenOrder } from '../../src/messages/worker-to-offscreen.ts';
import { Failure } from '../../src/model/failure.ts';
import { LEASE_MS } from '../../src/model/gate.ts';
import { isStoreCause } from '../../src/model/observation.ts';
import { createEpochKey, type ForRecipients } from '../../src/vault/epoch-keys.ts';
import { EPOCH_KEYS, type KeyFiles } from '../../src/vault/key-files.ts';
import { EpochStore, type EpochStorePorts } from './epoch-store.ts';

/** What a recording needs of the document that it runs in; a test brings its own. */
export interface RecordingPorts extends EpochStorePorts {
  tabStream(streamId: string, media: OpenOrder['media'], size: OpenOrder['size']): Promise<MediaStream>;
  microphoneStream(): Promise<MediaStream | null>;
  readonly mix: typeof createMix;
  readonly start: typeof startSegment;
  readonly keys: KeyFiles;
  readonly forRecipients: ForRecipients;
  askForPermit(message: OffscreenToWorker): Promise<Permit>;
  deliver(message: () => Promise<OffscreenToWorker>, signal: AbortSignal): Promise<void>;
  levels(message: LevelsMessage): void;
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

  /**
   * Key and streams side by side, for none needs the other, and the recorder when all are there; after each step a revocation that came
   * meanwhile ends it. Rejects with a Failure.
   */
  async open(): Promise<Opened> {
    const { epoch } = this.#order;
    const { keys, forRecipients } = this.#ports;
    const key = createEpochKey(keys, epoch, forRecipients);
    let patience: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      patience = setTimeout(
        () => reject(new Failure('cancelled', 'opening hung longer than the permit holds')),
        LEASE_MS,
      );
    });
    try {
      return await Promise.race([this.#start(key), tooLate]);
    } catch (error) {
      this.#revoked = true;
      this.#letGo();
      this.over.abort();
      // Not before it is there, or it would be written after all; one that was there before is another recording's.
      const [made] = await Promise.allSettled([key]);
      if (made.status === 'fulfilled') await keys.destroy(EPOCH_KEYS, epoch);
      throw error;
    } finally {
      clearTimeout(patience);
    }
  }

  async #start(made: Promise<CryptoKey>): Promise<Opened> {
    const { media, streamId, size, microphoneAllowed } = this.#order;
    const { mix, start, tabStream, microphoneStream, monotonic } = this.#ports;
    // A stream that comes after another step has failed, or after a revocation, is let go at once.
    const [key, tab, microphone] = await Promise.all([
      made,
      tabStream(streamId, media, size).then((stream) => this.#hold(stream)),
      microphoneAllowed ? microphoneStream().then((stream) => stream && this.#hold(stream)) : null,
    ]);
    this.#mayGoOn();
    this.#hasMicrophone = microphone !== null;
    const feed = await mix({ tab, microphone, media, microphoneOn: this.#microphoneOn });
    const leaseMs = LEASE_MS - (monotonic() - this.#receivedAt);
    if (this.#revoked || leaseMs <= 0) {
      feed.close();
      throw new Failure('cancelled', 'the permit was gone before the recorder ran');
    }
    feed.setMicrophone(this.#microphoneOn);
    const store = new EpochStore({ ...this.#order, mime: this.#mime }, key, this.#ports);
    this.#segment = start({ feed, media, leaseMs, ports: this.#segmentPorts(store) });
    return { mime: this.#mime, microphone: this.#hasMicrophone };
  }

  /** Capture has stopped when this returns. May come at any time, more than once, and only ever takes away. */
  revoke(ending: Ending): void {
    this.#revoked = true;
    this.#cutAfter = earlier(this.#cutAfter, ending.cutAfter);
    if (this.#segment) this.#segment.revoke(ending);
    else this.#letGo();
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

  #segmentPorts(store: EpochStore): SegmentPorts {
    const ports = this.#ports;
    return {
      put: (bytes, seq, endAt) => store.put(bytes, seq, endAt),
      report: (report) => this.#report(report),
      started: () => this.#started(),
      levels: (levels) => ports.levels({ state: 'recording', ...levels }),
      sealed: (seal) => void this.#finish(seal, store),
      monotonic: () => ports.monotonic(),
      now: () => ports.now(),
    };
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

  async #finish(seal: SealReport, store: EpochStore): Promise<void> {
    this.#ports.levels({ state: 'idle', meeting: 0, microphone: 0 });
    const { cause } = seal;
    if (isStoreCause(cause)) {
      const { log, epoch } = this.#order;
      const failing = async () => ({ to: 'worker', report: 'failing', log, epoch, cause }) as const;
      const told = this.#ports.deliver(failing, this.over.signal);
      // What is kept is moved in the database, and would take the very room that the log was given for its last word on a full disk.
      if (cause === 'disk-full') await told;
    }
    // Settled anew for each try: a cut that came meanwhile is in what the log is told, and after that nothing is taken away.
    await this.#ports.deliver(() => this.#settle(seal, store), this.over.signal);
    this.over.abort();
  }

  async #settle(seal: SealReport, store: EpochStore): Promise<SealedReport> {
    const { log, epoch } = this.#order;
    const { chunks, bytes, lastHash, endAt } = await store.settle(seal, () => earlier(seal.cutAfter, this.#cutAfter));
    const ms = seal.ledger[chunks - 1]?.ms ?? 0;
    const dropped = seal.made - chunks;
    const kept = { chunks, bytes, ms, dropped, lastHash, keptUntil: endAt };
    return { to: 'worker', report: 'sealed', log, epoch, cause: seal.cause, ...kept };
  }
}
