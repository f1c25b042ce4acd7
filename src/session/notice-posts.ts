import { noticeParts } from '../consent/notice.ts';
import { PARTS_MAX } from '../consent/notice-parts.ts';
import type { AskedState } from '../consent/state.ts';
import type { AskTerms } from '../model/ask.ts';
import type { AskTag, PartTag } from '../model/tag.ts';
import { joinPost } from '../model/tag-post.ts';

/**
 * The posts in which a notice goes into a chat whose messages hold so many UTF-16 units: one, or as few as it takes. Nothing in an early
 * one says how to answer, and the notice counts as shown when every one of them was seen in the chat. A notice that cannot be cut so
 * short stays whole: the site refuses it, and the host is given it to paste or to say.
 *
 * @param again somebody is asked whose answer to it counts no more
 */
export function noticePosts(asked: AskedState, limit: number, again = false): string[] {
  for (let of = 1; of <= PARTS_MAX; of++) {
    const parts = noticeParts(asked, asked.notice.language, of);
    if (parts === null) break;
    const posts = parts.map((words, i) => joinPost(words, tagOf(asked, i + 1, of, again), Number.POSITIVE_INFINITY));
    if (posts.every(({ length }) => length <= limit)) return posts;
  }
  return noticePosts(asked, Number.POSITIVE_INFINITY, again);
}

function tagOf(asked: AskedState, part: number, of: number, again: boolean): AskTag | PartTag {
  const { purposes, media, keepDays, proofDays, notice } = asked;
  const terms: AskTerms = { purposes, media, keepDays, proofDays };
  const { language, version } = notice;
  if (part < of) return { kind: 'part', ask: asked.id, terms, notice: { language, version }, part, of };
  return { kind: 'ask', ask: asked.id, terms, notice, ...(of > 1 && { of }), ...(again && { again }) };
}
