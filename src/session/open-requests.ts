import type { Directory } from '../consent/directory.ts';
import type { State } from '../consent/state.ts';
import type { LogId, ParticipantKey } from '../model/id.ts';
import type { RequestView } from '../model/panel.ts';
import { requestDue } from './person-view.ts';
import { requestRowsOf } from './requests.ts';

/** What people of one meeting asked for and nobody has answered yet; what is due first comes first. */
export function openRequests(log: LogId, state: State, directory: Directory): RequestView[] {
  return requestRowsOf(log, state)
    .filter(({ endedAt }) => endedAt === null)
    .map(({ participant, what, at, profiles, longer }) => {
      const who = participant as ParticipantKey;
      const name = directory.people.get(who)?.name ?? '';
      return { log, participant: who, name, what, due: requestDue(profiles, at, longer).at };
    })
    .sort((a, b) => a.due - b.due);
}
