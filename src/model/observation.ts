import type { ChatLine, SendOutcome } from './chat.ts';
import type { DoubtId, EpochId, ParticipantKey, PostId } from './id.ts';
import type { Composer, Exposure, Mute, Place, Roster, SiteRecording } from './roster.ts';

/**
 * Something seen in the page or done in our own screens, not yet judged.
 *
 * key: the same thing seen twice has the same key (the site's message id, or a hash), so that a resend changes nothing.
 * at: ms UTC when it was first seen, by the clock of this computer.
 */
export type Observation = { readonly key: string; readonly at: number } & Seen;

export type Seen =
  | { readonly what: 'roster'; readonly roster: Roster }
  /** replayed: the line was already there when we began to look (history, reload): it is never a yes. */
  | { readonly what: 'chat'; readonly line: ChatLine; readonly replayed: boolean }
  | { readonly what: 'post'; readonly post: PostId; readonly outcome: SendOutcome }
  | { readonly what: 'place'; readonly place: Place }
  | { readonly what: 'mute'; readonly mute: Mute }
  /** What else is in the picture, or records, and whether one could write: the host is told, nothing is judged by it. */
  | {
      readonly what: 'screen';
      readonly exposed: readonly Exposure[];
      readonly recording: SiteRecording;
      readonly composer: Composer | null;
    }
  /** The page can no longer be read (observer died, heartbeat missed, port gone) or can be again. */
  | { readonly what: 'watch'; readonly watching: boolean }
  | { readonly what: 'order'; readonly order: Order }
  | { readonly what: 'capture'; readonly report: CaptureReport };

/** What the host does in the side panel. */
export type Order =
  | {
      readonly do: 'attest';
      readonly participant: ParticipantKey;
      readonly person: number;
      readonly how: 'aloud' | 'paper';
    }
  | { readonly do: 'record-refusal'; readonly participant: ParticipantKey }
  | {
      readonly do: 'settle';
      readonly doubt: DoubtId;
      readonly as: Settlement;
      readonly participant: ParticipantKey | null;
    }
  | { readonly do: 'same-person'; readonly participant: ParticipantKey; readonly as: ParticipantKey }
  | { readonly do: 'count-people'; readonly participant: ParticipantKey; readonly people: number }
  /** Where somebody is (several: one of these), and where they live. None: what the host said before is taken back. */
  | {
      readonly do: 'state-place';
      readonly participant: ParticipantKey;
      readonly places: readonly string[];
      readonly residence: string | null;
    }
  | {
      readonly do: 'describe';
      readonly participant: ParticipantKey;
      readonly minor: boolean;
      readonly employee: boolean;
      readonly phone: boolean;
    }
  | {
      readonly do: 'guardian';
      readonly participant: ParticipantKey;
      readonly answer: 'consented' | 'refused';
      readonly how: 'aloud' | 'paper';
    }
  /** The words that must be on the recording were said. */
  | { readonly do: 'announced'; readonly epoch: EpochId }
  | { readonly do: 'confirm-roster' }
  | ListOrder
  | { readonly do: 'pause'; readonly by?: 'shortcut' }
  | { readonly do: 'resume' }
  | { readonly do: 'stop' }
  | { readonly do: 'go-on-without' };

/** The list of people as the host writes it, where the page shows none. Every one of these says: these are all who are here. */
export type ListOrder =
  | { readonly do: 'write-down'; readonly names: readonly string[] }
  | { readonly do: 'cross-out'; readonly participant: ParticipantKey }
  | { readonly do: 'rename'; readonly participant: ParticipantKey; readonly name: string }
  | { readonly do: 'list-right' };

/** Most names that the host can write down at once: who pastes more has pasted something else. */
export const NAMES_MAX = 500;

export const SETTLEMENTS = ['consented', 'refused', 'withdrawn', 'nothing'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Why a segment was sealed, or capture could not start. Closed union: each has a sentence in the panel. */
export const SEAL_CAUSES = [
  'ordered',
  'lease-lapsed',
  'tab-stream-ended',
  'microphone-lost',
  'navigated',
  'disk-full',
  'storage-failed',
  'no-recipient',
  'no-bytes',
  'clock-jumped',
  'recorder-failed',
  'recovered',
] as const;
export type SealCause = (typeof SEAL_CAUSES)[number];

/** Something could not be written: a chunk, or what belongs into the log. */
export const STORE_CAUSES = ['disk-full', 'storage-failed'] as const satisfies readonly SealCause[];
export type StoreCause = (typeof STORE_CAUSES)[number];

export function isStoreCause(cause: SealCause): cause is StoreCause {
  return STORE_CAUSES.some((one) => one === cause);
}

/** What a pause followed: the host's button or keys, somebody's words in the chat, or a number there that nobody else needs. */
export const PAUSE_CAUSES = ['panel', 'shortcut', 'chat', 'card-number', 'account-number'] as const;
export type PauseCause = (typeof PAUSE_CAUSES)[number];

export const ARM_LOSSES = ['not-armed', 'navigated', 'tab-closed', 'stream-refused'] as const;
export type ArmLoss = (typeof ARM_LOSSES)[number];

export type CaptureReport =
  | { readonly capture: 'armed' }
  | { readonly capture: 'disarmed'; readonly why: ArmLoss }
  /** It must end now, although the recorder still runs: nearly no room left. */
  | { readonly capture: 'failing'; readonly epoch: string; readonly cause: SealCause }
  | { readonly capture: 'started'; readonly epoch: string; readonly mime: string; readonly microphone: boolean }
  | {
      readonly capture: 'sealed';
      readonly epoch: string;
      readonly cause: SealCause;
      /** Chunks kept, their bytes before encryption, media ms kept, and chunks thrown away at the end. */
      readonly chunks: number;
      readonly bytes: number;
      readonly ms: number;
      readonly dropped: number;
      /** base64url SHA-256 of the last kept chunk's ciphertext, '' when nothing was kept. */
      readonly lastHash: string;
    };
