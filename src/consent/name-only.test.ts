import { describe, expect, test } from 'vitest';
import type { Completeness } from '../model/roster.ts';
import { decideOrder, notConfirmable } from './decide-order.ts';
import type { Heard } from './heard.ts';
import { ScheduledMeeting } from './testdata/scheduled-meeting.ts';
import { ASKS, WORDS } from './testdata/steps.ts';

/** A site without ids: the host's own row, names, and a count. */
class Names {
  private constructor(readonly meeting: ScheduledMeeting) {}

  static async open(): Promise<Names> {
    return new Names(await ScheduledMeeting.open({}));
  }

  look(names: readonly string[], counter: number | null = names.length + 1, completeness: Completeness = 'complete') {
    const host = { id: null, name: 'Host', self: true };
    const people = [host, ...names.map((name) => ({ id: null, name, self: false }))];
    return this.meeting.see({ what: 'roster', roster: { people, completeness, counter, source: 'dom' } });
  }

  async ask() {
    await this.meeting.ask(ASKS.sound);
    await this.meeting.posts('echoed');
  }

  async agrees(name: string) {
    await this.meeting.posts('echoed');
    const sender = { id: null, name, self: false };
    const line = { id: `m${this.meeting.next()}`, sender, text: 'I agree', edited: false };
    await this.meeting.see({ what: 'chat', line, replayed: false }, WORDS['I agree']);
  }

  /** A line that is read now; when it was written it does not tell. */
  reads(name: string, heard: Partial<Heard>) {
    const line = {
      id: `m${this.meeting.next()}`,
      sender: { id: null, name, self: false },
      text: 'words',
      edited: false,
    };
    const silent: Heard = { says: 'nothing', all: false, sure: false, tag: { kind: 'none' } };
    return this.meeting.see({ what: 'chat', line, replayed: false }, { ...silent, ...heard });
  }

  /** A yes from somebody's extension, by a key that was not seen before. */
  signs(name: string) {
    const { ask } = this.meeting.state;
    if (!ask) throw new Error('nobody has asked');
    const { id, notice, purposes, media } = ask;
    const key = `k${this.meeting.next()}`;
    const agreed = { answer: 'consented', purposes: purposes.map(({ purpose }) => purpose), media } as const;
    const tag = {
      ...agreed,
      ask: id,
      notice: notice.hash,
      shown: notice,
      person: 1,
      people: 1,
      counter: 1,
      key,
      sig: 's',
    };
    return this.reads(name, { says: 'consented', sure: true, tag: { kind: 'answer', valid: true, ...tag } });
  }

  confirm() {
    return this.meeting.see({ what: 'order', order: { do: 'confirm-roster' } });
  }

  seal() {
    return this.meeting.seals('ordered');
  }

  get open(): boolean {
    return this.meeting.state.epoch !== null;
  }

  get doubts(): string[] {
    return [...this.meeting.state.doubts.values()].map((doubt) => doubt.reason);
  }
}

async function allAgreed(...names: string[]): Promise<Names> {
  const site = await Names.open();
  await site.look(names);
  await site.ask();
  for (const name of names) await site.agrees(name);
  expect(site.open).toBe(true);
  return site;
}

