import { SpreadNumbers } from '../../consent/spread-number.ts';
import type { State } from '../../consent/state.ts';
import { MemoryLog } from '../../consent/testdata/memory-log.ts';
import type { Ask, AskTerms } from '../../model/ask.ts';
import type { Entry } from '../../model/entry.ts';
import { ID_BYTES, idOf, type LogId, type ParticipantKey } from '../../model/id.ts';
import type { Observation, Order, Seen } from '../../model/observation.ts';
import type { RosterPerson } from '../../model/roster.ts';
import { joinParts, POST_MAX } from '../../model/tag-post.ts';
import { hostOf } from '../asking.ts';
import { duePosts } from '../due.ts';
import { hear } from '../hear.ts';
import { type Observed, type Revoke, Session } from '../session.ts';
import { postTexts } from '../words.ts';
import { askEveryone, openMeeting, random, TERMS } from './opening.ts';

/** A host's browser in a meeting: real session, real words and signatures, log in memory, a clock by hand, and a chat that is called. */
export class Chatting {
  now = 1_800_000_000_000;
  people: RosterPerson[] = [{ id: 'host', name: 'Host', self: true }];
  /** What this host's browser has posted, as it stands in the chat. */
  readonly posted: string[] = [];
  readonly revoked: Revoke[] = [];
  private n = 0;

  private constructor(readonly session: Session) {}

  /** @param atNumbers the host wants a pause at a payment number */
  static async open(atNumbers = false): Promise<Chatting> {
    const ref: { at?: Chatting } = {};
    const log = 'lAAAAAAAAAAAA' as LogId;
    const now = () => ref.at?.now ?? 0;
    const spread = atNumbers ? new SpreadNumbers() : null;
    const session = await Session.load(log, {
      log: new MemoryLog(log),
      hear: (line, state) => hear(line, state, spread, now()),
      revoke: (order) => void ref.at?.revoked.push(order),
      now,
      random,
    });
    const chatting = new Chatting(session);
    ref.at = chatting;
    await openMeeting(session, (seen) => chatting.see(seen));
    return chatting;
  }

  see(seen: Seen, key = `k${++this.n}`): Promise<Observed> {
    return this.session.observe({ ...seen, key, at: this.now } as Observation);
  }

  order(order: Order): Promise<Observed> {
    return this.see({ what: 'order', order });
  }

  look(): Promise<Observed> {
    const people = [...this.people];
    return this.see({
      what: 'roster',
      roster: { people, completeness: 'complete', counter: people.length, source: 'dom' },
    });
  }

  async join(...names: string[]): Promise<void> {
    for (const name of names) this.people.push({ id: name.toLowerCase(), name, self: false });
    await this.look();
  }

  async leave(name: string): Promise<void> {
    this.people = this.people.filter((person) => person.name !== name);
    await this.look();
  }

  /** Somebody's line, some seconds after the last thing that happened. */
  say(name: string, text: string, how: { replayed?: boolean; edited?: boolean; msg?: string; after?: number } = {}) {
    this.now += how.after ?? 5000;
    const sender = { id: name.toLowerCase(), name, self: name === 'Host' };
    const line = { id: how.msg ?? `m${++this.n}`, sender, text, edited: how.edited ?? false };
    return this.see({ what: 'chat', line, replayed: how.replayed ?? false });
  }

  async ask(terms: AskTerms = TERMS): Promise<Ask> {
    const { ask } = await askEveryone(this.session, terms);
    await this.posts();
    return ask;
  }

  /** What the worker does with due posts, in a page that takes every message. */
  async posts(): Promise<void> {
    this.now += 3000;
    for (const due of duePosts(this.state, this.now)) {
      const post = idOf('post', random(ID_BYTES));
      const text = joinParts(postTexts(this.state, this.session.directory, due, POST_MAX));
      const entry: Entry = { kind: 'post-ordered', post, says: due.says, ask: due.ask, people: [...due.people] };
      await this.session.commit((state) => [{ entry, subject: hostOf(state), disclosures: { text } }]);
      await this.see({ what: 'post', post, outcome: 'echoed' });
      this.posted.push(text);
    }
  }

  async starts(): Promise<void> {
    const { epoch } = this.state.segment ?? { epoch: '' };
    await this.see({ what: 'capture', report: { capture: 'started', epoch, mime: 'audio/webm', microphone: false } });
    await this.posts();
  }

  async seal(): Promise<void> {
    const { epoch } = this.state.segment ?? { epoch: '' };
    const kept = { chunks: 1, bytes: 9, ms: 1000, dropped: 0, lastHash: '' };
    await this.see({ what: 'capture', report: { capture: 'sealed', epoch, cause: 'ordered', ...kept } });
  }

  key(name: string): ParticipantKey {
    const found = [...this.session.directory.people].findLast(([, known]) => known.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found[0];
  }

  get state(): State {
    return this.session.state;
  }

  get recording(): boolean {
    return this.state.epoch !== null;
  }

  get doubts(): string[] {
    return [...this.state.doubts.values()].map((doubt) => doubt.reason);
  }
}
