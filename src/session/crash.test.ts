import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { gate } from '../consent/gate.ts';
import { openDatabase } from '../database/schema.ts';
import { type LogStore, openLogStore } from '../log/store.ts';
import type { Entry } from '../model/entry.ts';
import { ID_BYTES, idOf, type LogId } from '../model/id.ts';
import type { Observation, Seen } from '../model/observation.ts';
import type { RosterPerson } from '../model/roster.ts';
import { type KeyFiles, memoryKeyFiles } from '../vault/key-files.ts';
import { hear } from './hear.ts';
import { type Revoke, Session, type SessionLog } from './session.ts';
import { askEveryone, openMeeting, random } from './testdata/opening.ts';

/** The worker is killed at every step of an answer's way; what the page was not told to be done, it brings again to the next one. */

// The one who dies says so.
beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const START = 1_800_000_000_000;
const DEAD = new Error('the worker was killed');
const host: RosterPerson = { id: 'h', name: 'Host', self: true };
const ana: RosterPerson = { id: 'a', name: 'Ana', self: false };

/** Every step that lasts beyond the worker, and the moments before and after it, are places to die at. */
class Life {
  steps = 0;
  constructor(
    private readonly dies: number,
    private readonly names: string[],
  ) {}

  step(name: string): void {
    this.names[this.steps] = name;
    if (this.steps++ >= this.dies) throw DEAD;
  }

  async around<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.step(`before ${name}`);
    const done = await work();
    this.step(`after ${name}`);
    return done;
  }
}

class Meeting {
  now = START;
  life = new Life(Number.POSITIVE_INFINITY, []);
  lives = 1;
  readonly names: string[] = [];
  readonly revoked: Revoke[] = [];
  readonly files = memoryKeyFiles();
  /** What the worker said is done: it may be shown as logged. */
  readonly acknowledged: string[] = [];
  private n = 0;
  session!: Session;
  store!: LogStore;
  log!: LogId;

  async open(): Promise<void> {
    globalThis.indexedDB = new IDBFactory();
    this.log = idOf('log', random(ID_BYTES));
    await this.wake();
    await this.store.create({ log: this.log, platform: 'sandbox', meeting: 'm', at: this.now });
    await this.load();
    await openMeeting(this.session, (seen) => this.see(seen));
    await this.roster([host, ana]);
    const { ask } = await askEveryone(this.session);
    const post = idOf('post', random(ID_BYTES));
    const person = [...this.session.state.people.values()].find(({ self }) => !self);
    const people = person ? [person.participant] : [];
    await this.session.commit((state) => {
      const entry: Entry = { kind: 'post-ordered', post, says: 'notice', ask: state.ask?.id ?? ask.id, people };
      return [{ entry, subject: null, disclosures: {} }];
    });
    await this.see({ what: 'post', post, outcome: 'echoed' });
    this.now += 10_000;
  }

  /** A new life over the same database. */
  private async wake(): Promise<void> {
    const { files } = this;
    const keys: KeyFiles = { ...files, put: (...given) => this.life.around('the key file', () => files.put(...given)) };
    this.store = openLogStore({ db: await openDatabase(() => undefined), keys, random });
  }

  private async load(): Promise<void> {
    const { store } = this;
    const log: SessionLog = {
      row: (name) => store.row(name),
      checkTail: (name) => store.checkTail(name),
      pages: (...given) => store.pages(...given),
      snapshot: (name) => store.snapshot(name),
      keepSnapshot: (row) => store.keepSnapshot(row),
      disclosuresOf: (name, indexes) => store.disclosuresOf(name, indexes),
      append: (...given) => this.life.around('the append', () => store.append(...given)),
      closeGate: (...given) => this.life.around('closing the gate alone', () => store.closeGate(...given)),
    };
    this.session = await Session.load(this.log, {
      log,
      hear: (line, state) => this.life.around('reading the words', () => hear(line, state)),
      revoke: (order) => {
        this.life.step('before the order to stop');
        this.revoked.push(order);
        this.life.step('after the order to stop');
      },
      now: () => this.now,
      random,
    });
  }

  /** From now on the worker dies at its n-th step. */
  dies(nth: number): void {
    this.life = new Life(nth, this.names);
  }

