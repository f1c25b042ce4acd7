import type { Ask } from '../model/ask.ts';
import type { Draft, Entry } from '../model/entry.ts';
import type { DoubtId, ParticipantKey } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { decideChat } from './decide-chat.ts';
import { decideList, isListOrder } from './decide-list.ts';
import { decideOrder } from './decide-order.ts';
import { pauseAtNumber } from './decide-pause.ts';
import { decideSaidPlace } from './decide-place.ts';
import { decideRoster } from './decide-roster.ts';
import type { Directory } from './directory.ts';
import type { Heard } from './heard.ts';
import type { State } from './state.ts';

/** What decide needs from outside, so that it stays pure. */
export interface Fresh {
  participant(): ParticipantKey;
  doubt(): DoubtId;
}

/**
 * Judges one observation: entries to append, possibly none. `later`: the sender is not in the roster yet; keep the observation and
 * bring it again when the roster has changed.
 */
export type Decision = { readonly drafts: readonly Draft[]; readonly later?: true };

export const NOTHING: Decision = { drafts: [] };

/** Pure: same state, directory and observation give the same entries. */
export function decide(
  state: State,
  directory: Directory,
  observation: Observation,
  heard: Heard,
  fresh: Fresh,
): Decision {
  switch (observation.what) {
    case 'roster':
      return decideRoster(state, directory, observation.roster, fresh);
    case 'chat':
      return pauseAtNumber(
        state,
        observation,
        heard,
        heard.says === 'nothing' && heard.place && !observation.line.edited
          ? decideSaidPlace(state, directory, observation, heard.place)
          : decideChat(state, directory, observation, heard, fresh),
      );
    case 'post': {
      const post = state.posts.get(observation.post);
      // A message that is seen in the chat after all, or was pasted by hand, was sent.
      const known = post && (post.outcome === null || (post.outcome !== 'echoed' && observation.outcome === 'echoed'));
      return known ? plain({ kind: 'post-seen', post: observation.post, outcome: observation.outcome }) : NOTHING;
    }
    case 'place':
      return decidePlace(state, observation.place);
    case 'watch':
      if (observation.watching === state.watching || !state.inCall) return NOTHING;
      return plain({ kind: observation.watching ? 'watch-regained' : 'watch-lost' });
    case 'mute':
    case 'screen':
      return NOTHING;
    case 'order':
      return isListOrder(observation.order)
        ? decideList(state, directory, observation.order, fresh)
        : decideOrder(state, observation.order);
    case 'capture':
      return decideCapture(state, observation.report);
    default:
      return observation satisfies never;
  }
}

function decidePlace(state: State, place: Extract<Observation, { what: 'place' }>['place']): Decision {
  if (place === 'call') return state.inCall ? NOTHING : plain({ kind: 'meeting-returned' });
  return state.inCall ? plain({ kind: 'meeting-left', how: place === 'elsewhere' ? 'navigated' : 'left' }) : NOTHING;
}

function decideCapture(state: State, report: Extract<Observation, { what: 'capture' }>['report']): Decision {
  switch (report.capture) {
    case 'armed':
      return state.armed && !state.failed ? NOTHING : plain({ kind: 'capture-armed' });
    case 'disarmed':
      return state.armed ? plain({ kind: 'capture-disarmed', why: report.why }) : NOTHING;
    case 'failing': {
      const { segment } = state;
      if (segment?.epoch !== report.epoch || state.failed) return NOTHING;
      return plain({ kind: 'capture-failed', epoch: segment.epoch, cause: report.cause });
    }
    case 'started': {
      const { segment } = state;
      if (segment?.epoch !== report.epoch || segment.startedAt !== null) return NOTHING;
      return plain({
        kind: 'segment-started',
        epoch: segment.epoch,
        mime: report.mime,
        microphone: report.microphone,
        cipher: 'A256GCM',
      });
    }
    case 'sealed': {
      const { segment } = state;
      if (segment?.epoch !== report.epoch) return NOTHING;
      const { cause, chunks, bytes, ms, dropped, lastHash } = report;
      return plain({ kind: 'segment-sealed', epoch: segment.epoch, cause, chunks, bytes, ms, dropped, lastHash });
    }
    default:
      return report satisfies never;
  }
}

/** Drafts without personal data. */
export function plain(...entries: Entry[]): Decision {
  return { drafts: entries.map((entry) => ({ entry, subject: null, disclosures: {} })) };
}

/** A host's ask becomes one entry; the notice's words lie beside it under the host's own key. */
export function askedDraft(ask: Ask, words: string, host: ParticipantKey): Draft {
  return {
    entry: {
      kind: 'asked',
      ask: ask.id,
      notice: ask.notice,
      ...(ask.also && { also: ask.also }),
      purposes: [...ask.purposes],
      media: ask.media,
      keepDays: ask.keepDays,
      proofDays: ask.proofDays,
      by: 'host',
    },
    subject: host,
    disclosures: { text: words },
  };
}
