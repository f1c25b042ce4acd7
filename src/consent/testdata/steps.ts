import fc from 'fast-check';
import type { AskTerms } from '../../model/ask.ts';
import { type Order, SEAL_CAUSES, SETTLEMENTS } from '../../model/observation.ts';
import { COMPLETENESS } from '../../model/roster.ts';
import { SETTINGS, type Settings } from '../../model/settings.ts';
import { HEARD_NOTHING, type Heard, type HeardAnswer } from '../heard.ts';
import { GUESTS, type Guest, type Promised, ScheduledMeeting } from './scheduled-meeting.ts';

/** One thing that happens, told so that a shrunk schedule reads like a story. */
export class Step {
  constructor(
    private readonly story: string,
    readonly run: (meeting: ScheduledMeeting) => Promise<unknown>,
  ) {}

  toString(): string {
    return this.story;
  }
}

export class Schedule {
  constructor(readonly steps: readonly Step[]) {}

  async play(promised: Promised): Promise<ScheduledMeeting> {
    const meeting = await ScheduledMeeting.open(promised);
    for (const step of this.steps) await step.run(meeting);
    return meeting;
  }

  toString(): string {
    return this.steps.map((step, i) => `\n  ${i + 1}. ${step}`).join('');
  }
}

const said = (says: Heard['says'], sure: boolean, all = false): Heard => ({ says, sure, all, tag: { kind: 'none' } });
export const WORDS = {
  'I agree': said('consented', true),
  'I agree to all': said('consented', true, true),
  'ok?': said('consented', false),
  'I agree, with half a tag under it': { ...said('consented', true), tag: { kind: 'malformed' } },
  'I do not agree': said('refused', true),
  'stop recording': said('withdrawn', true),
  'rather not': said('refused', false),
  'pause please': said('pause', true),
  'a break perhaps': said('pause', false),
  'I agree, my card is 4111 1111 1111 1111': { ...said('consented', false), number: 'card-number' },
  'no, DE89 3704 0044 0532 0130 00': { ...said('refused', true), number: 'account-number' },
  'nice weather': said('nothing', false),
  details: { ...said('nothing', false), details: 'en' },
  'what the host posts': { ...said('consented', true), tag: { kind: 'ours' } },
} as const satisfies Record<string, Heard>;
export type Words = keyof typeof WORDS;

const base: AskTerms = {
  purposes: [
    { purpose: 'quality', required: true },
    { purpose: 'training', required: false },
  ],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
};
export const ASKS = {
  sound: base,
  'sound and picture': { ...base, media: 'sound+picture' },
  'less time': { ...base, keepDays: 7, proofDays: 100 },
  'training as well': { ...base, purposes: base.purposes.map((p) => ({ ...p, required: true })) },
} as const satisfies Record<string, AskTerms>;

const mostly = <T>(often: T, ...seldom: T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(often) }, { weight: 2, arbitrary: fc.constantFrom(often, ...seldom) });
const somebody: fc.Arbitrary<Guest> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Guest>(GUESTS[0], GUESTS[1]) },
  { weight: 2, arbitrary: fc.constantFrom<Guest>(...GUESTS) },
);

export const comesIn = (guest: Guest, sameId = true) =>
  new Step(`${guest.label} comes in${sameId ? '' : ' under a new id'}`, (m) => m.comesIn(guest, sameId));
export const leaves = (guest: Guest) => new Step(`${guest.label} leaves`, (m) => m.leaves(guest));
export const swaps = (gone: Guest, guest: Guest) =>
  new Step(`${gone.label} leaves and ${guest.label} comes in between two looks`, (m) => {
    m.page.delete(gone);
    return m.comesIn(guest, true);
  });
export const asks = (what: keyof typeof ASKS) => new Step(`the host asks for ${what}`, (m) => m.ask(ASKS[what]));
export const posts = (outcome: 'echoed' | 'refused' | 'unsure') =>
  new Step(`the notice is posted: ${outcome}`, (m) => m.posts(outcome));
