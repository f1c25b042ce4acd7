import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeAnswerKey } from '../consent/signature.ts';
import { DATABASE_NAME, openDatabase } from '../database/schema.ts';
import { type Hash, rootAt, treeOf } from '../log/merkle.ts';
import { leafPages } from '../log/reading.ts';
import { openLogStore } from '../log/store.ts';
import type { AskTerms } from '../model/ask.ts';
import type { Draft } from '../model/entry.ts';
import { Failure } from '../model/failure.ts';
import { base64url, fromBase64url, ID_BYTES, idOf, type LogId, type ParticipantKey } from '../model/id.ts';
import type { Observation, Seen } from '../model/observation.ts';
import type { RosterPerson } from '../model/roster.ts';
import { joinParts, POST_MAX } from '../model/tag-post.ts';
import { memoryKeyFiles } from '../vault/key-files.ts';
import { askDrafts, hostOf, openingDrafts } from './asking.ts';
import { duePosts } from './due.ts';
import { hear } from './hear.ts';
import { type OpenOrder, type Revoke, Session, type SessionLog } from './session.ts';
import { answerPost, noticeOf, postTexts, signHostYes } from './words.ts';

const TERMS: AskTerms = {
  purposes: [
    { purpose: 'quality', required: true },
    { purpose: 'training', required: false },
  ],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
};
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));

/** A meeting without a browser: real log store on fake-indexeddb, real words and signatures, a hand-driven clock. */
class Table {
  now = 1_800_000_000_000;
  readonly revoked: Revoke[] = [];
  readonly opened: OpenOrder[] = [];
  people: RosterPerson[] = [{ id: 'h', name: 'Host', self: true }];
  private n = 0;
  session!: Session;
  store!: SessionLog;

  async open(wrap: (store: SessionLog) => SessionLog = (store) => store): Promise<this> {
    await deleteDB(DATABASE_NAME);
    const db = await openDatabase(() => undefined);
    const store = openLogStore({ db, keys: memoryKeyFiles(), random });
    const log = idOf('log', random(ID_BYTES));
    await store.create({ log, platform: 'sandbox', meeting: 'm', at: this.now });
    this.store = wrap(store);
    this.session = await this.load(log);
    const how = { platform: 'sandbox', software: 'test', policy: 'floor/1', lagMs: 2000 };
    await this.session.commit(() => openingDrafts(how, 'room', idOf('participant', random(ID_BYTES))));
    await this.see({ what: 'capture', report: { capture: 'armed' } });
    return this;
  }

  load(log: LogId): Promise<Session> {
    return Session.load(log, {
      log: this.store,
      hear,
      revoke: (r) => this.revoked.push(r),
      now: () => this.now,
      random,
    });
  }

  /** false: not all of what is posted is in the chat yet. */
  arrives = true;

  async see(seen: Seen, key = `k${++this.n}`) {
    const observation = { ...seen, key, at: this.now } as Observation;
    const result = await this.session.observe(observation);
    await this.follow(result);
    return result;
  }

  private async follow(result: Awaited<ReturnType<Session['observe']>>) {
    if (result.ok !== true || !result.open) return;
    this.opened.push(result.open);
    await this.see({
      what: 'capture',
      report: { capture: 'started', epoch: result.open.epoch, mime: 'audio/webm', microphone: false },
    });
  }

  roster(extra: Partial<{ completeness: 'complete' | 'partial' | 'unknown'; counter: number | null }> = {}) {
    const roster = {
      people: [...this.people],
      completeness: 'complete',
      counter: this.people.length,
      source: 'dom',
      ...extra,
    } as const;
    return this.see({ what: 'roster', roster });
  }

  async join(id: string | null, name: string) {
    this.people.push({ id, name, self: false });
    await this.roster();
    await this.posts();
  }

  async leave(name: string) {
    this.people = this.people.filter((person) => person.name !== name);
    await this.roster();
  }

