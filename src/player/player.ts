import { Failure } from '../model/failure.ts';
import { type PlayerIntents, type PlayerView, type Side, type Span, STILL } from '../model/player.ts';
import { PartStream } from './part-stream.ts';
import { findPauses } from './pause-finder.ts';
import type { PartFile } from './reading.ts';
import { Sides } from './sides.ts';

/** One recorded part in the row. offset: where it begins in recorded time, ms. from: where it begins in its epoch, ms. */
export interface Part {
  readonly epoch: string;
  readonly from: number;
  readonly offset: number;
  readonly ms: number;
  readonly mime: string;
  open(): Promise<PartFile>;
}

/** How often the place is told, and pauses are jumped over, while it plays, ms. */
const TELL_MS = 100;
/** Nothing is jumped over for less, ms. */
const JUMP_MS = 400;

/**
 * Plays recorded parts one after the other, each from a MediaSource of its own, because each is a recording of its own: sound only or with a
 * picture, in whatever codec. Only what lies around the place that is played is in memory, and nothing of it on the disk.
 *
 *   still ──attach──▶ opening part ──▶ playing │ paused ──end of part──▶ opening part … ──end of last──▶ paused
 *                        any ──damage, no key──▶ failed (told once) ; close: everything is let go of
 */
export class Player implements PlayerIntents {
  #view: PlayerView = STILL;
  #element: HTMLMediaElement | null = null;
  #sides: Sides | null = null;
  #stream: PartStream | null = null;
  #part: Part | null = null;
  #files = new Map<Part, Promise<PartFile>>();
  #finding = new AbortController();
  #life = new AbortController();
  #wanted = true;

