import type { Evidence } from '../model/requirement.ts';
import type { Candidate } from '../policy/meeting.ts';
import { type Person, rowsOf, type State } from './state.ts';

/** What is known about one person, all their rows together, as far as the law asks about it. */
export interface Circumstances {
  /** Where they are or may be, each place with how it is known. */
  readonly at: readonly Candidate[];
  readonly residence: string | null;
  readonly minor: boolean;
  readonly employee: boolean;
  readonly phone: boolean;
}

/**
 * Their own word and the host's stand beside each other, so that the host's can raise a rule and never lower it; what either says about age
 * and work is so.
 */
export function circumstancesOf(state: State, person: Person): Circumstances {
  const rows = rowsOf(state, person.participant);
  const placed = rows.flatMap(({ placed: { participant, host } }) => [participant, host].filter((one) => one !== null));
  const described = rows.flatMap(({ described: { participant, host } }) =>
    [participant, host].filter((one) => one !== null),
  );
  const [residence = null, ...others] = new Set(placed.flatMap((one) => one.residence ?? []));
  const at = new Map<string, Candidate>();
  const candidate = (code: string, known: Evidence) => at.set(`${known} ${code}`, { code, known });
  for (const { places, known } of placed) for (const code of places) candidate(code, known);
  // One residence is all that the rules know: another one counts like a place where they may be, by the weakest word.
  for (const code of others) candidate(code, 'host');
  return {
    at: [...at.values()],
    residence,
    minor: described.some(({ minor }) => minor),
    employee: described.some(({ employee }) => employee),
    phone: described.some(({ phone }) => phone),
  };
}
