import type { Ask, NoticeRef, Purpose } from '../model/ask.ts';
import { requiredPurposes } from '../model/ask.ts';
import type { AnswerPress } from '../model/banner.ts';
import type { ChatLine, ChatSender, SendOutcome } from '../model/chat.ts';
import type { PostId } from '../model/id.ts';
import type { Invitation } from '../model/invitation.ts';
import type { Roster } from '../model/roster.ts';
import { covers } from '../policy/floor.ts';
import { nameSkeleton } from './confusable.ts';
import { READING_MS } from './decide-chat.ts';

/**
 * A participant's side: what others asked of us, kept as one row an ask. Pure steps; the words and signatures are made outside.
 */

/**
 * A notice was read in the chat. The same ask posted again (for latecomers, or in a second language) asks nothing new, unless it says that
 * a yes counts no more; from somebody else it is not theirs to post.
 */
export function invited(
  before: Invitation | null,
  seen: {
    readonly meeting: string;
    readonly stay: string;
    readonly at: number;
    readonly line: ChatLine;
    readonly terms: Ask;
    readonly words: string;
    readonly shown: NoticeRef;
    readonly unverified: boolean;
    /** Key of the line, where it says that who answered before is asked anew; null for history, which was heard when it was new. */
    readonly anew: string | null;
  },
): Invitation | null {
  if (seen.line.sender.self) return before;
  if (before) {
    if (!sameSender(before.asker, seen.line.sender)) return before;
    const open = before.mark === 'ended' ? { ...before, mark: 'asked' as const } : before;
    const row = seen.anew === null || seen.anew === before.anew ? open : askedAnew(open, seen.anew);
    const { notice } = seen.terms;
    const second = notice.language !== row.terms.notice.language && !row.terms.also;
    return second ? { ...row, terms: { ...row.terms, also: notice } } : row;
  }
  return {
    meeting: seen.meeting,
    ask: seen.terms.id,
    stay: seen.stay,
    at: seen.at,
    asker: { id: seen.line.sender.id, name: seen.line.sender.name ?? '' },
    terms: seen.terms,
    words: seen.words,
    shown: seen.shown,
    unverified: seen.unverified,
    state: 'requested',
    chosen: [],
    people: 1,
    agreed: 0,
    mark: 'asked',
    askerPresent: true,
    pending: null,
  };
}

/** A yes is asked for again, be it still on its way; a no is a no, and whoever said it can still change it. */
function askedAnew(row: Invitation, anew: string): Invitation {
  const becomes = row.pending?.becomes ?? row.state;
  const yes = becomes === 'agreed' || row.agreed > 0 || (row.pending?.agreed ?? 0) > 0;
  return yes
    ? { ...row, anew, lapsed: true, state: 'requested', chosen: [], agreed: 0, pending: null }
    : { ...row, anew };
}

/** A part of the whole notice, in the asker's own words; nobody else's count. */
export function detailed(
  before: Invitation,
  sender: ChatSender,
  { words, part, of }: { readonly words: string; readonly part: number; readonly of: number },
): Invitation {
  if (!sameSender(before.asker, sender) || of > DETAILS_MAX) return before;
  const known = before.details?.length === of ? before.details : Array<string>(of).fill('');
  return known[part - 1] === words ? before : { ...before, details: known.with(part - 1, words) };
}

/** More posts than that are no notice. */
const DETAILS_MAX = 40;

/** The asker says whether capture runs. Nobody else's word counts. */
export function announced(before: Invitation, sender: ChatSender, says: 'on' | 'off' | 'paused' | 'end'): Invitation {
  // The host may have come back under another site id; while they are away, nobody but somebody of their name is believed.
  const back = says === 'on' && !before.askerPresent && !sender.self && sender.name === before.asker.name;
  if (!back && !sameSender(before.asker, sender)) return before;
  const asker = back ? { id: sender.id, name: sender.name ?? '' } : before.asker;
  const mark = { on: 'recording', off: 'stopped', paused: 'paused', end: 'ended' } as const;
  const ended = says === 'end' && (before.state === 'requested' || before.state === 'later');
  return {
    ...before,
    asker,
    askerPresent: before.askerPresent || back,
    mark: mark[says],
    state: ended ? 'ended' : before.state,
  };
}

/**
 * A newer ask of the same host takes the place of the older ones. A yes that covers it already goes on counting (the host's gate sees
 * it the same way), so it is shown as given and can be withdrawn.
 */
export function takenOver(older: readonly Invitation[], newer: Invitation): Invitation[] {
  const before = older.filter(
    (row) => row.ask !== newer.ask && sameSender(row.asker, newer.asker) && row.at <= newer.at,
  );
  const yes = before.find((row) => {
    const { media, keepDays, proofDays } = row.terms;
    return row.state === 'agreed' && covers({ purposes: row.chosen, media, keepDays, proofDays }, newer.terms);
  });
  const next: Invitation = yes
    ? { ...newer, state: 'agreed', chosen: yes.chosen, people: yes.people, agreed: yes.agreed, mark: yes.mark }
    : newer;
  const rest = older.filter((row) => row.ask !== newer.ask);
  return [
    ...rest.map((row): Invitation => (before.includes(row) ? { ...row, state: 'ended', mark: 'ended' } : row)),
    next,
  ];
}