  constructor(
    private readonly parts: readonly Part[],
    at: number,
    private readonly shown: (view: PlayerView) => void,
    private readonly failed: (error: unknown) => void,
  ) {
    const last = parts.at(-1);
    this.#view = {
      ...STILL,
      at,
      total: last ? last.offset + last.ms : 0,
      picture: this.#partAt(at).mime.startsWith('video/'),
    };
  }

  get view(): PlayerView {
    return this.#view;
  }

  attach(element: HTMLMediaElement | null): void {
    if (element === this.#element) return;
    this.#letGo();
    this.#element = element;
    if (!element) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const tell = () => this.#tell({});
    for (const name of ['play', 'pause', 'playing', 'waiting', 'seeked', 'loadeddata'])
      element.addEventListener(name, tell, { signal });
    element.addEventListener('ended', () => this.#next(), { signal });
    const broken = () => this.#fail(new Failure('damaged', element.error?.message), this.#stream);
    element.addEventListener('error', broken, { signal });
    const timer = setInterval(() => this.#tick(), TELL_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
    this.#sides = new Sides(element);
    this.#sides.hear(this.#view.side);
    this.#open(this.#partAt(this.#view.at), this.#view.at);
  }

  toggle(): void {
    this.#want(!this.#view.playing);
    if (this.#wanted && this.#view.at >= this.#view.total - 50) this.seek(0);
  }

  seek(at: number): void {
    this.#go(at);
    this.#find();
  }

  #go(at: number): void {
    const to = Math.max(0, Math.min(at, this.#view.total));
    const part = this.#partAt(to);
    this.#show({ at: to });
    if (part !== this.#part) return this.#open(part, to);
    this.#stream?.seek((to - part.offset) / 1000);
  }

  setSpeed(speed: number): void {
    if (this.#element) this.#element.playbackRate = speed;
    this.#show({ speed });
  }

  setVolume(volume: number): void {
    if (this.#element) this.#element.volume = volume;
    this.#show({ volume });
  }

  setMuted(muted: boolean): void {
    if (this.#element) this.#element.muted = muted;
    this.#show({ muted });
  }

  hear(side: Side): void {
    this.#sides?.hear(side);
    this.#show({ side });
  }

  skipPauses(skipping: boolean): void {
    this.#show({ skipping });
    this.#find();
  }

  playWithout(without: Span | null): void {
    this.#show({ without });
  }

  /** Nothing of it plays or is read any more. */
  close(): void {
    this.#letGo();
    this.#element = null;
    this.#files.clear();
  }

  #letGo(): void {
    this.#life.abort();
    this.#finding.abort();
    this.#stream?.close();
    this.#stream = null;
    this.#part = null;
    if (this.#element) {
      this.#element.removeAttribute('src');
      this.#element.load();
    }
    this.#sides?.close();
    this.#sides = null;
  }

  #partAt(at: number): Part {
    const part = this.parts.findLast(({ offset }) => offset <= at) ?? this.parts[0];
    if (!part) throw new Error('a player without parts');
    return part;
  }

  #file(part: Part): Promise<PartFile> {
    const file = this.#files.get(part) ?? part.open();
    this.#files.set(part, file);
    return file;
  }

  #open(part: Part, at: number): void {
    const element = this.#element;
    if (!element) return;
    this.#stream?.close();
    this.#stream = null;
    this.#part = part;
    this.#show({ at, waiting: true, picture: part.mime.startsWith('video/') });
    this.#file(part)
      .then(async (file) => {
        if (this.#part !== part || this.#element !== element) return;
        const stream = new PartStream(file, part.ms, element, (error) => this.#fail(error, stream));
        this.#stream = stream;
        const { speed, volume, muted } = this.#view;
        element.src = stream.url;
        Object.assign(element, {
          defaultPlaybackRate: speed,
          playbackRate: speed,
          volume,
          muted,
          preservesPitch: true,
        });
        await stream.open((this.#view.at - part.offset) / 1000);
        if (this.#stream === stream && this.#wanted) this.#want(true);
        this.#find();
      })
      .catch((error: unknown) => {
        if (this.#part === part && this.#element === element) this.#fail(error, this.#stream);
      });
  }

  #next(): void {
    const next = this.#part && this.parts[this.parts.indexOf(this.#part) + 1];
    if (next) return this.#open(next, next.offset);
    this.#wanted = false;
    this.#show({ at: this.#view.total, playing: false, waiting: false });
  }

  #want(playing: boolean): void {
    this.#wanted = playing;
    const element = this.#element;
    if (!element) return;
    if (!playing) return element.pause();
    this.#sides?.wake();
    // Broken off by a seek, or by what takes its place: it is asked for again then.
    element.play().catch((error: unknown) => console.debug('not playing', error));
  }

  #tick(): void {
    const element = this.#element;
    if (!element || !this.#part || element.paused) return;
    const now = element.currentTime * 1000 + this.#part.offset;
    const { skipping, pauses, without } = this.#view;
    if (without && without.from <= now && now < without.to) return this.#pass(without);
    const pause = skipping && pauses.find(({ from, to }) => from <= now && now < to - JUMP_MS);
    if (pause) this.#go(pause.to);
    else this.#tell({});
  }

  #pass({ to }: Span): void {
    if (to < this.#view.total) return this.#go(to);
    this.#want(false);
    this.#go(to);
  }

  /** What the element says now. While it is on its way to a place, that place is where it is. */
  #tell(change: Partial<PlayerView>): void {
    const element = this.#element;
    if (!element || !this.#part || !this.#stream) return;
    const there = !element.seeking && element.readyState >= HTMLMediaElement.HAVE_METADATA;
    const at = there ? Math.min(this.#view.total, this.#part.offset + element.currentTime * 1000) : this.#view.at;
    const waiting = element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA && !element.ended;
    this.#show({ at, waiting, playing: !element.paused && !element.ended, ...change });
  }

  #show(change: Partial<PlayerView>): void {
    const next = { ...this.#view, ...change };
    const same = (Object.keys(change) as (keyof PlayerView)[]).every((key) => next[key] === this.#view[key]);
    this.#view = next;
    if (!same) this.shown(next);
  }

  /** Listens ahead from where it is, as long as pauses are jumped over. */
  #find(): void {
    this.#finding.abort();
    const part = this.#part;
    if (!this.#view.skipping || !part) return;
    this.#finding = new AbortController();
    const { signal } = this.#finding;
    const now = () => this.#view.at - part.offset;
    const found = ({ from, to }: Span) => this.#found({ from: from + part.offset, to: to + part.offset });
    this.#file(part)
      .then((file) => findPauses({ file, ms: part.ms }, Math.max(0, now()), now, found, signal))
      // It plays on without: what is damaged is told where it is played.
      .catch((error: unknown) => console.warn('pauses were not looked for', error));
  }

  #found(pause: Span): void {
    const apart = this.#view.pauses.filter(({ from, to }) => to < pause.from || from > pause.to);
    const touching = this.#view.pauses.filter((other) => !apart.includes(other));
    const whole = {
      from: Math.min(pause.from, ...touching.map(({ from }) => from)),
      to: Math.max(pause.to, ...touching.map(({ to }) => to)),
    };
    this.#show({ pauses: [...apart, whole].sort((a, b) => a.from - b.from) });
  }

  #fail(error: unknown, stream: PartStream | null): void {
    if (stream !== this.#stream) return;
    this.close();
    this.failed(error);
  }
}
