import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from './answer.ts';
import { KEEP_DAYS_MAX, MEDIA, PURPOSES } from './ask.ts';
import { type AskId, base64url, type EpochId, ID_BYTES, idOf } from './id.ts';
import { REQUESTS } from './my-consent.ts';
import { OFF_WHYS, PEOPLE_MAX, TAG_NUMBER_MAX, type Tag } from './tag.ts';
import { encodeTag, parseTag } from './tag-format.ts';
import { mightCarryTag } from './tag-mark.ts';
import { joinPost, splitPost } from './tag-post.ts';

const bytes = (n: number) => fc.uint8Array({ minLength: n, maxLength: n });
const b64 = (n: number) => bytes(n).map((b) => base64url(b));
const ask = bytes(ID_BYTES).map((b): AskId => idOf('ask', b));
const epoch = bytes(ID_BYTES).map((b): EpochId => idOf('epoch', b));
const days = fc.integer({ min: 1, max: KEEP_DAYS_MAX });
const count = fc.integer({ min: 1, max: TAG_NUMBER_MAX });
const purposes = fc.subarray([...PURPOSES], { minLength: 1 });
const terms = fc
  .record({
    list: purposes,
    needed: fc.nat(),
    media: fc.constantFrom(...MEDIA),
    a: days,
    b: days,
    flags: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
  })
  .map(({ list, needed, media, a, b, flags }) => ({
    purposes: list.map((purpose, i) => ({ purpose, required: i === needed % list.length || flags[i] === true })),
    media,
    keepDays: Math.min(a, b),
    proofDays: Math.max(a, b),
  }));
const tags: fc.Arbitrary<Tag> = fc.oneof(
  fc.record({
    kind: fc.constant('ask' as const),
    ask,
    terms,
    notice: fc.record({ language: fc.constantFrom('en', 'pt-BR', 'zh-Hant', 'fil'), version: count, hash: b64(32) }),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    ask,
    terms,
    notice: fc.record({ language: fc.constantFrom('en', 'pt-BR'), version: count, hash: b64(32) }),
    of: fc.integer({ min: 2, max: TAG_NUMBER_MAX }),
  }),
  fc.record(
    {
      kind: fc.constant('ask' as const),
      ask,
      terms,
      notice: fc.record({ language: fc.constantFrom('en', 'pt-BR'), version: count, hash: b64(32) }),
      of: fc.integer({ min: 2, max: TAG_NUMBER_MAX }),
      again: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'ask', 'terms', 'notice', 'again'] },
  ),
  fc.record({
    kind: fc.constant('part' as const),
    ask,
    terms,
    notice: fc.record({ language: fc.constantFrom('en', 'zh-Hant'), version: count }),
    part: fc.integer({ min: 1, max: 8 }),
    of: fc.integer({ min: 9, max: TAG_NUMBER_MAX }),
  }),
  fc.record({
    kind: fc.constant('details' as const),
    ask,
    part: fc.integer({ min: 1, max: 8 }),
    of: fc.integer({ min: 8, max: TAG_NUMBER_MAX }),
  }),
  fc.record({ kind: fc.constant('request' as const), ask, what: fc.constantFrom(...REQUESTS) }),
  fc.record({
    kind: fc.constant('answer' as const),
    ask,
    notice: b64(32),
    answer: fc.constantFrom(...ANSWERS),
    purposes,
    media: fc.constantFrom(...MEDIA),
    person: fc.constant(1),
    people: fc.integer({ min: 1, max: PEOPLE_MAX }),
    counter: fc.integer({ min: 0, max: TAG_NUMBER_MAX }),
    key: b64(32),
    sig: b64(64),
  }),
  fc.record({
    kind: fc.constant('on' as const),
    ask,
    epoch,
    root: fc.option(fc.record({ size: count, hash: b64(32) })),
  }),
  fc.record({ kind: fc.constant('off' as const), ask, why: fc.constantFrom(...OFF_WHYS) }),
  fc.record({ kind: fc.constant('end' as const), ask }),
  fc.record({ kind: fc.constant('attested' as const), ask, count }),
);
const END = '[atr1 end a0000000000000]';

