import { beforeAll, describe, expect, test } from 'vitest';
import { blankDirectory } from '../consent/directory.ts';
import { NOTICE_LANGUAGES, noticeParts } from '../consent/notice.ts';
import { requestWords } from '../consent/request-words.ts';
import { makeAnswerKey } from '../consent/signature.ts';
import { SpreadNumbers } from '../consent/spread-number.ts';
import { blankState, type State } from '../consent/state.ts';
import { answerWords, endWords, offWords, recordingWords } from '../consent/status-words.ts';
import * as told from '../consent/testdata/told.ts';
import type { Ask } from '../model/ask.ts';
import { ID_BYTES, idOf } from '../model/id.ts';
import { joinParts, joinPost, POST_MAX, splitPost } from '../model/tag-post.ts';
import { hear } from './hear.ts';
import { answerPost, noticeOf, postTexts } from './words.ts';

const said = (text: string, self = false) => ({
  id: null,
  sender: { id: 'a', name: 'Ana', self },
  text,
  edited: false,
});
let ask: Ask;
let state: State;
let words: string;
let pair: CryptoKeyPair;
beforeAll(async () => {
  const made = await noticeOf(told.TERMS, 'en');
  words = made.words;
  ask = { ...told.TERMS, id: idOf('ask', new Uint8Array(ID_BYTES)), notice: made.notice };
  state = blankState();
  state.ask = { ...ask, index: 0, at: 0 };
  state.asks.set(ask.id, state.ask);
  pair = await makeAnswerKey();
});
const posted = () =>
  joinParts(postTexts(state, blankDirectory(), { says: 'notice', ask: ask.id, people: [], notBefore: 0 }, POST_MAX));
const yes = { answer: 'consented', purposes: ['quality'], person: 1, people: 1 } as const;

describe('a line without a tag is its words', () => {
  test('in the language of the ask, or in English before anybody asked', async () => {
    for (const given of [state, blankState()]) {
      expect(await hear(said('I agree'), given)).toEqual({
        says: 'consented',
        all: false,
        sure: true,
        tag: { kind: 'none' },
      });
      expect(await hear(said('stop recording'), given)).toMatchObject({ says: 'withdrawn', sure: true });
    }
    const elsewhere = { ...state, ask: state.ask && { ...state.ask, notice: { ...ask.notice, language: 'xx' } } };
    expect(await hear(said('I agree'), elsewhere)).toMatchObject({ sure: false });
  });
});

describe('a pause', () => {
  test('is asked for in whoever’s own words: a quote of them asks for nothing, what stands beside it does', async () => {
    for (const line of [
      'pause recording',
      'bitte pausieren',
      '> I agree\npause recording',
      'please pause\n> pause recording',
    ])
      expect(await hear(said(line), state)).toMatchObject({ says: 'pause' });
    for (const line of ['> pause recording', '  > please pause\nwhy was that?', '>> pause\n> sure'])
      expect((await hear(said(line), state)).says).not.toBe('pause');
  });
  test('is in none of our own posts, in whichever language they are read', async () => {
    for (const language of NOTICE_LANGUAGES)
      for (const own of [words, offWords(language, 'paused'), recordingWords(language), endWords(language)])
        expect([own, (await hear(said(own), state)).says]).not.toEqual([own, 'pause']);
  });
  test('at a number is heard only where it is wished for, and not in the tag of a post', async () => {
    const line = said('my card: 4111 1111 1111 1111');
    expect(await hear(line, state)).not.toHaveProperty('number');
    expect(await hear(line, state, new SpreadNumbers())).toMatchObject({ says: 'nothing', number: 'card-number' });
    expect(await hear(said('IBAN DE89 3704 0044 0532 0130 00'), state, new SpreadNumbers())).toMatchObject({
      number: 'account-number',
    });
    expect(await hear(said(posted()), state, new SpreadNumbers())).not.toHaveProperty('number');
    expect(await hear(said('no numbers here'), state, new SpreadNumbers())).not.toHaveProperty('number');
  });
  test('at a number is heard with the last of the messages that it is spread over', async () => {
    const spread = new SpreadNumbers();
    expect(await hear(said('card 4111 1111'), state, spread, 1000)).not.toHaveProperty('number');
    expect(await hear(said('1111 1111'), state, null, 2000)).not.toHaveProperty('number');
    expect(await hear(said('1111 1111'), state, spread, 3000)).toMatchObject({ number: 'card-number' });
  });
});

describe('agreeing in writing', () => {
  test('is heard in a line of its own only, whatever the language of the ask', async () => {
    const line = 'I, Ana Alvarez, agree in writing';
    expect(await hear(said(line), state)).toMatchObject({ says: 'consented', sure: true, written: 'Ana Alvarez' });
    expect(await hear(said(`${line} if you stop at noon`), state)).not.toHaveProperty('written');
    expect(await hear(said(`${line}\n[atr1 end a0]`), state)).not.toHaveProperty('written');
    expect(await hear(said('I agree'), state)).not.toHaveProperty('written');
  });
});

