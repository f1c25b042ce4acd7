import { EVIDENCE, type Rule } from '../../src/model/requirement.ts';
import type { Meeting } from '../../src/policy/meeting.ts';
import { PLACES } from '../../src/policy/places.ts';
import { requirementOf } from '../../src/policy/requirement.ts';
import { stricterRule } from '../../src/policy/rule.ts';
import { figure } from './figure.ts';
import type { Measure } from './measure.ts';

const DECISIONS = 10_000;
const ROUNDS = 10;
const PEOPLE = 100;
const IN_PLACES = 16;
const MOST_MS = 1;

/** How long one decision takes: who must agree, and why, for a meeting of 100 in 16 places, everything that sets off special rules set. */
export const policy: Measure = {
  name: 'policy',
  async run(say) {
    const meetings = Array.from({ length: PLACES.length }, (_, first) => meetingFrom(first));
    const decisions = timed(meetings, (meeting) => requirementOf(meeting).reasons.length);
    const bare = timed(meetings, strictestRule);
    say(`policy: ${DECISIONS} decisions, ${PEOPLE} people in ${IN_PLACES} places`);
    const name = `policy: a decision for ${PEOPLE} people in ${IN_PLACES} places, with its reasons`;
    return [
      figure(name, 'ms', decisions.each, bare.each, { most: MOST_MS }),
      figure(`${name}, slowest of a hundred`, 'ms', decisions.each, bare.each, { at: 0.99, most: MOST_MS }),
      figure(`${name}, processor time`, 'ms', decisions.processor, bare.processor, { most: MOST_MS }),
    ];
  },
};

/** In other places each time, so that nothing is remembered from the one before. */
function meetingFrom(first: number): Meeting {
  const known = EVIDENCE[0];
  const participants = Array.from({ length: PEOPLE }, (_, n) => ({
    id: `p${n}`,
    at: [{ code: PLACES[(first + 7 * (n % IN_PLACES)) % PLACES.length]?.code ?? 'XX', known }],
    residence: null,
    recorder: n === 0,
    minor: n === 1,
    employee: n % 2 === 0,
  }));
  const all = { biometrics: true, nonPartyRecorder: true, organisation: true, specialCategory: true };
  return { participants, media: ['audio', 'video'], purposes: ['training'], basis: null, controller: 'DE', ...all };
}

const RULE_OF = new Map(PLACES.map(({ code, rule }) => [code, rule]));

/** The baseline: everybody's row looked up, and the strictest rule kept. */
function strictestRule({ participants }: Meeting): number {
  let strictest: Rule = 'one-party';
  for (const { at } of participants) {
    for (const { code } of at) strictest = stricterRule(strictest, RULE_OF.get(code) ?? 'all-party');
  }
  return strictest.length;
}

interface Times {
  /** ms by the clock, one a decision: on a busy machine the slowest are those during which others had the processor. */
  readonly each: readonly number[];
  /** ms of processor a decision, collecting garbage included: one mean a round. */
  readonly processor: readonly number[];
}

function timed(meetings: readonly Meeting[], decide: (meeting: Meeting) => number): Times {
  let sum = 0;
  const [each, processor]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    for (let n = 0; n < DECISIONS / ROUNDS; n++) {
      const meeting = meetings[n % meetings.length];
      const began = performance.now();
      // Read, so that no engine leaves it out.
      if (meeting) sum += decide(meeting);
      each.push(performance.now() - began);
    }
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000 / (DECISIONS / ROUNDS));
  }
  if (sum === 0) throw new Error('nothing was decided');
  return { each, processor };
}
