import { describe, expect, test } from 'vitest';
import { makeAnswerKey } from '../consent/signature.ts';
import type { AskTerms } from '../model/ask.ts';
import { Chatting } from './testdata/chatting.ts';
import { TERMS } from './testdata/opening.ts';
import { answerPost } from './words.ts';

const yes = { answer: 'consented', purposes: ['quality'], person: 1, people: 1 } as const;

async function agreed(...names: string[]): Promise<Chatting> {
  const meeting = await Chatting.open();
  await meeting.join(...names);
  await meeting.ask();
  for (const name of names) await meeting.say(name, 'I agree');
  expect(meeting.recording).toBe(true);
  return meeting;
}

describe('meetings as they are', () => {
  test('breakout rooms: who goes to another room leaves, and is asked again when they come back', async () => {
    const meeting = await agreed('Ana', 'Ben');
    await meeting.leave('Ben');
    await meeting.seal();
    expect(meeting.recording).toBe(true);
    meeting.now += 300_000;
    await meeting.join('Ben');
    await meeting.seal();
    expect(meeting.recording).toBe(false);
    await meeting.posts();
    await meeting.say('Ben', 'I agree');
    expect(meeting.recording).toBe(true);
  });

  test('the host in a breakout room is in another call: closed, and read anew afterwards', async () => {
    const meeting = await agreed('Ana');
    await meeting.see({ what: 'place', place: 'elsewhere' });
    expect(meeting.recording).toBe(false);
    await meeting.seal();
    await meeting.see({ what: 'place', place: 'call' });
    expect(meeting.recording).toBe(false);
    await meeting.look();
    expect(meeting.recording).toBe(true);
  });

  test('one person on two devices: asked twice until the host says so; then one yes counts, and one no', async () => {
    const meeting = await agreed('Ana');
    await meeting.join('Phone of Ana');
    await meeting.seal();
    expect(meeting.recording).toBe(false);
    await meeting.order({ do: 'same-person', participant: meeting.key('Phone of Ana'), as: meeting.key('Ana') });
    expect(meeting.recording).toBe(true);
    await meeting.say('Phone of Ana', 'stop recording');
    expect(meeting.recording).toBe(false);
  });

  test('dial-in by phone: cannot write, is waited for, and answers by the host’s word', async () => {
    const meeting = await agreed('Ana');
    await meeting.join('+49 ••••• ••12');
    await meeting.seal();
    expect(meeting.recording).toBe(false);
    const participant = meeting.key('+49 ••••• ••12');
    await meeting.order({ do: 'attest', participant, person: 1, how: 'aloud' });
    expect(meeting.recording).toBe(true);
    await meeting.order({ do: 'record-refusal', participant });
    expect(meeting.recording).toBe(false);
  });

  test('rename in the call: by the site’s id it is the same person, and their yes stays', async () => {
    const meeting = await agreed('Ana');
    meeting.people = meeting.people.map((person) => (person.id === 'ana' ? { ...person, name: 'Dr Ana' } : person));
    await meeting.look();
    expect(meeting.recording).toBe(true);
    expect(meeting.session.directory.people.get(meeting.key('Dr Ana'))?.site).toBe('ana');
  });

  test('the host reloads: the chat that is replayed is no new answer, and the old ones count', async () => {
    const meeting = await agreed('Ana');
    await meeting.see({ what: 'watch', watching: false });
    await meeting.seal();
    await meeting.see({ what: 'watch', watching: true });
    await meeting.look();
    await meeting.say('Ana', 'I agree', { replayed: true });
    expect(meeting.recording).toBe(true);
    expect(meeting.doubts).toEqual([]);
  });

  test('300 people: the gate opens with the last yes', { timeout: 120_000 }, async () => {
    const names = Array.from({ length: 300 }, (_, i) => `Guest ${String.fromCodePoint(0x4e00 + i)}`);
    const meeting = await Chatting.open();
    await meeting.join(...names);
    await meeting.ask();
    for (const name of names.slice(1)) await meeting.say(name, 'I agree', { after: 1 });
    expect(meeting.recording).toBe(false);
    await meeting.say(names[0] ?? '', 'I agree');
    expect(meeting.recording).toBe(true);
  });
});

test('a second row that says to be the host’s own closes, and when it is gone again recording goes on', async () => {
  const meeting = await agreed('Ana');
  const honest = meeting.people;
  meeting.people = [...honest, { id: 'eve', name: 'Eve', self: true }];
  await meeting.look();
  expect(meeting.recording).toBe(false);
  await meeting.seal();
  meeting.people = honest;
  await meeting.look();
  expect(meeting.recording).toBe(true);
});

