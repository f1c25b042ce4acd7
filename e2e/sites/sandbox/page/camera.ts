import cameraWorker from './camera.worker.ts?worker&url';

/** Chromium's way to make a video track out of frames; the sandbox runs nowhere else. */
declare class MediaStreamTrackGenerator extends MediaStreamTrack {
  constructor(options: { kind: 'video' });
  readonly writable: WritableStream<VideoFrame>;
}

export interface SampleCamera {
  readonly track: MediaStreamTrack;
  setNumber(number: number): void;
  stop(): void;
}

/** The page enforces Trusted Types, as Google Meet does; this is the one script address it makes. */
const scripts = (
  globalThis as unknown as {
    trustedTypes: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): URL };
    };
  }
).trustedTypes.createPolicy('sandbox', { createScriptURL: (url) => url });

export function sampleCamera(): SampleCamera {
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const worker = new Worker(scripts.createScriptURL(cameraWorker), { type: 'module' });
  worker.postMessage({ writable: track.writable }, [track.writable]);
  return {
    track,
    setNumber: (number) => worker.postMessage({ number }),
    stop: () => {
      track.stop();
      worker.terminate();
    },
  };
}
