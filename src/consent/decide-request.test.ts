import { describe, expect, test } from 'vitest';
import type { Entry, EntryOf } from '../model/entry.ts';
import type { AskId } from '../model/id.ts';
import { decideRequest } from './decide-request.ts';
import { blankDirectory, learn } from './directory.ts';
import { isRequestWords, requestWords } from './request-words.ts';
import * as told from './testdata/told.ts';

const { ANA, ASK, BEN, HOST, T0 } = told;
const MEETING: Entry[] = [told.opened, told.joined(HOST), told.joined(ANA), told.joined(BEN), told.asked()];
const open: EntryOf<'request-received'> = { kind: 'request-received', participant: ANA, what: 'erasure', way: 'chat' };

function decided(
  from: { id?: string | null; name?: string; self?: boolean; edited?: boolean },
  entries: readonly Entry[] = [],
  ask: string = ASK,
  ben = 'Ben',
) {
  const directory = blankDirectory();
  for (const logged of told.logOf(...MEETING)) {
    if (logged.entry.kind !== 'participant-joined') continue;
    const name = { [HOST]: 'Host', [ANA]: 'Ana', [BEN]: ben }[logged.entry.participant] ?? '';
    learn(directory, logged, { name, site: `site-${name}` });
  }
  const sender = {
    id: from.id === undefined ? 'site-Ana' : from.id,
    name: from.name ?? 'Ana',
    self: from.self ?? false,
  };
  const line = { id: 'm1', sender, text: 'the words', edited: from.edited ?? false };
  const chat = { what: 'chat', key: 'k', at: T0 + 60_000, replayed: false, line } as const;
  const heard = { kind: 'request', ask, what: 'erasure' } as const;
  return decideRequest(told.stateOf(...MEETING, ...entries), directory, chat, heard);
}

describe('what somebody asks for in the chat', () => {
  test('is noted as theirs, with their words', () => {
    expect(decided({}).drafts).toEqual([
      { entry: open, subject: ANA, disclosures: { words: 'the words', site: 'm1' } },
    ]);
  });

  test('is nobody’s when nobody whom the log knows wrote it, when it was edited, or when the host did', () => {
    expect(decided({ id: 'site-Zed', name: 'Zed' })).toEqual({ drafts: [], later: true });
    expect(decided({ edited: true }).drafts).toEqual([]);
    expect(decided({ self: true }).drafts).toEqual([]);
  });

  test('is nobody’s when two people of that name could have written it', () => {
    expect(decided({ id: null }, [], ASK, 'Ana')).toEqual({ drafts: [] });
  });

  test('is noted beside another thing that they asked for', () => {
    expect(decided({}, [{ ...open, what: 'copy' }]).drafts).toHaveLength(1);
  });

  test('is not ours to answer when it is about another host’s question', () => {
    expect(decided({}, [], 'aOtherOtherOt' as AskId).drafts).toEqual([]);
  });

  test('is noted once while it is open, and again after it was answered or refused', () => {
    const index = MEETING.length;
    expect(decided({}, [open]).drafts).toEqual([]);
    expect(decided({ id: 'site-Ben', name: 'Ben' }, [open]).drafts).toHaveLength(1);
    expect(decided({}, [open, { kind: 'request-answered', request: index }]).drafts).toHaveLength(1);
    expect(decided({}, [open, { kind: 'request-refused', request: index, why: 'not-them' }]).drafts).toHaveLength(1);
  });
});

test('only the very words ask for it, in any language and whatever the site does to white space', () => {
  expect(isRequestWords(requestWords('de', 'copy').replaceAll(' ', '\u00a0'), 'copy')).toBe(true);
  expect(isRequestWords(requestWords('de', 'copy'), 'erasure')).toBe(false);
  expect(isRequestWords(`He wrote: ${requestWords('en', 'erasure')}`, 'erasure')).toBe(false);
});
