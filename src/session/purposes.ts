import { fold } from '../consent/fold.ts';
import { rootOf, type State } from '../consent/state.ts';
import { PURPOSES, type Purpose } from '../model/ask.ts';
import type { EntryOf, Logged } from '../model/entry.ts';
import type { AskId, EpochId, ParticipantKey } from '../model/id.ts';
import type { PurposeLeave } from '../model/record.ts';

/**
 * For which purposes these epochs may be opened: those to which everybody who was in all of them agreed. A yes that was given later to the same ask
 * with fewer purposes narrows what was recorded before it as well; one with more widens nothing that is recorded already. Who was there
 * without a yes of their own, where the law asked for none, was told of what the ask needed, and of nothing optional. state: of these entries.
 */
export function purposesOf(
  entries: readonly Logged[],
  epochs: readonly EpochId[],
  state: State = fold(entries),
): PurposeLeave[] {
  const root = (participant: ParticipantKey) => rootOf(state, participant);
  const wanted = new Set(epochs);
  const opened = new Map<EpochId, EntryOf<'gate-opened'>>();
  const asks = new Map<AskId, EntryOf<'asked'>>();
  for (const { entry } of entries) {
    if (entry.kind === 'gate-opened' && wanted.has(entry.epoch)) opened.set(entry.epoch, entry);
    if (entry.kind === 'asked') asks.set(entry.ask, entry);
  }
  const known = wanted.size > 0 && opened.size === wanted.size;
  const against = new Map<Purpose, Set<ParticipantKey>>(PURPOSES.map((purpose) => [purpose, new Set()]));
  const asked = new Set<Purpose>(known ? PURPOSES : []);
  const agreed = agreedAt(entries, root);
  for (const { ask, answers, roster } of opened.values()) {
    const said = new Set<ParticipantKey>();
    for (const yes of answers.flatMap((index) => agreed.get(index) ?? [])) {
      said.add(yes.root);
      for (const purpose of PURPOSES) if (!yes.purposes.has(purpose)) against.get(purpose)?.add(yes.root);
    }
    const told = roster.map(root).filter((who) => !said.has(who));
    for (const purpose of PURPOSES) {
      const term = asks.get(ask)?.purposes.find((one) => one.purpose === purpose);
      if (!term) asked.delete(purpose);
      else if (!term.required) for (const who of told) against.get(purpose)?.add(who);
    }
  }
  return PURPOSES.map((purpose) => {
    if (!asked.has(purpose)) return { purpose, refused: 'not-asked', people: [] };
    const people = [...(against.get(purpose) ?? [])];
    return { purpose, refused: people.length > 0 ? 'not-agreed' : null, people };
  });
}

interface Agreed {
  readonly root: ParticipantKey;
  readonly purposes: ReadonlySet<Purpose>;
}

/** By index of a yes: to what its giver agrees, by it and every later one to the same ask. One walk, from the end. */
function agreedAt(entries: readonly Logged[], root: (participant: ParticipantKey) => ParticipantKey) {
  const found = new Map<number, Agreed>();
  const later = new Map<string, ReadonlySet<Purpose>>();
  for (const { index, entry } of entries.toReversed()) {
    if (entry.kind !== 'answered' || entry.answer !== 'consented') continue;
    const who = root(entry.participant);
    const key = `${entry.ask} ${who} ${entry.person}`;
    const fewer = later.get(key);
    const purposes = new Set(entry.purposes.filter((purpose) => fewer?.has(purpose) ?? true));
    later.set(key, purposes);
    found.set(index, { root: who, purposes });
  }
  return found;
}
