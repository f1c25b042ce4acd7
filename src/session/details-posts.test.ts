import { describe, expect, test } from 'vitest';
import { NOTICE_LANGUAGES } from '../consent/notice.ts';
import { renderDetails } from '../consent/notices/details.ts';
import { recognise } from '../consent/recognise.ts';
import { blankState } from '../consent/state.ts';
import { ANA, HOST, isIn, joined, opened, ruledState, settled } from '../consent/testdata/told.ts';
import { type AskTerms, PURPOSES } from '../model/ask.ts';
import { ID_BYTES, idOf } from '../model/id.ts';
import { SETTINGS } from '../model/settings.ts';
import { joinParts, partsOf, splitPost } from '../model/tag-post.ts';
import { detailsPosts } from './details-posts.ts';
import { readPost } from './words.ts';

const TERMS: AskTerms = {
  purposes: PURPOSES.map((purpose, i) => ({ purpose, required: i === 0 })),
  media: 'sound+picture',
  keepDays: 3649,
  proofDays: 3649,
};
const asked = {
  ...TERMS,
  id: idOf('ask', new Uint8Array(ID_BYTES)),
  notice: { language: 'en', version: 2, hash: 'A'.repeat(43) },
  index: 0,
  at: 0,
};
const bare = (text: string) => text.replace(/\s+/gu, '');
const counted = /^[^:：]{0,60}\d+\/\d+[^:：]{0,60}[:：]\s*/u;

describe.each(NOTICE_LANGUAGES)('the whole notice in %s', (language) => {
  // Made in each test: what throws outside of one fails none.
  const made = () => detailsPosts(blankState(), asked, SETTINGS, language, 500);

  test('goes in posts that fit, each of which says which one it is, and none of which is an answer', async () => {
    const posts = made();
    expect(posts.length).toBeGreaterThan(1);
    for (const [i, post] of posts.entries()) {
      expect(post.length).toBeLessThanOrEqual(500);
      const { words, tag } = splitPost(post.replaceAll('\n', ' '));
      expect(tag).toEqual({ kind: 'details', ask: asked.id, part: i + 1, of: posts.length });
      expect(words).toMatch(counted);
      expect(recognise(words, language).says).toBe('nothing');
      expect(await readPost(post, 'en')).toMatchObject({ kind: 'details', words, part: i + 1, of: posts.length });
    }
    expect(partsOf(joinParts(posts))).toEqual(posts);
  });

  test('is all there, in order', () => {
    const words = made().map((post) => splitPost(post).words.replace(counted, ''));
    expect(bare(words.join(''))).toBe(bare(renderDetails(TERMS, SETTINGS, [], language).join('')));
  });
});

describe('what is longer than a post', () => {
  const wordsOf = (recipients: string, limit: number) =>
    detailsPosts(blankState(), asked, { ...SETTINGS, recipients }, 'en', limit).map((post) => {
      expect(post.length).toBeLessThanOrEqual(limit);
      return splitPost(post).words.replace(counted, '');
    });

  test('is cut between words, and nothing of it is lost or doubled', () => {
    const recipients = 'Acme and friends '.repeat(20).trim();
    const words = wordsOf(recipients, 200);
    const whole = renderDetails(TERMS, { ...SETTINGS, recipients }, [], 'en').join(' ');
    expect(words.join(' ')).toBe(whole);
    for (const part of words) expect(part).toBe(part.trim());
  });

  test('and has no gap, is cut where the room ends, and not through a sign', () => {
    const words = wordsOf('x'.repeat(290), 200);
    expect(
      words
        .join('')
        .match(/x/g)
        ?.filter((letter) => letter === 'x').length,
    ).toBeGreaterThanOrEqual(290);
    expect(words.some((part) => /^x+$/.test(part))).toBe(true);
    for (const part of wordsOf('\u{1f600}'.repeat(150), 200)) expect(part.isWellFormed()).toBe(true);
  });

  test('sentences stand together as long as there is room for them', () => {
    const sentences = renderDetails(TERMS, SETTINGS, [], 'en');
    const words = wordsOf(SETTINGS.recipients ?? '', 500);
    expect(words.length).toBeLessThan(sentences.length);
    for (const [i, part] of words.slice(0, -1).entries()) {
      const next = sentences.find((sentence) => words[i + 1]?.startsWith(sentence));
      // The next sentence would not have fitted any more: 60 for tag and count, and the words before them.
      if (next) expect(part.length + 1 + next.length).toBeGreaterThan(500 - 60 - 'details 88/99:'.length);
    }
  });
});

test('what the law asks to be told is in it', () => {
  const plain = detailsPosts(blankState(), asked, SETTINGS, 'en', 500).join(' ');
  const state = ruledState(opened, joined(HOST), settled(), joined(ANA), isIn(HOST, 'DE'), isIn(ANA, 'DE'));
  expect(state.requirement?.profiles).not.toEqual([]);
  const whole = detailsPosts(state, asked, SETTINGS, 'en', 500).join(' ');
  expect(whole.length).toBeGreaterThan(plain.length);
});

test('where the chat has no limit it is one post', () => {
  expect(detailsPosts(blankState(), asked, SETTINGS, 'de', Number.POSITIVE_INFINITY)).toHaveLength(1);
});

test('in a language that nobody has, it is not posted', () => {
  expect(() => detailsPosts(blankState(), asked, SETTINGS, 'xx', 500)).toThrow(
    expect.objectContaining({ code: 'unexpected', detail: 'details in xx' }),
  );
});
