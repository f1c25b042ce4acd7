import { placeStated } from '../consent/decide-person.ts';
import type { Directory } from '../consent/directory.ts';
import type { Person, State } from '../consent/state.ts';
import type { Draft, Logged } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';
import { accountOf } from '../platforms/lasting.ts';

/** What became known in a meeting about remembering somebody for the next one. */
export type Wish =
  | { readonly wish: 'remember'; readonly account: string; readonly places: readonly string[] }
  | { readonly wish: 'forget'; readonly account: string };

/** What people said of being remembered, in these entries. Who has no account on this site cannot be known again: nothing is kept of them. */
export function wishesIn(entries: readonly Logged[], state: State, directory: Directory): Wish[] {
  return entries.flatMap(({ entry }): Wish[] => {
    if (entry.kind !== 'place-stated' || entry.by !== 'participant' || entry.remember === undefined) return [];
    const account = accountIn(state, directory, entry.participant);
    if (account === null) return [];
    const keeps = entry.remember && entry.known === 'declared' && entry.places.length > 0;
    return [keeps ? { wish: 'remember', account, places: entry.places } : { wish: 'forget', account }];
  });
}

/** Who is here, has said nothing of where they are, and might be known from an earlier meeting. */
export function maybeMet(state: State, directory: Directory): { participant: ParticipantKey; account: string }[] {
  return [...state.people.values()].flatMap((person) => {
    const account = person.present ? metAs(person, state, directory) : null;
    return account === null ? [] : [{ participant: person.participant, account }];
  });
}

/** They are where they said in an earlier meeting, unless they have said anything in this one. */
export function metDrafts(
  state: State,
  directory: Directory,
  participant: ParticipantKey,
  places: readonly string[],
): readonly Draft[] {
  const person = state.people.get(participant);
  if (!person || places.length === 0 || metAs(person, state, directory) === null) return [];
  const said = { participant, residence: null, known: 'met-before', by: 'participant' } as const;
  return placeStated(state, { ...said, places: [...places] }).drafts;
}

function metAs({ participant, self, placed }: Person, state: State, directory: Directory): string | null {
  if (self || placed.participant !== null) return null;
  const account = accountIn(state, directory, participant);
  const saidHere = [...state.people.values()].some(
    ({ placed: { participant: said }, participant: other }) =>
      said?.known === 'declared' && accountIn(state, directory, other) === account,
  );
  return saidHere ? null : account;
}

/** The site's id of somebody's account; null of the host and of whoever cannot be known again. */
export function accountIn({ opened, people }: State, directory: Directory, participant: ParticipantKey): string | null {
  if (opened === null || people.get(participant)?.stable !== true || people.get(participant)?.self) return null;
  return accountOf(opened.platform, directory.people.get(participant)?.site ?? null);
}
