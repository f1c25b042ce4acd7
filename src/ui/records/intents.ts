import type { Purpose } from '../../model/ask.ts';
import type { LogId, ParticipantKey } from '../../model/id.ts';
import type { PlayerIntents } from '../../model/player.ts';
import type { KeepingIntents } from '../keeping/intents.ts';
import type { CutIntents } from '../player/cut.tsx';
import type { UnlockIntents } from '../vault/intents.ts';
import type { Cancellable } from './jobs.ts';

/** mixed: all voices together; apart: the host's microphone on the right channel, the meeting on the left. */
export type SavedSound = 'mixed' | 'apart';

/** file: JSON, which proves. page: HTML, to read and print. */
export type ReceiptForm = 'file' | 'page';

export interface RecordsIntents extends UnlockIntents, KeepingIntents {
  /** Of the recording that is open. */
  readonly player: PlayerIntents;
  readonly cut: CutIntents;
  /** null: back to the list. */
  choose(log: LogId | null): void;
  /** at: where to begin, ms of recorded time. */
  play(log: LogId, purpose: Purpose, at: number): void;
  closePlayer(): void;
  save(log: LogId, sound: SavedSound, purpose: Purpose): void;
  /** Makes somebody's receipt, as a file that proves or as a page to print. */
  giveReceipt(log: LogId, participant: ParticipantKey, as: ReceiptForm): void;
  cancel(what: Cancellable): void;
  lock(): void;
}