describe('where somebody says that they are', () => {
  test('is heard in whatever language, and not beside a tag or an answer', async () => {
    expect(await hear(said('I am in Germany'), state)).toMatchObject({
      says: 'nothing',
      place: { places: ['DE'], remember: null },
    });
    expect(await hear(said('Ich bin in Kalifornien'), blankState())).toMatchObject({ place: { places: ['US-CA'] } });
    expect(await hear(said('I am in Germany next week'), state)).not.toHaveProperty('place');
    expect(await hear(said('I agree'), state)).not.toHaveProperty('place');
    expect(await hear(said('Forget where I am'), state)).toMatchObject({ place: { places: [], remember: false } });
    expect(await hear(said('I am in Germany\n[atr1 end a0]'), state)).not.toHaveProperty('place');
  });
});

describe('an answer’s tag', () => {
  const answered = () => answerPost(ask, yes, pair, 1);
  const tagOf = (post: string) => post.slice(post.indexOf('[atr'));
  test('stands for its own words, however the site shows their white space', async () => {
    const post = await answered();
    for (const space of [' ', '  ', '\n', '\u00a0'])
      expect(await hear(said(post.replaceAll(' ', space)), state)).toMatchObject({ says: 'consented', sure: true });
  });
  test('under other words of the same length and shape does not speak for them', async () => {
    const post = await answered();
    const other = answerWords('en', yes).replace(/[a-z]/gi, 'x');
    expect(await hear(said(`${other}\n${tagOf(post)}`), state)).toMatchObject({ says: 'nothing', sure: false });
  });
});

describe('the text that somebody’s banner showed', () => {
  test.each(NOTICE_LANGUAGES)('is known again in %s, and the signature over it holds', async (language) => {
    const { notice } = await noticeOf(told.TERMS, language);
    const post = await answerPost(ask, yes, pair, 1, notice);
    expect(await hear(said(post), state)).toMatchObject({
      says: 'consented',
      sure: true,
      tag: { kind: 'answer', notice: notice.hash, shown: notice, valid: true },
    });
  });

  test('is none of ours when it was about other terms, another version, or anything else', async () => {
    const other = await noticeOf({ ...told.TERMS, keepDays: told.TERMS.keepDays + 1 }, 'de');
    for (const hash of [other.notice.hash, 'A'.repeat(43)]) {
      const post = await answerPost(ask, yes, pair, 1, { ...ask.notice, hash });
      expect((await hear(said(post), state)).tag).toMatchObject({ kind: 'answer', shown: null, valid: false });
    }
  });

  test('comes back in whichever language the extension of the other writes', async () => {
    const { notice } = await noticeOf(told.TERMS, 'ja');
    const post = await answerPost({ ...ask, notice: { ...ask.notice, language: 'pl' } }, yes, pair, 1, notice);
    expect(post.startsWith(answerWords('pl', yes))).toBe(true);
    expect(await hear(said(post), state)).toMatchObject({ says: 'consented', sure: true, tag: { shown: notice } });
  });
});

describe('a question in two languages', () => {
  const both = async () => {
    const { notice } = await noticeOf(told.TERMS, 'de');
    const asked = { ...ask, also: notice, index: 0, at: 0 };
    return { ...state, ask: asked, asks: new Map([[ask.id, asked]]) };
  };

  test('may be answered in either', async () => {
    const two = await both();
    for (const text of ['I agree', 'Ich stimme zu']) {
      expect(await hear(said(text), two)).toMatchObject({ says: 'consented', sure: true });
      expect(await hear(said(text), state)).toMatchObject({ says: 'consented', sure: text === 'I agree' });
    }
    for (const text of ['I do not agree', 'Ich stimme nicht zu'])
      expect(await hear(said(text), two)).toMatchObject({ says: 'refused', sure: true });
    expect(await hear(said('Aufnahme stoppen'), two)).toMatchObject({ says: 'withdrawn', sure: true });
    expect(await hear(said('Acepto'), two)).toMatchObject({ says: 'consented', sure: false });
    expect(await hear(said('nice weather'), two)).toMatchObject({ says: 'nothing' });
  });

  test('is posted in both, the meeting’s first, each with its own tag', async () => {
    const two = await both();
    const due = { says: 'notice', ask: ask.id, people: [], notBefore: 0 } as const;
    const posts = postTexts(two, blankDirectory(), due, POST_MAX).map(splitPost);
    expect(posts.map(({ tag }) => tag)).toMatchObject([
      { kind: 'ask', ask: ask.id, notice: ask.notice },
      { kind: 'ask', ask: ask.id, notice: two.ask.also },
    ]);
    const { notice } = two.ask.also ? { notice: two.ask.also } : ask;
    const post = await answerPost(ask, yes, pair, 1, notice);
    expect((await hear(said(post), two)).tag).toMatchObject({ shown: notice, valid: true });
  });
});

