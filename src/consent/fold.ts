import type { Entry, EntryOf, Logged } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { PEOPLE_MAX } from '../model/tag.ts';
import {
  type AskedFor,
  type AskedState,
  answerKey,
  blankState,
  type Person,
  rootOf,
  rowsOf,
  type State,
  twinsOf,
  UNSAID,
} from './state.ts';
import { rosterReason } from './whole-roster.ts';

/** The state of a meeting is its log and nothing else. Reads no disclosure, so it works after erasure. */
export function fold(entries: Iterable<Logged>): State {
  const state = blankState();
  for (const logged of entries) advance(state, logged);
  return state;
}

/** Takes one more entry into the state, in place. Entries come in log order. */
export function advance(state: State, logged: Logged): void {
  state.size = logged.index + 1;
  if (logged.seen) state.seen.add(logged.seen);
  take(state, logged.entry, logged);
  const readable = state.inCall && state.watching && rosterReason(state) === null;
  state.readableSince = readable ? (state.readableSince ?? logged.at) : null;
}

function take(state: State, entry: Entry, { index, at }: Logged): void {
  switch (entry.kind) {
    case 'meeting-opened':
      state.opened = {
        platform: entry.platform,
        lagMs: entry.lagMs,
        ...(entry.continues && { continues: entry.continues.log }),
      };
      state.inCall = true;
      state.watching = true;
      return;
    case 'meeting-left':
      state.inCall = false;
      forgetRoster(state);
      // Without a site id nobody can be known again: whoever has such a name later is somebody new.
      for (const person of state.people.values()) if (!person.stable && !person.self) leave(person, at);
      return;
    case 'meeting-returned':
      state.inCall = true;
      state.watching = true;
      return;
    case 'meeting-described':
      state.described = entry;
      return;
    case 'place-stated':
    case 'person-described':
    case 'guardian-answered':
      return about(state, entry);
    case 'requirement-set': {
      const before = state.requirement;
      const same = before?.rule === entry.rule && before.form === entry.form;
      const announceSince = entry.announcement === 'recommended' ? null : (before?.announceSince ?? at);
      state.requirement = { ...entry, since: same ? before.since : { index, at }, announceSince };
      return;
    }
    case 'announced':
      state.announced = entry.epoch;
      return;
    case 'announcement-missed':
      state.unannounced = entry.epoch;
      return;
    case 'watch-lost':
      state.watching = false;
      forgetRoster(state);
      return;
    case 'watch-regained':
      state.watching = true;
      state.regained = index;
      return;
    case 'participant-joined':
      return join(state, entry, index, at);
    case 'participant-left': {
      const person = state.people.get(entry.participant);
      if (person) leave(person, at);
      forgetOther(state, entry.participant);
      return;
    }
    case 'participant-renamed':
    case 'deleted':
    case 'retention-shortened':
    case 'hold-set':
    case 'hold-lifted':
    case 'accessed':
    case 'cut':
    case 'copy-made':
    case 'copy-deleted':
    case 'reviewed':
    case 'exported':
    case 'name-corrected':
    case 'recipient-told':
      return;
    case 'request-received': {
      const { participant, what, way, file = null } = entry;
      state.requests.set(index, { participant, what, way, at, file, longer: null, ended: null });
      return;
    }
    case 'request-extended': {
      const request = state.requests.get(entry.request);
      const { why, law, until, told } = entry;
      if (request && !request.ended)
        state.requests.set(entry.request, { ...request, longer: { why, law, until: Date.parse(until), told } });
      return;
    }
    case 'request-answered':
      return endRequest(state, entry.request, { at, refused: null });
    case 'request-refused':
      return endRequest(state, entry.request, { at, refused: entry.why });
    case 'participant-matched': {
      const person = state.people.get(entry.participant);
      if (person) person.sameAs = entry.as;
      state.twins = twinsOf(state);
      const rows = rowsOf(state, rootOf(state, entry.participant));
      if (rows.some((row) => saysNo(state, row.participant))) forgetYeses(state, entry.participant);
      return;
    }
    case 'people-counted': {
      const person = state.people.get(entry.participant);
      if (person) person.people = Math.max(1, entry.people);
      return;
    }
    case 'roster-read':
      if (state.confirmed && (state.confirmed.counter !== entry.counter || state.confirmed.rows !== entry.rows))
        state.confirmed = null;
      state.counted = entry.counter ?? state.counted;
      state.roster = {
        completeness: entry.completeness,
        rows: entry.rows,
        counter: entry.counter,
        source: entry.source,
      };
      return;
    case 'roster-confirmed':
      state.confirmed = { rows: entry.rows, counter: entry.counter };
      return;
    case 'asked':
      return ask(state, entry, index, at);
    case 'other-asked':
      forgetOther(state, entry.participant);
      state.others.set(entry.ask, { participant: entry.participant });
      return;
    case 'other-ended':
      state.others.delete(entry.ask);
      return;
    case 'post-ordered':
      state.posts.set(entry.post, { ...entry, index, at, outcome: null });
      return;
    case 'details-wanted':
      state.wanted = { ask: entry.ask, language: entry.language, index };
      return;
    case 'post-seen': {
      const post = state.posts.get(entry.post);
      if (!post) return;
      post.outcome = entry.outcome;
      if (entry.outcome !== 'echoed') return;
      for (const person of post.people.flatMap((key) => state.people.get(key) ?? [])) {
        if (post.says === 'notice') person.shown.set(post.ask, at);
        if (post.says === 'going-on') person.told.set(post.ask, { index: post.index, at });
      }
      return;
    }
    case 'seen':
      state.people.get(entry.participant)?.shown.set(entry.ask, at);
      return;
    case 'answered':
      return answer(state, entry, index, at);
    case 'doubted':
      state.doubts.set(entry.doubt, { ...entry, at, index });
      return;
    case 'settled':
      state.doubts.delete(entry.doubt);
      return;
    case 'paused':
      state.order = 'paused';
      state.pause = { index, at, cause: entry.cause ?? null, participant: entry.participant ?? null };
      return;
    case 'resumed':
      state.order = 'none';
      state.pause = null;
      state.failed = null;
      state.unannounced = null;
      return;
    case 'stopped':
      state.order = 'stopped';
      state.pause = null;
      state.stopped = index;
      return;
    case 'went-on-without':
      state.order = 'going-on-without';
      state.pause = null;
      return;
    case 'gate-opened':
      state.epoch = {
        epoch: entry.epoch,
        ask: entry.ask,
        media: entry.media,
        roster: entry.roster,
        answers: entry.answers,
        openedAt: at,
      };
      state.segment = { epoch: entry.epoch, startedAt: null, failing: null };
      return;
    case 'gate-closed':
      state.epoch = null;
      state.closedAt = at;
      return;
    case 'capture-armed':
      state.armed = true;
      state.failed = null;
      return;
    case 'capture-disarmed':
      state.armed = false;
      return;
    case 'capture-failed':
      state.failed = entry.cause;
      if (state.segment?.epoch === entry.epoch) state.segment.failing = entry.cause;
      return;
    case 'segment-started':
      if (state.segment?.epoch === entry.epoch) state.segment.startedAt = at;
      return;
    case 'segment-sealed':
      return seal(state, entry);
    default:
      entry satisfies never;
  }
}