describe('a line that is read late on a name-only site', () => {
  const LIVES: Partial<Heard> = { place: { places: ['US-TX'], remember: null } };
  const anasPlace = (site: Names) =>
    [...site.meeting.state.people.values()].find((one) => one.present && !one.self)?.placed.participant ?? null;
  /** One Ana was asked and left, another one is here, and the question has not reached her yet. */
  async function anotherAna(): Promise<Names> {
    const site = await Names.open();
    await site.look(['Ana']);
    await site.ask();
    await site.look([]);
    await site.look(['Ana']);
    // The host alone was recorded in between.
    await site.seal();
    return site;
  }

  test('may be the first Ana’s: her signed yes is a question, and her place is nobody’s', async () => {
    const site = await anotherAna();
    await site.reads('Ana', LIVES);
    await site.signs('Ana');
    expect([site.open, site.doubts, anasPlace(site)]).toEqual([false, ['replayed'], null]);
  });

  test('is hers once something of ours has reached her', async () => {
    const site = await anotherAna();
    await site.meeting.posts('echoed');
    await site.reads('Ana', LIVES);
    expect(anasPlace(site)).toMatchObject({ places: ['US-TX'] });
    await site.signs('Ana');
    expect([site.open, site.doubts]).toEqual([true, []]);
  });

  test('is hers where there never was another one, though the question is not in the chat yet', async () => {
    const site = await Names.open();
    await site.look(['Ana']);
    await site.meeting.ask(ASKS.sound);
    await site.reads('Ana', LIVES);
    await site.signs('Ana');
    expect([site.open, site.doubts]).toEqual([true, []]);
    expect(anasPlace(site)).toMatchObject({ places: ['US-TX'] });
  });
});

describe('on a name-only site', () => {
  test('a second “Ana” after the first left is a new person who never answered', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.look(['Ben']);
    await site.seal();
    expect(site.open).toBe(true);
    await site.look(['Ana', 'Ben']);
    await site.seal();
    expect(site.open).toBe(false);
    await site.agrees('Ana');
    expect(site.open).toBe(true);
  });

  test('a row that flickers while the counter stands still is the same person', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.look(['Ben'], 3);
    await site.look(['Ana', 'Ben'], 3);
    await site.seal();
    expect(site.open).toBe(true);
  });

  test('a name that is scrolled out of sight while the counter stands still is the same person', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.look(['Ben'], 3, 'partial');
    await site.seal();
    await site.confirm();
    expect(site.open).toBe(true);
  });

  test('a count that is shown for the first time has not changed', async () => {
    const site = await Names.open();
    await site.look(['Ana', 'Ben'], null, 'partial');
    await site.ask();
    for (const name of ['Ana', 'Ben']) await site.agrees(name);
    expect(site.open).toBe(false);
    await site.look(['Ana', 'Ben']);
    expect(site.open).toBe(true);
  });

  test('who was in sight is not known from a part of the list, although it was as long as the list', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.look(['Ana', 'Ben'], 3, 'partial');
    await site.seal();
    await site.look(['Ana', 'Ben', 'Cem']);
    await site.agrees('Cem');
    expect(site.open).toBe(false);
  });

  test('a name that comes back after any change of the counter is a new person', async () => {
    const site = await allAgreed('Ana', 'Ben');
    // The list lags behind the counter: Ana is out of sight for a moment in which somebody leaves and somebody comes.
    await site.look(['Ben'], 3);
    await site.look(['Ana', 'Ben'], 2);
    await site.look(['Ana', 'Ben'], 3);
    await site.seal();
    expect(site.open).toBe(false);
    await site.agrees('Ana');
    await site.agrees('Ben');
    expect(site.open).toBe(true);
  });

  test('a name that is scrolled out of sight while the counter moves is a new person, and still waited for', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.look(['Ben'], 4, 'partial');
    await site.look(['Ben'], 3, 'partial');
    await site.seal();
    await site.confirm();
    expect(site.open).toBe(false);
    await site.look(['Ana', 'Ben'], 3);
    expect(site.open).toBe(false);
    expect([...site.meeting.state.people.values()].filter((person) => person.present)).toHaveLength(3);
  });

  test('a counter that moved while nobody looked makes everybody new', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.meeting.see({ what: 'watch', watching: false });
    await site.seal();
    await site.meeting.see({ what: 'watch', watching: true });
    await site.look(['Ana', 'Ben'], 3);
    expect(site.open).toBe(true);
    await site.meeting.see({ what: 'watch', watching: false });
    await site.seal();
    await site.meeting.see({ what: 'watch', watching: true });
    await site.look(['Ana', 'Ben', 'Cem']);
    await site.agrees('Cem');
    expect(site.open).toBe(false);
  });
});