describe('half a tag makes no yes sure, and no no unsure', () => {
  test.each([
    ['I agree', 'consented', false],
    ['stop recording', 'withdrawn', true],
  ])('%s', async (text, says, sure) => {
    for (const half of ['[atr1 broken', '[atr1 broken]', '[atr9 on x y]'])
      expect(await hear(said(`${text}\n${half}`), state)).toMatchObject({ says, sure, tag: { kind: 'malformed' } });
  });
});

describe('a post of a host’s', () => {
  test('written from here is ours, and never an answer', async () => {
    expect((await hear(said(posted(), true), state)).tag).toEqual({ kind: 'ours' });
  });
  test('quoted by somebody else under a yes makes it unclear; under a no it stays a no', async () => {
    const tagLine = posted().slice(words.length);
    expect(await hear(said(`I agree${tagLine}`), state)).toEqual({
      says: 'consented',
      all: false,
      sure: false,
      tag: { kind: 'malformed' },
    });
    expect(await hear(said(`stop recording${tagLine}`), state)).toMatchObject({
      says: 'withdrawn',
      sure: true,
      tag: { kind: 'malformed' },
    });
  });
});

describe('the post of another host', () => {
  const other = idOf('ask', new Uint8Array(ID_BYTES).fill(7));
  const epoch = idOf('epoch', new Uint8Array(ID_BYTES));
  const heardOther = (says: string) => ({
    says: 'nothing',
    all: false,
    sure: false,
    tag: { kind: 'other', ask: other, says },
  });
  const notice = (how: { version?: number } = {}) =>
    ({ kind: 'ask', ask: other, terms: told.TERMS, notice: { ...ask.notice, ...how } }) as const;

  test('word by word as an extension writes it, is nobody’s answer: it asks, ends or tells', async () => {
    expect(await hear(said(joinPost(words, notice())), state)).toEqual(heardOther('asks'));
    const runs = joinPost(recordingWords('en'), { kind: 'on', ask: other, epoch, root: null });
    expect(await hear(said(runs), state)).toEqual(heardOther('asks'));
    expect(await hear(said(joinPost(endWords('en'), { kind: 'end', ask: other })), state)).toEqual(heardOther('ends'));
    const [first = ''] = noticeParts(told.TERMS, 'en', 3) ?? [];
    const part = { kind: 'part', ask: other, terms: told.TERMS, notice: ask.notice, part: 1, of: 3 } as const;
    expect(await hear(said(joinPost(first, part)), state)).toEqual(heardOther('tells'));
    const off = joinPost(offWords('en', 'paused'), { kind: 'off', ask: other, why: 'paused' });
    expect(await hear(said(off), state)).toEqual(heardOther('tells'));
  });

  test('in a wording that we do not know it is theirs, unless a no stands above it', async () => {
    expect(await hear(said(joinPost('I agree', notice({ version: 99 }))), state)).toEqual(heardOther('asks'));
    for (const [no, says] of [
      ['stop recording', 'withdrawn'],
      ['I do not agree', 'refused'],
    ] as const)
      expect(await hear(said(joinPost(no, notice({ version: 99 }))), state)).toEqual({
        says,
        all: false,
        sure: true,
        tag: { kind: 'malformed' },
      });
  });

  test('its status under words of somebody’s own is a quote: no yes above it is sure', async () => {
    for (const tag of [notice(), { kind: 'end', ask: other } as const])
      expect(await hear(said(joinPost('I agree', tag)), state)).toEqual({
        says: 'consented',
        all: false,
        sure: false,
        tag: { kind: 'malformed' },
      });
  });
});

