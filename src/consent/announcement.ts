import type { EpochId } from '../model/id.ts';
import { standingOf } from './standing.ts';
import { presentPeople, type State } from './state.ts';

/** How long the host has to say the words that must be heard on the recording, ms from its start. */
export const ANNOUNCE_MS = 30_000;

/** Must words be heard on the recording of what is in the meeting now? */
export function mustAnnounce(state: State): boolean {
  const duty = state.requirement?.announcement ?? 'recommended';
  if (duty === 'recommended') return false;
  const written = (person: Parameters<typeof standingOf>[1]) => {
    const { state: stands, yeses } = standingOf(state, person);
    return stands === 'given' && yeses.every(({ form }) => form === 'written');
  };
  return duty === 'required' || !presentPeople(state).every(written);
}

/** The epoch in which they have still to be said, and until when (ms UTC). */
export function announceDue(state: State): { readonly epoch: EpochId; readonly until: number } | null {
  const { epoch, segment, announced, requirement } = state;
  if (!epoch || announced === epoch.epoch || !mustAnnounce(state)) return null;
  const startedAt = segment?.startedAt ?? epoch.openedAt;
  return { epoch: epoch.epoch, until: Math.max(startedAt, requirement?.announceSince ?? startedAt) + ANNOUNCE_MS };
}
