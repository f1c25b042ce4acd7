import type { Observation } from '../model/observation.ts';
import { type Decision, NOTHING } from './decide.ts';
import { placeStated } from './decide-person.ts';
import type { Directory } from './directory.ts';
import type { Heard } from './heard.ts';
import { matchSender } from './match.ts';
import { quoted } from './quoted.ts';
import type { State } from './state.ts';

/**
 * Somebody wrote where they are. It is their own word and may lower the rule, so it must be new, unchanged, and from exactly one person:
 * a line from the page's history may be of another day, and an edited one may have been another's.
 */
export function decideSaidPlace(
  state: State,
  directory: Directory,
  { line, replayed }: Extract<Observation, { what: 'chat' }>,
  places: NonNullable<Heard['places']>,
): Decision {
  if (replayed || line.edited) return NOTHING;
  const match = line.sender.self ? hostIn(state) : matchSender(state, directory, line.sender);
  if (match?.who !== 'one') return NOTHING;
  const { participant } = match;
  const residence = state.people.get(participant)?.placed.participant?.residence ?? null;
  const said = { participant, residence, known: 'declared', by: 'participant' } as const;
  const { drafts } = placeStated(state, { ...said, places: [...places] });
  return { drafts: drafts.map((draft) => ({ ...draft, subject: participant, disclosures: quoted(line) })) };
}

function hostIn(state: State) {
  const host = [...state.people.values()].find(({ self }) => self);
  return host && ({ who: 'one', participant: host.participant } as const);
}
