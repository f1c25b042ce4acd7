import type { ChatSender } from '../model/chat.ts';
import type { ParticipantKey } from '../model/id.ts';
import { nameSkeleton } from './confusable.ts';
import type { Directory } from './directory.ts';
import type { State } from './state.ts';

/** Whom a chat line can belong to. */
export type Match =
  | { readonly who: 'one'; readonly participant: ParticipantKey }
  | {
      readonly who: 'several';
      readonly reason: 'doubled-name' | 'confusable-name';
      readonly candidates: readonly ParticipantKey[];
    }
  | { readonly who: 'nobody' };

/**
 * With a site id the sender is whoever has that id. Without one, the name decides, and only when nobody else in the meeting has the
 * same or a confusable name: sites accept a second "Bob", "bob" or "Воb" with a Cyrillic letter.
 */
export function matchSender(state: State, directory: Directory, sender: ChatSender): Match {
  const present = [...state.people.values()].filter((person) => person.present && !person.self);
  if (sender.id !== null) {
    const same = present.find((person) => directory.people.get(person.participant)?.site === sender.id);
    if (same) return { who: 'one', participant: same.participant };
    const someHaveIds = present.some((person) => directory.people.get(person.participant)?.site);
    if (someHaveIds) return { who: 'nobody' };
  }
  if (sender.name === null) return { who: 'nobody' };
  const skeleton = nameSkeleton(sender.name);
  const alike = [...state.people.values()].filter(
    (person) => person.present && nameSkeleton(directory.people.get(person.participant)?.name ?? '') === skeleton,
  );
  const [only] = alike;
  if (!only) return { who: 'nobody' };
  if (alike.length === 1) return only.self ? { who: 'nobody' } : { who: 'one', participant: only.participant };
  const names = new Set(alike.map((person) => directory.people.get(person.participant)?.name));
  return {
    who: 'several',
    reason: names.size === 1 ? 'doubled-name' : 'confusable-name',
    candidates: alike.filter((person) => !person.self).map((person) => person.participant),
  };
}
