import { playClockTone } from './clock-tone.ts';

export interface SampleMicrophone {
  readonly track: MediaStreamTrack;
  setNumber(number: number): void;
  /** Browsers start sound only after a gesture; joining is one. */
  resume(): void;
  stop(): void;
}

/** The sample microphone: the tone of the clock, silent until the participant number is known. */
export function sampleMicrophone(): SampleMicrophone {
  // Nobody hears their own tone, so no sound device is opened for it. TypeScript's DOM library does not know `sinkId` yet (2026-11).
  const silent = { sampleRate: 16_000, latencyHint: 'playback', sinkId: { type: 'none' } } as AudioContextOptions;
  const context = new AudioContext(silent);
  const destination = context.createMediaStreamDestination();
  const tone = playClockTone(context, destination);
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('The audio destination has no track.');
  return {
    track,
    setNumber: (number) => tone.setNumber(number),
    resume: () => void context.resume(),
    stop: () => {
      tone.stop();
      track.stop();
      void context.close();
    },
  };
}
