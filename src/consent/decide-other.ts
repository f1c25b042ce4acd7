import type { Draft } from '../model/entry.ts';
import type { AskId } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { type Decision, NOTHING, plain } from './decide.ts';
import type { Directory } from './directory.ts';
import type { Heard, HeardOther } from './heard.ts';
import { matchSender } from './match.ts';
import type { State } from './state.ts';

type Chat = Extract<Observation, { what: 'chat' }>;

/**
 * Another host's notice or status. It is nobody's answer to us; but while their ask is live, an untagged yes does not say which of the two
 * it answers.
 */
export function decideOther(state: State, directory: Directory, chat: Chat, tag: HeardOther): Decision {
  const ask = tag.ask as AskId;
  if (state.asks.has(ask)) return NOTHING;
  const match = matchSender(state, directory, chat.line.sender);
  const sender = match.who === 'one' ? match.participant : null;
  const live = state.others.get(ask);
  if (tag.says === 'ends') {
    return live && live.participant === sender ? plain({ kind: 'other-ended', ask }) : NOTHING;
  }
  // Of an old notice in the chat's history nobody knows whether it still stands, unless its host is here.
  if (live || tag.says !== 'asks' || (chat.replayed && match.who !== 'one')) return NOTHING;
  const asked: Draft = {
    entry: { kind: 'other-asked', ask, participant: sender },
    subject: null,
    disclosures: {},
  };
  return { drafts: [asked] };
}

/** A whole answer, words and signed tag alike, to the ask of another host who is asking now: theirs to count, not ours. */
export function answersOther(state: State, heard: Heard): boolean {
  const { tag } = heard;
  if (tag.kind !== 'answer' || !tag.valid || !heard.sure || heard.says !== tag.answer) return false;
  return !state.asks.has(tag.ask as AskId) && state.others.has(tag.ask as AskId);
}
