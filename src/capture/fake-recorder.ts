import type { Levels } from '../model/panel.ts';
import type { Feed } from './feed.ts';
import type { ChunkReport, Permit, SealReport, SegmentPorts } from './ports.ts';

/** For tests in Node: a recorder that gives what it is told to, and on stop gives its last chunk a little later, as a real one does. */
export class FakeRecorder extends EventTarget {
  state: RecordingState = 'inactive';
  stops = 0;
  /** What comes out of stopping. */
  last = 'last';

  start(): void {
    this.state = 'recording';
    setTimeout(() => this.dispatchEvent(new Event('start')), 60);
  }

  give(text: string): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text]) }));
  }

  stop(): void {
    this.stops++;
    this.state = 'inactive';
    setTimeout(() => {
      this.give(this.last);
      this.dispatchEvent(new Event('stop'));
    }, 5);
  }
}

export class FakeTrack extends EventTarget {
  readyState: MediaStreamTrackState = 'live';
  listeners = 0;
  constructor(readonly kind: 'audio' | 'video') {
    super();
  }
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners++;
    const options = args[2];
    if (typeof options === 'object') options.signal?.addEventListener('abort', () => this.listeners--);
    super.addEventListener(...args);
  }
  stop(): void {
    this.readyState = 'ended';
  }
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

export class FakeFeed implements Feed {
  readonly stream = {} as MediaStream;
  readonly meeting = [new FakeTrack('audio'), new FakeTrack('video')];
  readonly microphone = [new FakeTrack('audio')];
  loud: Levels = { meeting: 0.1, microphone: 0 };
  microphoneOn = false;
  closes = 0;
  setMicrophone(on: boolean): void {
    this.microphoneOn = on;
  }
  levels(): Levels {
    return this.loud;
  }
  close(): void {
    this.closes++;
    for (const track of [...this.meeting, ...this.microphone]) track.stop();
  }
}

/** Ports that remember. The clocks are those of the test's fake timers; skew moves the wall clock alone. */
export class FakePorts implements SegmentPorts {
  readonly stored: string[] = [];
  readonly reports: ChunkReport[] = [];
  readonly seals: SealReport[] = [];
  startedTimes = 0;
  skew = 0;
  store: (text: string, endAt: number) => 'kept' | 'thrown-away' = () => 'kept';
  answer: () => Promise<Permit> = () => Promise.resolve({ ok: true, leaseMs: 3000, microphone: true });
  async put(bytes: Uint8Array<ArrayBuffer>, seq: number, endAt: number): Promise<'kept' | 'thrown-away'> {
    const text = new TextDecoder().decode(bytes);
    const kept = this.store(text, endAt);
    if (kept === 'kept') this.stored[seq] = text;
    return kept;
  }
  report(report: ChunkReport): Promise<Permit> {
    this.reports.push(report);
    return this.answer();
  }
  started(): void {
    this.startedTimes++;
  }
  levels(): void {}
  sealed(report: SealReport): void {
    this.seals.push(report);
  }
  monotonic(): number {
    return performance.now();
  }
  now(): number {
    return Date.now() + this.skew;
  }
}