/** The first ending counts. */
function endRequest(state: State, index: number, ended: AskedFor['ended']): void {
  const request = state.requests.get(index);
  if (request && !request.ended) state.requests.set(index, { ...request, ended });
}

/** What was read before a gap says nothing about who is here after it. */
function forgetRoster(state: State): void {
  state.roster = null;
  state.confirmed = null;
}

/** Another host has one ask at a time, and none once they have left. */
function forgetOther(state: State, host: ParticipantKey | null): void {
  if (host === null) return;
  for (const [ask, other] of state.others) if (other.participant === host) state.others.delete(ask);
}

function about(state: State, entry: EntryOf<'place-stated' | 'person-described' | 'guardian-answered'>): void {
  const person = state.people.get(entry.participant);
  if (!person) return;
  if (entry.kind === 'place-stated') person.placed = { ...person.placed, [entry.by]: entry };
  else if (entry.kind === 'person-described') person.described = { ...person.described, [entry.by]: entry };
  else person.guardian = entry;
}

function leave(person: Person, at: number): void {
  person.present = false;
  person.leftAt = at;
}

/** Rows of the same site id that vanish and return within this time have not been away, ms. */
export const FLICKER_MS = 5000;

function join(state: State, entry: EntryOf<'participant-joined'>, index: number, at: number): void {
  // Whoever comes in was not on the list that the host confirmed.
  state.confirmed = null;
  const known = state.people.get(entry.participant);
  if (known) {
    // Back after a flicker it is the same presence; after a real absence it is a new one, and a yes does not outlive that.
    if (known.leftAt !== null && at - known.leftAt > FLICKER_MS) {
      for (const key of [...state.answers.keys()])
        if (key.startsWith(`${entry.participant}/`)) state.answers.delete(key);
      known.shown.clear();
      known.told.clear();
      for (const [key, bound] of state.keys) if (bound.participant === entry.participant) state.keys.delete(key);
      known.people = 1;
      // Where they were says nothing about where they are; what the host said of them only raises, and stays.
      if (!known.self) known.placed = { ...known.placed, participant: null };
      known.guardian = null;
    }
    known.present = true;
    known.joined = index;
    known.joinedAt = at;
    known.leftAt = null;
    return;
  }
  state.people.set(entry.participant, {
    participant: entry.participant,
    self: entry.self,
    stable: entry.stable,
    present: true,
    joined: index,
    joinedAt: at,
    leftAt: null,
    people: 1,
    noAt: null,
    placed: UNSAID,
    described: UNSAID,
    guardian: null,
    sameAs: null,
    shown: new Map(),
    told: new Map(),
  });
}

