import { expect, test } from 'vitest';
import { makeAnswerKey } from '../consent/signature.ts';
import type { Ask } from '../model/ask.ts';
import { Chatting } from './testdata/chatting.ts';
import { answerPost } from './words.ts';

/** Eva asks in the same meeting as our host: two browsers, each with its own log, and one chat. */
async function twoHosts(): Promise<{ ours: Chatting; theirs: Chatting; ask: Ask; evas: Ask }> {
  const [ours, theirs] = [await Chatting.open(), await Chatting.open()];
  await ours.join('Eva', 'Ana');
  await theirs.join('Ana', 'Uwe');
  const ask = await ours.ask();
  const evas = await theirs.ask();
  for (const text of theirs.posted) await ours.say('Eva', text);
  for (const text of ours.posted) await theirs.say('Uwe', text);
  return { ours, theirs, ask, evas };
}
const yes = { answer: 'consented', purposes: ['quality'], person: 1, people: 1 } as const;
const no = { answer: 'refused', purposes: [], person: 1, people: 1 } as const;

test('another host’s notice is never an answer', async () => {
  const { ours, evas } = await twoHosts();
  expect(ours.doubts).toEqual([]);
  expect([...ours.state.answers.values()].map((answer) => answer.channel)).toEqual(['panel']);
  expect([...ours.state.others.keys()]).toEqual([evas.id]);
});

test('another host’s status is never an answer', async () => {
  const { ours, theirs } = await twoHosts();
  const before = theirs.posted.length;
  await theirs.order({ do: 'attest', participant: theirs.key('Ana'), person: 1, how: 'aloud' });
  await theirs.order({ do: 'attest', participant: theirs.key('Uwe'), person: 1, how: 'paper' });
  await theirs.starts();
  await theirs.order({ do: 'pause' });
  await theirs.seal();
  await theirs.posts();
  await theirs.order({ do: 'go-on-without' });
  await theirs.posts();
  const told = theirs.posted.slice(before);
  expect(told.map((text) => /\[atr1 (\w+)/.exec(text)?.[1])).toEqual(['on', 'attested', 'attested', 'off', 'end']);
  for (const text of told) await ours.say('Eva', text);
  expect(ours.doubts).toEqual([]);
  expect(ours.state.answers.size).toBe(1);
});

test('a tagged yes counts for its own ask only', async () => {
  const { ours, theirs, ask, evas } = await twoHosts();
  const pair = await makeAnswerKey();
  const toEva = await answerPost(evas, yes, pair, 1);
  for (const host of [ours, theirs]) await host.say('Ana', toEva);
  expect(ours.state.answers.size).toBe(1);
  expect(theirs.state.answers.size).toBe(2);
  const toUs = await answerPost(ask, yes, pair, 2);
  for (const host of [ours, theirs]) await host.say('Ana', toUs);
  expect(ours.state.answers.size).toBe(2);
  expect(ours.doubts).toEqual([]);
  expect(theirs.doubts).toEqual([]);
});

test('a tagged no counts for its own ask only; with other words above it, or badly signed, it is a no to all', async () => {
  const { ours, evas } = await twoHosts();
  await ours.order({ do: 'attest', participant: ours.key('Eva'), person: 1, how: 'aloud' });
  await ours.order({ do: 'attest', participant: ours.key('Ana'), person: 1, how: 'aloud' });
  expect(ours.recording).toBe(true);
  const pair = await makeAnswerKey();
  const text = await answerPost(evas, no, pair, 1);
  await ours.say('Ana', text);
  expect(ours.recording).toBe(true);
  await ours.say('Ana', text.replace('I do not agree to the recording.', 'Stop recording!'));
  expect(ours.recording).toBe(false);
});

test('an untagged yes where two ask is settled by each host', async () => {
  const { ours, theirs } = await twoHosts();
  for (const host of [ours, theirs]) {
    await host.say('Ana', 'I agree');
    expect(host.doubts).toEqual(['untagged-of-two-asks']);
    expect(host.state.answers.size).toBe(1);
  }
  const [doubt] = [...ours.state.doubts.keys()];
  if (!doubt) throw new Error('no doubt');
  await ours.order({ do: 'settle', doubt, as: 'consented', participant: null });
  expect(ours.state.answers.size).toBe(2);
  expect(theirs.state.answers.size).toBe(1);
});

test('“stop recording” closes all', async () => {
  const { ours, theirs, ask, evas } = await twoHosts();
  const pair = await makeAnswerKey();
  await ours.say('Ana', await answerPost(ask, yes, pair, 1));
  await ours.order({ do: 'attest', participant: ours.key('Eva'), person: 1, how: 'aloud' });
  await theirs.say('Ana', await answerPost(evas, yes, pair, 2));
  await theirs.order({ do: 'attest', participant: theirs.key('Uwe'), person: 1, how: 'aloud' });
  expect([ours.recording, theirs.recording]).toEqual([true, true]);
  for (const host of [ours, theirs]) await host.say('Ana', 'stop recording');
  expect([ours.recording, theirs.recording]).toEqual([false, false]);
});

test('“stop recording” by one host closes both: an order to their own browser, a no to the other one', async () => {
  const { ours, theirs } = await twoHosts();
  for (const name of ['Eva', 'Ana'])
    await ours.order({ do: 'attest', participant: ours.key(name), person: 1, how: 'aloud' });
  for (const name of ['Ana', 'Uwe'])
    await theirs.order({ do: 'attest', participant: theirs.key(name), person: 1, how: 'aloud' });
  await theirs.say('Host', 'stop recording');
  await ours.say('Eva', 'stop recording');
  expect([ours.recording, theirs.recording]).toEqual([false, false]);
  expect(theirs.state.order).toBe('stopped');
});

test('when the other host has ended their ask, or has left, an untagged yes is clear again', async () => {
  for (const way of ['ends', 'leaves']) {
    const { ours, theirs } = await twoHosts();
    if (way === 'leaves') await ours.leave('Eva');
    else {
      await theirs.order({ do: 'go-on-without' });
      await theirs.posts();
      await ours.say('Eva', theirs.posted.at(-1) ?? '');
    }
    expect(ours.state.others.size, way).toBe(0);
    await ours.say('Ana', 'I agree');
    expect(ours.doubts, way).toEqual([]);
    expect(ours.state.answers.size, way).toBe(2);
  }
});

test('nobody but its host ends an ask', async () => {
  const { ours, theirs } = await twoHosts();
  await theirs.order({ do: 'go-on-without' });
  await theirs.posts();
  await ours.say('Ana', theirs.posted.at(-1) ?? '');
  expect(ours.state.others.size).toBe(1);
});

test('an untagged no is a no to both', async () => {
  const { ours, theirs } = await twoHosts();
  await ours.say('Ana', 'I do not agree');
  expect(ours.recording).toBe(false);
  expect([...ours.state.answers.values()].map(({ answer }) => answer)).toEqual(['consented', 'refused']);
  await theirs.say('Ana', 'I do not agree');
  expect([...theirs.state.answers.values()].map(({ answer }) => answer)).toEqual(['consented', 'refused']);
});

test('the words of a notice with a no of one’s own above it stay a no', async () => {
  const { ours, theirs } = await twoHosts();
  for (const name of ['Eva', 'Ana'])
    await ours.order({ do: 'attest', participant: ours.key(name), person: 1, how: 'aloud' });
  await ours.say('Ana', `stop recording ${theirs.posted[0]}`);
  expect(ours.recording).toBe(false);
});
