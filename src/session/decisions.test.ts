import { expect, test } from 'vitest';
import * as told from '../consent/testdata/told.ts';
import type { Logged } from '../model/entry.ts';
import { decider } from './decisions.ts';

const { ANA, HOST } = told;
const entries = told.ruled(
  told.opened,
  told.joined(HOST),
  told.joined(ANA),
  told.settled(),
  told.isIn(HOST, 'US-CA'),
  told.isIn(ANA, 'US-CA'),
);
const decisions = (all: readonly Logged[]) => {
  const of = decider();
  return all.map(of);
};

test('each requirement of the log is told with the statutes that it rests on, and where they were read', () => {
  const found = decisions(entries);
  const set = entries.flatMap(({ entry, index }) => (entry.kind === 'requirement-set' ? [{ entry, index }] : []));
  expect(set.length).toBeGreaterThan(1);
  const told = found.flatMap((one) => (one ? [one] : []));
  expect(told.map(({ index, fingerprint }) => [index, fingerprint])).toEqual(
    set.map(({ index, entry }) => [index, entry.fingerprint]),
  );
  const california = told.at(-1)?.reasons.find(({ place }) => place === 'US-CA');
  expect(california).toMatchObject({ name: 'California', seen: expect.any(String), source: expect.any(String) });
  expect(california?.statutes.length).toBeGreaterThan(0);
  expect(Object.keys(california ?? {}).sort()).toEqual([
    'confidence',
    'ground',
    'name',
    'place',
    'reviewed',
    'seen',
    'source',
    'special',
    'statutes',
  ]);
});

test('any other entry is no decision', () => {
  const found = decisions(entries);
  for (const [i, { entry }] of entries.entries()) if (entry.kind !== 'requirement-set') expect(found[i]).toBeNull();
});

test('one that the rules of today would not make says nothing of what it rested on', () => {
  const other = entries.map((logged): Logged => {
    const { entry } = logged;
    return entry.kind === 'requirement-set' ? { ...logged, entry: { ...entry, fingerprint: 'of/another' } } : logged;
  });
  expect(decisions(other).every((one) => one === null)).toBe(true);
});

test('a requirement before anything was settled is nobody’s decision', () => {
  const set = entries.find(({ entry }) => entry.kind === 'requirement-set') as Logged;
  expect(decisions([{ ...set, index: 0 }])).toEqual([null]);
});
