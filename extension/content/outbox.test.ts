import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { contentToWorker, type PageObservation } from '../../src/messages/content-to-worker.ts';
import type { PostId } from '../../src/model/id.ts';
import { Outbox } from './outbox.ts';

const chat = (key: string): PageObservation => ({
  what: 'chat',
  key,
  at: 1,
  line: { id: key, sender: { id: 'a', name: 'Ana', self: false }, text: key, edited: false },
  replayed: false,
});
const roster = (key: string): PageObservation => ({
  what: 'roster',
  key,
  at: 1,
  roster: { people: [], completeness: 'complete', counter: 0, source: 'dom' },
});
const place = (key: string): PageObservation => ({ what: 'place', key, at: 1, place: 'call' });
const mute = (key: string): PageObservation => ({ what: 'mute', key, at: 1, mute: 'live' });
const post = (key: string): PageObservation => ({
  what: 'post',
  key,
  at: 1,
  post: 'mAAAAAAAAAAAA' as PostId,
  outcome: 'echoed',
});
const MAKE = { chat, roster, place, mute, post };

function filled(...observations: readonly PageObservation[]): Outbox {
  const outbox = new Outbox();
  for (const observation of observations) outbox.put(observation);
  return outbox;
}
const keysOf = (batches: readonly (readonly PageObservation[])[]) => batches.flat().map(({ key }) => key);

describe('what waits for the worker', () => {
  test('goes again, oldest first, until the worker says that it is durable', () => {
    const outbox = filled(chat('1'), post('2'), chat('3'));
    expect(keysOf(outbox.all())).toEqual(['1', '2', '3']);
    expect(keysOf(outbox.all())).toEqual(['1', '2', '3']);
    outbox.done(['2']);
    expect(keysOf(outbox.all())).toEqual(['1', '3']);
    outbox.done(['1', '3', 'never heard of']);
    expect(outbox.all()).toEqual([]);
  });

  test('keeps its place when it is put again', () => {
    expect(keysOf(filled(chat('1'), chat('2'), chat('1')).all())).toEqual(['1', '2']);
  });

  test('loses only readings that a newer one of their kind has overtaken', () => {
    const outbox = filled(roster('r1'), chat('1'), place('p1'), mute('m1'), roster('r2'), post('2'), place('p2'));
    expect(keysOf(outbox.all())).toEqual(['1', 'm1', 'r2', '2', 'p2']);
  });

  test('a reading goes after everything that was seen before it', () => {
    expect(keysOf(filled(roster('r1'), chat('1'), roster('r2'), chat('2')).all())).toEqual(['1', 'r2', '2']);
  });

  test('goes in batches that the worker takes', () => {
    const outbox = filled(...Array.from({ length: 250 }, (_, i) => chat(`k${i}`)));
    const batches = outbox.all();
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    for (const observations of batches) expect(v.is(contentToWorker, { say: 'observed', observations })).toBe(true);
    expect(keysOf(batches)).toEqual(Array.from({ length: 250 }, (_, i) => `k${i}`));
  });

  test('stays within its limit under a flood, and the flood costs only the oldest chatter', () => {
    const outbox = filled(roster('r'), post('p'), ...Array.from({ length: Outbox.LIMIT + 50 }, (_, i) => chat(`${i}`)));
    const left = keysOf(outbox.all());
    expect(left).toHaveLength(Outbox.LIMIT);
    expect(left.slice(0, 3)).toEqual(['r', 'p', '52']);
    expect(left.at(-1)).toBe(`${Outbox.LIMIT + 49}`);
  });
});

describe('what the worker put off', () => {
  test('comes again, in order, and stays until it is done', () => {
    const outbox = filled(chat('1'), chat('2'), chat('3'));
    outbox.defer(['1', '3']);
    expect(keysOf(outbox.deferred())).toEqual(['1', '3']);
    expect(keysOf(outbox.deferred())).toEqual(['1', '3']);
    outbox.done(['1']);
    expect(keysOf(outbox.deferred())).toEqual(['3']);
    expect(keysOf(outbox.all())).toEqual(['2', '3']);
  });

  test('is nothing that we do not hold (any more)', () => {
    const outbox = filled(chat('1'));
    outbox.done(['1']);
    outbox.defer(['1', 'other']);
    expect(outbox.deferred()).toEqual([]);
  });
});

test('whatever happens: chat lines and posts go once each, in the order they came, until done', () => {
  type Step = { put: keyof typeof MAKE } | { done: number } | { defer: number };
  const steps = fc.array(
    fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({ put: fc.constantFrom(...(Object.keys(MAKE) as (keyof typeof MAKE)[])) }),
      fc.record({ done: fc.nat() }),
      fc.record({ defer: fc.nat() }),
    ),
  );
  fc.assert(
    fc.property(steps, (all) => {
      const outbox = new Outbox();
      let waiting: PageObservation[] = [];
      all.forEach((step, i) => {
        const at = (n: number) => waiting[n % Math.max(1, waiting.length)]?.key ?? '';
        if ('put' in step) {
          const observation = MAKE[step.put](`${i}`);
          const overtakes = step.put !== 'chat' && step.put !== 'post';
          if (overtakes) waiting = waiting.filter(({ what }) => what !== step.put);
          waiting.push(observation);
          outbox.put(observation);
        } else if ('done' in step) {
          const key = at(step.done);
          waiting = waiting.filter((observation) => observation.key !== key);
          outbox.done([key]);
        } else outbox.defer([at(step.defer)]);
        expect(outbox.all().flat()).toEqual(waiting);
        for (const key of keysOf(outbox.deferred())) expect(keysOf(outbox.all())).toContain(key);
      });
    }),
  );
});
