import type { AnswerKind, Channel, Grade } from '../model/answer.ts';
import type { Ask, Media, Purpose } from '../model/ask.ts';
import type { SendOutcome } from '../model/chat.ts';
import type { EntryOf } from '../model/entry.ts';
import type { Basis } from '../model/gate.ts';
import type { AskId, DoubtId, EpochId, LogId, ParticipantKey, PostId } from '../model/id.ts';
import type { PauseCause, SealCause } from '../model/observation.ts';
import type { AnswerForm, Rule } from '../model/requirement.ts';
import type { LongerAnswer, Refusal, RequestWay, Wanted } from '../model/rights.ts';
import type { Completeness, RosterSource } from '../model/roster.ts';

/**
 * What a log says about its meeting now: `fold(entries)`, and nothing else. Built by `advance`, which changes it in place; whoever
 * wants to keep an old one folds again. It holds no personal data: names and site ids live in the directory.
 */
export interface State {
  /** continues: the damaged log that this one was begun after, if any. */
  opened: { platform: string; lagMs: number; continues?: LogId } | null;
  /** What the host settled beforehand; null in logs from before the rules were asked: everybody agrees explicitly there. */
  described: EntryOf<'meeting-described'> | null;
  /** Who must agree now, and how, by the newest entry that says it. */
  requirement: InForce | null;
  /** The newest epoch in which the words that must be heard were said; and one that was closed because they were not. */
  announced: EpochId | null;
  unannounced: EpochId | null;
  /** Index of the next entry. */
  size: number;
  inCall: boolean;
  watching: boolean;
  /** Index of the newest `watch-regained`: what could not be written before it can be tried again. */
  regained: number;
  readonly people: Map<ParticipantKey, Person>;
  /** All rows of each person who is here more than once, by their first: asked for everybody at each verdict, so it is kept. */
  twins: ReadonlyMap<ParticipantKey, readonly ParticipantKey[]>;
  roster: RosterState | null;
  /** ms UTC since when, without a break, the host is in the call, the page is watched, and its list is known to be whole. */
  readableSince: number | null;
  /** The newest head count that the site showed, also when what was read then no longer counts. */
  counted: number | null;
  confirmed: { rows: number; counter: number | null } | null;
  readonly asks: Map<AskId, AskedState>;
  /** Asks of other hosts that are live in this meeting's chat, and who they are, where that is known. */
  readonly others: Map<AskId, { readonly participant: ParticipantKey | null }>;
  /** The ask in force: the newest one. */
  ask: AskedState | null;
  /** By participant and person behind the tile. */
  readonly answers: Map<string, LiveAnswer>;
  readonly doubts: Map<DoubtId, OpenDoubt>;
  readonly posts: Map<PostId, PostState>;
  /** The newest wish for the whole notice of the ask in force. */
  wanted: { readonly ask: AskId; readonly language: string; readonly index: number } | null;
  order: 'none' | 'paused' | 'stopped' | 'going-on-without';
  /** The pause that holds now; null while none does. */
  pause: Pause | null;
  /** Index of the newest `stopped`: after a pause, the chat is told once more. */
  stopped: number | null;
  armed: boolean;
  failed: SealCause | null;
  /** Open until gate-closed. */
  epoch: OpenEpoch | null;
  /** ms UTC of the newest gate-closed, or null. */
  closedAt: number | null;
  /** From gate-opened until segment-sealed: the recorder may still be draining. */
  segment: RunningSegment | null;
  kept: { segments: number; ms: number; bytes: number; lastSeal: SealCause | null };
  /** Which answering key belongs to whom, and the highest counter seen from it. */
  readonly keys: Map<string, { participant: ParticipantKey; counter: number }>;
  /** What people asked for about what is held of them, by the index of its entry. */
  readonly requests: Map<number, AskedFor>;
  /** Keyed hashes of the observations that are in the log already. */
  readonly seen: Set<string>;
}

export interface AskedFor {
  readonly participant: ParticipantKey;
  readonly what: Wanted;
  readonly way: RequestWay;
  /** ms UTC */
  readonly at: number;
  readonly file: string | null;
  /** Its answer may take longer, by which law, until when (ms UTC), and on which day they were told why. null: it may not. */
  readonly longer: LongerAnswer | null;
  /** null while it is open. at: ms UTC; refused: why, or null where it was done. */
  readonly ended: { readonly at: number; readonly refused: Refusal | null } | null;
}

