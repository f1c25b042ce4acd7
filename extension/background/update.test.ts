import { beforeEach, expect, test } from 'vitest';
import { Update } from './update.ts';

let waits: boolean;
let recording: boolean;
let reloads: number;
const worker = () =>
  new Update({
    remember: async (on) => {
      waits = on;
    },
    remembered: async () => waits,
    isRecording: async () => recording,
    reload: () => {
      reloads++;
    },
  });

beforeEach(() => {
  [waits, recording, reloads] = [false, false, 0];
});

test('an update that comes while nothing is recorded is taken in at once', async () => {
  await worker().available();
  expect(reloads).toBe(1);
});

test('one that comes in a recording waits for its end, also when the worker slept meanwhile, and comes once', async () => {
  recording = true;
  await worker().available();
  await worker().look();
  expect(reloads).toBe(0);
  recording = false;
  const woken = worker();
  await woken.look();
  await woken.look();
  expect(reloads).toBe(1);
});

test('where no update waits, the end of a recording reloads nothing', async () => {
  await worker().look();
  expect(reloads).toBe(0);
});
