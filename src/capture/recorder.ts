import { Failure } from '../model/failure.ts';
import { SLICE_MS } from '../model/gate.ts';
import type { SealCause } from '../model/observation.ts';
import type { Feed } from './feed.ts';
import { formatOf } from './format.ts';
import { Lease } from './lease.ts';
import type { LedgerLine, Permit, SegmentPorts } from './ports.ts';
import {
  type Ending,
  earlier,
  type RecorderLike,
  type Segment,
  type SegmentOptions,
  type SegmentState,
} from './segment.ts';

const TICK_MS = 250;
/** Longer without a byte, and something is broken: sound alone makes some every second. */
const NO_BYTES_MS = 5000;
/** The stop event normally comes within 30 ms. */
const STOP_MS = 2000;
/** -70 dBFS */
const SILENCE = 10 ** (-70 / 20);

/** Starts to record. Takes the feed over: it is closed when the segment is sealed, or at once if this throws Failure('unexpected'). */
export function startSegment(options: SegmentOptions): Segment {
  const format = formatOf(options.media, options.picture);
  try {
    const make = options.make ?? ((stream, how) => new MediaRecorder(stream, how));
    return new RunningSegment(options, format.mimeType, make(options.feed.stream, format));
  } catch (error) {
    options.feed.close();
    throw new Failure('unexpected', 'the recorder did not start', { cause: error });
  }
}

class RunningSegment implements Segment {
  state: SegmentState = 'starting';
  readonly mime: string;
  readonly #feed: Feed;
  readonly #ports: SegmentPorts;
  readonly #recorder: RecorderLike;
  readonly #sliceMs: number;
  readonly #lease: Lease;
  readonly #watching = new AbortController();
  readonly #recording = new AbortController();
  readonly #stopped: Promise<void>;
  #resolveStopped: () => void = () => undefined;
  readonly #ledger: LedgerLine[] = [];
  readonly #timer: ReturnType<typeof setInterval>;
  #queue: Promise<void> = Promise.resolve();
  #ending: (Omit<Ending, 'cause'> & { readonly cause: SealCause }) | null = null;
  /** A chunk was thrown away: whatever comes after it goes too, so that what is kept has no hole. */
  #holed = false;
  #made = 0;
  #lastEndAt = 0;
  #startedAt: number;
  #bytesAt: number;
  #soundAt: number;
  #reportAt: number;

