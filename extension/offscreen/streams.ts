import type { OpenOrder } from '../../src/messages/worker-to-offscreen.ts';
import type { Media } from '../../src/model/ask.ts';
import { Failure } from '../../src/model/failure.ts';

/** Chromium's own constraints for a captured tab (chrome.tabCapture.getMediaStreamId); not in the DOM's types. */
interface TabConstraints extends MediaTrackConstraintSet {
  readonly mandatory: Readonly<Record<string, string | number>>;
}

/**
 * The tab's stream. Sizes are given as minimum and maximum: without them the picture came out at the window's size, about 800x600.
 * Failure('not-armed'): the id is older than about 10 s, was used before, or the tab is captured already.
 */
export async function tabStream(streamId: string, media: Media, size: OpenOrder['size']): Promise<MediaStream> {
  const source = { chromeMediaSource: 'tab', chromeMediaSourceId: streamId };
  const audio: TabConstraints = { mandatory: source };
  const { width, height, frameRate } = size;
  const video: TabConstraints = {
    mandatory: {
      ...source,
      minWidth: width,
      maxWidth: width,
      minHeight: height,
      maxHeight: height,
      maxFrameRate: frameRate,
    },
  };
  try {
    return await navigator.mediaDevices.getUserMedia(media === 'sound' ? { audio } : { audio, video });
  } catch (error) {
    throw new Failure('not-armed', 'the browser gave no stream of the tab', { cause: error });
  }
}

/** The host's microphone, or null when the person or the computer has none to give: the meeting is recorded without it. */
export async function microphoneStream(): Promise<MediaStream | null> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
  } catch (error) {
    // NotAllowedError, NotFoundError, NotReadableError: an offscreen document cannot ask, the settings page does.
    console.warn('no microphone:', (error as Error).name);
    return null;
  }
}