export interface Person {
  readonly participant: ParticipantKey;
  readonly self: boolean;
  readonly stable: boolean;
  present: boolean;
  /** Entry index and ms UTC of the newest join. */
  joined: number;
  joinedAt: number;
  leftAt: number | null;
  /** People behind this tile who can be heard. */
  people: number;
  /** ms UTC of their newest no, whatever was said since: a line from before it is no yes after it. */
  noAt: number | null;
  /** Where they are, by whose word. */
  placed: By<EntryOf<'place-stated'>>;
  described: By<EntryOf<'person-described'>>;
  /** The newest answer of their guardian. */
  guardian: EntryOf<'guardian-answered'> | null;
  /** Set when the host said that this is another row's second device. */
  sameAs: ParticipantKey | null;
  /** Asks whose notice this one was shown since joining. */
  readonly shown: Map<AskId, number>;
  /** Asks of which they were told that going on counts as a yes: by which entry, and when that was seen in the chat (ms UTC). */
  readonly told: Map<AskId, { readonly index: number; readonly at: number }>;
}

export interface By<Said> {
  readonly participant: Said | null;
  readonly host: Said | null;
}
export const UNSAID: By<never> = { participant: null, host: null };

export interface InForce extends EntryOf<'requirement-set'> {
  /** Since which entry, and when (ms UTC), rule and form are these. */
  readonly since: { readonly index: number; readonly at: number };
  /** ms UTC since when words must be heard on the recording; null where they need not. */
  readonly announceSince: number | null;
}

export interface RosterState {
  readonly completeness: Completeness;
  readonly rows: number;
  readonly counter: number | null;
  readonly source: RosterSource;
}

export interface AskedState extends Ask {
  readonly index: number;
  readonly at: number;
}

export interface LiveAnswer {
  readonly index: number;
  readonly at: number;
  readonly ask: AskId;
  readonly answer: AnswerKind;
  readonly purposes: readonly Purpose[];
  readonly media: Media;
  readonly keepDays: number;
  readonly proofDays: number;
  readonly grade: Grade;
  readonly channel: Channel;
  readonly form: AnswerForm;
  /** Whose agreement was asked for when they gave it. */
  readonly rule: Rule;
}

export type OpenDoubt = EntryOf<'doubted'> & { readonly at: number; readonly index: number };

export interface PostState {
  readonly post: PostId;
  readonly says: EntryOf<'post-ordered'>['says'];
  readonly ask: AskId;
  readonly people: readonly ParticipantKey[];
  readonly index: number;
  readonly at: number;
  outcome: SendOutcome | null;
}

export interface OpenEpoch extends Basis {
  readonly epoch: EpochId;
  readonly openedAt: number;
}

export interface Pause {
  /** Of its entry, which has the words that asked for it. */
  readonly index: number;
  /** ms UTC */
  readonly at: number;
  /** null: an older entry, which does not say. */
  readonly cause: PauseCause | null;
  readonly participant: ParticipantKey | null;
}

export interface RunningSegment {
  readonly epoch: EpochId;
  startedAt: number | null;
  /** Why it is failing, as the log said before it was sealed. */
  failing: SealCause | null;
}

export function blankState(): State {
  return {
    opened: null,
    described: null,
    requirement: null,
    announced: null,
    unannounced: null,
    size: 0,
    inCall: false,
    watching: false,
    regained: -1,
    people: new Map(),
    twins: new Map(),
    roster: null,
    readableSince: null,
    counted: null,
    confirmed: null,
    asks: new Map(),
    others: new Map(),
    ask: null,
    answers: new Map(),
    doubts: new Map(),
    posts: new Map(),
    wanted: null,
    order: 'none',
    pause: null,
    stopped: null,
    armed: false,
    failed: null,
    epoch: null,
    closedAt: null,
    segment: null,
    kept: { segments: 0, ms: 0, bytes: 0, lastSeal: null },
    keys: new Map(),
    requests: new Map(),
    seen: new Set(),
  };
}

export function answerKey(participant: ParticipantKey, person: number): string {
  return `${participant}/${person}`;
}

/** The row that stands for a person: the first one when the host said that two rows are one person. */
export function rootOf(state: State, participant: ParticipantKey): ParticipantKey {
  let at = participant;
  for (let hops = 0; hops < state.people.size; hops++) {
    const next = state.people.get(at)?.sameAs;
    if (!next) return at;
    at = next;
  }
  return at;
}

/** Everybody in the meeting now, one entry a person: second devices are folded into their first. */
export function presentPeople(state: State): Person[] {
  const roots = new Set<ParticipantKey>();
  for (const person of state.people.values()) if (person.present) roots.add(rootOf(state, person.participant));
  return [...roots].flatMap((key) => state.people.get(key) ?? []);
}

/** All rows of one person, their own first. */
export function rowsOf(state: State, root: ParticipantKey): Person[] {
  return (state.twins.get(root) ?? [root]).flatMap((key) => state.people.get(key) ?? []);
}

/** Who is here more than once, after the host has said so of somebody. */
export function twinsOf(state: State): Map<ParticipantKey, ParticipantKey[]> {
  const twins = new Map<ParticipantKey, ParticipantKey[]>();
  for (const { participant } of state.people.values()) {
    const root = rootOf(state, participant);
    twins.set(root, [...(twins.get(root) ?? []), participant]);
  }
  for (const [root, rows] of twins) if (rows.length === 1) twins.delete(root);
  return twins;
}
