import { announceDue } from '../consent/announcement.ts';
import { impliedAt } from '../consent/implied.ts';
import { boundTo } from '../consent/requirement.ts';
import { presentPeople, type State } from '../consent/state.ts';
import { requiredPurposes } from '../model/ask.ts';
import type { Draft, Entry } from '../model/entry.ts';

/** What has become true by waiting alone. All of it is read off the log's own times, so that a worker that wakes late forgets nothing. */

/**
 * Going on after the notice has become a yes. now: ms UTC. watchedSince: ms UTC since when this very page has been watched without a break, as
 * far as whoever asks knows; the log may not have been told of a gap yet, and then they wait anew.
 */
export function impliedDrafts(state: State, now: number, watchedSince: number): Draft[] {
  const { ask, described, requirement } = state;
  if (!ask || !described || !requirement || now - watchedSince < described.impliedAfterMs) return [];
  return presentPeople(state).flatMap((person) => {
    const due = impliedAt(state, person);
    if (due === null || now < due) return [];
    const entry: Entry = {
      kind: 'answered',
      ask: ask.id,
      notice: ask.notice.hash,
      participant: person.participant,
      person: 1,
      answer: 'consented',
      purposes: requiredPurposes(ask),
      media: ask.media,
      grade: 'implied',
      channel: 'chat',
      by: 'host',
      signed: null,
      ...boundTo(requirement.fingerprint, 'implied-by-continuing-after-notice'),
    };
    return [{ entry, subject: null, disclosures: {} }];
  });
}

/** The words that must be heard on the recording were not said in time. */
export function missedDrafts(state: State, now: number): Draft[] {
  const due = announceDue(state);
  // Before it runs nothing could be said into it; a recorder that never starts is sealed by others.
  if (!due || now < due.until || state.segment?.startedAt == null) return [];
  return [{ entry: { kind: 'announcement-missed', epoch: due.epoch }, subject: null, disclosures: {} }];
}
