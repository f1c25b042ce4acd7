import type { Media } from '../model/ask.ts';

/** VP8 is the default: cheapest to encode in software (measured, 1280x720 in Chromium 156: VP8 0.35, VP9 0.41 cores above the capture). */
export type PictureCodec = 'vp8' | 'vp9';

/**
 * How a segment is recorded. Always WebM, which comes out in whole slices: Chromium's MP4 recorder holds back seconds that a crash would
 * lose. All segments of a medium are alike, so that they can be joined without encoding again.
 */
export interface RecordingFormat extends MediaRecorderOptions {
  readonly mimeType: string;
  /** ms between pictures that can be seeked to; Chromium only (mediacapture-record, MediaRecorderOptions), ignored elsewhere. */
  readonly videoKeyFrameIntervalDuration?: number;
}

/** bits a second: two channels of speech, and a meeting's picture at 1280x720. */
const SOUND_BITS = 96_000;
const PICTURE_BITS = 1_500_000;
const KEY_FRAME_MS = 4000;

export function formatOf(media: Media, picture: PictureCodec = 'vp8'): RecordingFormat {
  if (media === 'sound') return { mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: SOUND_BITS };
  return {
    mimeType: `video/webm;codecs=${picture},opus`,
    audioBitsPerSecond: SOUND_BITS,
    videoBitsPerSecond: PICTURE_BITS,
    videoKeyFrameIntervalDuration: KEY_FRAME_MS,
  };
}
