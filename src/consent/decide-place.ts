import type { Observation } from '../model/observation.ts';
import { type Decision, NOTHING } from './decide.ts';
import { placeStated } from './decide-person.ts';
import type { Directory } from './directory.ts';
import { matchSender } from './match.ts';
import { maybeNamesakes } from './name-only.ts';
import type { SaidPlace } from './place-words.ts';
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
  { places, remember, lives }: SaidPlace,
): Decision {
  if (replayed || line.edited) return NOTHING;
  const match = line.sender.self ? hostIn(state) : matchSender(state, directory, line.sender);
  if (match?.who !== 'one') return NOTHING;
  const { participant } = match;
  if (maybeNamesakes(state, directory, participant)) return NOTHING;
  const person = state.people.get(participant);
  const before = person?.placed.participant ?? null;
  const said = { participant, by: 'participant' } as const;
  // The host's own place is in the host's settings.
  const leave = remember !== null && !person?.self && { remember };
  const { drafts } = lives
    ? // Where they live says nothing of where they are: that stays as it was said, and as it may be remembered.
      placeStated(state, {
        ...said,
        places: [...(before?.places ?? [])],
        known: before?.known ?? 'declared',
        residence: places[0] ?? null,
        ...(before?.remember !== undefined && { remember: before.remember }),
      })
    : placeStated(state, {
        ...said,
        places: [...places],
        known: 'declared',
        residence: before?.residence ?? null,
        ...leave,
      });
  return { drafts: drafts.map((draft) => ({ ...draft, subject: participant, disclosures: quoted(line) })) };
}

function hostIn(state: State) {
  const host = [...state.people.values()].find(({ self }) => self);
  return host && ({ who: 'one', participant: host.participant } as const);
}
