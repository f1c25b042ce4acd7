import { announceDue } from '../consent/announcement.ts';
import { nameSkeleton } from '../consent/confusable.ts';
import type { Directory } from '../consent/directory.ts';
import { gate } from '../consent/gate.ts';
import { isNoteTaker } from '../consent/note-takers.ts';
import { announcementIn } from '../consent/notices/announcement.ts';
import { standingOf } from '../consent/standing.ts';
import type { Person, State } from '../consent/state.ts';
import { languagesOf } from '../model/ask.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { CaptureView, DoubtView, PanelView, PauseView, PersonView } from '../model/panel.ts';
import { partsOf } from '../model/tag-post.ts';
import type { SignOff } from '../policy/pack.ts';
import { personPart, requirementView } from './requirement-view.ts';

/** Texts of the log that a view shows, by entry index (quoted words, senders, notices, posts). */
export type Texts = ReadonlyMap<number, { readonly words?: string; readonly sender?: string; readonly text?: string }>;

/** The part of the panel that follows from the log; the worker adds what it knows of tab, disk and microphone. */
export type MeetingPart = Pick<
  PanelView,
  | 'armed'
  | 'people'
  | 'roster'
  | 'ask'
  | 'doubts'
  | 'because'
  | 'requirement'
  | 'announce'
  | 'capture'
  | 'pause'
  | 'unsent'
>;

export function meetingPart(
  state: State,
  directory: Directory,
  texts: Texts,
  signOff: SignOff | null = null,
): MeetingPart {
  const verdict = gate(state);
  const alike = skeletons(state, directory);
  return {
    armed: state.armed,
    people: [...state.people.values()].map((person) => personView(state, directory, texts, alike, person)).sort(order),
    roster: state.roster && {
      completeness: state.roster.completeness,
      rows: state.roster.rows,
      counter: state.roster.counter,
      confirmed: state.confirmed !== null,
    },
    ask: state.ask && {
      purposes: state.ask.purposes,
      media: state.ask.media,
      keepDays: state.ask.keepDays,
      proofDays: state.ask.proofDays,
      languages: languagesOf(state.ask),
      askedAt: state.ask.at,
      notice: texts.get(state.ask.index)?.text ?? '',
      posted: posted(state),
    },
    doubts: [...state.doubts.values()].map((doubt): DoubtView => {
      const said = texts.get(doubt.index);
      const { participant, reason, reads, closes, at } = doubt;
      return {
        doubt: doubt.doubt,
        at,
        participant,
        reason,
        reads,
        closes,
        sender: said?.sender ?? '',
        words: said?.words ?? '',
      };
    }),
    because: verdict.may === 'not' ? verdict.because : [],
    requirement: requirementView(state, signOff),
    announce: announcement(state),
    capture: capture(state),
    pause: pauseView(state, directory, texts),
    unsent: unsent(state, texts),
  };
}

/** What the host has still to say aloud, in the language in which the meeting was asked. */
function announcement(state: State): MeetingPart['announce'] {
  const due = announceDue(state);
  return due && { ...due, words: announcementIn(state.ask?.notice.language ?? 'en') };
}

function personView(
  state: State,
  directory: Directory,
  texts: Texts,
  alike: ReadonlyMap<string, readonly Person[]>,
  person: Person,
): PersonView {
  const standing = standingOf(state, person);
  const { answer } = standing;
  return {
    participant: person.participant,
    name: nameOf(directory, person.participant),
    self: person.self,
    present: person.present,
    stable: person.stable,
    state: standing.state,
    grade: answer?.grade ?? null,
    channel: answer?.channel ?? null,
    words: answer ? (texts.get(answer.index)?.words ?? '') : '',
    answeredAt: answer?.at ?? null,
    people: standing.people,
    agreed: standing.yeses.length,
    ...personPart(state, person, standing.needs),
    sameAs: person.sameAs,
    confusable: confusable(alike, nameOf(directory, person.participant), person),
    noteTaker: !person.self && isNoteTaker(nameOf(directory, person.participant)),
  };
}

function nameOf(directory: Directory, participant: ParticipantKey): string {
  return directory.people.get(participant)?.name ?? '';
}

/** How many present rows have each skeleton: one pass, because a meeting may have hundreds of people. */
function skeletons(state: State, directory: Directory): Map<string, Person[]> {
  const alike = new Map<string, Person[]>();
  for (const person of state.people.values()) {
    if (!person.present) continue;
    const skeleton = nameSkeleton(nameOf(directory, person.participant));
    alike.set(skeleton, [...(alike.get(skeleton) ?? []), person]);
  }
  return alike;
}

function confusable(alike: ReadonlyMap<string, readonly Person[]>, name: string, person: Person): boolean {
  const skeleton = nameSkeleton(name);
  if (skeleton === '' || !person.present) return false;
  const others = alike.get(skeleton) ?? [];
  return others.some(
    (other) => other !== person && other.sameAs !== person.participant && person.sameAs !== other.participant,
  );
}

/** Who is here comes first, oneself before the others, then by time of joining. */
function order(a: PersonView, b: PersonView): number {
  return Number(b.present) - Number(a.present) || Number(b.self) - Number(a.self);
}

/** What contradicts the one before it has its place: whether recording runs is told by the newest of these. */
const PLACE = {
  notice: 'notice',
  'going-on': 'form',
  'in-writing': 'form',
  attested: 'attested',
  details: 'details',
  recording: 'status',
  stopped: 'status',
  ended: 'status',
} as const;

/** The newest message of each kind that did not arrive; one that arrived after all, or was tried again with success, is not among them. */
function unsent(state: State, texts: Texts): PanelView['unsent'] {
  const newest = new Map([...state.posts.values()].map((post) => [PLACE[post.says], post]));
  return [...newest.values()].flatMap((post) => {
    if (post.outcome !== 'refused' && post.outcome !== 'unsure') return [];
    const parts = partsOf(texts.get(post.index)?.text ?? '').map((text) => ({ text, there: false }));
    return [{ post: post.post, outcome: post.outcome, parts }];
  });
}

function posted(state: State): 'posting' | 'shown' | 'not-shown' {
  const notices = [...state.posts.values()].filter((post) => post.says === 'notice' && post.ask === state.ask?.id);
  const newest = notices.at(-1);
  if (!newest || newest.outcome === null) return 'posting';
  return newest.outcome === 'echoed' ? 'shown' : 'not-shown';
}

function pauseView({ pause }: State, directory: Directory, texts: Texts): PauseView | null {
  if (!pause) return null;
  const { at: since, cause, participant, index } = pause;
  return { since, cause, who: participant ? nameOf(directory, participant) : (texts.get(index)?.sender ?? '') };
}

/** What a log says that could not be written to the end: it may hold a recording for open that has ended. */
export function endedUnwritten(capture: CaptureView): CaptureView {
  const runs = capture.state === 'recording' || capture.state === 'starting';
  return runs ? { ...capture, state: 'idle', since: null } : capture;
}

function capture(state: State): CaptureView {
  const { segment, epoch, kept, order } = state;
  const base = { keptMs: kept.ms, keptBytes: kept.bytes, segments: kept.segments, lastSeal: kept.lastSeal };
  if (epoch && segment?.epoch === epoch.epoch) {
    return segment.startedAt === null
      ? { ...base, state: 'starting', since: null }
      : { ...base, state: 'recording', since: segment.startedAt };
  }
  if (order === 'paused') return { ...base, state: 'paused', since: null };
  return { ...base, state: order === 'stopped' ? 'stopped' : 'idle', since: null };
}
