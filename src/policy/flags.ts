import type { Flag } from '../model/requirement.ts';
import { inOrder } from './flag.ts';
import { specialRulesOf } from './laws.ts';
import { basisUnset, minorsOf } from './lifts.ts';
import type { Meeting } from './meeting.ts';
import type { Whereabouts } from './where.ts';

/** Everything that the host must know beside the rule. */
export function flagsOf(meeting: Meeting, { counted, flags }: Whereabouts): Flag[] {
  const found = new Set(flags);
  const say = (flag: Flag, when: boolean) => when && found.add(flag);
  const { basis, participants } = meeting;
  const duties = counted.map(({ place }) => place.announcement?.duty);
  const special = counted.flatMap((one) => specialRulesOf(one, meeting));

  say('announce-on-recording', duties.includes('required'));
  say('announce-on-recording-unless-all-written', duties.includes('required-unless-all-written'));
  say('basis-unset', basisUnset(meeting, counted));
  say(
    'basis-mismatch',
    special.some(({ rule }) => basis !== null && rule.basis !== undefined && rule.basis !== basis),
  );
  say('employee-imbalance', basis === 'consent' && participants.some(({ employee }) => employee));
  say('guardian-consent', minorsOf(meeting).length > 0);
  say(
    'biometric-written-release',
    special.some(({ kind, rule }) => kind === 'biometrics' && rule.form === 'written'),
  );
  say(
    'non-party-recorder',
    special.some(({ kind }) => kind === 'nonPartyRecorder'),
  );
  return inOrder(found);
}
