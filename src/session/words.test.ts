import { beforeAll, describe, expect, test } from 'vitest';
import { blankDirectory, type Directory } from '../consent/directory.ts';
import { makeNotice, NOTICE_LANGUAGES, renderNotice } from '../consent/notice.ts';
import { makeAnswerKey, verifyAnswer } from '../consent/signature.ts';
import {
  answerWords,
  attestedWords,
  endWords,
  offWords,
  recordingWords,
  scriptWords,
} from '../consent/status-words.ts';
import * as told from '../consent/testdata/told.ts';
import type { Ask } from '../model/ask.ts';
import type { Entry } from '../model/entry.ts';
import { type EpochId, ID_BYTES, idOf } from '../model/id.ts';
import { joinPost, POST_MAX, splitPost } from '../model/tag-post.ts';
import type { DuePost } from './due.ts';
import { answerPost, attestationScript, postTexts, readPost, signHostYes } from './words.ts';

const { ANA, HOST } = told;
const EPOCH: EpochId = idOf('epoch', new Uint8Array(ID_BYTES));
let ask: Ask;
let meeting: Entry[];
beforeAll(async () => {
  const { notice } = await makeNotice(told.TERMS, 'en');
  ask = { ...told.TERMS, id: idOf('ask', new Uint8Array(ID_BYTES)), notice };
  meeting = [
    told.opened,
    told.joined(HOST),
    told.joined(ANA),
    { ...told.asked(), ...{ ask: ask.id, notice } } as Entry,
  ];
});
function text(says: DuePost['says'], entries: Entry[] = [], directory: Directory = blankDirectory()): string {
  const due = { says, ask: ask.id, people: [ANA], notBefore: 0 } as unknown as DuePost;
  const [only = '', ...others] = postTexts(told.stateOf(...meeting, ...entries), directory, due, POST_MAX);
  expect(others).toEqual([]);
  return only;
}
const gateOpened = () => told.gateOpened({ epoch: EPOCH, ask: ask.id });