  say(
    id: string | null,
    text: string,
    extra: { name?: string; edited?: boolean; replayed?: boolean; msg?: string } = {},
  ) {
    this.now += 10;
    const line = {
      id: extra.msg ?? `msg${++this.n}`,
      sender: { id, name: extra.name ?? id, self: false },
      text,
      edited: extra.edited ?? false,
    };
    return this.see({ what: 'chat', line, replayed: extra.replayed ?? false });
  }

  async ask(terms: AskTerms = TERMS) {
    const { words, notice } = await noticeOf(terms, 'en');
    const ask = { ...terms, id: idOf('ask', random(ID_BYTES)), notice };
    const yes = await signHostYes(ask);
    await this.follow(await this.session.commit((state) => askDrafts(ask, words, hostOf(state), yes, state)));
    await this.posts();
    return ask;
  }

  /** What the worker does with due posts, and a page that takes every message. */
  async posts() {
    this.now += 3000;
    for (const due of duePosts(this.session.state, this.now)) {
      const post = idOf('post', random(ID_BYTES));
      const text = joinParts(postTexts(this.session.state, this.session.directory, due, POST_MAX));
      const host = hostOf(this.session.state);
      const entry = { kind: 'post-ordered', post, says: due.says, ask: due.ask, people: [...due.people] } as const;
      await this.session.commit(() => [{ entry, subject: host, disclosures: { text } } as Draft]);
      if (this.arrives) await this.see({ what: 'post', post, outcome: 'echoed' });
    }
    this.now += 10;
  }

  async seal(cause: 'ordered' | 'lease-lapsed' | 'disk-full' = 'ordered') {
    const epoch = this.session.state.segment?.epoch ?? '';
    await this.see({
      what: 'capture',
      report: { capture: 'sealed', epoch, cause, chunks: 3, bytes: 9, ms: 3000, dropped: 0, lastHash: '' },
    });
  }

