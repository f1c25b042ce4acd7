import type { Observation } from '../model/observation.ts';
import { type Decision, NOTHING } from './decide.ts';
import type { Heard } from './heard.ts';
import type { Match } from './match.ts';
import { quoted } from './quoted.ts';
import type { State } from './state.ts';

type Chat = Extract<Observation, { what: 'chat' }>;

/**
 * Anybody in the meeting may ask for a pause, and it is one at once: a pause too many costs a click of the host, one too few is a
 * sensitive moment on a recording. So it counts in whatever language and from whomever it comes; only the host's click resumes.
 */
export function pauseAsked(state: State, chat: Chat, match: Match): Decision {
  if (chat.replayed || state.order !== 'none') return NOTHING;
  const participant = match.who === 'one' ? match.participant : null;
  const host = hostOf(state);
  const subject = participant ?? host;
  const sender = participant ? {} : { sender: (chat.line.sender.name ?? '').slice(0, 200).toWellFormed() };
  return {
    drafts: [
      {
        entry: { kind: 'paused', cause: 'chat', participant },
        subject,
        disclosures: subject ? { ...quoted(chat.line), ...sender } : {},
      },
    ],
  };
}

/** The host types it themselves. */
export function pauseOrdered(state: State, chat: Chat): Decision {
  const host = hostOf(state);
  return {
    drafts: [
      {
        entry: { kind: 'paused', cause: 'chat', participant: host },
        subject: host,
        disclosures: host ? quoted(chat.line) : {},
      },
    ],
  };
}

/**
 * A number of a card or an account stands in the chat: recording pauses, whatever else the line says, and of the number nothing is
 * written down but its kind. It waits for nobody to be matched.
 */
export function pauseAtNumber(state: State, chat: Chat, heard: Heard, said: Decision): Decision {
  const { number } = heard;
  if (!number || !state.ask || state.order !== 'none' || chat.replayed || heard.tag.kind === 'ours') return said;
  const others = said.drafts.filter(({ entry }) => entry.kind !== 'paused');
  return { drafts: [{ entry: { kind: 'paused', cause: number }, subject: null, disclosures: {} }, ...others] };
}

function hostOf({ people }: State) {
  return [...people.values()].find((person) => person.self)?.participant ?? null;
}