describe('an answer’s tag', () => {
  test('under the banner’s own words they mean what it says, signature and all', async () => {
    const post = await answerPost(ask, yes, pair, 1);
    expect(await hear(said(post), state)).toMatchObject({
      says: 'consented',
      sure: true,
      tag: { kind: 'answer', answer: 'consented', ask: ask.id, counter: 1, valid: true },
    });
    const all = { ...yes, purposes: ['quality', 'training'] } as const;
    expect(await hear(said(await answerPost(ask, all, pair, 3)), state)).toMatchObject({
      says: 'consented',
      sure: true,
    });
    expect(await hear(said(post.replaceAll(' ', '  ').replace('  [', ' [')), state)).toMatchObject({
      says: 'consented',
    });
    const no = await answerPost(ask, { ...yes, answer: 'withdrawn', purposes: [] }, pair, 2);
    expect(await hear(said(no), state)).toMatchObject({ says: 'withdrawn', sure: true, tag: { valid: true } });
  });

  test('under other words, the words are read like every other line', async () => {
    const post = await answerPost(ask, yes, pair, 1);
    const tagLine = post.slice(answerWords('en', yes).length);
    expect(await hear(said(`nice weather${tagLine}`), state)).toMatchObject({
      says: 'nothing',
      sure: false,
      tag: { kind: 'answer', valid: true },
    });
    expect(await hear(said(`stop recording${tagLine}`), state)).toMatchObject({ says: 'withdrawn', sure: true });
  });

  test('signed over another notice than the one that was asked, it is not valid', async () => {
    const other = { ...ask, notice: { ...ask.notice, hash: 'A'.repeat(43) } };
    expect(await hear(said(await answerPost(other, yes, pair, 1)), state)).toMatchObject({ tag: { valid: false } });
    expect(await hear(said(await answerPost(other, yes, pair, 1)), blankState())).toMatchObject({
      tag: { valid: true },
    });
  });
});

describe('what somebody asks for by a tag', () => {
  const tagged = (text: string, self = false) =>
    hear(said(joinPost(text, { kind: 'request', ask: ask.id, what: 'copy' }), self), state);

  test('is asked for under its own words, and is no answer', async () => {
    expect(await tagged(requestWords('en', 'copy'))).toEqual({
      says: 'nothing',
      all: false,
      sure: false,
      tag: { kind: 'request', ask: ask.id, what: 'copy' },
    });
  });

  test('is a quote under other words: nobody asks for anything, no yes above it is sure, and a no is a no', async () => {
    expect(await tagged(requestWords('en', 'erasure'))).toMatchObject({ says: 'nothing', tag: { kind: 'malformed' } });
    expect(await tagged('I agree')).toMatchObject({ says: 'consented', sure: false, tag: { kind: 'malformed' } });
    expect(await tagged('stop recording')).toMatchObject({ says: 'withdrawn', sure: true, tag: { kind: 'malformed' } });
    expect(await tagged('nice weather')).toMatchObject({ says: 'nothing', sure: false });
  });

  test('is ours when it was written from here', async () => {
    expect((await tagged(requestWords('en', 'copy'), true)).tag).toEqual({ kind: 'ours' });
  });
});

describe('the word for the whole notice', () => {
  test('is heard once somebody asked, in a language of the question first, and beside no answer', async () => {
    expect(await hear(said('details'), state)).toEqual({
      says: 'nothing',
      all: false,
      sure: false,
      details: 'en',
      tag: { kind: 'none' },
    });
    expect(await hear(said('details'), blankState())).not.toHaveProperty('details');
    expect(await hear(said('I agree'), state)).not.toHaveProperty('details');
    expect(await hear(said('nice weather'), state)).not.toHaveProperty('details');
  });
});

test('agreeing in writing is a yes to what is asked, and to nothing optional', async () => {
  expect(await hear(said('I, Ana Alvarez, agree in writing'), state)).toEqual({
    says: 'consented',
    all: false,
    sure: true,
    written: 'Ana Alvarez',
    tag: { kind: 'none' },
  });
});

test('half a tag under a plain remark leaves it unsure', async () => {
  expect(await hear(said('nice weather\n[atr1 broken'), state)).toMatchObject({ says: 'nothing', sure: false });
  expect(await hear(said('I agree\n[atr1 broken'), state)).toMatchObject({ sure: false });
});

test('a quoted no is heard as it always was; only a quoted pause is not asked for again', async () => {
  expect((await hear(said('> stop recording'), state)).says).toBe('withdrawn');
  expect((await hear(said('  > pause recording'), state)).says).toBe('nothing');
  expect((await hear(said('well > pause recording'), state)).says).toBe('pause');
  expect((await hear(said('pause recording\n> why, what is it'), state)).says).toBe('pause');
});

test('a notice that this version cannot make any more is known by the log all the same', async () => {
  const notice = { ...ask.notice, hash: `${'B'.repeat(42)}A` };
  const asked = { ...ask, notice, index: 0, at: 0 };
  const old = { ...state, ask: asked, asks: new Map([[ask.id, asked]]) };
  const post = await answerPost(asked, yes, pair, 1);
  expect((await hear(said(post), old)).tag).toMatchObject({ kind: 'answer', shown: notice, valid: true });
});

test('the banner’s own words stand for its tag also where a site swallows their blanks', async () => {
  const post = await answerPost(ask, yes, pair, 1);
  const tag = post.slice(post.indexOf('[atr'));
  const bare = answerWords('en', yes).replace(/ /g, '');
  expect(await hear(said(`${bare}\n${tag}`), state)).toMatchObject({ says: 'consented', sure: true });
});