export const says = (guest: Guest, words: Words, how: Parameters<ScheduledMeeting['says']>[2] = {}) => {
  const ways = Object.entries(how).flatMap(([way, yes]) => (yes ? way : []));
  return new Step(`${guest.label}: “${words}”${ways.length > 0 ? ` (${ways.join(', ')})` : ''}`, (m) =>
    m.says(guest, WORDS[words], how),
  );
};
export const edits = (guest: Guest, words: Words) =>
  new Step(`${guest.label} changes the last message into “${words}”`, (m) => m.edits(guest, WORDS[words]));
export const seals = (cause: (typeof SEAL_CAUSES)[number] = 'ordered') =>
  new Step(`the recorder seals: ${cause}`, (m) => m.seals(cause));
const fails = (cause: (typeof SEAL_CAUSES)[number]) =>
  new Step(`the recorder breaks off: ${cause}`, async (m) => {
    const epoch = m.state.segment?.epoch;
    if (epoch) await m.see({ what: 'capture', report: { capture: 'failing', epoch, cause } });
  });
export const order = (what: Extract<Order['do'], 'confirm-roster' | 'pause' | 'resume' | 'stop' | 'go-on-without'>) =>
  new Step(`the host: ${what}`, (m) => m.see({ what: 'order', order: { do: what } }));
export const everybodyAgrees = new Step('everybody here writes “I agree”', async (m) => {
  for (const guest of m.page.keys()) await m.says(guest, WORDS['I agree']);
});
export const reads = (reading: ScheduledMeeting['reading']) => {
  const { completeness, counter, window } = reading;
  const more = completeness === 'partial' ? `, ${window} guests in sight` : '';
  return new Step(`the list is ${completeness}${more}, its counter ${counter}`, (m) => {
    m.reading = reading;
    return m.reads();
  });
};
export const samePerson = (guest: Guest, as: Guest) =>
  new Step(`the host: ${guest.label} is the same person as ${as.label}`, async (m) => {
    const [participant, other] = [m.keyOf(guest), m.keyOf(as)];
    if (participant && other) await m.see({ what: 'order', order: { do: 'same-person', participant, as: other } });
  });
export const settles = (as: (typeof SETTLEMENTS)[number], guest: Guest) =>
  new Step(`the host settles the oldest question: ${as} (${guest.label} if nobody is named)`, async (m) => {
    const [doubt] = m.state.doubts.values();
    const participant = doubt?.participant ?? m.keyOf(guest);
    if (doubt) await m.see({ what: 'order', order: { do: 'settle', doubt: doubt.doubt, as, participant } });
  });
/** All that a host can do to let recording run: what is left closed after it is closed by somebody else. */
export const tidies = new Step('the host tidies up', async (m) => {
  await m.see({ what: 'place', place: 'call' });
  await m.see({ what: 'watch', watching: true });
  await m.see({ what: 'capture', report: { capture: 'armed' } });
  await m.see({ what: 'order', order: { do: 'resume' } });
  for (const { doubt } of [...m.state.doubts.values()])
    await m.see({ what: 'order', order: { do: 'settle', doubt, as: 'nothing', participant: null } });
  await m.posts('echoed');
  await m.seals('ordered');
});

/** As good as a host can make it: everybody on a whole list has answered, even where words could not be told apart. */
export const putsRight = new Step('the host puts everything right', async (m) => {
  m.reading = { completeness: 'complete', counter: 'equal', window: 2 };
  await m.reads();
  await tidies.run(m);
  for (const guest of m.page.keys()) {
    const participant = m.keyOf(guest);
    const people = (participant && m.state.people.get(participant)?.people) ?? 1;
    for (let person = 1; participant && person <= people; person++)
      await m.see({ what: 'order', order: { do: 'attest', participant, person, how: byForm(m) } });
    if (participant)
      await m.see({ what: 'order', order: { do: 'guardian', participant, answer: 'consented', how: byForm(m) } });
  }
});
const byForm = ({ state }: ScheduledMeeting) => (state.requirement?.form === 'written' ? 'paper' : 'aloud');

const checksByHand = fc
  .constantFrom<ScheduledMeeting['reading']>(
    { completeness: 'complete', counter: 'none', window: 2 },
    { completeness: 'complete', counter: 'one more', window: 2 },
    { completeness: 'partial', counter: 'equal', window: 1 },
  )
  .map(
    (reading) =>
      new Step(`the list is ${reading.completeness}, its counter ${reading.counter}: confirmed by hand`, async (m) => {
        m.reading = reading;
        await m.reads();
        await m.see({ what: 'order', order: { do: 'confirm-roster' } });
      }),
  );