describe('a tag', () => {
  it('comes back as it went, in letters and digits that no site formats', () => {
    fc.assert(
      fc.property(tags, (tag) => {
        const text = encodeTag(tag);
        expect(parseTag(text)).toEqual(tag);
        expect(text).toMatch(/^\[atr1(?: (?:[0-9A-Za-z]+|[a-z]{2,3}-[A-Za-z]{2,4}))+\]$/);
        expect(text).not.toMatch(/\d{10}/);
      }),
    );
  });

  it('has one spelling: any other character anywhere makes another tag or none', () => {
    fc.assert(
      fc.property(tags, fc.nat(), fc.constantFrom(...'0aAzZ9 -_]['), (tag, at, other) => {
        const text = encodeTag(tag);
        const i = at % text.length;
        const changed = text.slice(0, i) + other + text.slice(i + 1);
        const parsed = parseTag(changed);
        if (parsed) expect(encodeTag(parsed)).toBe(changed);
        if (changed !== text) expect(parsed).not.toEqual(tag);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '[atr2 end a0000000000000]',
    '[atr1 end a0000000000000 ]',
    '[atr1  end a0000000000000]',
    '[atr1 end a000000000000]',
    '[atr1 end azzzzzzzzzzzzz]',
    '[atr1 end e0000000000000]',
    '[atr1 end a0000000000000 x]',
    '[atr1 begin a0000000000000]',
    '[atr1 off a0000000000000 because]',
    '[atr1 attested a0000000000000 0]',
    '[atr1 attested a0000000000000 01]',
    '[atr1 attested a0000000000000 1e3]',
    '[atr1 attested a0000000000000]',
    '[ATR1 end a0000000000000]',
    '[atr1]',
    '',
  ])('is not %j', (text) => {
    expect(parseTag(text)).toBeNull();
  });

  it('carries no terms that cannot be asked', () => {
    const notice = { language: 'en', version: 1, hash: 'A'.repeat(43) };
    const bad = {
      purposes: [{ purpose: 'notes', required: false }],
      media: 'sound',
      keepDays: 1,
      proofDays: 1,
    } as const;
    expect(() => encodeTag({ kind: 'ask', ask: 'aAAAAAAAAAAAA' as AskId, terms: bad, notice })).toThrow(RangeError);
    expect(parseTag(`[atr1 ask a0000000000000 en 1 s n 1 1 ${'0'.repeat(43)}]`)).toBeNull();
    expect(parseTag(`[atr1 ask a0000000000000 en 1 s N 1 1 ${'0'.repeat(43)}]`)).not.toBeNull();
  });
});

describe('a post', () => {
  it('gives words and tag back however the site renders its white space', () => {
    fc.assert(
      fc.property(
        tags,
        fc.constantFrom('\n', ' ', '\u00a0', '', '\r\n', '\n\n', '\u2028'),
        fc.constantFrom(' ', '\u00a0', '\n'),
        (tag, gap, space) => {
          const text = `I agree. ${gap}${encodeTag(tag).replaceAll(' ', space)} \n`;
          expect(splitPost(text)).toEqual({ words: 'I agree.', tag, malformed: false });
        },
      ),
    );
  });

  it.each([
    `${END} I agree`,
    `${END}\n${END}`,
    `> ${END}\nI agree`,
    'I agree\n[atr1 end a00000',
    'I agree\n[atr2 end a0000000000000]',
    'I agree\n[atr1 ]',
    `I agree ${END}.`,
    `I agree\n[ATR1 end a0000000000000]`,
    `[atr9 ${END}`,
  ])('is malformed as %j', (text) => {
    expect(splitPost(text)).toEqual({ words: text.trim(), tag: null, malformed: true });
  });

  it('is plain words without a tag', () => {
    for (const text of ['hello', '', '[atr', 'my [attribute]', 'a\nb']) {
      expect(splitPost(` ${text} `)).toEqual({ words: text, tag: null, malformed: false });
    }
  });

  it('never throws and never half-reads', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('[atr1', ' ', 'end', ']', END, 'a'), fc.string())), (pieces) => {
        const text = pieces.join('');
        const { words, tag, malformed } = splitPost(text);
        expect(tag !== null && malformed).toBe(false);
        expect(mightCarryTag(text)).toBe(tag !== null || malformed);
        if (tag) expect(text.replace(/\s/g, '')).toBe((words + encodeTag(tag)).replace(/\s/g, ''));
      }),
    );
  });

  it('does not get too long, and its words do not carry a tag of their own', () => {
    const tag: Tag = { kind: 'end', ask: 'aAAAAAAAAAAAA' as AskId };
    expect(joinPost('x'.repeat(474), tag)).toHaveLength(500);
    expect(() => joinPost('x'.repeat(475), tag)).toThrow(RangeError);
    expect(() => joinPost(`hello ${END}`, tag)).toThrow(RangeError);
  });
});