  /** The page holds what it saw until it is told that it is done; a worker that died is started by the next message. */
  async bring(observation: Observation): Promise<void> {
    for (let tries = 0; tries < 3; tries++) {
      const done = await this.session.observe(observation);
      const { life } = this;
      try {
        life.step('before the page is told');
        if (done.ok === true) this.acknowledged.push(observation.key);
        return;
      } catch (error) {
        if (error !== DEAD) throw error;
        this.life = new Life(Number.POSITIVE_INFINITY, []);
        this.lives++;
        await this.wake();
        await this.load();
      }
    }
  }

  observation(seen: Seen): Observation {
    this.now += 10;
    return { ...seen, key: `k${++this.n}`, at: this.now } as Observation;
  }

  see(seen: Seen): Promise<void> {
    return this.bring(this.observation(seen));
  }

  roster(people: readonly RosterPerson[]): Promise<void> {
    const roster = { people: [...people], completeness: 'complete', counter: people.length, source: 'dom' } as const;
    return this.see({ what: 'roster', roster });
  }

  says(text: string): Observation {
    const line = { id: `msg${this.n}`, sender: { id: 'a', name: 'Ana', self: false }, text, edited: false };
    return this.observation({ what: 'chat', line, replayed: false });
  }

  async answers(): Promise<string[]> {
    const entries = (await this.store.read(this.log)).map(({ entry }) => entry);
    return entries.flatMap((entry) => (entry.kind === 'answered' && entry.channel === 'chat' ? [entry.answer] : []));
  }
}

async function agreed(): Promise<Meeting> {
  const meeting = new Meeting();
  await meeting.open();
  await meeting.bring(meeting.says('I agree'));
  return meeting;
}

/** As many as there are: the test below says when a step was added that is not tried. */
const YES_STEPS = [0, 1, 2, 3, 4];
const NO_STEPS = [0, 1, 2, 3, 4, 5, 6];

describe('a worker that is killed while somebody says yes', () => {
  test.each(YES_STEPS)('at step %d: the yes is in the log once, and opens the gate', async (nth) => {
    const meeting = new Meeting();
    await meeting.open();
    meeting.dies(nth);
    const yes = meeting.says('I agree');
    await meeting.bring(yes);
    await meeting.bring(yes);
    expect(meeting.lives).toBe(2);
    expect(meeting.acknowledged).toContain(yes.key);
    expect((await meeting.answers()).filter((answer) => answer === 'consented')).toHaveLength(1);
    expect(gate(meeting.session.state).may).toBe('record');
    const openings = (await meeting.store.read(meeting.log)).filter(({ entry }) => entry.kind === 'gate-opened');
    expect(openings).toHaveLength(1);
    expect(meeting.session.state.epoch?.epoch).toBe((await meeting.store.gate(meeting.log))?.epoch);
  });
});

describe('a worker that is killed while somebody takes it back', () => {
  test.each(NO_STEPS)(
    'at step %d: it is in the log once, the recorder was told, and the gate row is closed',
    async (nth) => {
      const meeting = await agreed();
      const { epoch } = meeting.session.state.epoch ?? {};
      meeting.dies(nth);
      const no = meeting.says('stop recording');
      await meeting.bring(no);
      await meeting.bring(no);
      expect(meeting.lives).toBe(2);
      expect((await meeting.answers()).filter((answer) => answer === 'withdrawn')).toHaveLength(1);
      expect(meeting.revoked.map((order) => order.epoch)).toContain(epoch);
      expect(await meeting.store.gate(meeting.log)).toMatchObject({ state: 'closed', epoch });
      expect(gate(meeting.session.state).may).toBe('not');
    },
  );
});

test('every step of both ways was tried', async () => {
  const meeting = await agreed();
  for (const [text, tried] of [
    ['stop recording', NO_STEPS],
    ['I agree', YES_STEPS],
  ] as const) {
    meeting.dies(Number.POSITIVE_INFINITY);
    await meeting.bring(meeting.says(text));
    expect(meeting.life.steps, meeting.names.join(', ')).toBe(tried.length);
  }
});

test('what was said to be done is in the log of every later life', async () => {
  const meeting = await agreed();
  const seen = meeting.says('stop recording');
  await meeting.bring(seen);
  const { size } = meeting.session.state;
  expect(meeting.acknowledged).toContain(seen.key);
  meeting.dies(0);
  await meeting.bring(seen);
  expect(meeting.lives).toBe(2);
  expect(meeting.session.state.size).toBe(size);
});
