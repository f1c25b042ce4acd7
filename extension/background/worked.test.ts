import { expect, test } from 'vitest';
import { type SessionStore, Worked } from './worked.ts';

function memory(): SessionStore {
  let kept = {};
  return {
    get: async () => kept,
    set: async (items) => {
      kept = JSON.parse(JSON.stringify(items));
    },
  };
}

test('a worker that starts anew still knows what worked, meeting by meeting', async () => {
  const store = memory();
  const before = new Worked(store);
  (await before.in('first')).add('count').add('chat-read');
  (await before.in('second')).add('mute');
  await before.keep();
  const after = new Worked(store);
  expect([...(await after.in('first'))]).toEqual(['count', 'chat-read']);
  expect([...(await after.in('second'))]).toEqual(['mute']);
  expect([...(await after.in('third'))]).toEqual([]);
});

test('meetings of long ago are forgotten', async () => {
  const store = memory();
  const before = new Worked(store);
  for (let n = 0; n < 30; n++) (await before.in(`meeting ${n}`)).add('count');
  await before.keep();
  const after = new Worked(store);
  expect((await after.in('meeting 0')).size).toBe(0);
  expect((await after.in('meeting 29')).size).toBe(1);
});

test('what a later version has written is not taken for more than it is', async () => {
  for (const kept of [{ worked: 'all' }, { worked: [['m', ['telepathy', 'count']]] }, {}]) {
    const worked = new Worked({ get: async () => kept, set: async () => undefined });
    expect([...(await worked.in('m'))].every((sense) => sense === 'count')).toBe(true);
  }
});
