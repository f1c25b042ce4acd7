import { Failure } from '../model/failure.ts';
import { type PartFile, readFrom } from './reading.ts';

/** Seconds that are held before and behind the place that is played: of 2.5 Mbit/s about 20 MB, however long the recording is. */
const AHEAD_S = 30;
const BEHIND_S = 20;
/** Seconds: a sound or picture that begins a little later than the other, or than 0, is no hole. */
const HOLE_S = 5;
/** How often it is looked whether there is room for more, ms. */
const LOOK_MS = 200;

/**
 * One part in a MediaSource: what lies around the place that is played is read, checked, and let go of again.
 *
 *   opened ──seek──▶ reading ──30 s ahead──▶ waiting ──played on──▶ reading ──last chunk──▶ ended
 *                       ▲──────────────────────seek outside of what is held──────────────────┘
 */
export class PartStream {
  readonly source = new MediaSource();
  readonly url = URL.createObjectURL(this.source);
  #buffer: SourceBuffer | null = null;
  #reading = new AbortController();
  #run: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: PartFile,
    private readonly ms: number,
    private readonly element: HTMLMediaElement,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Once the element has the url. seconds: where to begin. */
  async open(seconds: number): Promise<void> {
    if (this.source.readyState !== 'open') await event(this.source, 'sourceopen');
    const type = quoted(this.file.mime);
    if (!MediaSource.isTypeSupported(type)) throw new Failure('unexpected', `cannot play ${type}`);
    this.#buffer = this.source.addSourceBuffer(type);
    this.source.duration = this.ms / 1000;
    this.element.currentTime = seconds;
    this.#start(seconds);
  }

  seek(seconds: number): void {
    const { element } = this;
    const end = Math.max(0, element.duration - 0.05);
    element.currentTime = Number.isFinite(end) ? Math.min(seconds, end) : seconds;
    if (this.#buffer && rangeAt(this.#buffer.buffered, element.currentTime) === null) this.#start(element.currentTime);
  }

  close(): void {
    this.#reading.abort();
    URL.revokeObjectURL(this.url);
  }

  #start(seconds: number): void {
    this.#reading.abort();
    const own = new AbortController();
    this.#reading = own;
    this.#run = this.#run
      .then(() => this.#fill(seconds, own.signal))
      .catch((error: unknown) => {
        if (!own.signal.aborted) this.failed(error);
      });
  }

  async #fill(seconds: number, signal: AbortSignal): Promise<void> {
    const buffer = this.#buffer;
    if (!buffer || signal.aborted) return;
    if (buffer.buffered.length > 0) {
      // What is left of a cluster that was broken off, and all that lies elsewhere.
      if (this.source.readyState === 'open') buffer.abort();
      await changed(buffer, () => buffer.remove(0, Number.POSITIVE_INFINITY));
    }
    for await (const bytes of readFrom(this.file, seconds * 1000, this.ms)) {
      await this.#room(buffer, signal);
      if (signal.aborted) return;
      await changed(buffer, () => buffer.appendBuffer(bytes));
      this.#overHole(buffer);
    }
    if (!signal.aborted && this.source.readyState === 'open') this.source.endOfStream();
  }

  /** Waits until the player has come near enough, and lets go of what it has left behind. */
  async #room(buffer: SourceBuffer, signal: AbortSignal): Promise<void> {
    const ahead = () => {
      const now = this.element.currentTime;
      const at = rangeAt(buffer.buffered, now);
      return at === null ? 0 : buffer.buffered.end(at) - now;
    };
    while (!signal.aborted && ahead() > AHEAD_S) await whileOr(LOOK_MS, signal);
    const keep = this.element.currentTime - BEHIND_S;
    if (signal.aborted || buffer.buffered.length === 0 || keep <= 0 || buffer.buffered.start(0) >= keep) return;
    await changed(buffer, () => buffer.remove(0, keep));
  }

  #overHole({ buffered }: SourceBuffer): void {
    const now = this.element.currentTime;
    if (rangeAt(buffered, now) !== null) return;
    for (let at = 0; at < buffered.length; at++) {
      const hole = buffered.start(at) - now;
      if (hole > 0 && hole < HOLE_S) {
        this.element.currentTime = buffered.start(at);
        return;
      }
    }
  }
}

function rangeAt(ranges: TimeRanges, seconds: number): number | null {
  for (let at = 0; at < ranges.length; at++) if (ranges.start(at) <= seconds && seconds <= ranges.end(at)) return at;
  return null;
}

/** A change of the buffer, until it is done. */
async function changed(buffer: SourceBuffer, change: () => void): Promise<void> {
  const done = event(buffer, 'updateend');
  change();
  await done;
}

/** Waits, but not longer than anybody wants it. */
export async function whileOr(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((over) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      over();
    }
    signal.addEventListener('abort', done);
  });
}

function event(target: EventTarget, name: string): Promise<unknown> {
  return new Promise((happened) => target.addEventListener(name, happened, { once: true }));
}

/** A recorder names its codecs without the quotes that a list of them takes (RFC 6381 section 3.2). */
function quoted(mime: string): string {
  return mime.replace(/codecs=([^";]+)/, 'codecs="$1"');
}
