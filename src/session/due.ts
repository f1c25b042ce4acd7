import { mayGoOn } from '../consent/implied.ts';
import { standingOf } from '../consent/standing.ts';
import { type Person, type PostState, presentPeople, rowsOf, type State } from '../consent/state.ts';
import type { AskId, ParticipantKey } from '../model/id.ts';

/** A post that the state calls for. Derived from the log each time, so a worker that died in between forgets nothing. */
export type DuePost =
  | {
      readonly says: 'notice';
      readonly ask: AskId;
      readonly people: readonly ParticipantKey[];
      readonly notBefore: number;
    }
  | {
      readonly says: 'going-on' | 'in-writing';
      readonly ask: AskId;
      readonly people: readonly ParticipantKey[];
      readonly notBefore: number;
    }
  | {
      readonly says: 'recording' | 'stopped' | 'ended';
      readonly ask: AskId;
      readonly people: readonly [];
      readonly notBefore: number;
    }
  | {
      readonly says: 'details';
      readonly ask: AskId;
      readonly people: readonly [];
      readonly notBefore: number;
      readonly language: string;
    }
  | {
      readonly says: 'attested';
      readonly ask: AskId;
      readonly people: readonly [ParticipantKey];
      readonly notBefore: number;
    };

/** Newcomers are asked together: a notice waits this long after the newest join, ms. */
export const BATCH_MS = 1200;
/** A stop or start is told when it has lasted this long, so that a flicker tells nothing, ms. */
export const SETTLE_MS = 500;

/** A message that did not arrive is tried again after this long, ms, and given up after so many times in a row: the panel shows it. */
export const RETRY_MS = 15_000;
const TRIES = 3;

/**
 * Posts that arrived or are under way, and from when on (ms UTC) another may be tried: null when enough were tried in vain.
 * An open chat begins anew. aloud: there is no chat that could take them, so each is the host's to say, and is not tried again.
 */
function arrived(
  { regained }: State,
  tried: readonly PostState[],
  aloud: boolean,
): { readonly posts: readonly PostState[]; readonly retryAt: number | null } {
  if (aloud) return { posts: tried, retryAt: 0 };
  const failed = (post: PostState) => post.outcome === 'refused' || post.outcome === 'unsure';
  // What failed while the chat was closed says nothing of the chat that is open now.
  const all = tried.filter((post) => !failed(post) || post.index > regained);
  const lastGood = all.findLastIndex((post) => !failed(post));
  const vain = all.length - 1 - lastGood;
  const newest = all.at(-1);
  return {
    posts: all.filter((post) => !failed(post)),
    retryAt: vain >= TRIES ? null : vain > 0 && newest ? newest.at + RETRY_MS : 0,
  };
}

/** What should be posted now; `notBefore` is ms UTC. aloud: on a page whose chat nobody can write to. */
export function duePosts(state: State, now: number, aloud = false): DuePost[] {
  const { ask } = state;
  if (!ask || !state.inCall) return [];
  const told = [...notice(state, ask.id, aloud), ...status(state, ask.id, now, aloud)];
  const forms = [
    ...formTold(state, ask.id, 'going-on', (person) => mayGoOn(state, person)),
    ...formTold(state, ask.id, 'in-writing', (person) => mustWrite(state, person)),
  ];
  // That a yes was noted is said at once, to the one who gave it.
  return aloud ? told : [...told, ...forms, ...attested(state, ask.id), ...details(state, ask.id)];
}

/** The notice for everybody who has neither been shown it since joining nor answered already, or whose yes is no longer enough. */
function notice(state: State, ask: AskId, aloud: boolean): DuePost[] {
  if (state.order === 'stopped' || state.order === 'going-on-without') return [];
  const all = [...state.posts.values()].filter((post) => post.says === 'notice' && post.ask === ask);
  const { posts, retryAt } = arrived(state, all, aloud);
  const people = presentPeople(state).filter((person) => {
    const { tooWeak, yeses } = standingOf(state, person);
    if (person.self || yeses.length > 0 || (person.shown.has(ask) && !tooWeak)) return false;
    // More is asked of them than they gave: they are asked again, once, and nobody else is.
    const since = tooWeak ? Math.max(person.joined, state.requirement?.since.index ?? 0) : person.joined;
    return !posts.some((post) => post.index > since && post.people.includes(person.participant));
  });
  if (people.length === 0 || retryAt === null) return [];
  const first = posts.length === 0;
  const notBefore = first ? 0 : Math.max(...people.map((person) => person.joinedAt)) + BATCH_MS;
  return [
    {
      says: 'notice',
      ask,
      people: people.map((person) => person.participant),
      notBefore: Math.max(notBefore, retryAt),
    },
  ];
}

