import type { MicrophoneLeave } from '../model/microphone.ts';

/** How often the meter moves, ms. */
const METER_MS = 100;
/** Samples that are looked at each time: more than come in between at any rate up to 96 kHz, so that no short sound is missed. */
const WINDOW = 16_384;

/**
 * Asks for the microphone and shows how loud it is. Nothing is kept or recorded. Only a page can ask: Chrome shows its question on pages
 * alone, never for the recorder in the background.
 */
export class TryMicrophone {
  leave: MicrophoneLeave = 'open';
  /** RMS 0..1 while it is being tried out, otherwise null. */
  level: number | null = null;
  #trying: AbortController | null = null;

  constructor(private readonly changed: () => void) {}

  /** Follows the browser's own answer: where leave was given before, the meter moves at once. */
  async look(): Promise<void> {
    const permission = await navigator.permissions.query({ name: 'microphone' });
    const follow = () => {
      if (permission.state === 'denied') this.#become('refused');
      if (permission.state === 'granted' && this.leave !== 'granted' && this.leave !== 'asking') this.ask();
    };
    permission.addEventListener('change', follow);
    follow();
  }

  ask(): void {
    this.stop();
    this.#trying = new AbortController();
    this.#become('asking');
    const heard = (level: number | null) => {
      this.level = level;
      this.changed();
    };
    listen(this.#trying.signal, heard).then(
      (leave) => this.#become(leave),
      (error: unknown) => {
        console.error('microphone', error);
        this.#become('missing');
      },
    );
  }

  stop(): void {
    this.#trying?.abort();
    this.#trying = null;
  }

  #become(leave: MicrophoneLeave): void {
    this.leave = leave;
    this.changed();
  }
}

/** Until the signal is aborted. The browser's answer: granted, refused, or missing when there is no microphone at all. */
async function listen(signal: AbortSignal, heard: (level: number | null) => void): Promise<MicrophoneLeave> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return 'refused';
    if (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'NotReadableError'))
      return 'missing';
    throw error;
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: WINDOW });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const meter = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    heard(Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
  }, METER_MS);
  const end = () => {
    clearInterval(meter);
    heard(null);
    for (const track of stream.getTracks()) track.stop();
    context.close().catch((error: unknown) => console.debug('audio context was closed already', error));
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end);
  return 'granted';
}