describe('each post is words for people, then the tag', () => {
  test('the notice stands for exactly the terms that are asked, and reads back as them', async () => {
    const { words, tag } = splitPost(text('notice'));
    expect(words).toBe(renderNotice(told.TERMS, 'en'));
    expect(tag).toEqual({ kind: 'ask', ask: ask.id, terms: told.TERMS, notice: ask.notice });
    expect(await readPost(text('notice'), 'en')).toEqual({
      kind: 'ask',
      terms: ask,
      words,
      shown: ask.notice,
      unverified: false,
    });
  });

  test('asked again, it says so where somebody’s answer may count no more, and reads back so', async () => {
    const [gone, here] = [told.BEN, ANA];
    const named = (name: string, of: readonly (typeof ANA)[]) => {
      const directory = blankDirectory();
      for (const key of of) directory.people.set(key, { name, site: null });
      return directory;
    };
    const nameless = (participant: typeof ANA) => ({ ...told.joined(participant), stable: false }) as Entry;
    const seen = { kind: 'seen', ask: ask.id, participant: gone, channel: 'chat' } as Entry;
    const left = { kind: 'participant-left', participant: gone } as Entry;
    const posted = (entries: Entry[], directory: Directory) => {
      const due: DuePost = { says: 'notice', ask: ask.id, people: [here], notBefore: 0 };
      const state = told.stateOf(told.opened, told.joined(HOST), meeting.at(-1) as Entry, ...entries);
      return postTexts(state, directory, due, POST_MAX)[0] ?? '';
    };
    const before = [nameless(gone), seen, left, nameless(here)];
    const again = posted(before, named('Ana', [gone, here]));
    expect(splitPost(again).tag).toMatchObject({ kind: 'ask', again: true });
    expect(await readPost(again, 'en')).toMatchObject({ kind: 'ask', again: true, unverified: false });

    const [joined, , away, newcomer] = before as [Entry, Entry, Entry, Entry];
    const notSo: [string, string][] = [
      ['of another name', posted(before, named('Ben', [gone]))],
      ['of whom there are ids', posted([told.joined(gone), seen, left, told.joined(here)], named('Ana', [gone, here]))],
      ['who was never asked', posted([joined, away, newcomer], named('Ana', [gone, here]))],
      ['who is still here', posted([joined, seen, newcomer], named('Ana', [gone, here]))],
    ];
    for (const [who, post] of notSo) expect(splitPost(post).tag, who).not.toHaveProperty('again');
  });

  test('recording, with the epoch; without one it is an error, not a lie', async () => {
    const { words, tag } = splitPost(text('recording', [gateOpened()]));
    expect([words, tag]).toEqual([recordingWords('en'), { kind: 'on', ask: ask.id, epoch: EPOCH, root: null }]);
    expect(await readPost(text('recording', [gateOpened()]), 'en')).toEqual({
      kind: 'status',
      ask: ask.id,
      says: 'on',
    });
    expect(() => text('recording')).toThrow('recording announced without an epoch');
  });

  test('recording tells the root of the log, of which everybody who reads it is a witness from then on', () => {
    const root = { size: 12, hash: 'A'.repeat(43) };
    const state = told.stateOf(...meeting, gateOpened());
    const due = { says: 'recording', ask: ask.id, people: [], notBefore: 0 } as const;
    const [post = ''] = postTexts(state, blankDirectory(), due, POST_MAX, undefined, root);
    expect(splitPost(post).tag).toEqual({ kind: 'on', ask: ask.id, epoch: EPOCH, root });
  });

  test('and whoever reads it knows of which epoch that root is', async () => {
    const root = { size: 12, hash: 'A'.repeat(43) };
    const post = joinPost(recordingWords('en'), { kind: 'on', ask: ask.id, epoch: EPOCH, root });
    expect(await readPost(post, 'en')).toEqual({
      kind: 'status',
      ask: ask.id,
      says: 'on',
      root: { epoch: EPOCH, size: 12, hash: 'A'.repeat(43) },
    });
  });

  test.each([
    ['going-on', 'implied'],
    ['in-writing', 'written'],
  ] as const)('%s goes with the notice, and says nothing of whether recording runs', async (says, why) => {
    const post = text(says);
    expect(splitPost(post)).toMatchObject({ words: offWords('en', why), tag: { kind: 'off', ask: ask.id, why } });
    expect(await readPost(post, 'en')).toBeNull();
  });

  test('a part of the whole notice reads back as such, and what is no post to read as none', async () => {
    const details = joinPost('All of it.', { kind: 'details', ask: ask.id, part: 1, of: 2 });
    expect(await readPost(details, 'en')).toEqual({
      kind: 'details',
      ask: ask.id,
      words: 'All of it.',
      part: 1,
      of: 2,
    });
    expect(await readPost(joinPost('Please.', { kind: 'request', ask: ask.id, what: 'copy' }), 'en')).toBeNull();
    const { language, version } = ask.notice;
    const part = {
      kind: 'part',
      ask: ask.id,
      terms: told.TERMS,
      notice: { language, version },
      part: 1,
      of: 2,
    } as const;
    expect(await readPost(joinPost('One.', part), 'en')).toBeNull();
  });

  test('the whole notice is posted in as many posts as it takes', () => {
    const due = { says: 'details', ask: ask.id, people: [], notBefore: 0, language: 'en' } as unknown as DuePost;
    const posts = postTexts(told.stateOf(...meeting), blankDirectory(), due, POST_MAX);
    expect(posts.map((post) => splitPost(post).tag?.kind)).toEqual(posts.map(() => 'details'));
    expect(posts.length).toBeGreaterThan(0);
  });

  test('an attestation on paper says that it was on paper', () => {
    const paper = told.yes(ANA, {
      ask: ask.id,
      notice: ask.notice.hash,
      channel: 'paper',
      by: 'host',
      grade: 'attested',
    });
    const directory = blankDirectory();
    directory.people.set(HOST, { name: 'Hanna', site: null });
    directory.people.set(ANA, { name: 'Ana', site: null });
    expect(splitPost(text('attested', [paper], directory)).words).toBe(attestedWords('en', 'Hanna', 'Ana', 'paper'));
  });

  test('stopped, and why', async () => {
    const paused = text('stopped', [{ kind: 'paused' }]);
    expect(splitPost(paused)).toMatchObject({ words: offWords('en', 'paused'), tag: { kind: 'off', why: 'paused' } });
    expect(await readPost(paused, 'en')).toEqual({ kind: 'status', ask: ask.id, says: 'paused' });
    const off = text('stopped', [{ kind: 'stopped' }]);
    expect(await readPost(off, 'en')).toEqual({ kind: 'status', ask: ask.id, says: 'off' });
    const open = told.stateOf(...told.AGREED);
    const stopped: DuePost = { says: 'stopped', ask: told.ASK, people: [], notBefore: 0 };
    expect(() => postTexts(open, blankDirectory(), stopped, POST_MAX)).not.toThrow('unexpected');
  });

  test('ended', async () => {
    expect(splitPost(text('ended'))).toMatchObject({ words: endWords('en'), tag: { kind: 'end', ask: ask.id } });
    expect(await readPost(text('ended'), 'en')).toEqual({ kind: 'status', ask: ask.id, says: 'end' });
  });

  const attested = (channel: 'aloud' | 'paper') =>
    told.yes(ANA, { ask: ask.id, grade: 'attested', by: 'host', channel });
  test('attested: whose yes, in whose word, and how', async () => {
    const directory = blankDirectory();
    directory.people.set(HOST, { site: null, name: 'Hanna' });
    directory.people.set(ANA, { site: null, name: 'Ana' });
    for (const how of ['aloud', 'paper'] as const) {
      const { words, tag } = splitPost(text('attested', [attested(how)], directory));
      expect(words).toBe(attestedWords('en', 'Hanna', 'Ana', how));
      expect(tag).toEqual({ kind: 'attested', ask: ask.id, count: 1 });
    }
    const two = [told.counted(ANA, 2), attested('aloud'), { ...attested('aloud'), person: 2 } as Entry];
    expect(splitPost(text('attested', two, directory)).tag).toMatchObject({ count: 2 });
    expect(await readPost(text('attested', two, directory), 'en')).toBeNull();
  });

  test('attested after names were erased, or without a yes: nameless, and one', () => {
    const { words, tag } = splitPost(text('attested'));
    expect(words).toBe(attestedWords('en', '', '', 'aloud'));
    expect(tag).toMatchObject({ count: 1 });
  });

  test('about an ask that is not in the log: an error', () => {
    const due: DuePost = { says: 'ended', ask: told.NEXT_ASK, people: [], notBefore: 0 };
    expect(() => postTexts(told.stateOf(...meeting), blankDirectory(), due, POST_MAX)).toThrow('the log does not hold');
  });
});