  constructor({ feed, leaseMs, ports, sliceMs = SLICE_MS }: SegmentOptions, mime: string, recorder: RecorderLike) {
    const now = ports.monotonic();
    this.#stopped = new Promise((resolve) => {
      this.#resolveStopped = resolve;
    });
    this.mime = mime;
    this.#feed = feed;
    this.#ports = ports;
    this.#recorder = recorder;
    this.#sliceMs = sliceMs;
    this.#lease = new Lease(leaseMs, now, ports.now());
    this.#startedAt = this.#bytesAt = this.#soundAt = this.#reportAt = now;
    recorder.start(sliceMs);
    this.#listen();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    if (feed.meeting.some((track) => track.readyState === 'ended')) this.#lost('tab-stream-ended');
  }

  #listen(): void {
    const recording = { signal: this.#recording.signal };
    this.#recorder.addEventListener('start', () => this.#started(), recording);
    this.#recorder.addEventListener('dataavailable', (event) => this.#data(event.data), recording);
    this.#recorder.addEventListener('error', () => this.#lost('recorder-failed'), recording);
    this.#recorder.addEventListener('stop', () => this.#recorderStopped(), recording);
    const watching = { signal: this.#watching.signal };
    for (const track of this.#feed.meeting) {
      track.addEventListener('ended', () => this.#lost('tab-stream-ended'), watching);
    }
    for (const track of this.#feed.microphone) {
      track.addEventListener('ended', () => this.#lost('microphone-lost'), watching);
    }
  }

  setMicrophone(on: boolean): void {
    if (!this.#ending) this.#feed.setMicrophone(on);
  }

  revoke(ending: Ending): void {
    this.#seal(ending.cause ?? 'ordered', ending);
  }

  #started(): void {
    if (this.#ending) return;
    this.state = 'recording';
    this.#startedAt = this.#ports.monotonic();
    this.#ports.started();
  }

  /** Something is gone, but all that came out of the recorder so far, and still comes, was recorded under a permit. */
  #lost(cause: SealCause): void {
    this.#seal(cause, { drain: true, cutAfter: null });
  }

  #recorderStopped(): void {
    this.#resolveStopped();
    this.#lost('recorder-failed');
  }

  #tick(): void {
    this.#look();
    if (this.#ending) return;
    const now = this.#ports.monotonic();
    if (now - this.#bytesAt > NO_BYTES_MS) {
      this.#lost('no-bytes');
      return;
    }
    const levels = this.#feed.levels();
    if (levels.meeting > SILENCE) this.#soundAt = now;
    this.#ports.levels(levels);
    if (now - this.#reportAt > this.#sliceMs * 1.25) this.#report(null, this.#ports.now(), 0);
  }

  /** Before anything is believed: does the permit still hold, and do the clocks agree? */
  #look(): void {
    if (this.#ending) return;
    const lapse = this.#lease.look(this.#ports.monotonic(), this.#ports.now());
    if (lapse) this.#seal(lapse.cause, { drain: false, cutAfter: lapse.goodUntil });
  }

  #data(blob: Blob): void {
    this.#look();
    if (blob.size === 0) return;
    // The chain needs ends that never go back, and a clock may be set back by less than what counts as a jump.
    const endAt = Math.max(this.#lastEndAt, this.#ports.now());
    this.#lastEndAt = endAt;
    if (this.#ending && !this.#ending.drain) this.#holed = true;
    this.#made++;
    if (this.#isTooLate(endAt)) return;
    this.#bytesAt = this.#ports.monotonic();
    const seq = this.#ledger.push({ bytes: blob.size, ms: Math.round(this.#bytesAt - this.#startedAt) }) - 1;
    this.#queue = this.#queue.then(() => this.#store(blob, seq, endAt));
  }

  #isTooLate(endAt: number): boolean {
    const cutAfter = this.#ending?.cutAfter ?? null;
    if (cutAfter !== null && endAt > cutAfter) this.#holed = true;
    return this.#holed;
  }

  async #store(blob: Blob, seq: number, endAt: number): Promise<void> {
    let kept = false;
    try {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      kept = !this.#isTooLate(endAt) && (await this.#ports.put(bytes, seq, endAt)) === 'kept';
      // Thrown away means that the gate is closed and the order has not come yet, or was lost.
      if (!kept) this.#seal('ordered', { drain: false, cutAfter: null });
    } catch (error) {
      const full = error instanceof Failure && error.code === 'disk-full';
      this.#seal(full ? 'disk-full' : 'storage-failed', { drain: false, cutAfter: null });
    }
    if (kept) this.#report(seq, endAt, blob.size);
    else this.#holed = true;
  }

  #report(seq: number | null, endAt: number, bytes: number): void {
    if (this.#ending) return;
    const sentAt = this.#ports.monotonic();
    this.#reportAt = sentAt;
    const ms = seq === null ? (this.#ledger.at(-1)?.ms ?? 0) : (this.#ledger[seq]?.ms ?? 0);
    this.#ports.report({ seq, endAt, bytes, ms, meetingSilentMs: Math.round(sentAt - this.#soundAt) }).then(
      (permit) => this.#renew(permit, sentAt),
      () => {
        // The worker may have been killed with the report in hand: the next tick brings another.
        this.#reportAt = Number.NEGATIVE_INFINITY;
      },
    );
  }

  #renew(permit: Permit, sentAt: number): void {
    this.#look();
    if (this.#ending) return;
    if (permit.ok) {
      this.#lease.renew(sentAt, permit.leaseMs);
      this.#feed.setMicrophone(permit.microphone);
    } else {
      this.#seal('ordered', { drain: false, cutAfter: null });
    }
  }

  #seal(cause: SealCause, ending: Ending): void {
    const before = this.#ending;
    if (before) {
      this.#ending = {
        ...before,
        drain: before.drain && ending.drain,
        cutAfter: earlier(before.cutAfter, ending.cutAfter),
      };
      return;
    }
    this.#ending = { ...ending, cause };
    this.state = 'sealing';
    this.#watching.abort();
    clearInterval(this.#timer);
    // A recorder that stopped by itself has its last data under way: its stop event comes, or STOP_MS passes.
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
    this.#feed.close();
    void this.#finish();
  }

  async #finish(): Promise<void> {
    const patience = setTimeout(this.#resolveStopped, STOP_MS);
    await this.#stopped;
    clearTimeout(patience);
    this.#recording.abort();
    await this.#queue;
    this.state = 'sealed';
    const { cause, cutAfter } = this.#ending ?? { cause: 'recorder-failed', cutAfter: null };
    this.#ports.sealed({ cause, cutAfter, ledger: this.#ledger, made: this.#made });
  }
}
