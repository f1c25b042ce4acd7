import { placeStated } from '../consent/decide-person.ts';
import type { Person, State } from '../consent/state.ts';
import type { Draft, Logged } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';

/** The site's id of somebody's account, the same in every meeting; null of whoever cannot be known again. */
export type Accounts = (participant: ParticipantKey) => string | null;

/** What became known in a meeting about remembering somebody for the next one. */
export type Wish =
  | { readonly wish: 'remember'; readonly account: string; readonly places: readonly string[] }
  | { readonly wish: 'forget'; readonly account: string };

/** What people said of being remembered, in these entries. Of whom the site shows no account, nothing is kept. */
export function wishesIn(entries: readonly Logged['entry'][], accountOf: Accounts): Wish[] {
  return entries.flatMap((entry): Wish[] => {
    if (entry.kind !== 'place-stated' || entry.by !== 'participant' || entry.remember === undefined) return [];
    const account = accountOf(entry.participant);
    if (account === null) return [];
    const keeps = entry.remember && entry.known === 'declared' && entry.places.length > 0;
    return [keeps ? { wish: 'remember', account, places: entry.places } : { wish: 'forget', account }];
  });
}

/** Who is here, has said nothing of where they are, and might be known from an earlier meeting. */
export function maybeMet(state: State, accountOf: Accounts): { participant: ParticipantKey; account: string }[] {
  return [...state.people.values()].flatMap((person) => {
    const account = person.present ? metAs(person, state, accountOf) : null;
    return account === null ? [] : [{ participant: person.participant, account }];
  });
}

/** They are where they said in an earlier meeting, unless they have said anything in this one. */
export function metDrafts(
  state: State,
  accountOf: Accounts,
  participant: ParticipantKey,
  places: readonly string[],
): readonly Draft[] {
  const person = state.people.get(participant);
  if (!person || places.length === 0 || metAs(person, state, accountOf) === null) return [];
  const said = { participant, residence: null, known: 'met-before', by: 'participant' } as const;
  return placeStated(state, { ...said, places: [...places] }).drafts;
}

/** Also what they said on another device, or before they left: it is newer than what is remembered. */
function metAs({ participant, self, placed }: Person, state: State, accountOf: Accounts): string | null {
  const account = accountOf(participant);
  if (self || placed.participant !== null || account === null) return null;
  const saidHere = [...state.people.values()].some(
    (other) => other.placed.participant?.known === 'declared' && accountOf(other.participant) === account,
  );
  return saidHere ? null : account;
}
