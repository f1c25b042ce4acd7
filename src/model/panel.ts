import type { Channel, ConsentState, Grade } from './answer.ts';
import type { AskLanguages, AskTerms } from './ask.ts';
import type { EntryOf } from './entry.ts';
import type { FixedTerms } from './fixed-terms.ts';
import type { Because } from './gate.ts';
import type { DoubtId, EpochId, LogId, ParticipantKey, PostId } from './id.ts';
import type { PauseCause, SealCause } from './observation.ts';
import type { Circumstances, Form, Guardian, RequirementView } from './requirement.ts';
import type { Wanted } from './rights.ts';
import type { Composer, Mute, Place, Roster, Warning } from './roster.ts';

/** Everything that the host's side panel draws, made by the worker. Times are ms UTC. */
export interface PanelView {
  readonly platform: string | null;
  readonly place: Place;
  /** The toolbar button was pressed on this tab and the grant still holds. */
  readonly armed: boolean;
  readonly people: readonly PersonView[];
  readonly roster: {
    readonly completeness: Roster['completeness'];
    readonly rows: number;
    readonly counter: number | null;
    readonly confirmed: boolean;
  } | null;
  readonly ask: AskView | null;
  readonly doubts: readonly DoubtView[];
  /** Why capture does not run; empty while recording. */
  readonly because: readonly Because[];
  /** Who must agree, and how; null while nothing is hosted here. */
  readonly requirement: RequirementView | null;
  /** These words have still to be heard on the recording, until then (ms UTC); after it the gate closes. */
  readonly announce: { readonly epoch: EpochId; readonly until: number; readonly words: string } | null;
  readonly capture: CaptureView;
  /** Why and since when it is paused; null while it is not. */
  readonly pause: PauseView | null;
  /** Keys that pause, as the browser writes them; '' for none. */
  readonly shortcut: string;
  readonly mute: Mute;
  /** The panel's own microphone switch, which counts only where the site's mute state is unknown. */
  readonly microphone: { readonly allowed: boolean; readonly on: boolean };
  readonly unsent: readonly UnsentView[];
  /** What the form begins with. */
  readonly terms: AskTerms;
  readonly fixed: FixedTerms;
  readonly languages: AskLanguages;
  readonly freeBytes: number | null;
  /** What the recording takes at present; null: none runs, or not long enough to tell. */
  readonly bytesPerSecond: number | null;
  /** Script to read aloud before attesting somebody. */
  readonly script: string;
  /** A sentence about something that went wrong in capture and is not over. */
  readonly trouble: Trouble | null;
  readonly warnings: readonly Warning[];
  /** What people of this meeting asked for about what is held of them, and nobody has answered yet; what is due first comes first. */
  readonly requests: readonly RequestView[];
  /** What the page of this tab lets us do; null where no page of ours is. */
  readonly page: PageView | null;
}

/** One of our messages that did not arrive in the chat, to paste by hand or to say. */
export interface UnsentView {
  readonly post: PostId;
  readonly outcome: 'refused' | 'unsure';
  /** As it goes into the chat: several where one would be too long for the site. `there`: this one was seen in it. */
  readonly parts: readonly { readonly text: string; readonly there: boolean }[];
}

export interface PageView {
  /** Who says who is here: the page, or the host, who writes the list. */
  readonly list: 'page' | 'host';
  /** false: its chat can neither be read nor written. */
  readonly chat: boolean;
  /** Its list of people and its chat can be opened by the site's own buttons; and whether a list that was opened stays. null: they cannot. */
  readonly opens: 'list-goes' | 'list-stays' | null;
  /** Where a message would be written now; null where the page does not say. */
  readonly composer: Composer | null;
  /** The site, where lasting leave for it can be given; null where none is needed. */
  readonly site: SiteLeave | null;
  readonly test: SelfTest;
}

export const OPENINGS = ['list', 'chat', 'list-then-chat'] as const;
/**
 * What the host can have us open in the meeting page. list: the list of people, for as long as it takes to read it; chat: the chat, which
 * stays open.
 */
export type Opening = (typeof OPENINGS)[number];