  key(name: string): ParticipantKey {
    const found = [...this.session.directory.people].find(([, known]) => known.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found[0];
  }

  get recording(): boolean {
    return this.session.state.epoch !== null;
  }

  doubts(): string[] {
    return [...this.session.state.doubts.values()].map((doubt) => doubt.reason);
  }
}

let table: Table;
beforeEach(async () => {
  table = await new Table().open();
});

async function everybodyAgreed(): Promise<void> {
  await table.join('a', 'Ana');
  await table.join('b', 'Ben');
  await table.ask();
  await table.say('a', 'I agree');
  await table.say('b', 'I agree');
}

describe('the gate', () => {
  test('opens with the last yes, not before', async () => {
    await table.join('a', 'Ana');
    await table.join('b', 'Ben');
    await table.ask();
    await table.say('a', 'I agree');
    expect(table.recording).toBe(false);
    await table.say('b', 'I agree');
    expect(table.recording).toBe(true);
    expect(table.opened).toHaveLength(1);
  });

  test('stays shut on a yes to the first part of a question: the host is asked whether they meant it', async () => {
    await table.join('a', 'Ana');
    table.arrives = false;
    await table.ask();
    await table.say('a', 'I agree');
    expect(table.recording).toBe(false);
    expect(table.doubts()).toEqual(['perhaps-yes']);
  });

  test('closes for a late joiner, cuts at first sight minus the lag, and opens again with their yes', async () => {
    await everybodyAgreed();
    table.now += 10_000;
    const sight = table.now;
    table.people.push({ id: 'c', name: 'Cem', self: false });
    await table.roster();
    expect(table.recording).toBe(false);
    expect(table.revoked.at(-1)).toMatchObject({ drain: false, cutAfter: sight - 2000 });
    await table.seal();
    expect(table.recording).toBe(false);
    await table.posts();
    await table.say('c', 'I agree');
    expect(table.recording).toBe(true);
    expect(new Set(table.opened.map((o) => o.epoch)).size).toBe(2);
  });

  test('does not open again before the recorder has sealed', async () => {
    await everybodyAgreed();
    await table.say('a', 'stop recording');
    await table.say('a', 'I agree');
    expect(table.recording).toBe(false);
    await table.seal();
    expect(table.recording).toBe(true);
  });

  test('a refusal, a withdrawal and "stop recording" close it', async () => {
    for (const words of ['I do not agree', 'stop recording', 'I withdraw my consent']) {
      table = await new Table().open();
      await everybodyAgreed();
      await table.say('b', words);
      expect(table.recording, words).toBe(false);
    }
  });

  test('a no from somebody who cannot be matched closes it and waits for the host', async () => {
    await everybodyAgreed();
    await table.say('x', 'stop recording', { name: 'Nobody' });
    expect(table.recording).toBe(false);
    expect(table.doubts()).toEqual(['unknown-sender']);
    await table.seal();
    const [doubt] = [...table.session.state.doubts.keys()];
    if (!doubt) throw new Error('no doubt');
    await table.see({ what: 'order', order: { do: 'settle', doubt, as: 'nothing', participant: null } });
    expect(table.recording).toBe(true);
  });

  test('a leave rolls over into a new epoch and drains the old one', async () => {
    await everybodyAgreed();
    await table.leave('Ben');
    expect(table.revoked.at(-1)).toMatchObject({ drain: true, cutAfter: null });
    await table.seal();
    expect(table.recording).toBe(true);
  });

  test('a missing row in a partial reading is not a leave, and closes', async () => {
    await everybodyAgreed();
    table.people = table.people.filter((person) => person.name !== 'Ben');
    await table.roster({ completeness: 'partial', counter: 3 });
    expect(table.recording).toBe(false);
    expect(table.session.state.people.get(table.key('Ben'))?.present).toBe(true);
  });

  test('a confirmed list opens a partial roster and is void when the counter moves', async () => {
    await everybodyAgreed();
    await table.roster({ completeness: 'partial', counter: 3 });
    await table.seal();
    await table.see({ what: 'order', order: { do: 'confirm-roster' } });
    expect(table.recording).toBe(true);
    await table.roster({ completeness: 'partial', counter: 4 });
    expect(table.recording).toBe(false);
  });

  test('pause closes and drains; only resume opens', async () => {
    await everybodyAgreed();
    await table.see({ what: 'order', order: { do: 'pause' } });
    expect(table.recording).toBe(false);
    expect(table.revoked.at(-1)).toMatchObject({ drain: true, reasons: ['paused'] });
    await table.seal();
    expect(table.recording).toBe(false);
    await table.see({ what: 'order', order: { do: 'resume' } });
    expect(table.recording).toBe(true);
  });

  test('a page that is not watched closes it', async () => {
    await everybodyAgreed();
    await table.see({ what: 'watch', watching: false });
    expect(table.recording).toBe(false);
    await table.seal();
    await table.see({ what: 'watch', watching: true });
    expect(table.recording).toBe(false);
    await table.roster();
    expect(table.recording).toBe(true);
  });

  test('a full disk waits for the host; a lapsed lease opens a new epoch by itself', async () => {
    await everybodyAgreed();
    await table.seal('lease-lapsed');
    expect(table.recording).toBe(true);
    await table.seal('disk-full');
    expect(table.recording).toBe(false);
    await table.see({ what: 'order', order: { do: 'resume' } });
    expect(table.recording).toBe(true);
  });

  test('stays shut without the toolbar button', async () => {
    await table.see({ what: 'capture', report: { capture: 'disarmed', why: 'not-armed' } });
    await everybodyAgreed();
    expect(table.recording).toBe(false);
  });
});

describe('answers', () => {
  test('what is not a yes', async () => {
    await table.join('a', 'Ana');
    await table.ask();
    for (const words of [
      'ok',
      'yes',
      '👍',
      'I agree with Bob',
      'I agree?',
      '> I agree',
      'May we record this? Write: I agree',
    ])
      await table.say('a', words);
    expect(table.recording).toBe(false);
  });

  test('a yes before the notice was shown, replayed or edited is a question', async () => {
    await table.join('a', 'Ana');
    await table.say('a', 'I agree');
    await table.ask();
    expect(table.recording).toBe(false);
    await table.say('a', 'I agree', { replayed: true });
    await table.say('a', 'I agree', { edited: true });
    expect(table.recording).toBe(false);
    expect(table.doubts()).toEqual(['replayed', 'edited-to-yes']);
    await table.say('a', 'I agree');
    expect(table.recording).toBe(true);
    expect(table.doubts()).toEqual([]);
  });

  test('name-only: doubled and confusable names are questions', async () => {
    await table.join(null, 'Bob');
    await table.join(null, 'Воb');
    await table.ask();
    await table.say(null, 'I agree', { name: 'Bob' });
    expect(table.doubts()).toEqual(['confusable-name']);
    expect(table.recording).toBe(false);
  });

  test('a second person with the same name is somebody new', async () => {
    await table.join(null, 'Bob');
    await table.ask();
    await table.say(null, 'I agree', { name: 'Bob' });
    expect(table.recording).toBe(true);
    await table.join(null, 'Bob');
    expect(table.recording).toBe(false);
  });

  test('the message that a yes rests on is edited: into a no it is one, into something else it is a question', async () => {
    await everybodyAgreed();
    await table.say('a', 'lunch?', { edited: true, msg: 'none' });
    expect(table.recording).toBe(true);
    await table.say('a', 'I do not agree', { edited: true, msg: 'none' });
    expect(table.recording).toBe(false);
    table = await new Table().open();
    await table.join('a', 'Ana');
    await table.ask();
    await table.say('a', 'I agree', { msg: 'mine' });
    await table.say('a', 'see you at lunch', { edited: true, msg: 'mine' });
    expect(table.recording).toBe(false);
    expect(table.doubts()).toEqual(['edited-away']);
  });

  test('signed by the banner; its copy by somebody else, or an old one again, is a question', async () => {
    await table.join('a', 'Ana');
    await table.join('b', 'Ben');
    const ask = await table.ask();
    const pair = await makeAnswerKey();
    const yes = await answerPost(ask, { answer: 'consented', purposes: ['quality'], person: 1, people: 1 }, pair, 1);
    await table.say('a', yes);
    await table.say('b', yes);
    expect(table.doubts()).toEqual(['other-key']);
    expect(table.recording).toBe(false);
    await table.say('b', 'I agree');
    expect(table.recording).toBe(true);
    const no = await answerPost(ask, { answer: 'withdrawn', purposes: [], person: 1, people: 1 }, pair, 2);
    await table.say('a', no);
    expect(table.recording).toBe(false);
    await table.seal();
    await table.say('a', yes);
    expect(table.recording).toBe(false);
    const grades = [...table.session.state.answers.values()].map((answer) => answer.grade);
    expect(grades).toContain('signed');
  });

  test('people behind one tile: the gate waits for as many answers', async () => {
    await table.join('a', 'Ana');
    const ask = await table.ask();
    const pair = await makeAnswerKey();
    await table.say(
      'a',
      await answerPost(ask, { answer: 'consented', purposes: ['quality'], person: 1, people: 2 }, pair, 1),
    );
    expect(table.recording).toBe(false);
    await table.say(
      'a',
      await answerPost(ask, { answer: 'consented', purposes: ['quality'], person: 2, people: 2 }, pair, 2),
    );
    expect(table.recording).toBe(true);
  });

  test('an ask that wants more asks again; one that wants less does not', async () => {
    await everybodyAgreed();
    await table.ask({ ...TERMS, media: 'sound+picture' });
    expect(table.recording).toBe(false);
    await table.seal();
    await table.ask({ ...TERMS, keepDays: 7, proofDays: 100 });
    expect(table.recording).toBe(true);
  });

  test('attested by the host counts, is posted, and can be disputed', async () => {
    await table.join('a', 'Ana');
    await table.ask();
    await table.see({ what: 'order', order: { do: 'attest', participant: table.key('Ana'), person: 1, how: 'aloud' } });
    expect(table.recording).toBe(true);
    expect(duePosts(table.session.state, table.now).map((due) => due.says)).toContain('attested');
    await table.say('a', 'I do not agree');
    expect(table.recording).toBe(false);
  });

  test('a sender who is not in the roster yet is pending, not dropped', async () => {
    await table.join('a', 'Ana');
    await table.ask();
    await table.say('a', 'I agree');
    await table.seal();
    const line = { id: 'early', sender: { id: 'c', name: 'Cem', self: false }, text: 'I agree', edited: false };
    const at = table.now;
    const first = await table.session.observe({ what: 'chat', line, replayed: false, key: 'early', at });
    expect(first).toEqual({ ok: 'later' });
    table.now += 6000;
    const late = await table.session.observe({ what: 'chat', line, replayed: false, key: 'early', at });
    expect(late.ok).toBe(true);
    expect(table.doubts()).toContain('unknown-sender');
  });
});

describe('durability', () => {
  test('a duplicate changes nothing', async () => {
    await table.join('a', 'Ana');
    await table.ask();
    const line = { id: 'one', sender: { id: 'a', name: 'Ana', self: false }, text: 'I agree', edited: false };
    const observation: Observation = { what: 'chat', line, replayed: false, key: 'one', at: table.now };
    await table.session.observe(observation);
    const { size } = table.session.state;
    await table.session.observe(observation);
    expect(table.session.state.size).toBe(size);
  });

  test('a worker that starts again is the fold of the log', async () => {
    await everybodyAgreed();
    const again = await table.load(table.session.log);
    expect(again.state).toEqual(table.session.state);
    expect(again.directory).toEqual(table.session.directory);
  });

  test('closing: the recorder is told although the log cannot be written; opening: it is not', async () => {
    let broken = false;
    table = await new Table().open((store) => ({
      ...store,
      append: (...args) => {
        if (broken) throw new Error('no disk');
        return store.append(...args);
      },
    }));
    await table.join('a', 'Ana');
    await table.ask();
    broken = true;
    expect(await table.say('a', 'I agree')).toMatchObject({ ok: false });
    expect(table.opened).toHaveLength(0);
    broken = false;
    await table.say('a', 'I agree');
    expect(table.opened).toHaveLength(1);
    broken = true;
    expect(await table.say('a', 'stop recording')).toMatchObject({ ok: false });
    expect(table.revoked).toHaveLength(1);
  });

  test('whatever cannot be written closes, told once: nothing is recorded beside a log that fails', async () => {
    let broken = false;
    table = await new Table().open((store) => ({
      ...store,
      append: (...args) => {
        if (broken) throw new Failure('disk-full');
        return store.append(...args);
      },
    }));
    await table.join('a', 'Ana');
    await table.ask();
    await table.say('a', 'I agree');
    const [opened] = table.opened;
    broken = true;
    // It takes nothing back, and would close nothing if it could be written.
    for (let i = 0; i < 2; i++) expect(await table.say('a', 'details')).toEqual({ ok: false, code: 'disk-full' });
    expect(table.revoked).toEqual([
      {
        log: table.session.log,
        epoch: opened?.epoch,
        drain: false,
        cutAfter: null,
        reasons: ['capture-failed'],
        cause: 'disk-full',
      },
    ]);
    broken = false;
    await table.seal();
    expect((await table.say('a', 'details')).ok).toBe(true);
    expect(table.session.trouble).toBeNull();
  });
});

test('its root is that of the tree over all leaves that were written, whatever was loaded anew meanwhile', async () => {
  const table = await new Table().open();
  const rootNow = async (session: Session) => {
    const leaves: Hash[] = [];
    const row = await table.store.row(session.log);
    if (!row) throw new Error('no row');
    const db = await openDatabase(() => undefined);
    for await (const page of leafPages(db, row)) for (const { hash } of page) leaves.push(fromBase64url(hash) as Hash);
    db.close();
    return { size: leaves.length, hash: base64url(await rootAt(await treeOf(leaves))) };
  };
  expect(await table.session.root()).toEqual(await rootNow(table.session));
  await table.join('a', 'Ana');
  const again = await table.load(table.session.log);
  const root = await again.root();
  expect(root).toEqual(await rootNow(again));
  expect(root?.size).toBeGreaterThan(2);
});
