import { expect, test } from 'vitest';
import type { Entry, Logged } from '../model/entry.ts';
import { idOf, type ParticipantKey } from '../model/id.ts';
import { blankDirectory, type Disclosed, learn, toldBy } from './directory.ts';
import * as told from './testdata/told.ts';

const person = (n: number) => idOf('participant', new Uint8Array(9).fill(n));
const [ana, ben] = [person(1), person(2)];

const joined = (participant: ParticipantKey): Entry => ({
  kind: 'participant-joined',
  participant,
  self: false,
  stable: true,
});
const renamed = (participant: ParticipantKey): Entry => ({ kind: 'participant-renamed', participant });

const STORY: readonly (readonly [Entry, Disclosed])[] = [
  [joined(ana), { name: 'Ana', site: 'a1' }],
  [renamed(ana), { name: 'Ana B.' }],
  [joined(ben), { name: 'Ben', site: 'b1' }],
  [{ kind: 'participant-left', participant: ana }, {}],
  [joined(ana), { name: 'Ana', site: 'a1' }],
  [renamed(ana), { name: 'Ana C.' }],
  [renamed(ana), { name: 'Ana D.' }],
];
const entries = STORY.map(([entry], index): Logged => ({ index, at: index, seen: '', entry }));

function directoryFrom(indexes: readonly number[]) {
  const directory = blankDirectory();
  for (const logged of entries)
    learn(directory, logged, indexes.includes(logged.index) ? (STORY[logged.index]?.[1] ?? {}) : {});
  return directory;
}

test('whatever an answer, a question or a post rests on is told; what discloses nothing is not', () => {
  const { asked, doubted, opened, shown, yes } = told;
  const post: Entry = { kind: 'post-ordered', post: told.POST, says: 'notice', ask: told.ASK, people: [] };
  const kinds: Entry[] = [opened, asked(), yes(ana), doubted(), post, shown(ana), told.read(1), told.gateClosed()];
  expect(toldBy(told.logOf(...kinds))).toEqual([0, 1, 2, 3, 4]);
});

test('a new name is told although the joining of who took it is not in the log', () => {
  expect(toldBy(told.logOf(renamed(ana)))).toEqual([0]);
});

test('what still tells something gives the same directory as everything', () => {
  const indexes = toldBy(entries);
  expect(indexes).toEqual([2, 4, 6]);
  expect(directoryFrom(indexes)).toEqual(directoryFrom(entries.map(({ index }) => index)));
});
