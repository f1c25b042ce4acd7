import type { LogId } from '../../model/id.ts';
import type { HoldView } from '../../model/keeping.ts';
import type { MeetingSummary } from '../../model/record.ts';
import { heldOf } from './held.ts';

/** Something that a date will delete. */
export interface Going {
  readonly log: LogId;
  readonly meeting: string;
  readonly openedAt: number;
  readonly what: 'media' | 'names';
  /** ms UTC */
  readonly at: number;
  readonly held: boolean;
}

/** What a date will delete, the soonest first; what a hold keeps stands where its old date is. */
export function nextToGo(meetings: readonly MeetingSummary[], holds: readonly HoldView[]): readonly Going[] {
  return meetings
    .flatMap(({ log, meeting, openedAt, keeping }) => {
      const held = heldOf(holds, log) !== null;
      return (['media', 'names'] as const).flatMap((what): Going[] => {
        const at = keeping[what];
        return at === null ? [] : [{ log, meeting, openedAt, what, at, held }];
      });
    })
    .sort((a, b) => a.at - b.at);
}
