import type { PostState } from '../../src/consent/state.ts';
import type { PostId } from '../../src/model/id.ts';
import { partsOf } from '../../src/model/tag-post.ts';

/**
 * One of our own messages is in the chat: late, or pasted by the host. Which of the posts that had not arrived are there now, in each of
 * their messages? there: by post, which of its messages were seen; added to.
 */
export function arrivedWith(
  message: string,
  posts: Iterable<PostState>,
  textOf: (post: PostState) => string,
  there: Map<PostId, Set<number>>,
): PostId[] {
  const wanted = bare(message);
  return [...posts].flatMap((post) => {
    if (post.outcome === 'echoed') return [];
    const parts = partsOf(textOf(post));
    const part = parts.findIndex((text) => bare(text) === wanted);
    if (part < 0) return [];
    const seen = there.get(post.post) ?? new Set();
    there.set(post.post, seen.add(part));
    return seen.size === parts.length ? [post.post] : [];
  });
}

/** Sites change white space. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
