import type { Voice } from '../mask/voice.ts';
import type { FailureCode } from '../model/failure.ts';
import type { Expected } from '../vault/chunks.ts';

/** As every copy is written: sound only, one channel, as `chunks` holds it. */
export const COPY_MIME = 'audio/webm;codecs=opus';
/** Stands in the file itself. What it is not is said beside it (src/ui/words/copies-en.ts). */
export const COPY_TITLE = 'Voice-masked copy';

/** One stretch as it is read. from, to: ms from the beginning of what was kept of the epoch. */
export interface CopySource {
  readonly epoch: string;
  readonly mime: string;
  readonly key: CryptoKey | null;
  readonly kept: Expected;
  readonly from: number;
  readonly to: number;
}

/** What the thread is given. key: of the copy, to seal with. endAt: ms UTC that its chunks carry (src/copies/make-copy.ts). */
export interface CopyTask {
  readonly id: string;
  readonly log: string;
  readonly sources: readonly CopySource[];
  readonly key: CryptoKey;
  readonly endAt: number;
}

/** One for each channel: the meeting, and the host's microphone. */
export type Voices = readonly [Voice, Voice];

/** bytes: before encryption; lastHash: of the last chunk. */
export interface MadeCopy {
  readonly chunks: number;
  readonly bytes: number;
  readonly ms: number;
  readonly lastHash: string;
}

/** What the thread says: how much of the sound it has read, ms, and in the end what came of it. */
export type CopyWord =
  | { readonly is: 'at'; readonly ms: number }
  | { readonly is: 'made'; readonly made: MadeCopy }
  | { readonly is: 'failed'; readonly code: FailureCode };
