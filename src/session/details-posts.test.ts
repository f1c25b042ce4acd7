import { describe, expect, test } from 'vitest';
import { NOTICE_LANGUAGES } from '../consent/notice.ts';
import { renderDetails } from '../consent/notices/details.ts';
import { recognise } from '../consent/recognise.ts';
import { blankState } from '../consent/state.ts';
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
  const posts = detailsPosts(blankState(), asked, SETTINGS, language, 500);

  test('goes in posts that fit, each of which says which one it is, and none of which is an answer', async () => {
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
    const words = posts.map((post) => splitPost(post).words.replace(counted, ''));
    expect(bare(words.join(''))).toBe(bare(renderDetails(TERMS, SETTINGS, [], language).join('')));
  });
});

test('what is longer than a post is cut between words', () => {
  const stated = { ...SETTINGS, recipients: 'Acme and friends '.repeat(20) };
  const posts = detailsPosts(blankState(), asked, stated, 'en', 200);
  for (const post of posts) expect(post.length).toBeLessThanOrEqual(200);
  const one = detailsPosts(blankState(), asked, { ...stated, recipients: 'x'.repeat(290) }, 'en', 200);
  for (const post of one) expect(post.length).toBeLessThanOrEqual(200);
});

test('where the chat has no limit it is one post', () => {
  expect(detailsPosts(blankState(), asked, SETTINGS, 'de', Number.POSITIVE_INFINITY)).toHaveLength(1);
});

test('in a language that nobody has, it is not posted', () => {
  expect(() => detailsPosts(blankState(), asked, SETTINGS, 'xx', 500)).toThrow('details in xx');
});