interface Signed {
  readonly guest: Guest;
  readonly answer: HeardAnswer['answer'];
  readonly older: boolean;
  readonly step: number;
  readonly person: number;
  readonly people: number;
  readonly keyOf: Guest;
  readonly purposes: 'required' | 'all' | 'none' | 'another';
  readonly fits: boolean;
  readonly valid: boolean;
}

export const signs = (what: Signed) => {
  const { guest, answer, older, step, person, people, keyOf, purposes, fits, valid } = what;
  const odd = [
    older && 'to the ask before',
    step !== 1 && `counter ${step}`,
    people > 1 && `person ${person} of ${people}`,
    keyOf !== guest && `with the key of ${keyOf.label}`,
    purposes !== 'required' && `purposes: ${purposes}`,
    !fits && 'under other words',
    !valid && 'badly signed',
  ].filter((text) => text !== false);
  return new Step(`${guest.label} signs ${answer}${odd.length > 0 ? ` (${odd.join(', ')})` : ''}`, async (m) => {
    const asked = m.asks.at(older ? -2 : -1);
    if (!asked) return;
    const key = `k${GUESTS.findIndex(({ label }) => label === keyOf.label)}`;
    const given = {
      required: asked.terms.purposes.filter((p) => p.required).map((p) => p.purpose),
      all: asked.terms.purposes.map((p) => p.purpose),
      none: [],
      another: ['publication' as const],
    }[purposes];
    const tag: HeardAnswer = {
      kind: 'answer',
      ask: asked.id,
      notice: asked.hash,
      shown: { language: 'en', version: 1, hash: asked.hash },
      answer,
      purposes: answer === 'consented' ? given : [],
      media: asked.terms.media,
      person: Math.min(person, people),
      people,
      counter: m.counter(key, step),
      key,
      sig: 'sig',
      valid,
    };
    await m.says(guest, fits ? { says: answer, all: false, sure: true, tag } : { ...WORDS['nice weather'], tag });
  });
};

const signed = fc
  .record({
    guest: somebody,
    answer: mostly<HeardAnswer['answer']>('consented', 'refused', 'withdrawn'),
    older: mostly(false, true),
    step: mostly(1, 0, -1, 2),
    person: mostly(1, 2),
    people: mostly(1, 2),
    other: fc.option(fc.constantFrom(GUESTS[0], GUESTS[1]), { freq: 8 }),
    purposes: mostly<Signed['purposes']>('required', 'all', 'none', 'another'),
    fits: mostly(true, false),
    valid: mostly(true, false),
  })
  .map(({ other, ...what }) => signs({ ...what, keyOf: other ?? what.guest }));

const copies = fc.tuple(somebody, somebody).map(
  ([guest, from]) =>
    new Step(`${guest.label} copies the newest line of ${from.label}`, async (m) => {
      const line = m.lines.findLast((one) => one.guest === from);
      if (line) await m.says(guest, line.heard);
    }),
);

const own = fc.constantFrom<Words>('I agree', 'what the host posts', 'stop recording', 'nice weather').map(
  (words) =>
    new Step(`the host’s own line: “${words}”`, (m) => {
      const sender = { id: null, name: 'Ana', self: true };
      return m.see(
        { what: 'chat', line: { id: null, sender, text: words, edited: false }, replayed: false },
        WORDS[words],
      );
    }),
);

const again = fc.nat({ max: 200 }).map(
  (n) =>
    new Step(`what came ${n} observations ago comes again`, async (m) => {
      const { observation, heard } = m.brought.at(-1 - (n % Math.max(1, m.brought.length))) ?? {};
      // Of readings only the newest is ever brought again (outbox), and every order and report has a key of its own.
      if (observation?.what === 'chat' && heard) await m.bring(observation, heard);
    }),
);

