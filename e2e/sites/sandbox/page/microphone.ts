import { toneAt } from '../clock.ts';

export interface SampleMicrophone {
  readonly track: MediaStreamTrack;
  setNumber(number: number): void;
  /** Browsers start sound only after a gesture; joining is one. */
  resume(): void;
  stop(): void;
}

/** How many seconds are scheduled ahead, so that a slow timer of a hidden tab does not bend the tone. */
const AHEAD = 3;

/** The sample microphone: the tone of the clock, silent until the participant number is known. */
export function sampleMicrophone(): SampleMicrophone {
  // Nobody hears their own tone, so no sound device is opened for it. TypeScript's DOM library does not know `sinkId` yet (2026-11).
  const silent = { sampleRate: 16_000, latencyHint: 'playback', sinkId: { type: 'none' } } as AudioContextOptions;
  const context = new AudioContext(silent);
  const destination = context.createMediaStreamDestination();
  const volume = new GainNode(context, { gain: 0 });
  const oscillator = new OscillatorNode(context);
  oscillator.connect(volume).connect(destination);
  oscillator.start();
  let number = 0;

  const schedule = () => {
    if (number === 0) return;
    const now = context.currentTime;
    const ms = Date.now();
    oscillator.frequency.cancelScheduledValues(now);
    oscillator.frequency.setValueAtTime(toneAt(ms, number), now);
    for (let ahead = 1; ahead <= AHEAD; ahead++) {
      const second = (Math.floor(ms / 1000) + ahead) * 1000;
      oscillator.frequency.setValueAtTime(toneAt(second, number), now + (second - ms) / 1000);
    }
  };
  const timer = setInterval(schedule, 500);
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('The audio destination has no track.');
  return {
    track,
    setNumber: (next) => {
      number = next;
      schedule();
      volume.gain.setTargetAtTime(0.2, context.currentTime, 0.02);
    },
    resume: () => void context.resume(),
    stop: () => {
      clearInterval(timer);
      track.stop();
      void context.close();
    },
  };
}
