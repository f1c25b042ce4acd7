import type { LogId, ParticipantKey } from '../../model/id.ts';

/** Address of a person's page. */
export function personHref(log: LogId, participant: ParticipantKey): string {
  return `/extension/person/index.html?log=${log}&person=${participant}`;
}