const attests = fc.tuple(somebody, mostly(1, 2), fc.constantFrom('aloud', 'paper')).map(
  ([guest, person, how]) =>
    new Step(`the host notes the yes of ${guest.label}, person ${person}, ${how}`, async (m) => {
      const participant = m.keyOf(guest);
      if (participant) await m.see({ what: 'order', order: { do: 'attest', participant, person, how } });
    }),
);
const notesNo = somebody.map(
  (guest) =>
    new Step(`the host notes that ${guest.label} said no`, async (m) => {
      const participant = m.keyOf(guest);
      if (participant) await m.see({ what: 'order', order: { do: 'record-refusal', participant } });
    }),
);
const counts = fc.tuple(somebody, fc.integer({ min: 1, max: 3 })).map(
  ([guest, people]) =>
    new Step(`the host counts ${people} at ${guest.label}`, async (m) => {
      const participant = m.keyOf(guest);
      if (participant) await m.see({ what: 'order', order: { do: 'count-people', participant, people } });
    }),
);

const restarts = fc.constant(new Step('the worker starts again', (m) => m.restarts()));
const disk = fc.constantFrom('fails', 'conflicts').map(
  (next) =>
    new Step(`the next write ${next}`, (m) => {
      m.log.next = next;
      return Promise.resolve();
    }),
);
/** Of an append and the order that follows from it, a crash can leave neither, or the first alone. */
const dies = fc.constantFrom('killed before', 'killed after').map(
  (next) =>
    new Step(`the worker is ${next} its next write`, (m) => {
      m.log.next = next;
      return Promise.resolve();
    }),
);
export const quota = (writes: number) =>
  new Step(`the disk is full for ${writes} writes`, (m) => {
    m.log.full = writes + 1;
    return Promise.resolve();
  });
export const clock = (seconds: number) =>
  new Step(`the clock jumps ${Math.abs(seconds)} seconds ${seconds < 0 ? 'back' : 'ahead'}`, (m) => {
    m.now += seconds * 1000;
    m.ranBack ||= seconds < 0;
    return Promise.resolve();
  });
/** The site's own count goes away from what it was and comes back to it: somebody left, and somebody else is there. */
export const counterMoves = new Step('the counter moves by one and back, with the list unmoved', async (m) => {
  const before = m.reading;
  m.reading = { ...before, counter: before.counter === 'one less' ? 'equal' : 'one less' };
  await m.reads();
  m.reading = before;
  await m.reads();
});

const repeats = fc.constantFrom<Guest>(...GUESTS).map((guest) => says(guest, 'what the host posts'));
const unheard = fc.tuple(somebody, fc.constantFrom<Words>('I do not agree', 'stop recording')).map(
  ([guest, what]) =>
    new Step(`${guest.label}: “${what}”, and the disk is full`, (m) => {
      m.log.next = 'fails';
      return m.says(guest, WORDS[what]);
    }),
);

/** Guests may be hosts of their own. Each has one ask, which is theirs by its sender. */
export const otherHost = (guest: Guest, what: 'asks' | 'ends') =>
  new Step(`${guest.label}, a host too, ${what === 'asks' ? 'asks as well' : 'goes on without'}`, (m) => {
    const at = GUESTS.findIndex(({ label }) => label === guest.label);
    return m.says(guest, { ...HEARD_NOTHING, tag: { kind: 'other', ask: `aOther${at}AAAAAA`, says: what } });
  });

/** What hosts settle: the floor as it comes, or the law's minimum where it is offered; Texas asks one party, and in California all. */
const texan = { place: 'US-TX', basis: 'legitimate-interests' } as const;
export const SETTLED = {
  nothing: {},
  'Texas, and everybody agrees explicitly': texan,
  'Texas, and the legal minimum': { ...texan, floor: 'legal-minimum' },
  'the legal minimum, after five seconds': { ...texan, floor: 'legal-minimum', impliedAfterMs: 5000 },
  'at least in writing': { ...texan, floor: 'legal-minimum', atLeast: { rule: 'all-party', form: 'written' } },
  'an organisation in Germany': {
    ...texan,
    floor: 'legal-minimum',
    controller: { ...SETTINGS.controller, place: 'DE', organisation: true },
  },
  voiceprints: { ...texan, biometrics: true },
} as const satisfies Record<string, Partial<Settings>>;
const placed = (places: readonly string[]): Heard => ({ ...WORDS['nice weather'], place: { places, remember: null } });
export const hostSettles = (what: keyof typeof SETTLED) =>
  new Step(`the host settles: ${what}`, (m) => m.settles(SETTLED[what]));