describe('a list confirmed by hand', () => {
  test('5 → 4 → 5 voids a confirmation', async () => {
    const site = await allAgreed('Ana', 'Ben', 'Cem', 'Dia');
    await site.look(['Ana', 'Ben', 'Cem', 'Dia'], 5, 'partial');
    await site.seal();
    expect(site.open).toBe(false);
    await site.confirm();
    expect(site.open).toBe(true);
    await site.look(['Ana', 'Ben', 'Cem', 'Dia'], 4, 'partial');
    await site.look(['Ana', 'Ben', 'Cem', 'Dia'], 5, 'partial');
    await site.seal();
    expect(site.meeting.state.confirmed).toBe(null);
    expect(site.open).toBe(false);
  });

  test('is refused while the site counts more people than were ever listed', async () => {
    const site = await allAgreed('Ana', 'Ben');
    await site.look(['Ana', 'Ben'], 4, 'partial');
    await site.seal();
    expect(notConfirmable(site.meeting.state)).toBe('people-unlisted');
    expect(decideOrder(site.meeting.state, { do: 'confirm-roster' }).drafts).toEqual([]);
    await site.confirm();
    expect(site.open).toBe(false);
    await site.look(['Ben', 'Cem'], 4, 'partial');
    expect(notConfirmable(site.meeting.state)).toBe(null);
  });

  test('is refused where no newcomer would show', async () => {
    const site = await Names.open();
    expect(notConfirmable(site.meeting.state)).toBe('list-unreadable');
    await site.look(['Ana'], null, 'partial');
    expect(notConfirmable(site.meeting.state)).toBe('list-unreadable');
    await site.look(['Ana'], null);
    expect(notConfirmable(site.meeting.state)).toBe(null);
  });
});

describe('a name never lends a yes', () => {
  const alike: [string, string, string][] = [
    ['another alphabet', 'Bob', 'B\u043eb'],
    ['right-to-left override', 'Bob', '\u202eboB'],
    ['a mark that turns the direction', 'Bob', '\u200fBob'],
    ['zero width', 'Bob', 'B\u200bo\u200db'],
    ['full width', 'Bob', '\uff22\uff4f\uff42'],
    ['a note behind it', 'Bob', 'Bob (Guest)'],
    ['10,000 characters, alike in the first of them', 'x'.repeat(10_000), `${'x'.repeat(9_999)}y`],
    ['the very same', 'Bob', 'Bob'],
  ];
  test.each(alike)('%s: the yes of one is a question, not the yes of the other', async (_how, one, other) => {
    const site = await Names.open();
    await site.look([one, other]);
    await site.ask();
    await site.agrees(one);
    await site.agrees(other);
    expect(site.open).toBe(false);
    expect([...site.meeting.state.answers.values()]).toHaveLength(1);
  });

  const odd: [string, string][] = [
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['a tag of ours', '[atr1 end a0000000000000]'],
    ['the name of a member of every object', '__proto__'],
    ['nothing but zero width', '\u200b\u200d\u2060'],
    ['half a surrogate', 'Ana \ud83d'],
    ['nothing at all', ''],
    ['10,000 characters', '\u202e'.repeat(5000) + 'x'.repeat(5000)],
    ['the host’s own', 'Host'],
  ];
  test.each(odd)('%s breaks nothing, and is waited for like everybody', async (_what, name) => {
    const site = await Names.open();
    await site.look([name, 'Ana']);
    await site.ask();
    await site.agrees('Ana');
    expect(site.open).toBe(false);
    const [participant] = [...site.meeting.session.directory.people].find(
      ([key, known]) => known.name !== 'Ana' && !site.meeting.state.people.get(key)?.self,
    ) ?? [null];
    if (!participant) throw new Error('nobody of that name');
    await site.meeting.see({ what: 'order', order: { do: 'attest', participant, person: 1, how: 'aloud' } });
    expect(site.open).toBe(true);
  });

  test('the host’s name in a guest’s mouth is nobody’s yes', async () => {
    const site = await Names.open();
    await site.look(['Ana']);
    await site.ask();
    await site.agrees('Host');
    expect(site.open).toBe(false);
  });
});