/** What is asked of them beside the notice: for those who were shown it and of whom it is true, and again after it was otherwise. */
function formTold(
  state: State,
  ask: AskId,
  says: 'going-on' | 'in-writing',
  isAsked: (person: Person) => boolean,
): DuePost[] {
  const all = [...state.posts.values()].filter((post) => post.says === says && post.ask === ask);
  const { posts, retryAt } = arrived(state, all, false);
  const since = state.requirement?.since.index ?? 0;
  const people = presentPeople(state).filter((person) => {
    const after = Math.max(person.joined, since);
    const told = posts.some((post) => post.index > after && post.people.includes(person.participant));
    return isAsked(person) && !told;
  });
  if (people.length === 0 || retryAt === null) return [];
  return [{ says, ask, people: people.map((person) => person.participant), notBefore: retryAt }];
}

/** A plain yes in the chat would not do: whoever was asked is told what does, before they write one. */
function mustWrite(state: State, person: Person): boolean {
  if (
    person.self ||
    state.order !== 'none' ||
    !rowsOf(state, person.participant).some(({ shown }) => shown.has(state.ask?.id as AskId))
  )
    return false;
  const { needs, state: stands, tooWeak } = standingOf(state, person);
  return needs === 'written' && (tooWeak || stands === 'requested');
}

function status(state: State, ask: AskId, now: number, aloud: boolean): DuePost[] {
  const { posts, retryAt } = arrived(
    state,
    [...state.posts.values()].filter(
      (post) => post.says === 'recording' || post.says === 'stopped' || post.says === 'ended',
    ),
    aloud,
  );
  const told = posts.at(-1);
  if (retryAt === null) return [];
  const running =
    state.epoch !== null && state.segment?.epoch === state.epoch.epoch && state.segment.startedAt !== null;
  if (running) {
    const startedAt = state.segment?.startedAt ?? now;
    return told?.says === 'recording' && told.ask === ask
      ? []
      : [{ says: 'recording', ask, people: [], notBefore: Math.max(startedAt, retryAt) }];
  }
  if (state.order === 'going-on-without') {
    return told?.says === 'ended' && told.ask === ask ? [] : [{ says: 'ended', ask, people: [], notBefore: retryAt }];
  }
  // The chat was told of a pause, and the host has ended it since: the mark of everybody would go on saying paused.
  if (state.order === 'stopped' && told?.says === 'stopped' && told.ask === ask && told.index < (state.stopped ?? 0))
    return [{ says: 'stopped', ask, people: [], notBefore: retryAt }];
  if (told?.says !== 'recording' || state.epoch) return [];
  return [
    { says: 'stopped', ask: told.ask, people: [], notBefore: Math.max((state.closedAt ?? now) + SETTLE_MS, retryAt) },
  ];
}

/** The whole notice, once for whoever wanted it. One that did not arrive can be asked for again. */
function details({ wanted, posts }: State, ask: AskId): DuePost[] {
  if (wanted?.ask !== ask) return [];
  const told = [...posts.values()].some((post) => post.says === 'details' && post.index > wanted.index);
  return told ? [] : [{ says: 'details', ask, people: [], notBefore: 0, language: wanted.language }];
}

/** Each attestation is told in the chat, so that the person can dispute it. */
function attested(state: State, ask: AskId): DuePost[] {
  const due: DuePost[] = [];
  for (const person of presentPeople(state)) {
    const { answer } = standingOf(state, person);
    if (answer?.grade !== 'attested' || answer.answer !== 'consented' || person.self) continue;
    const told = [...state.posts.values()].some(
      (post) => post.says === 'attested' && post.index > answer.index && post.people.includes(person.participant),
    );
    if (!told) due.push({ says: 'attested', ask, people: [person.participant], notBefore: 0 });
  }
  return due;
}
