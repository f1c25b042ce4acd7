import { sampleCamera } from './camera.ts';
import { sampleMicrophone } from './microphone.ts';
import { ownTone } from './own-tone.ts';

/** What this browser sends: one stream, whose tracks stay in place while they are switched off and on. */
export interface Media {
  readonly stream: MediaStream;
  readonly sample: boolean;
  setNumber(number: number): void;
  resume(): void;
  setMuted(muted: boolean): void;
  setCamera(on: boolean): void;
  stop(): void;
}

const switching = (stream: MediaStream) => ({
  setMuted: (muted: boolean) => {
    for (const track of stream.getAudioTracks()) track.enabled = !muted;
  },
  setCamera: (on: boolean) => {
    for (const track of stream.getVideoTracks()) track.enabled = on;
  },
});

function sampleMedia(): Media {
  const camera = sampleCamera();
  const microphone = sampleMicrophone();
  const own = ownTone();
  const stream = new MediaStream([camera.track, microphone.track]);
  return {
    stream,
    sample: true,
    ...switching(stream),
    setNumber: (number) => {
      camera.setNumber(number);
      microphone.setNumber(number);
      own?.setNumber(number);
    },
    resume: () => {
      microphone.resume();
      own?.resume();
    },
    stop: () => {
      camera.stop();
      microphone.stop();
      own?.stop();
    },
  };
}

/** The real camera and microphone, or the microphone alone where there is no camera. */
async function realMedia(): Promise<Media> {
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: true, video: { width: 640, height: 360 } })
    .catch(() => navigator.mediaDevices.getUserMedia({ audio: true }));
  return {
    stream,
    sample: false,
    ...switching(stream),
    setNumber: () => undefined,
    resume: () => undefined,
    stop: () => {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

export const openMedia = async (kind: 'sample' | 'real'): Promise<Media> =>
  kind === 'real' ? realMedia() : sampleMedia();