export const isIn = (guest: Guest, ...places: string[]) =>
  new Step(`${guest.label}: “I am in ${places.join(' or ')}”`, (m) => m.says(guest, placed(places)));
export const everybodyIsIn = (place: string) =>
  new Step(`everybody here: “I am in ${place}”`, async (m) => {
    for (const guest of m.page.keys()) await m.says(guest, placed([place]));
  });
export const waits = (ms: number) => new Step(`${ms} ms pass`, (m) => m.waits(ms));
export const hostPlaces = (guest: Guest, ...places: string[]) =>
  new Step(`the host: ${guest.label} is in ${places.join(' or ') || '...'}`, async (m) => {
    const participant = m.keyOf(guest);
    if (participant) await m.see({ what: 'order', order: { do: 'state-place', participant, places, residence: null } });
  });
export const describes = (guest: Guest, what: { minor: boolean; employee: boolean; phone: boolean }) =>
  new Step(`the host: of ${guest.label}, ${JSON.stringify(what)}`, async (m) => {
    const participant = m.keyOf(guest);
    if (participant) await m.see({ what: 'order', order: { do: 'describe', participant, ...what } });
  });
export const guardian = (guest: Guest, answer: 'consented' | 'refused', how: 'aloud' | 'paper') =>
  new Step(`a guardian of ${guest.label} has ${answer} ${how}`, async (m) => {
    const participant = m.keyOf(guest);
    if (participant) await m.see({ what: 'order', order: { do: 'guardian', participant, answer, how } });
  });
export const announces = new Step('the host has said the words', async (m) => {
  const epoch = m.state.epoch?.epoch;
  if (epoch) await m.see({ what: 'order', order: { do: 'announced', epoch } });
});
export const starts = new Step('the recorder starts', (m) => m.starts());
export const agreesInWriting = (guest: Guest, name: string = guest.name) =>
  new Step(`${guest.label}: “I, ${name}, agree in writing”`, (m) =>
    m.says(guest, { ...WORDS['I agree'], written: name }),
  );
const PLACES = ['US-TX', 'US-TX', 'US-CA', 'US-WA', 'US-CT', 'US-IL', 'DE', 'GB', 'US', 'ZZ'];
const somewhere = fc.constantFrom(...PLACES);

const words = fc.constantFrom(...(Object.keys(WORDS) as Words[]));
const speaks = fc
  .record({
    guest: somebody,
    words: fc.oneof(fc.constant<Words>('I agree'), words),
    replayed: mostly(false, true),
    early: mostly(false, true),
    nameOnly: mostly(false, true),
  })
  .map(({ guest, words: what, ...how }) => says(guest, what, how));
const reading = fc.record({
  completeness: mostly(...COMPLETENESS),
  counter: mostly<'equal' | 'one more' | 'one less' | 'none'>('equal', 'one more', 'one less', 'none'),
  window: fc.integer({ min: 1, max: 3 }),
});

