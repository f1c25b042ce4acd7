import type { DisclosedField, Entry } from '../model/entry.ts';

/**
 * What of a log may stand in one person's receipt, entry by entry: whoever writes one and whoever checks one ask this. FORMAT.md section 14 says
 * which of these do stand there.
 */

/** Whether an entry tells nothing of anybody else. ids: the participants that are this person. */
export function isTheirs(entry: Entry, ids: ReadonlySet<string>): boolean {
  switch (entry.kind) {
    // Of nobody in particular, and said to all.
    case 'meeting-opened':
    case 'asked':
    case 'meeting-described':
    case 'segment-started':
    case 'segment-sealed':
    case 'retention-shortened':
      return true;
    case 'deleted':
      return entry.participant === undefined || ids.has(entry.participant);
    case 'requirement-set':
      return entry.guardiansOf.every((one) => ids.has(one));
    case 'participant-joined':
    case 'participant-left':
    case 'participant-renamed':
    case 'name-corrected':
    case 'request-received':
    case 'recipient-told':
    case 'people-counted':
    case 'place-stated':
    case 'person-described':
    case 'seen':
    case 'answered':
    case 'guardian-answered':
      return ids.has(entry.participant);
    case 'participant-matched':
      return ids.has(entry.participant) && ids.has(entry.as);
    case 'doubted':
    case 'settled':
      return entry.participant === null || ids.has(entry.participant);
    case 'exported':
      return entry.participant !== undefined && ids.has(entry.participant);
    // Of several people, of the host's doings, or of what the page showed of everybody. A new kind has to be put somewhere here.
    case 'meeting-left':
    case 'meeting-returned':
    case 'roster-read':
    case 'roster-confirmed':
    case 'announced':
    case 'announcement-missed':
    case 'watch-lost':
    case 'watch-regained':
    case 'post-ordered':
    case 'details-wanted':
    case 'post-seen':
    case 'other-asked':
    case 'other-ended':
    case 'paused':
    case 'resumed':
    case 'stopped':
    case 'went-on-without':
    case 'gate-opened':
    case 'gate-closed':
    case 'hold-set':
    case 'hold-lifted':
    case 'capture-armed':
    case 'capture-disarmed':
    case 'capture-failed':
    case 'accessed':
    // They name another entry, and not whose it is.
    case 'request-answered':
    case 'request-refused':
    case 'request-extended':
    case 'reviewed':
    case 'cut':
    case 'copy-made':
    case 'copy-deleted':
      return false;
    default:
      return entry satisfies never;
  }
}

/** The disclosures that go with such an entry. settledAsTheirs: of a doubt, that the host said the words were theirs. */
export function fieldsOf(entry: Entry, settledAsTheirs: boolean): readonly DisclosedField[] {
  switch (entry.kind) {
    case 'asked':
      return ['text'];
    case 'participant-joined':
      return ['name', 'site'];
    case 'participant-renamed':
    case 'name-corrected':
      return ['name'];
    case 'request-received':
    case 'answered':
    case 'place-stated':
      return ['words', 'site'];
    case 'doubted':
      return settledAsTheirs ? ['words', 'site', 'sender'] : [];
    default:
      return [];
  }
}

/** Doubts that the host settled as an answer of this person. */
export function doubtsOf(entries: readonly Entry[], ids: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => {
      const theirs = entry.kind === 'settled' && entry.participant !== null && ids.has(entry.participant);
      return theirs && entry.as !== 'nothing' ? [entry.doubt] : [];
    }),
  );
}