/**
 * Recording that nobody can announce any more has no host: the mark says stopped. A name in the chat may have more to it than the one in the
 * list, "Ada (Guest)": whoever might be the host is, because to say that nothing is recorded must never be wrong.
 */
export function rosterSeen(before: Invitation, roster: Roster): Invitation {
  if (roster.completeness !== 'complete' || roster.people.length === 0) return before;
  const here = roster.people.some((person) =>
    before.asker.id === null
      ? nameSkeleton(person.name) === nameSkeleton(before.asker.name)
      : person.id === before.asker.id,
  );
  if (here === before.askerPresent) return before;
  const mark = !here && (before.mark === 'recording' || before.mark === 'paused') ? 'stopped' : before.mark;
  return { ...before, askerPresent: here, mark };
}

/** What a press wants posted, or null when it only changes our own screen. */
export interface Reply {
  readonly answer: 'consented' | 'refused' | 'withdrawn';
  readonly purposes: readonly Purpose[];
  readonly person: number;
  readonly people: number;
}

export function pressed(
  before: Invitation,
  press: AnswerPress,
): { readonly next: Invitation; readonly reply: Reply | null } {
  switch (press.press) {
    case 'later':
      return { next: before.state === 'requested' ? { ...before, state: 'later' } : before, reply: null };
    case 'again':
      return { next: before.state === 'posting' ? before : { ...before, state: 'requested' }, reply: null };
    case 'details':
      return { next: before, reply: null };
    case 'decline':
      return { next: before, reply: { answer: 'refused', purposes: [], person: 1, people: before.people } };
    case 'withdraw':
      return { next: before, reply: { answer: 'withdrawn', purposes: [], person: 1, people: before.people } };
    case 'agree': {
      const offered = new Set(before.terms.purposes.filter((p) => !p.required).map((p) => p.purpose));
      const purposes = [...requiredPurposes(before.terms), ...press.purposes.filter((purpose) => offered.has(purpose))];
      const people = Math.max(press.people, before.agreed + 1, 1);
      return {
        next: { ...before, people, chosen: purposes },
        reply: { answer: 'consented', purposes, person: before.agreed + 1, people },
      };
    }
    default:
      return press satisfies never;
  }
}

export function posting(before: Invitation, reply: Reply, post: PostId, text: string): Invitation {
  const agreed = reply.answer === 'consented' ? reply.person : 0;
  const whole = agreed >= reply.people;
  const becomes =
    reply.answer === 'refused'
      ? 'declined'
      : reply.answer === 'withdrawn'
        ? 'withdrawn'
        : whole
          ? 'agreed'
          : 'requested';
  return { ...before, state: 'posting', pending: { post, text, becomes, agreed } };
}

/** A clear answer that this participant wrote in the chat by hand. */
export interface Written {
  readonly says: 'consented' | 'refused' | 'withdrawn';
  /** The yes is meant for the optional purposes too. */
  readonly all: boolean;
  /** ms UTC when it was first seen in the chat. */
  readonly at: number;
  /** We ask here ourselves, so that a yes does not say whom it answers. */
  readonly asking: boolean;
}

/** As the hosts read it (`decideChat`): a yes settles the only ask that it can be about, a no all of them. */
export function wrote(rows: readonly Invitation[], written: Written): Invitation[] {
  const live = rows.filter((row) => row.state !== 'ended' && row.mark !== 'ended' && row.at <= written.at);
  if (written.says !== 'consented') return rows.map((row) => (live.includes(row) ? wroteNo(row) : row));
  const [only] = live;
  if (!only || live.length > 1 || written.asking) return [...rows];
  const newer = rows.some((row) => row !== only && row.at < only.at);
  if (newer && written.at - only.at < READING_MS) return [...rows];
  return rows.map((row) => (row === only ? wroteYes(row, written.all) : row));
}

function wroteNo(row: Invitation): Invitation {
  if (row.state === 'posting' || row.state === 'declined' || row.state === 'withdrawn') return row;
  return { ...row, state: row.agreed > 0 ? 'withdrawn' : 'declined', agreed: 0, pending: null };
}

function wroteYes(row: Invitation, all: boolean): Invitation {
  if (row.state === 'posting' || row.state === 'agreed') return row;
  const agreed = Math.max(row.agreed, 1);
  const chosen = all ? row.terms.purposes.map((one) => one.purpose) : requiredPurposes(row.terms);
  return { ...row, state: agreed >= row.people ? 'agreed' : 'requested', agreed, chosen, pending: null };
}

export function posted(before: Invitation, post: PostId, outcome: SendOutcome): Invitation {
  const { pending } = before;
  if (pending?.post !== post) return before;
  if (outcome !== 'echoed') return { ...before, state: 'not-sent' };
  return { ...before, state: pending.becomes, agreed: pending.agreed, pending: null };
}

function sameSender(
  asker: { readonly id: string | null; readonly name: string },
  sender: { readonly id: string | null; readonly name: string | null },
): boolean {
  return asker.id === null ? sender.id === null && asker.name === sender.name : asker.id === sender.id;
}
