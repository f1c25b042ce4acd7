import { standingOf } from '../consent/standing.ts';
import { rootOf, type State } from '../consent/state.ts';
import type { Draft, EntryOf } from '../model/entry.ts';
import type { ParticipantKey } from '../model/id.ts';

/**
 * Somebody takes their yes back by word of mouth or letter, also long after the meeting: by the host's word, and to the newest ask. Where nothing
 * was asked, or their no stands already, there is nothing to take back. Whoever reads it judges anew what may be recorded and opened.
 */
export function withdrawnDrafts(state: State, participant: ParticipantKey): readonly Draft[] {
  const person = state.people.get(rootOf(state, participant));
  const { ask } = state;
  if (!person || person.self || !ask) return [];
  const standing = standingOf(state, person);
  if (standing.state === 'refused' || standing.state === 'withdrawn') return [];
  const entry: EntryOf<'answered'> = {
    kind: 'answered',
    ask: ask.id,
    notice: ask.notice.hash,
    participant: person.participant,
    person: 1,
    answer: standing.answer ? 'withdrawn' : 'refused',
    purposes: [],
    media: ask.media,
    grade: 'attested',
    channel: 'aloud',
    by: 'host',
    signed: null,
  };
  return [{ entry, subject: null, disclosures: {} }];
}
