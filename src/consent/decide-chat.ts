import type { AnswerKind } from '../model/answer.ts';
import { type NoticeRef, noticesOf, type Purpose, requiredPurposes } from '../model/ask.ts';
import type { Draft, Entry, EntryOf } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { ANSWER_FORMS, type AnswerForm } from '../model/requirement.ts';
import { type Decision, type Fresh, NOTHING, plain } from './decide.ts';
import { answersOther, decideOther } from './decide-other.ts';
import { pauseAsked, pauseOrdered } from './decide-pause.ts';
import { decideRequest } from './decide-request.ts';
import type { Directory } from './directory.ts';
import type { Heard, HeardAnswer } from './heard.ts';
import { isName } from './in-writing.ts';
import { type Match, matchSender } from './match.ts';
import { maybeNamesakes } from './name-only.ts';
import { quoted } from './quoted.ts';
import { boundTo } from './requirement.ts';
import { type Standing, standingOf } from './standing.ts';
import { type AskedState, type Person, rootOf, rowsOf, type State } from './state.ts';

type Chat = Extract<Observation, { what: 'chat' }>;
type DoubtReason = EntryOf<'doubted'>['reason'];
interface Line {
  readonly state: State;
  readonly directory: Directory;
  readonly chat: Chat;
  readonly heard: Heard;
  readonly fresh: Fresh;
  readonly ask: AskedState;
  readonly match: Match;
}

/** How long a line whose sender is not in the roster yet waits for them to appear, ms. */
export const PENDING_MS = 5000;

/** Nobody reads a notice and writes an answer to it sooner than this, ms. */
export const READING_MS = 1500;

/**
 * A chat line becomes an answer, a question for the host, or nothing. A yes is strict (whole phrase, after the ask, live, from
 * exactly one person it can belong to); a no closes even when nobody can be matched.
 */
export function decideChat(state: State, directory: Directory, chat: Chat, heard: Heard, fresh: Fresh): Decision {
  const { ask } = state;
  if (heard.tag.kind === 'other') return decideOther(state, directory, chat, heard.tag);
  if (heard.tag.kind === 'request') return decideRequest(state, directory, chat, heard.tag);
  if (!ask || answersOther(state, heard)) return NOTHING;
  if (heard.tag.kind === 'ours') return NOTHING;
  // A message that was changed into the word asks for nothing; it may have been somebody's yes.
  if (heard.details !== undefined && !chat.line.edited) return detailsWanted(state, chat, ask, heard.details);
  if (chat.line.sender.self) return ownWords(state, chat, heard);
  const says = heard.tag.kind === 'answer' ? heard.tag.answer : heard.says;
  const clearYes = says === 'consented' && heard.sure && heard.tag.kind === 'none';
  if (chat.line.edited && !clearYes && says !== 'refused' && says !== 'withdrawn' && !(saysNo(heard) && heard.sure)) {
    const away = editedAway(state, directory, chat, fresh, ask);
    if (away.drafts.length > 0) return away;
  }
  if (says === 'nothing') return NOTHING;

  const line: Line = {
    state,
    directory,
    chat,
    heard,
    fresh,
    ask,
    match: matchSender(state, directory, chat.line.sender),
  };
  if (heard.says === 'pause') return pauseAsked(state, chat, line.match);
  if (says !== 'consented' || (saysNo(heard) && heard.sure)) return no(line);
  return heard.tag.kind === 'answer' ? taggedYes(line, heard.tag) : spokenYes(line);
}

/** The whole notice takes several posts: after it was posted nobody makes it come again so soon, ms. */
const DETAILS_AGAIN_MS = 60_000;

function detailsWanted(state: State, { at, replayed }: Chat, ask: AskedState, language: string): Decision {
  const asked = [...state.posts.values()].filter((post) => post.says === 'details' && post.ask === ask.id);
  const again = asked.some((post) => at - post.at < DETAILS_AGAIN_MS);
  const waits = state.wanted?.ask === ask.id && !asked.some((post) => post.index > (state.wanted?.index ?? 0));
  return replayed || again || waits ? NOTHING : plain({ kind: 'details-wanted', ask: ask.id, language });
}