function ask(state: State, entry: EntryOf<'asked'>, index: number, at: number): void {
  const asked: AskedState = {
    id: entry.ask,
    notice: entry.notice,
    ...(entry.also && { also: entry.also }),
    purposes: entry.purposes,
    media: entry.media,
    keepDays: entry.keepDays,
    proofDays: entry.proofDays,
    index,
    at,
  };
  state.asks.set(entry.ask, asked);
  state.ask = asked;
  state.order = 'none';
  state.pause = null;
  state.failed = null;
  state.unannounced = null;
}

function answer(state: State, entry: EntryOf<'answered'>, index: number, at: number): void {
  const asked = state.asks.get(entry.ask);
  const terms = { keepDays: asked?.keepDays ?? 0, proofDays: asked?.proofDays ?? 0 };
  const live = {
    ...entry,
    index,
    at,
    ...terms,
    form: entry.form ?? 'explicit',
    rule: state.requirement?.rule ?? 'one-party',
  } as const;
  const own = answerKey(entry.participant, entry.person);
  // A clear answer settles what was unclear about the same person before.
  for (const [id, doubt] of state.doubts) if (doubt.participant === entry.participant) state.doubts.delete(id);
  const person = state.people.get(entry.participant);
  if (entry.answer !== 'consented') {
    if (person) person.noAt = at;
    forgetYeses(state, entry.participant);
    state.answers.set(answerKey(entry.participant, 1), live);
  } else {
    state.answers.set(own, live);
  }
  if (entry.signed && entry.by === 'participant') {
    const before = state.keys.get(entry.signed.key);
    state.keys.set(entry.signed.key, {
      participant: entry.participant,
      counter: Math.max(before?.counter ?? 0, entry.signed.counter),
    });
  }
}

/** Causes after which nothing starts again by itself: the host reads one sentence and presses Resume. */
const NEEDS_HOST = new Set([
  'tab-stream-ended',
  'microphone-lost',
  'disk-full',
  'storage-failed',
  'no-recipient',
  'no-bytes',
  'clock-jumped',
  'recorder-failed',
]);

function saysNo(state: State, participant: ParticipantKey): boolean {
  const answer = state.answers.get(answerKey(participant, 1));
  return answer !== undefined && answer.answer !== 'consented';
}

/** A no stands for the whole person: the yeses of everybody behind the tile, and of their other devices, do not outlive it. */
function forgetYeses(state: State, participant: ParticipantKey): void {
  for (const row of rowsOf(state, rootOf(state, participant))) {
    for (let person = 1; person <= PEOPLE_MAX; person++) {
      const key = answerKey(row.participant, person);
      if (state.answers.get(key)?.answer === 'consented') state.answers.delete(key);
    }
  }
}

function seal(state: State, entry: EntryOf<'segment-sealed'>): void {
  // Its seal may come long after, when there is room again: the host who has pressed “Try again” since knows of it.
  let isNews = true;
  if (state.segment?.epoch === entry.epoch) {
    isNews = state.segment.failing !== entry.cause;
    state.segment = null;
  }
  state.kept = {
    segments: state.kept.segments + (entry.chunks > 0 ? 1 : 0),
    ms: state.kept.ms + entry.ms,
    bytes: state.kept.bytes + entry.bytes,
    lastSeal: entry.cause,
  };
  if (isNews && NEEDS_HOST.has(entry.cause)) state.failed = entry.cause;
}
