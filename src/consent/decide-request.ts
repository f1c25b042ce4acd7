import type { AskId } from '../model/id.ts';
import type { Observation } from '../model/observation.ts';
import { type Decision, NOTHING } from './decide.ts';
import type { Directory } from './directory.ts';
import type { HeardRequest } from './heard.ts';
import { matchSender } from './match.ts';
import { quoted } from './quoted.ts';
import { rootOf, type State } from './state.ts';

/**
 * Somebody asks in the chat for a copy of what is held of them, or for erasure. Who it is says the platform's sender, as of an answer; a line that
 * several could have written, or nobody whom the log knows, is nobody's. One that is open is not noted twice. It stands in history as well: the
 * host may have been away when it was written.
 */
export function decideRequest(
  state: State,
  directory: Directory,
  { line }: Extract<Observation, { what: 'chat' }>,
  { ask, what }: HeardRequest,
): Decision {
  // To an ask of another host: theirs to answer.
  if (!state.asks.has(ask as AskId) || line.sender.self || line.edited) return NOTHING;
  const match = matchSender(state, directory, line.sender);
  if (match.who === 'nobody') return { ...NOTHING, later: true };
  if (match.who === 'several') return NOTHING;
  const { participant } = match;
  const root = rootOf(state, participant);
  for (const open of state.requests.values())
    if (!open.ended && open.what === what && rootOf(state, open.participant) === root) return NOTHING;
  return {
    drafts: [
      {
        entry: { kind: 'request-received', participant, what, way: 'chat' },
        subject: participant,
        disclosures: quoted(line),
      },
    ],
  };
}