function saysNo(heard: Heard): boolean {
  return heard.says === 'refused' || heard.says === 'withdrawn';
}

/** The host typing in the chat: "stop recording" is an order, everything else is talk. */
function ownWords(state: State, chat: Chat, heard: Heard): Decision {
  if (heard.tag.kind !== 'none' || !heard.sure || state.order !== 'none') return NOTHING;
  if (heard.says === 'withdrawn' || heard.says === 'refused') return plain({ kind: 'stopped' });
  return heard.says === 'pause' && !chat.replayed ? pauseOrdered(state, chat) : NOTHING;
}

function no(line: Line): Decision {
  const { state, chat, heard, match, ask } = line;
  if (chat.replayed) return doubt(line, 'replayed', heard.says === 'refused' ? 'refused' : 'withdrawn', true);
  if (match.who === 'nobody') return doubt(line, 'unknown-sender', 'withdrawn', true);
  if (match.who === 'several') return doubt(line, match.reason, 'withdrawn', true);
  const tagged =
    heard.tag.kind === 'answer' && heard.tag.valid && isOwnKey(state, match.participant, heard.tag) ? heard.tag : null;
  if (heard.tag.kind !== 'answer' && !heard.sure) return doubt(line, 'perhaps-no', 'refused', true);
  const person = personOf(state, match.participant);
  const standing = person && standingOf(state, person);
  const answer: AnswerKind = standing && standing.yeses.length > 0 ? 'withdrawn' : 'refused';
  if (standing && (standing.state === 'refused' || standing.state === 'withdrawn')) return NOTHING;
  return {
    drafts: [
      ...(tagged?.ask === ask.id ? seen(line, match.participant) : []),
      answered(line, match.participant, {
        person: 1,
        answer: standing?.answer && heard.says === 'withdrawn' ? 'withdrawn' : answer,
        purposes: [],
        tag: tagged?.ask === ask.id ? tagged : null,
        shown: tagged?.ask === ask.id ? seenInBanner(tagged) : person?.shown.has(ask.id) ? noticesOf(ask) : [],
      }),
    ],
  };
}

function spokenYes(line: Line): Decision {
  const { state, directory, chat, heard, match, ask } = line;
  if (match.who === 'nobody') return waitOrAsk(line);
  if (match.who === 'several') return doubt(line, match.reason, 'consented', false);
  const person = personOf(state, match.participant);
  if (!person) return NOTHING;
  const standing = standingOf(state, person);
  const form = heard.written === undefined ? 'explicit' : 'written';
  if (saidAlready(standing, form)) return NOTHING;
  if (chat.replayed || beforeTheirNo(state, match.participant, chat))
    return doubt(line, 'replayed', 'consented', false);
  if (chat.line.edited) return doubt(line, 'edited-to-yes', 'consented', false);
  if (heard.tag.kind === 'malformed' || !heard.sure) return doubt(line, 'perhaps-yes', 'consented', false);
  const shownAt = state.people.get(match.participant)?.shown.get(ask.id);
  if (shownAt === undefined || chat.at < shownAt) return doubt(line, 'perhaps-yes', 'consented', false);
  if (chat.at - shownAt < READING_MS && olderShown(state, person, ask))
    return doubt(line, 'perhaps-yes', 'consented', false);
  if (state.others.size > 0) return doubt(line, 'untagged-of-two-asks', 'consented', false);
  if (heard.written !== undefined && !isName(heard.written, directory.people.get(match.participant)?.name ?? ''))
    return doubt(line, 'perhaps-yes', 'consented', false);
  const purposes = heard.all ? ask.purposes.map((p) => p.purpose) : requiredPurposes(ask);
  const shown = noticesOf(ask);
  const what = { person: 1, answer: 'consented', purposes, tag: null, form, shown } as const;
  return { drafts: [answered(line, match.participant, what)] };
}