const weighted: [number, fc.Arbitrary<Step>][] = [
  [4, fc.constant(tidies)],
  [5, fc.constant(putsRight)],
  [6, fc.constant(everybodyAgrees)],
  [6, speaks],
  [4, signed],
  [3, fc.tuple(somebody, mostly(true, false)).map(([guest, same]) => comesIn(guest, same))],
  [2, somebody.map(leaves)],
  [
    1,
    fc
      .tuple(somebody, fc.constantFrom('Ana', 'Ben', 'Bob', 'Host', 'Eli'))
      .map(([g, name]) => new Step(`${g.label} is now called ${name}`, (m) => m.isCalled(g, name))),
  ],
  [3, reading.map(reads)],
  [2, fc.tuple(somebody, words).map(([guest, what]) => edits(guest, what))],
  [2, fc.constantFrom(...(Object.keys(ASKS) as (keyof typeof ASKS)[])).map(asks)],
  [3, mostly<'echoed' | 'refused' | 'unsure'>('echoed', 'refused', 'unsure').map(posts)],
  [3, mostly(...SEAL_CAUSES).map(seals)],
  [2, fc.constant(starts)],
  [2, fc.constantFrom(...(Object.keys(SETTLED) as (keyof typeof SETTLED)[])).map(hostSettles)],
  [2, fc.tuple(somebody, somewhere).map(([guest, place]) => isIn(guest, place))],
  [1, somewhere.map(everybodyIsIn)],
  [1, fc.tuple(somebody, somewhere, fc.boolean()).map(([g, place, back]) => hostPlaces(g, ...(back ? [] : [place])))],
  [
    2,
    fc
      .record({ guest: somebody, minor: mostly(false, true), employee: fc.boolean(), phone: mostly(false, true) })
      .map(({ guest, ...what }) => describes(guest, what)),
  ],
  [
    1,
    fc
      .tuple(somebody, mostly<'consented' | 'refused'>('consented', 'refused'), fc.constantFrom('aloud', 'paper'))
      .map(([guest, answer, how]) => guardian(guest, answer, how)),
  ],
  [1, fc.constant(announces)],
  [4, fc.constantFrom(4000, 6000, 16_000, 31_000).map(waits)],
  [2, fc.tuple(somebody, mostly(true, false)).map(([g, own]) => agreesInWriting(g, own ? g.name : 'Eve'))],
  [1, mostly(...SEAL_CAUSES).map(fails)],
  [2, fc.constantFrom('confirm-roster', 'pause', 'resume', 'stop', 'go-on-without').map(order)],
  [1, fc.constant(order('confirm-roster'))],
  [2, checksByHand],
  [1, fc.tuple(somebody, somebody).map(([gone, guest]) => swaps(gone, guest))],
  [2, attests],
  [1, notesNo],
  [1, counts],
  [2, fc.tuple(fc.constantFrom(...SETTLEMENTS), somebody).map(([as, guest]) => settles(as, guest))],
  [2, fc.tuple(somebody, somebody).map(([guest, as]) => samePerson(guest, as))],
  [
    1,
    fc
      .boolean()
      .map(
        (on) => new Step(`the page can ${on ? '' : 'not '}be watched`, (m) => m.see({ what: 'watch', watching: on })),
      ),
  ],
  [
    1,
    fc
      .constantFrom('call', 'left', 'elsewhere')
      .map((place) => new Step(`the page is at: ${place}`, (m) => m.see({ what: 'place', place }))),
  ],
  [
    1,
    fc.constant(
      new Step('the tab is disarmed', (m) =>
        m.see({ what: 'capture', report: { capture: 'disarmed', why: 'navigated' } }),
      ),
    ),
  ],
  [1, own],
  [2, copies],
  [2, repeats],
  [2, unheard],
  [
    3,
    fc
      .tuple(fc.constantFrom<Guest>(GUESTS[0], GUESTS[1]), fc.constantFrom('asks', 'ends'))
      .map(([guest, what]) => otherHost(guest, what)),
  ],
  [2, again],
  [1, fc.constant(new Step('the page is loaded anew', (m) => m.reloads()))],
  [2, fc.constantFrom(6, 60, 3600, -1, -6, -60, -3600).map(clock)],
  [1, restarts],
  [1, disk],
  [1, dies],
  [1, fc.integer({ min: 2, max: 6 }).map(quota)],
  [1, fc.constant(counterMoves)],
];
const anything = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Most schedules begin where it gets interesting: a few people asked, and perhaps all agreed. */
const opening: fc.Arbitrary<Step[]> = fc
  .tuple(fc.uniqueArray(somebody, { maxLength: 3 }), fc.nat({ max: 9 }))
  .map(([guests, far]): Step[] => {
    const here = guests.map((guest) => comesIn(guest));
    const steps = [...here, asks('sound'), posts('echoed'), everybodyAgrees];
    if (far < 3) {
      const texas = [hostSettles('Texas, and the legal minimum'), ...here, everybodyIsIn('US-TX')];
      return [...texas, asks('sound'), posts('echoed'), waits(16_000), starts];
    }
    if (far === 3)
      return [
        hostSettles('nothing'),
        ...here,
        everybodyIsIn('US-WA'),
        ...steps.slice(here.length),
        starts,
        waits(31_000),
      ];
    return far > 7 ? [] : far > 6 ? steps.slice(0, -1) : steps;
  });
export const schedules: fc.Arbitrary<Schedule> = fc
  .tuple(opening, fc.array(anything, { minLength: 1, maxLength: 30, size: 'max' }))
  .map(([first, rest]) => new Schedule([...first, ...rest]));