test('after a pause and then a stop, the chat is told of the stop as well, once', async () => {
  const meeting = await agreed('Ana');
  await meeting.starts();
  await meeting.order({ do: 'pause' });
  await meeting.seal();
  await meeting.posts();
  await meeting.order({ do: 'stop' });
  await meeting.posts();
  await meeting.posts();
  expect(meeting.posted.slice(-2).map((text) => /\[atr1 off \S+ (\w+)\]/.exec(text)?.[1])).toEqual([
    'paused',
    'stopped',
  ]);
});

describe('a yes in the moment of a newer notice', () => {
  const MORE: AskTerms = { ...TERMS, media: 'sound+picture' };

  test('may have been written for the older one: a question for the host', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    await meeting.ask();
    await meeting.ask(MORE);
    await meeting.say('Ana', 'I agree', { after: 5 });
    expect(meeting.doubts).toEqual(['perhaps-yes']);
    expect(meeting.recording).toBe(false);
    await meeting.say('Ana', 'I agree');
    expect(meeting.recording).toBe(true);
  });

  test('counts where nothing else was asked, and where the older ask never reached them', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    await meeting.ask();
    await meeting.say('Ana', 'I agree', { after: 5 });
    expect(meeting.recording).toBe(true);
    await meeting.ask(MORE);
    await meeting.seal();
    await meeting.join('Ben');
    await meeting.posts();
    await meeting.say('Ben', 'I agree', { after: 5 });
    await meeting.say('Ana', 'I agree');
    expect(meeting.doubts).toEqual([]);
    expect(meeting.recording).toBe(true);
  });
});

describe('the notice was seen', () => {
  test('by whose extension signs an answer to it, although no notice came for them yet; and it is not sent again', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    const ask = await meeting.ask();
    await meeting.join('Ben');
    const no = { answer: 'refused', purposes: [], person: 1, people: 1 } as const;
    await meeting.say('Ben', await answerPost(ask, no, await makeAnswerKey(), 1));
    const before = meeting.posted.length;
    await meeting.posts();
    expect(meeting.posted.length).toBe(before);
    expect(meeting.state.people.get(meeting.key('Ben'))?.shown.has(ask.id)).toBe(true);
  });
});

describe('tags that were forged or replayed', () => {
  test('a tag that was changed after signing is a question', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    const ask = await meeting.ask();
    const text = await answerPost(ask, yes, await makeAnswerKey(), 1);
    await meeting.say('Ana', text.replace(' 1 1 1 ', ' 1 1 9 '));
    expect(meeting.doubts).toEqual(['bad-signature']);
    expect(meeting.recording).toBe(false);
  });

  test('a signature of another ask is no answer to this one', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    const first = await meeting.ask();
    const pair = await makeAnswerKey();
    const text = await answerPost(first, yes, pair, 1);
    const second = await meeting.ask({ ...first, media: 'sound+picture' });
    const start = (post: string) => /\[atr1 answer \S+/.exec(post)?.[0] ?? '';
    const own = await answerPost(second, yes, pair, 2);
    await meeting.say('Ana', text.replace(start(text), start(own)));
    expect(meeting.doubts).toEqual(['bad-signature']);
    expect(meeting.recording).toBe(false);
  });

  test('somebody else’s signed yes, copied, is not the copier’s', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana', 'Ben');
    const text = await answerPost(await meeting.ask(), yes, await makeAnswerKey(), 1);
    await meeting.say('Ana', text);
    await meeting.say('Ben', text);
    expect(meeting.doubts).toEqual(['other-key']);
    expect(meeting.recording).toBe(false);
  });

  test('a signed yes that is posted again after a withdrawal is a replay', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    const text = await answerPost(await meeting.ask(), yes, await makeAnswerKey(), 1);
    await meeting.say('Ana', text);
    await meeting.say('Ana', 'stop recording');
    await meeting.seal();
    await meeting.say('Ana', text);
    expect(meeting.doubts).toEqual(['replayed']);
    expect(meeting.recording).toBe(false);
  });

  test('an edit that makes a yes is a question; one that unmakes it closes', async () => {
    const meeting = await Chatting.open();
    await meeting.join('Ana');
    await meeting.ask();
    await meeting.say('Ana', 'I agree', { msg: 'one', edited: true });
    expect(meeting.doubts).toEqual(['edited-to-yes']);
    await meeting.say('Ana', 'I agree', { msg: 'two' });
    expect(meeting.recording).toBe(true);
    await meeting.say('Ana', 'hello', { msg: 'two', edited: true });
    expect(meeting.doubts).toEqual(['edited-away']);
    expect(meeting.recording).toBe(false);
  });
});