/** A yes that is there, or that is only lacking in a form which this one has not either. An implied one is said again in so many words. */
function saidAlready({ state, yeses, tooWeak, answer }: Standing, form: AnswerForm): boolean {
  const before = tooWeak && answer ? [answer] : yeses;
  const among = state === 'given' || tooWeak ? before : before.filter((yes) => yes.channel === 'chat');
  return among.some((yes) => ANSWER_FORMS.indexOf(yes.form) >= ANSWER_FORMS.indexOf(form));
}

/** Was an older ask put before them? Then a yes in the moment of the newer one may have been written for that. */
function olderShown(state: State, person: Person, ask: AskedState): boolean {
  const shown = rowsOf(state, person.participant).flatMap((row) => [...row.shown.keys()]);
  return shown.some((key) => (state.asks.get(key)?.index ?? ask.index) < ask.index);
}

/** A yes from somebody's extension: it binds ask and notice by signature, the platform says who sent it. */
function taggedYes(line: Line, tag: HeardAnswer): Decision {
  const { state, chat, heard, match } = line;
  const asked = state.asks.get(tag.ask as AskedState['id']);
  if (!asked) return NOTHING;
  if (match.who === 'nobody') return waitOrAsk(line);
  if (match.who === 'several') return doubt(line, match.reason, 'consented', false);
  const bound = state.keys.get(tag.key);
  const who = rootOf(state, match.participant);
  if (!tag.valid) return doubt(line, 'bad-signature', 'consented', false);
  if (tag.shown === null) return doubt(line, 'words-differ-from-tag', 'consented', false);
  if (bound && rootOf(state, bound.participant) !== who) return doubt(line, 'other-key', 'consented', false);
  if (!bound && otherKeyOf(state, who)) return doubt(line, 'other-key', 'consented', false);
  if (bound && tag.counter <= bound.counter)
    return chat.replayed ? NOTHING : doubt(line, 'replayed', 'consented', false);
  if (chat.replayed || beforeTheirNo(state, who, chat)) return doubt(line, 'replayed', 'consented', false);
  if (maybeNamesakes(state, line.directory, match.participant)) return doubt(line, 'replayed', 'consented', false);
  if (chat.line.edited) return doubt(line, 'edited-to-yes', 'consented', false);
  if (heard.says !== 'consented') return doubt(line, 'words-differ-from-tag', 'consented', false);
  const offered = new Set(asked.purposes.map((p) => p.purpose));
  const lacking = requiredPurposes(asked).some((purpose) => !tag.purposes.includes(purpose));
  if (tag.purposes.some((purpose) => !offered.has(purpose)) || lacking || tag.media !== asked.media) {
    return doubt(line, 'words-differ-from-tag', 'consented', false);
  }
  const drafts = seen({ ...line, ask: asked }, match.participant);
  const person = state.people.get(match.participant);
  if (person && tag.people > person.people) {
    const entry: Entry = {
      kind: 'people-counted',
      participant: match.participant,
      people: tag.people,
      by: 'participant',
    };
    drafts.push({ entry, subject: null, disclosures: {} });
  }
  drafts.push(
    answered({ ...line, ask: asked }, match.participant, {
      person: tag.person,
      answer: 'consented',
      purposes: tag.purposes,
      tag,
      form: 'written',
      shown: seenInBanner(tag),
    }),
  );
  return { drafts };
}

function seenInBanner({ shown }: HeardAnswer): NoticeRef[] {
  return shown ? [shown] : [];
}

/** A signature over the notice's hash says that their extension showed it, where no message of ours is known to have reached them. */
function seen({ state, ask }: Line, participant: ParticipantKey): Draft[] {
  const known = rowsOf(state, rootOf(state, participant)).some((row) => row.shown.has(ask.id));
  const entry: Entry = { kind: 'seen', ask: ask.id, participant, channel: 'banner' };
  return known ? [] : [{ entry, subject: null, disclosures: {} }];
}