/** Lasting leave of the host to read one site. pattern: for the browser's question. */
export interface SiteLeave {
  readonly host: string;
  readonly pattern: string;
  readonly kept: boolean;
}

/** What can be missed when it no longer works. Not the call: whoever has left is in none. */
export const LOSSES = ['people', 'count', 'chat-read', 'chat-write', 'mute'] as const;
export type Loss = (typeof LOSSES)[number];

export const SENSES = ['call', ...LOSSES] as const;
/** What we need to read or do on a meeting page. */
export type Sense = (typeof SENSES)[number];

export interface SenseView {
  readonly sense: Sense;
  /** by-host: not off this page, the host says it. */
  readonly now: 'works' | 'fails' | 'unknown' | 'by-host';
}

/** What works on this page now. The report names no person and no address, and quotes nobody: it can be given to strangers. */
export interface SelfTest {
  readonly senses: readonly SenseView[];
  /** What worked in this meeting before, and does not now. */
  readonly lost: readonly Loss[];
  readonly report: string;
}

export const TROUBLES = [
  'no-bytes',
  'silent-capture',
  'microphone-not-allowed',
  'microphone-lost',
  'disk-nearly-full',
  'disk-full',
  'no-recipient',
  'log-failing',
  'log-damaged',
  'log-checking',
  'log-renewed',
  'recorder-failed',
  'other-tab',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface PersonView {
  readonly participant: ParticipantKey;
  readonly name: string;
  readonly self: boolean;
  readonly present: boolean;
  readonly stable: boolean;
  readonly state: ConsentState;
  readonly grade: Grade | null;
  readonly channel: Channel | null;
  /** The words of the answer as quoted in the log, or ''. */
  readonly words: string;
  readonly answeredAt: number | null;
  /** People behind this tile, and how many of them have a live yes. */
  readonly people: number;
  readonly agreed: number;
  readonly circumstances: Circumstances;
  readonly guardian: Guardian;
  /** What their answer must be at least now; none: they need not be asked. */
  readonly needs: Form;
  /** Going on counts as a yes of theirs from then on (ms UTC); null: it never does, or they have answered. */
  readonly implied: { readonly until: number } | null;
  /** Same person as another row (two devices). */
  readonly sameAs: ParticipantKey | null;
  /** Another row has the same or a confusable name. */
  readonly confusable: boolean;
  /** Their name is that of a note-taking service: somebody else's recorder, perhaps. */
  readonly noteTaker: boolean;
}

export interface AskView extends AskTerms {
  readonly languages: AskLanguages;
  readonly askedAt: number;
  readonly notice: string;
  readonly posted: 'posting' | 'shown' | 'not-shown';
}

export interface RequestView {
  readonly log: LogId;
  readonly participant: ParticipantKey;
  /** '' when it is erased. */
  readonly name: string;
  readonly what: Wanted;
  /** ms UTC by which it must be answered. */
  readonly due: number;
}

export interface DoubtView {
  readonly doubt: DoubtId;
  readonly at: number;
  readonly participant: ParticipantKey | null;
  readonly sender: string;
  readonly words: string;
  readonly reason: EntryOf<'doubted'>['reason'];
  readonly reads: 'consented' | 'refused' | 'withdrawn';
  readonly closes: boolean;
}

/** A pause this long may have been forgotten, ms. */
export const PAUSE_REMINDER_MS = 2 * 60_000;

export interface PauseView {
  /** ms UTC */
  readonly since: number;
  /** null: an older log does not say. */
  readonly cause: PauseCause | null;
  /** Who wrote it in the chat, as the site names them; '' where that is not known or does not matter. */
  readonly who: string;
}

/** idle → starting → recording → (draining →) idle ; recording ⇄ paused by the host */
export interface CaptureView {
  readonly state: 'idle' | 'starting' | 'recording' | 'paused' | 'stopped';
  readonly since: number | null;
  /** Media kept so far in this meeting, ms and bytes. */
  readonly keptMs: number;
  readonly keptBytes: number;
  readonly segments: number;
  readonly lastSeal: SealCause | null;
}

/** Loudness 0..1 (RMS), sent about four times a second while recording, straight from the recorder. */
export interface Levels {
  readonly meeting: number;
  readonly microphone: number;
}
