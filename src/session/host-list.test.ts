import { describe, expect, test } from 'vitest';
import { HEARD_NOTHING } from '../consent/heard.ts';
import { MemoryLog } from '../consent/testdata/memory-log.ts';
import type { AskTerms } from '../model/ask.ts';
import { ID_BYTES, idOf, type LogId, type ParticipantKey } from '../model/id.ts';
import type { Observation, Order, Seen } from '../model/observation.ts';
import { askDrafts, hostOf, openingDrafts } from './asking.ts';
import { type OpenOrder, type Revoke, Session } from './session.ts';
import { noticeOf, signHostYes } from './words.ts';

const LOG = 'lAAAAAAAAAAAA' as LogId;
const LAG_MS = 10_000;
const TERMS: AskTerms = {
  purposes: [{ purpose: 'notes', required: true }],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
};
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
const NOTHING_SHOWN = { people: [], completeness: 'unknown', counter: null, source: 'dom' } as const;

/** A meeting on a page that shows nobody: the host writes the list and notes the answers. */
class Page {
  now = 1_800_000_000_000;
  readonly log = new MemoryLog(LOG);
  readonly revoked: Revoke[] = [];
  opened: OpenOrder[] = [];
  session!: Session;

  async begin(): Promise<this> {
    this.session = await Session.load(LOG, {
      log: this.log,
      hear: () => Promise.resolve(HEARD_NOTHING),
      revoke: (order) => this.revoked.push(order),
      now: () => this.now,
      random,
    });
    const how = { platform: 'generic', software: 'test', policy: 'floor/1', lagMs: LAG_MS };
    await this.session.commit(() => openingDrafts(how, 'calls.example/7', idOf('participant', random(ID_BYTES))));
    await this.see({ what: 'capture', report: { capture: 'armed' } });
    await this.see({ what: 'roster', roster: NOTHING_SHOWN });
    const { words, notice } = await noticeOf(TERMS, 'en');
    const ask = { ...TERMS, id: idOf('ask', random(ID_BYTES)), notice };
    const yes = await signHostYes(ask);
    await this.session.commit((state) => askDrafts(ask, words, hostOf(state), yes, state));
    return this;
  }

  async see(seen: Seen) {
    this.now += 1000;
    const observation = { ...seen, key: `k${this.now}`, at: this.now } as Observation;
    const result = await this.session.observe(observation);
    if (result.ok === true && result.open) this.opened.push(result.open);
    return result;
  }

  order(order: Order) {
    return this.see({ what: 'order', order });
  }

  key(name: string): ParticipantKey {
    const found = [...this.session.directory.people].find(([, known]) => known.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found[0];
  }

  attest(name: string) {
    return this.order({ do: 'attest', participant: this.key(name), person: 1, how: 'aloud' });
  }

  async sealed() {
    const epoch = this.session.state.segment?.epoch ?? '';
    const report = { capture: 'sealed', epoch, cause: 'ordered', chunks: 3, bytes: 9, ms: 3000, dropped: 0 } as const;
    await this.see({ what: 'capture', report: { ...report, lastHash: '' } });
  }

  get recording(): boolean {
    return this.session.state.epoch !== null;
  }

  async agreed(...names: string[]): Promise<void> {
    await this.order({ do: 'write-down', names });
    for (const name of names) await this.attest(name);
    expect(this.recording).toBe(true);
  }
}

const begun = () => new Page().begin();

describe('a meeting whose list the host writes', () => {
  test('records when everybody on the list is noted to have agreed, and not before a list is there', async () => {
    const page = await begun();
    expect(page.recording, 'the host alone has agreed, and nobody has said who is here').toBe(false);
    await page.order({ do: 'list-right' });
    expect(page.recording).toBe(false);
    await page.order({ do: 'write-down', names: ['Ana', 'Ben'] });
    await page.attest('Ana');
    expect(page.recording).toBe(false);
    await page.attest('Ben');
    expect(page.recording).toBe(true);
  });

  test('stops for somebody who is added, and what the lag may hold of them is cut', async () => {
    const page = await begun();
    await page.agreed('Ana');
    page.now += 30_000;
    await page.order({ do: 'write-down', names: ['Cem'] });
    expect(page.recording).toBe(false);
    expect(page.revoked.at(-1)).toMatchObject({ drain: false, cutAfter: page.now - LAG_MS });
    await page.sealed();
    await page.attest('Cem');
    expect(page.recording).toBe(true);
  });

  test('goes on without whoever is crossed out, in a new epoch', async () => {
    const page = await begun();
    await page.agreed('Ana', 'Ben');
    const roster = page.session.state.epoch?.roster.length;
    await page.order({ do: 'cross-out', participant: page.key('Ben') });
    expect(page.recording).toBe(false);
    await page.sealed();
    expect(page.recording).toBe(true);
    expect(page.session.state.epoch?.roster.length).toBe((roster ?? 0) - 1);
  });

  test('never records the host alone: crossing out the last one vouches for nobody', async () => {
    const page = await begun();
    await page.agreed('Ana');
    await page.order({ do: 'cross-out', participant: page.key('Ana') });
    await page.sealed();
    expect(page.recording).toBe(false);
  });

  test('is not disturbed by a worker that starts anew and a page that shows nobody again', async () => {
    const page = await begun();
    await page.agreed('Ana');
    await page.see({ what: 'roster', roster: NOTHING_SHOWN });
    expect(page.recording).toBe(true);
  });

  test.each([
    ['a new voice', { what: 'roster', roster: { ...NOTHING_SHOWN, completeness: 'partial' } }],
    ['a look that was lost', { what: 'watch', watching: false }],
    ['a call that ended', { what: 'place', place: 'left' }],
  ] as const)('stops at %s, until the host vouches for the list again', async (_, seen) => {
    const page = await begun();
    await page.agreed('Ana');
    await page.see(seen);
    expect(page.recording).toBe(false);
    await page.sealed();
    await page.see({ what: 'place', place: 'call' });
    await page.see({ what: 'watch', watching: true });
    await page.see({ what: 'roster', roster: NOTHING_SHOWN });
    expect(page.recording).toBe(false);
    await page.order({ do: 'list-right' });
    expect(page.recording).toBe(true);
  });

  test('does not open while a new voice could not be written, however often the page then shows nobody', async () => {
    const page = await begun();
    await page.agreed('Ana');
    page.log.next = 'fails';
    expect(await page.see({ what: 'roster', roster: { ...NOTHING_SHOWN, completeness: 'partial' } })).toMatchObject({
      ok: false,
    });
    page.opened = [];
    await page.sealed();
    await page.see({ what: 'roster', roster: NOTHING_SHOWN });
    await page.order({ do: 'write-down', names: ['Ana'] });
    expect(page.opened, 'neither vouches for anything').toEqual([]);
    await page.order({ do: 'list-right' });
    expect(page.opened).toHaveLength(1);
  });

  test('does not open while somebody who was added could not be written', async () => {
    const page = await begun();
    await page.agreed('Ana');
    page.log.next = 'fails';
    expect(await page.order({ do: 'write-down', names: ['Cem'] })).toMatchObject({ ok: false });
    expect(page.revoked).toHaveLength(1);
    page.opened = [];
    await page.sealed();
    await page.see({ what: 'roster', roster: NOTHING_SHOWN });
    expect(page.opened, 'the newcomer is owed').toEqual([]);
    await page.order({ do: 'write-down', names: ['Cem'] });
    expect(page.recording).toBe(false);
    await page.attest('Cem');
    expect(page.recording).toBe(true);
  });
});
