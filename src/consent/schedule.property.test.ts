import { writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { EVERY_KIND } from '../log/testdata/every-kind.ts';
import type { EntryKind, Logged } from '../model/entry.ts';
import { type EpochId, idOf } from '../model/id.ts';
import { decide, type Fresh } from './decide.ts';
import { fold } from './fold.ts';
import { isConsentIntact } from './intact.ts';
import { judge } from './judge.ts';
import * as naive from './testdata/naive-gate.ts';
import * as asked from './testdata/naive-requirement.ts';
import { GUESTS, type Guest, type Moment, type Promised } from './testdata/scheduled-meeting.ts';
import { asks, comesIn, edits, posts, Schedule, says, schedules, seals, type Words } from './testdata/steps.ts';

/**
 * What must hold whatever happens in whatever order. `npm run soak` plays 10,000 schedules, ATR_SEED=... the same ones
 * again; a failure prints its seed and the shortest story that still fails.
 */
const LAG_MS = 2000;
const RUNS = Number(process.env.ATR_SCHEDULES ?? 300);
const PATIENCE_MS = 60_000 + RUNS * 400;

/**
 * A schedule is played once for all promises together; the first one that breaks a promise is then played for that promise alone, so
 * that it is shrunk to its own story.
 */
// One change is judged by the same schedules as the one before it; the soak looks for new ones.
const seed = Number(process.env.ATR_SEED ?? (process.env.ATR_SCHEDULES ? Date.now() % 2 ** 31 : 20_261_124));
const promises = new Map<string, Promised>();
const broken = new Map<string, { readonly error: unknown; readonly schedule: number }>();
const written = new Set<string>();
let [schedule, openings] = [-1, 0];

function always(name: string, promised: Promised): void {
  promises.set(name, promised);
  test(
    name,
    async () => {
      const first = broken.get(name);
      if (!first) return;
      const alone = fc.asyncProperty(schedules, async (again) => {
        await again.play(promised);
      });
      await fc.assert(alone, { seed, path: `${first.schedule}`, numRuns: RUNS });
      // It takes the company of another broken promise to break.
      throw first.error;
    },
    PATIENCE_MS,
  );
}

/** Only a long run tells how far it is; straight to the terminal, because vitest keeps what a test says until it is over. */
const TOLD = 500;
function tell(line: string): void {
  if (RUNS > TOLD) writeSync(2, `${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

function breaks(name: string, error: unknown): void {
  if (!broken.has(name)) broken.set(name, { error, schedule });
}

const together: Promised = {
  before(...given) {
    for (const [name, { before }] of promises) {
      try {
        before?.(...given);
      } catch (error) {
        breaks(name, error);
      }
    }
  },
  async after(moment) {
    for (const [name, { after }] of promises) {
      try {
        await after?.(moment);
      } catch (error) {
        breaks(name, error);
      }
    }
    for (const { entry } of moment.appended) written.add(entry.kind);
    openings += moment.appended.filter(({ entry }) => entry.kind === 'gate-opened').length;
  },
};

beforeAll(async () => {
  writeSync(2, `${RUNS} schedules, seed ${seed}\n`);
  const all = fc.asyncProperty(schedules, async (next) => {
    schedule += 1;
    if (schedule > 0 && schedule % TOLD === 0)
      tell(`${schedule} schedules, ${openings} openings, ${broken.size} promises broken`);
    await next.play(together);
  });
  await fc.assert(all, { seed, numRuns: RUNS });
}, PATIENCE_MS);

test('the schedules do open gates: promises about gates that never open say nothing', () => {
  expect(openings).toBeGreaterThan(RUNS);
});

test('the schedules write every kind of entry: a promise about what never happens says nothing', () => {
  const afterwards = [
    'deleted',
    'retention-shortened',
    'hold-set',
    'hold-lifted',
    'exported',
    'accessed',
    'reviewed',
    'cut',
    'copy-made',
    'copy-deleted',
    'request-received',
    'request-answered',
    'request-refused',
    'request-extended',
    'recipient-told',
    'name-corrected',
  ];
  const missing = Object.keys(EVERY_KIND).filter((kind) => !written.has(kind));
  expect(missing.toSorted()).toEqual(afterwards.toSorted());
});

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

describe('while the gate is open', () => {
  const table: [string, (entries: readonly Logged[]) => string][] = [
    ['everybody here has a live yes that covers the ask, and nobody said no since', naive.everybodyHasAgreed],
    [
      'the list of people is whole by the site’s own count, or is the very one that the host confirmed',
      naive.rosterIsWhole,
    ],
    ['somebody is looking at the page', naive.somebodyWatches],
    ['the host has neither paused nor stopped', naive.hostLetsItRun],
    ['the tab is armed and the recorder has not broken off', naive.tabIsArmed],
    ['nothing that closes it is left in doubt', naive.nothingIsInDoubt],
    ['every answer is as binding as the rules ask now', asked.everyAnswerIsAsBindingAsAsked],
    ['for each minor a guardian has agreed', asked.guardiansHaveAgreed],
    ['words that must be heard were not left out', asked.nothingRunsUnannounced],
  ];
  for (const [name, says] of table) {
    always(name, {
      after({ meeting: { log }, appended }) {
        if (appended.length === 0) return;
        const what = naive.isOpen(log.entries) ? says(log.entries) : '';
        must(what === '', what);
      },
    });
  }

  always('what opened it can be proved from the log alone, as recovery does after a crash', {
    after({ meeting: { log }, appended }) {
      for (const { entry } of appended) {
        if (entry.kind !== 'gate-opened') continue;
        must(isConsentIntact(log.entries, entry.epoch), `${entry.epoch} would be set apart`);
      }
    },
  });

  always('the newest requirement in the log is what the rules ask, at every moment', {
    after({ meeting: { log }, appended }) {
      const what = appended.length > 0 ? asked.theLogSaysWhatIsAsked(log.entries) : '';
      must(what === '', what);
    },
  });

  always('what the host says of others opens nothing: neither where they are, nor that they are minors', {
    after({ open, appended, size, meeting: { log } }) {
      const before = log.entries.slice(0, size);
      for (const { entry } of appended) {
        if (!('by' in entry) || entry.by !== 'host') continue;
        if (entry.kind !== 'place-stated' && entry.kind !== 'person-described') continue;
        const newest = before.findLast(
          (one) =>
            one.entry.kind === entry.kind && one.entry.participant === entry.participant && one.entry.by === 'host',
        )?.entry;
        // What they said before and take back, or change, leaves what it would be without it.
        const first = newest === undefined || (newest.kind === 'place-stated' && newest.places.length === 0);
        const opened = appended.some((one) => one.entry.kind === 'gate-opened');
        must(!(first && open === null && opened), `${entry.kind} opened the gate`);
      }
    },
  });

  always('the judge has nothing to change after any step', {
    after({ meeting: { state, failures } }) {
      const judged = judge(state, () => 'eAAAAAAAAAAAA' as EpochId);
      // What could not be written is still to come, and a closing that is still to come holds every opening back.
      must(judged.turn === 'stays' || failures > 0, `the judge still wants: ${judged.turn}`);
    },
  });
});

describe('what counts as an answer', () => {
  const table: [string, (entries: readonly Logged[]) => string][] = [
    ['a chat yes follows a notice that its writer was shown', naive.everyChatYesHadItsNotice],
    ['where another host asks as well, only a tag says whom a yes answers', naive.noUntaggedYesOfTwoAsks],
    ['what the host settles as a yes is a yes to the ask that it was said about', naive.settledAnswersAnswerTheirAsk],
    ['going on is a yes only after the wait that the notice promised', asked.everyImpliedYesWasWaitedFor],
    ['a signing key never changes hands, and each of its answers counts once', naive.keysStayInOneHand],
  ];
  for (const [name, says] of table) {
    always(name, {
      after({ meeting: { log }, appended }) {
        if (appended.length === 0) return;
        const what = says(log.entries);
        must(what === '', what);
      },
    });
  }

  always('the host’s own lines and posts are nobody’s yes', {
    after({ observation, heard, appended }) {
      if (observation?.what !== 'chat' || !(observation.line.sender.self || heard.tag.kind === 'ours')) return;
      must(!appended.some(({ entry }) => entry.kind === 'answered'), 'a line of ours became an answer');
    },
  });

  always('a line from before a no is never a yes after it, however often it is brought', {
    after({ meeting, observation, appended }) {
      const { log } = meeting;
      if (observation?.what !== 'chat') return;
      for (const { index, entry } of appended) {
        if (entry.kind !== 'answered' || entry.answer !== 'consented') continue;
        const no = log.entries
          .slice(0, index)
          .findLast(
            ({ entry: e }) => e.kind === 'answered' && e.answer !== 'consented' && e.participant === entry.participant,
          );
        must(
          !no || no.at <= observation.at || meeting.ranBack,
          `a line from before the no in entry ${no?.index} became a yes`,
        );
      }
    },
  });

  always('a message under a live yes that is changed into anything but a clear yes closes the gate', {
    after({ meeting, observation, heard, open, result }) {
      if (observation?.what !== 'chat' || !observation.line.edited || !open || result.ok !== true) return;
      const { log, session, state } = meeting;
      if (meeting.brought.some((one) => one.observation.key === observation.key)) return;
      const whose = session.directory.evidence.get(observation.line.id ?? '');
      const resting = log.entries.findLast(({ entry }) => entry.kind === 'answered' && entry.participant === whose);
      const clear = heard.says === 'consented' && heard.sure && heard.tag.kind === 'none';
      if (!resting || clear || heard.tag.kind === 'answer' || heard.tag.kind === 'ours') return;
      must(state.epoch?.epoch !== open, `“${observation.line.text}” left the gate open`);
    },
  });
});

describe('closing', () => {
  const closed = (appended: readonly Logged[], epoch: EpochId) =>
    appended.some(({ entry }) => entry.kind === 'gate-closed' && entry.epoch === epoch);

  always('a newcomer closes the open epoch in the same append, and cuts unless they had agreed already', {
    after({ open, appended, revoked, meeting }) {
      const { entries } = meeting.log;
      const epoch = entries.find(({ entry }) => entry.kind === 'gate-opened' && entry.epoch === open)?.entry;
      if (epoch?.kind !== 'gate-opened') return;
      const covered = epoch.roster.flatMap((key) => [...naive.tileOf(entries, key)]);
      const came = appended.flatMap(({ entry }) => (entry.kind === 'participant-joined' ? [entry.participant] : []));
      const newcomers = came.filter((key) => !covered.includes(key));
      if (newcomers.length === 0) return;
      must(closed(appended, epoch.epoch as EpochId), 'somebody came in and the epoch stayed open');
      const strangers = newcomers.filter((key) => naive.everybodyHasAgreed(onlyOf(entries, key)) !== '');
      must(strangers.length === 0 || cuts(revoked, epoch.epoch as EpochId), 'somebody came in and nothing was cut');
    },
  });

  always('a no closes the open epoch in the same append, and cuts from before it was said', {
    after({ open, appended, revoked, meeting, observation }) {
      const { entries } = meeting.log;
      const epoch = entries.find(({ entry }) => entry.kind === 'gate-opened' && entry.epoch === open)?.entry;
      const covered =
        epoch?.kind === 'gate-opened' ? epoch.roster.flatMap((key) => [...naive.tileOf(entries, key)]) : [];
      const no = appended.some(
        ({ entry }) => entry.kind === 'answered' && entry.answer !== 'consented' && covered.includes(entry.participant),
      );
      if (!open || !no) return;
      must(closed(appended, open), 'somebody said no and the epoch stayed open');
      must(cuts(revoked, open), 'somebody said no and nothing was cut');
      const cut = revoked.find(({ epoch: id, drain }) => id === open && !drain)?.cutAfter ?? null;
      const from = (observation?.at ?? 0) - LAG_MS;
      must(cut !== null && cut <= from, `it was cut from ${cut}, and said at ${from + LAG_MS}`);
    },
  });

  always('who comes in or says no while the last segment is still draining cuts it too', {
    after({ meeting: { log, ranBack, revoked: orders }, appended, revoked, size, observation }) {
      const before = log.entries.slice(0, size);
      const opened = before.findLast(({ entry }) => entry.kind === 'gate-opened');
      const since = before.slice(opened?.index ?? 0);
      const shut = since.find(({ entry }) => entry.kind === 'gate-closed');
      const sealed = since.some(({ entry }) => entry.kind === 'segment-sealed');
      if (opened?.entry.kind !== 'gate-opened' || !shut || sealed || !observation) return;
      if (log.gate?.epoch !== opened.entry.epoch || observation.at - LAG_MS >= shut.at) return;
      const { roster } = opened.entry;
      const covered = roster.flatMap((key) => [...naive.tileOf(log.entries, key)]);
      const here = naive.presentKeys(log.entries);
      const cut = appended.some(
        ({ entry }) =>
          (entry.kind === 'answered' &&
            entry.answer !== 'consented' &&
            roster.includes(entry.participant) &&
            here.has(entry.participant)) ||
          (entry.kind === 'participant-joined' &&
            !covered.includes(entry.participant) &&
            naive.everybodyHasAgreed(onlyOf(log.entries, entry.participant)) !== ''),
      );
      // Where the clock has run back in between, the earlier cut has the later time.
      const earlier = orders.some((one) => one.epoch === log.gate?.epoch && !one.drain && !revoked.includes(one));
      if (!cut || (earlier && ranBack)) return;
      const at = log.gate.cutAfter;
      must(at !== null && at <= observation.at - LAG_MS, `kept up to ${at ?? 'the last moment'}`);
    },
  });

  always('the recorder is told before a closing is logged, and the gate row closes with it', {
    after({ meeting, result }) {
      const { log, state } = meeting;
      must(meeting.untold === null, `${meeting.untold} was closed in the log before the recorder was told`);
      if (result.ok !== true) return;
      const [row, open] = [log.gate?.state === 'open' ? log.gate.epoch : null, state.epoch?.epoch ?? null];
      must(row === null || row === open, `the gate row is open for ${row}, the log for ${open}`);
      must(row === open || meeting.failures > 0, `the log is open for ${open}, the gate row for ${row}`);
    },
  });
});

// Of one worker's life: the next one hears of the line from the page's outbox, and then its cut reaches back before every opening.
const unwritten = new WeakMap<object, Set<string>>();
describe('opening', () => {
  always('waits until a line that closed the gate, and could not be written, is in the log', {
    after({ meeting, observation, appended, revoked, result, killed }) {
      const owed = unwritten.get(meeting.session) ?? new Set();
      unwritten.set(meeting.session, owed);
      const line = observation?.what === 'chat' ? observation.key : null;
      if (line && !killed && result.ok === false && revoked.some((one) => !one.drain)) owed.add(line);
      if (line && (result.ok === true || appended.length > 0)) owed.delete(line);
      const opened = appended.some(({ entry }) => entry.kind === 'gate-opened');
      must(!(opened && owed.size > 0), 'opened although a line that closes is not in the log yet');
    },
  });

  always('an epoch is opened once, and only when no segment of another one is running', {
    after({ meeting: { log }, appended }) {
      for (const { index, entry } of appended) {
        if (entry.kind !== 'gate-opened') continue;
        const before = log.entries.slice(0, index).map((logged) => logged.entry);
        const count = (kind: EntryKind) => before.filter((e) => e.kind === kind).length;
        must(!before.some((e) => e.kind === 'gate-opened' && e.epoch === entry.epoch), `${entry.epoch} opened twice`);
        must(count('gate-opened') === count('segment-sealed'), 'opened while a segment was running');
      }
    },
  });

  always('rests on exactly the answers and people that it names', {
    after({ meeting: { log }, appended }) {
      for (const { index, entry } of appended) {
        if (entry.kind !== 'gate-opened') continue;
        must(entry.roster.length > 0 && entry.answers.length >= entry.roster.length, 'fewer answers than people');
        for (const at of entry.answers) {
          const answer = log.entries[at]?.entry;
          must(at < index && answer?.kind === 'answered' && answer.answer === 'consented', `entry ${at} is no yes`);
        }
      }
    },
  });

  test(
    'does not depend on the order in which unrelated people answered',
    async () => {
      const answers = fc.constantFrom<Words>('I agree', 'I agree', 'I agree', 'ok?', 'nice weather', 'I do not agree');
      const scripts = fc.array(
        fc.array(fc.record({ words: answers, edit: fc.boolean() }), { minLength: 1, maxLength: 3 }),
        {
          minLength: 2,
          maxLength: 3,
        },
      );
      const orders = fc.infiniteStream(fc.nat());
      let open = 0;
      const property = fc.asyncProperty(scripts, orders, orders, async (all, one, other) => {
        const here: readonly Guest[] = GUESTS.slice(0, all.length);
        const first = [...here.map((guest) => comesIn(guest)), asks('sound'), posts('echoed')];
        const mixed = (picks: Iterator<number>) => {
          const left = all.map((script, i) =>
            script.map(({ words, edit }) => ({ guest: here[i] as Guest, words, edit })),
          );
          const steps = [];
          while (left.some((script) => script.length > 0)) {
            const waiting = left.filter((script) => script.length > 0);
            const said = waiting[picks.next().value % waiting.length]?.shift();
            if (said) steps.push((said.edit ? edits : says)(said.guest, said.words));
          }
          return new Schedule([...first, ...steps, seals()]);
        };
        const [a, b] = [await mixed(one).play({}), await mixed(other).play({})];
        if (a.state.epoch) open += 1;
        must((a.state.epoch === null) === (b.state.epoch === null), 'one order opened, the other one did not');
      });
      await fc.assert(property, { numRuns: RUNS });
      expect(open).toBeGreaterThan(RUNS / 50);
    },
    PATIENCE_MS,
  );
});

describe('the log is all there is', () => {
  always('takes every entry that is made for it: only a disk or a death fails a write', {
    after({ meeting: { log } }) {
      must(log.misfit === null, `${log.misfit} is no entry of the log`);
    },
  });

  always('everybody whom the page shows is in it at once', {
    after({ meeting: { log, brought }, observation, result }) {
      if (observation?.what !== 'roster' || result.ok !== true) return;
      // An old reading that is brought again after a death is known, and says nothing of who has left since.
      if (brought.some((one) => one.observation === observation)) return;
      const [shown, here] = [observation.roster.people.length, naive.presentKeys(log.entries).size];
      must(here >= shown, `the page shows ${shown}, the log knows ${here}`);
    },
  });

  always('the same observation again changes nothing', {
    async after({ meeting, observation, heard, result }) {
      if (!observation || result.ok === false) return;
      const [size, orders] = [meeting.log.entries.length, meeting.revoked.length];
      await meeting.observe(observation, heard);
      must(meeting.log.entries.length === size, 'a duplicate was logged');
      must(meeting.revoked.length === orders, 'a duplicate ordered something');
    },
  });

  const logged = new WeakMap<object, Set<object>>();
  always('an observation that is in the log already changes nothing, however late it comes again', {
    async after({ meeting, observation, appended }) {
      const known = logged.get(meeting) ?? new Set();
      logged.set(meeting, known);
      if (observation && appended.length > 0) known.add(observation);
      const old = meeting.brought.filter((one) => known.has(one.observation)).slice(-6, -3);
      for (const one of old) {
        const size = meeting.log.entries.length;
        await meeting.observe(one.observation, one.heard);
        must(meeting.log.entries.length === size, `a ${one.observation.what} was taken for new`);
      }
    },
  });

  always('a worker that starts again knows exactly what the old one knew', {
    async after({ meeting }) {
      const { state, directory } = meeting.session;
      must(isDeepStrictEqual(fold(meeting.log.entries), state), 'folded anew, the state is another');
      const again = await meeting.load();
      must(isDeepStrictEqual(again.state, state), 'loaded anew, the state is another');
      must(isDeepStrictEqual(again.directory, directory), 'loaded anew, the directory is another');
    },
  });

  always('decide is pure: it changes neither state nor directory, and decides the same again', {
    before(meeting, observation, heard) {
      const { state, directory } = meeting.session;
      const kept = structuredClone({ state, directory, observation, heard });
      const one = decide(state, directory, observation, heard, counting());
      must(isDeepStrictEqual(kept, { state, directory, observation, heard }), 'decide changed what it was given');
      const two = decide(kept.state, kept.directory, kept.observation, kept.heard, counting());
      must(isDeepStrictEqual(one, two), 'decide decided otherwise the second time');
    },
  });
});

function cuts(revoked: Moment['revoked'], epoch: EpochId): boolean {
  return revoked.some((order) => order.epoch === epoch && !order.drain && order.cutAfter !== null);
}

/** The log as if only this one were in the meeting. */
function onlyOf(entries: readonly Logged[], key: string): Logged[] {
  return entries.filter(({ entry }) => !('participant' in entry) || entry.participant === key);
}

function counting(): Fresh {
  let n = 0;
  const bytes = () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, ++n);
  return { participant: () => idOf('participant', bytes()), doubt: () => idOf('doubt', bytes()) };
}
