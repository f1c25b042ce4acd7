import { askedDraft } from '../consent/decide.ts';
import { boundTo, requirementEntry } from '../consent/requirement.ts';
import type { AskedState, State } from '../consent/state.ts';
import { type Ask, type AskTerms, termsProblem } from '../model/ask.ts';
import type { Draft, EntryOf } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import type { ParticipantKey } from '../model/id.ts';

/** The host's own signature under the ask: whoever asks to record has agreed to be recorded. */
export interface OwnYes {
  readonly key: string;
  readonly sig: string;
  readonly counter: number;
}

/**
 * The entries of one ask: the host is a participant too, so their own yes stands beside the ask from the start.
 * Throws Failure('bad-terms') when the terms cannot be asked.
 */
export function askDrafts(ask: Ask, words: string, host: ParticipantKey, yes: OwnYes, state: State): Draft[] {
  if (termsProblem(ask)) throw new Failure('bad-terms', termsProblem(ask) ?? '');
  // The ask itself may ask for more (training, a picture): what it is under is the requirement that it brings.
  const asked: AskedState = { ...ask, index: state.size, at: 0 };
  const requirement = requirementEntry({ ...state, ask: asked })?.fingerprint ?? null;
  const answered: Draft = {
    entry: {
      kind: 'answered',
      ask: ask.id,
      notice: ask.notice.hash,
      participant: host,
      person: 1,
      answer: 'consented',
      purposes: ask.purposes.map((p) => p.purpose),
      media: ask.media,
      grade: 'signed',
      channel: 'panel',
      by: 'participant',
      signed: { ...yes },
      ...boundTo(requirement, 'written'),
      shown: [ask.notice],
    },
    subject: null,
    disclosures: {},
  };
  return [askedDraft(ask, words, host), answered];
}

/** What the host asked for last in this meeting, to ask again. */
export function lastTerms(state: State): AskTerms | null {
  if (!state.ask) return null;
  const { purposes, media, keepDays, proofDays } = state.ask;
  return { purposes, media, keepDays, proofDays };
}

/** First entries of a log: where and under which rules, and the host, who is in it before anybody is read off the page. */
export function openingDrafts(
  how: {
    readonly platform: string;
    readonly software: string;
    readonly policy: string;
    readonly lagMs: number;
    readonly continues?: NonNullable<EntryOf<'meeting-opened'>['continues']>;
  },
  siteMeeting: string,
  host: ParticipantKey,
): Draft[] {
  return [
    {
      entry: { kind: 'meeting-opened', ...how },
      subject: host,
      disclosures: { meeting: siteMeeting.slice(0, 300).toWellFormed() },
    },
    {
      entry: { kind: 'participant-joined', participant: host, self: true, stable: true },
      subject: host,
      disclosures: { name: '' },
    },
  ];
}

export function hostOf(state: State): ParticipantKey {
  const host = [...state.people.values()].find((person) => person.self);
  if (!host) throw new Failure('damaged', 'a log without its host');
  return host.participant;
}