describe('reading what a host posts', () => {
  test('talk without a tag and somebody’s answer say nothing to a participant’s extension', async () => {
    expect(await readPost('I agree', 'en')).toBeNull();
    const yes = { answer: 'consented', purposes: ['quality'], person: 1, people: 1 } as const;
    expect(await readPost(await answerPost(ask, yes, await makeAnswerKey(), 1), 'en')).toBeNull();
  });

  test('words that are not the ones of the tag: ours are shown, and it is marked', async () => {
    const tag = { kind: 'ask', ask: ask.id, terms: told.TERMS, notice: ask.notice } as const;
    expect(await readPost(joinPost('May we record? It is only for fun.', tag), 'en')).toMatchObject({
      words: renderNotice(told.TERMS, 'en'),
      unverified: true,
    });
  });

  test('a wording that we do not know is shown as it was posted, and marked', async () => {
    const notice = { ...ask.notice, version: 99 };
    const tag = { kind: 'ask', ask: ask.id, terms: told.TERMS, notice } as const;
    expect(await readPost(joinPost('Words of a later version', tag), 'en')).toMatchObject({
      words: 'Words of a later version',
      shown: notice,
      unverified: true,
    });
  });

  test.each(NOTICE_LANGUAGES)(
    'somebody who reads %s is shown the notice in it, and it is that text which they sign',
    async (reader) => {
      const tag = { kind: 'ask', ask: ask.id, terms: told.TERMS, notice: ask.notice } as const;
      const read = await readPost(joinPost(renderNotice(told.TERMS, 'en'), tag), `${reader}-XX`);
      const own = await makeNotice(told.TERMS, reader);
      expect(read).toEqual({ kind: 'ask', terms: ask, words: own.words, shown: own.notice, unverified: false });
      const yes = { answer: 'consented', purposes: ['quality'], person: 1, people: 1 } as const;
      const { words, tag: answer } = splitPost(await answerPost(ask, yes, await makeAnswerKey(), 1, own.notice));
      expect([words, answer]).toMatchObject([answerWords('en', yes), { notice: own.notice.hash }]);
    },
  );

  test('whoever reads a language that we do not have is shown what is in the chat', async () => {
    const { words, notice } = await makeNotice(told.TERMS, 'uk');
    const tag = { kind: 'ask', ask: ask.id, terms: told.TERMS, notice } as const;
    expect(await readPost(joinPost(words, tag), 'fi')).toMatchObject({ words, shown: notice, unverified: false });
  });
});

describe('signatures', () => {
  test('the host’s own yes binds ask, notice and all purposes', async () => {
    const { key, sig, counter } = await signHostYes(ask);
    const fields = { ask: ask.id, notice: ask.notice.hash, answer: 'consented', media: 'sound', person: 1, people: 1 };
    const tag = { kind: 'answer', ...fields, purposes: ['quality', 'training'], counter, key, sig } as never;
    expect(await verifyAnswer(tag, ask.notice.hash)).toBe(true);
    expect(counter).toBe(1);
    expect((await signHostYes(ask)).key).not.toBe(key);
  });

  test('a participant’s answer carries what was chosen', async () => {
    const reply = { answer: 'consented', purposes: ['quality'], person: 2, people: 3 } as const;
    const { tag } = splitPost(await answerPost(ask, reply, await makeAnswerKey(), 7));
    expect(tag).toMatchObject({
      kind: 'answer',
      ask: ask.id,
      notice: ask.notice.hash,
      media: 'sound',
      counter: 7,
      ...reply,
    });
  });

  test('what the host reads aloud are the terms', () => {
    expect(attestationScript(told.TERMS, 'en')).toBe(scriptWords('en', told.TERMS));
  });
});