/** Signed by a key that is this person's, or nobody's yet, with a count that was not used before: otherwise it is a copy. */
function isOwnKey(state: State, participant: ParticipantKey, tag: HeardAnswer): boolean {
  const who = rootOf(state, participant);
  const bound = state.keys.get(tag.key);
  return bound ? rootOf(state, bound.participant) === who && tag.counter > bound.counter : !otherKeyOf(state, who);
}

/** A line that is brought (again) after a no, and was said before it. */
function beforeTheirNo(state: State, participant: ParticipantKey, chat: Chat): boolean {
  return rowsOf(state, rootOf(state, participant)).some((row) => row.noAt !== null && chat.at <= row.noAt);
}

function otherKeyOf(state: State, root: ParticipantKey): boolean {
  return [...state.keys.values()].some((bound) => rootOf(state, bound.participant) === root);
}

/** A sender not yet in the roster is pending, not dropped; after PENDING_MS the host is asked who it was. */
function waitOrAsk(line: Line): Decision {
  return line.chat.replayed
    ? doubt(line, 'replayed', 'consented', false)
    : { ...doubt(line, 'unknown-sender', 'consented', false), later: true };
}

/** The message that a live yes rests on was changed into something else: the host is asked, and capture waits. */
function editedAway(state: State, directory: Directory, chat: Chat, fresh: Fresh, ask: AskedState): Decision {
  const participant = chat.line.id === null ? undefined : directory.evidence.get(chat.line.id);
  const person = participant && personOf(state, participant);
  if (!person || standingOf(state, person).yeses.length === 0) return NOTHING;
  return doubt(
    { state, directory, chat, fresh, ask, match: { who: 'one', participant } },
    'edited-away',
    'withdrawn',
    true,
  );
}

function personOf(state: State, participant: ParticipantKey): Person | undefined {
  return state.people.get(rootOf(state, participant));
}

function answered(
  { state, chat, ask }: Line,
  participant: ParticipantKey,
  what: {
    person: number;
    answer: AnswerKind;
    purposes: readonly Purpose[];
    tag: HeardAnswer | null;
    /** Of a yes. */
    form?: AnswerForm;
    shown: readonly NoticeRef[];
  },
): Draft {
  const { tag } = what;
  return {
    entry: {
      kind: 'answered',
      ask: ask.id,
      notice: ask.notice.hash,
      participant,
      person: what.person,
      answer: what.answer,
      purposes: [...what.purposes],
      media: ask.media,
      grade: tag ? 'signed' : 'chat',
      channel: tag ? 'banner' : 'chat',
      by: 'participant',
      signed: tag ? { key: tag.key, sig: tag.sig, counter: tag.counter } : null,
      ...(what.form && boundTo(state.requirement?.fingerprint ?? null, what.form)),
      ...(what.shown.length > 0 && { shown: [...what.shown] }),
    },
    subject: participant,
    disclosures: quoted(chat.line),
  };
}

function doubt(
  { state, fresh, match, chat, ask }: Omit<Line, 'heard'>,
  reason: DoubtReason,
  reads: AnswerKind,
  closes: boolean,
): Decision {
  const participant = match.who === 'one' ? match.participant : null;
  if (participant && !closes && alreadyAsked(state, participant, reason)) return NOTHING;
  const subject = participant ?? [...state.people.values()].find((person) => person.self)?.participant ?? null;
  if (!subject) return NOTHING;
  return {
    drafts: [
      {
        entry: { kind: 'doubted', doubt: fresh.doubt(), ask: ask.id, participant, reason, reads, closes },
        subject,
        disclosures: { ...quoted(chat.line), sender: (chat.line.sender.name ?? '').slice(0, 200).toWellFormed() },
      },
    ],
  };
}

/** One open question a person and reason is enough: a chatty "yes please" does not fill the host's list. */
function alreadyAsked(state: State, participant: ParticipantKey, reason: DoubtReason): boolean {
  return [...state.doubts.values()].some((open) => open.participant === participant && open.reason === reason);
}
