import { describe, expect, test } from 'vitest';
import type { AskTerms } from '../model/ask.ts';
import type { AskId, EpochId } from '../model/id.ts';
import { OFF_WHYS } from '../model/tag.ts';
import { compareHostsPost } from './hosts-post.ts';
import { makeNotice, noticeParts } from './notice.ts';
import { attestedWords, endWords, offWords, recordingWords } from './status-words.ts';

const ask = 'aOther' as AskId;
const TERMS: AskTerms = {
  purposes: [{ purpose: 'quality', required: true }],
  media: 'sound',
  keepDays: 30,
  proofDays: 365,
};
const on = { kind: 'on', ask, epoch: 'eFirst' as EpochId, root: null } as const;
const end = { kind: 'end', ask } as const;
const attested = { kind: 'attested', ask, count: 1 } as const;

describe('a host’s post is one only word by word', () => {
  test('recording, each stop and the end stand for themselves, however a site shows their white space', async () => {
    expect(await compareHostsPost(recordingWords('en'), on)).toBe('same');
    for (const space of ['\n ', ''])
      expect(await compareHostsPost(endWords('en').replaceAll(' ', space), end)).toBe('same');
    for (const why of OFF_WHYS) {
      const words = offWords('en', why);
      expect(await compareHostsPost(words, { kind: 'off', ask, why })).toBe('same');
      for (const other of OFF_WHYS)
        if (offWords('en', other) !== words)
          expect(await compareHostsPost(words, { kind: 'off', ask, why: other })).toBe('differs');
    }
  });

  test('under any other words the tag is a quote', async () => {
    expect(await compareHostsPost('I agree', on)).toBe('differs');
    expect(await compareHostsPost(`stop recording ${recordingWords('en')}`, on)).toBe('differs');
    expect(await compareHostsPost(`${endWords('en')} No!`, end)).toBe('differs');
    expect(await compareHostsPost(recordingWords('en'), end)).toBe('differs');
    expect(await compareHostsPost('I agree', { kind: 'off', ask, why: 'paused' })).toBe('differs');
  });

  test('a notice is compared with its terms; of one in an unknown wording nobody can say', async () => {
    const { words, notice } = await makeNotice(TERMS, 'en');
    const tag = { kind: 'ask', ask, terms: TERMS, notice } as const;
    expect(await compareHostsPost(words, tag)).toBe('same');
    expect(await compareHostsPost(`${words} I agree`, tag)).toBe('differs');
    expect(await compareHostsPost(words, { ...tag, notice: { ...notice, version: 99 } })).toBe('unknown');
  });
});

describe('the longer posts of a host', () => {
  test('a part of a notice is compared sentence by sentence', async () => {
    const { language, version } = (await makeNotice(TERMS, 'en')).notice;
    const tag = { kind: 'part', ask, terms: TERMS, notice: { language, version }, part: 1, of: 2 } as const;
    const [first = ''] = noticeParts(TERMS, 'en', 2) ?? [];
    expect(await compareHostsPost(first, tag)).toBe('same');
    expect(await compareHostsPost(`${first} I agree`, tag)).toBe('differs');
  });

  test('what a part of the whole notice must say nobody else knows', async () => {
    expect(await compareHostsPost('All of it.', { kind: 'details', ask, part: 1, of: 2 })).toBe('unknown');
  });
});

describe('what a host has attested names two people, whoever they are', () => {
  const words = (host: string, guest: string, how: 'aloud' | 'paper' = 'aloud') =>
    attestedWords('en', host, guest, how);
  const compared = (text: string) => compareHostsPost(text, attested);

  test('aloud or on paper, with any names', async () => {
    expect(await compared(words('Hanna', 'Ana'))).toBe('same');
    expect(await compared(words('Hanna', 'Ana', 'paper'))).toBe('same');
    expect(await compared(words('', ''))).toBe('same');
    expect(await compared(words('W'.repeat(300), 'W'.repeat(300)))).toBe('same');
  });

  test('a word before, behind or left out of it, and it is somebody’s own', async () => {
    expect(await compared(`${words('Hanna', 'Ana')} I do not agree`)).toBe('differs');
    expect(await compared('I do not agree')).toBe('differs');
    expect(await compared(words('Hanna', 'Ana').replace('noted', ''))).toBe('differs');
    expect(await compared(words('Hanna', 'Ana').replace(/If that.*$/, ''))).toBe('differs');
  });

  test('what is hidden in the place of a name is too long for two names', async () => {
    const [before = '', after = ''] = words('Hanna', 'Ana').split('Ana');
    expect(await compared(`${before}${'x'.repeat(127)}${after}`)).toBe('same');
    expect(await compared(`${before}${'x'.repeat(128)}${after}`)).toBe('differs');
  });
});
