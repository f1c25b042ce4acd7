import { expect, test } from 'vitest';
import { inOrder } from './webm-order.ts';
import type { Lane } from './webm-source.ts';

const write = async () => undefined;

async function* lane(times: readonly number[], gone: () => void = () => undefined): Lane {
  try {
    for (const at of times) yield { at, end: at, write };
  } finally {
    gone();
  }
}

async function timesOf(lanes: readonly Lane[]): Promise<number[]> {
  const times: number[] = [];
  for await (const { at } of inOrder(lanes)) times.push(at);
  return times;
}

test('of all lanes the earliest piece comes next, to the last of the longest', async () => {
  expect(await timesOf([lane([0, 4, 5, 9]), lane([]), lane([1, 2, 6])])).toEqual([0, 1, 2, 4, 5, 6, 9]);
  expect(await timesOf([])).toEqual([]);
});

test('whoever stops in the middle lets every lane go', async () => {
  const gone: string[] = [];
  const lanes = [lane([0, 2], () => gone.push('picture')), lane([1, 3], () => gone.push('sound'))];
  for await (const { at } of inOrder(lanes)) if (at === 0) break;
  expect(gone.sort()).toEqual(['picture', 'sound']);
});
