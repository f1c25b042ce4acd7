import type { Feed } from '../../../src/capture/feed.ts';
import { formatOf } from '../../../src/capture/format.ts';
import { createMix } from '../../../src/capture/mix.ts';
import { SLICE_MS } from '../../../src/model/gate.ts';

const media = 'sound+picture';
let running: { readonly feed: Feed; readonly recorder: MediaRecorder } | null = null;

/** A MediaRecorder on the very stream that we record, settings and slices alike; what comes out of it is dropped. */
export async function startBare(streamId: string): Promise<void> {
  const from = { mandatory: { chromeMediaSource: 'tab', chromeMediaSourceId: streamId } };
  const size = { minWidth: 1280, maxWidth: 1280, minHeight: 720, maxHeight: 720, maxFrameRate: 15 };
  const wanted = { audio: from, video: { mandatory: { ...from.mandatory, ...size } } } as MediaStreamConstraints;
  const tab = await navigator.mediaDevices.getUserMedia(wanted);
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  const feed = await createMix({ tab, microphone, media, microphoneOn: true });
  const recorder = Object.assign(new MediaRecorder(feed.stream, formatOf(media)), { unnoted: true });
  recorder.start(SLICE_MS);
  running = { feed, recorder };
}

export function stopBare(): void {
  running?.recorder.stop();
  running?.feed.close();
  running = null;
}
