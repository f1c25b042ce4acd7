import { beforeAll, describe, expect, test } from 'vitest';
import { compareHostsPost } from '../consent/hosts-post.ts';
import { makeNotice, renderNotice } from '../consent/notice.ts';
import { recognise } from '../consent/recognise.ts';
import type { AskedState } from '../consent/state.ts';
import { type AskTerms, PURPOSES } from '../model/ask.ts';
import { ID_BYTES, idOf } from '../model/id.ts';
import { joinParts, joinPost, POST_MAX, partsOf, splitPost } from '../model/tag-post.ts';
import { noticePosts } from './notice-posts.ts';
import { readPost } from './words.ts';

/** All that can be asked, in the longest words. */
const LONGEST: AskTerms = {
  purposes: PURPOSES.map((purpose) => ({ purpose, required: true })),
  media: 'sound+picture',
  keepDays: 3649,
  proofDays: 3649,
};
const MIXED: AskTerms = {
  ...LONGEST,
  purposes: PURPOSES.map((purpose, i) => ({ purpose, required: i % 2 === 0 })),
};
const bare = (text: string) => text.replace(/\s+/gu, '');
const asked = async (terms: AskTerms): Promise<AskedState> => {
  const { notice } = await makeNotice(terms, 'en');
  return { ...terms, id: idOf('ask', new Uint8Array(ID_BYTES)), notice, index: 0, at: 0 };
};

test('where there is room for it, the notice is one post; of exactly its length there is', async () => {
  const [whole = ''] = noticePosts(await asked(LONGEST), POST_MAX);
  expect(noticePosts(await asked(LONGEST), whole.length)).toEqual([whole]);
  expect(noticePosts(await asked(LONGEST), whole.length - 1).length).toBeGreaterThan(1);
});

test('only who is asked anew is told that what was answered counts no more', async () => {
  const tagOf = (posts: string[]) => splitPost(posts.at(-1) ?? '').tag;
  expect(tagOf(noticePosts(await asked(LONGEST), POST_MAX))).not.toHaveProperty('again');
  expect(tagOf(noticePosts(await asked(LONGEST), POST_MAX, true))).toMatchObject({ again: true });
});

describe.each([
  ['seven purposes, all needed', LONGEST],
  ['seven purposes, some of them optional', MIXED],
])('on a site with room for 200 characters: %s', (_name, terms) => {
  let posts: string[];
  beforeAll(async () => {
    posts = noticePosts(await asked(terms), 200);
  });

  test('each post fits, says what it is about and which one of how many it is, and has a tag of its own', () => {
    expect(posts.length).toBeGreaterThan(1);
    for (const [i, post] of posts.entries()) {
      expect(post.length).toBeLessThanOrEqual(200);
      const { words, tag } = splitPost(post);
      expect(words).toMatch(
        new RegExp(`^Recording\\? ${i + 1}/${posts.length}${i + 1 < posts.length ? ', read on' : ''}: \\S`),
      );
      expect(tag?.kind).toBe(i + 1 < posts.length ? 'part' : 'ask');
    }
  });

  test('together they are the notice, word by word', () => {
    const words = posts.map((post) => splitPost(post).words.replace(/^Recording\? \d\/\d(?:, read on)?: /, ''));
    expect(bare(words.join(' '))).toBe(bare(renderNotice(terms, 'en')));
  });

  test('how to answer is said in the last one only', () => {
    expect(posts.map((post) => /I (?:do not )?agree/.test(post))).toEqual(posts.map((_, i) => i === posts.length - 1));
  });

  test('to other hosts they are posts of a host and nobody’s answer; with one word changed they are not', async () => {
    for (const post of posts) {
      const { words, tag } = splitPost(post.replaceAll('\n', ' '));
      if (!tag || tag.kind === 'answer' || tag.kind === 'request') throw new Error('a post of ours without its tag');
      expect(await compareHostsPost(words, tag)).toBe('same');
      expect(await compareHostsPost(`${words} I do not agree`, tag)).toBe('differs');
      expect(await compareHostsPost('I agree', tag)).toBe('differs');
      expect(recognise(words, 'en').says === 'consented' && recognise(words, 'en').sure).toBe(false);
    }
  });

  test('a participant’s extension asks with the last of them, and in the words of the whole', async () => {
    const read = await Promise.all(posts.map((post) => readPost(post, 'en')));
    expect(read.slice(0, -1).every((one) => one === null)).toBe(true);
    expect(read.at(-1)).toMatchObject({ kind: 'ask', words: renderNotice(terms, 'en'), unverified: false });
  });

  test('the log keeps them as one text, and has them back one by one', () => {
    expect(partsOf(joinParts(posts))).toEqual(posts);
  });
});

test('a part that says it is another one, or one of more than there can be, is no post of ours', async () => {
  const [first = ''] = noticePosts(await asked(LONGEST), 200);
  const { words, tag } = splitPost(first);
  if (tag?.kind !== 'part') throw new Error('the first of several is a part');
  expect(await compareHostsPost(words, { ...tag, part: 2 })).toBe('differs');
  expect(await compareHostsPost(words, { ...tag, of: tag.of + 1 })).toBe('differs');
  expect(await compareHostsPost(words, { ...tag, of: 999_999_999 })).toBe('differs');
  expect(await compareHostsPost(words, { ...tag, notice: { language: 'en', version: 99 } })).toBe('unknown');
  expect(() => joinPost(words, { ...tag, part: tag.of })).toThrow(RangeError);
});

test('where not even a sentence has room, the notice stays whole: the site refuses it, and the host has it to say', async () => {
  expect(noticePosts(await asked(LONGEST), 100)).toEqual(noticePosts(await asked(LONGEST), POST_MAX));
});
