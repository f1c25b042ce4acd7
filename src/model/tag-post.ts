import type { Tag } from './tag.ts';
import { encodeTag, parseTag } from './tag-format.ts';
import { mightCarryTag } from './tag-mark.ts';

/** Longest message that every site we write to takes, in UTF-16 units: Google Meet's limit. */
export const POST_MAX = 500;

/** One chat message taken apart. malformed: something of a tag is there, but not exactly one good tag at the end. */
export interface SplitPost {
  /** The words without the tag, untouched inside; with `malformed` the whole text. */
  readonly words: string;
  readonly tag: Tag | null;
  readonly malformed: boolean;
}

/**
 * Sites may turn the line break before the tag into spaces, NBSP or nothing at all, and may wrap the tag itself; the tag is still
 * found at the end. Two tags (a quoted reply under an answer), a cut tag or a version that we do not know are malformed: never half-read.
 */
export function splitPost(text: string): SplitPost {
  const whole = text.trim();
  if (!mightCarryTag(whole)) return { words: whole, tag: null, malformed: false };
  const at = whole.search(/\[atr\d/i);
  const tag = parseTag(whole.slice(at).replace(/\s+/g, ' '));
  return tag
    ? { words: whole.slice(0, at).trimEnd(), tag, malformed: false }
    : { words: whole, tag: null, malformed: true };
}

/** Stands between the posts of one message in the log; no post of ours has an empty line in it. */
const BETWEEN = '\n\n';

/** All posts of one message as one text, as the log keeps it, and back. */
export function joinParts(posts: readonly string[]): string {
  return posts.join(BETWEEN);
}

export function partsOf(text: string): string[] {
  return text.split(BETWEEN);
}

/** Words and tag as one post. Throws RangeError when the post would be longer than `most`, or the words look like a tag themselves. */
export function joinPost(words: string, tag: Tag, most = POST_MAX): string {
  const post = `${words}\n${encodeTag(tag)}`;
  if (mightCarryTag(words)) throw new RangeError('the words of a post must not look like a tag');
  if (post.length > most) throw new RangeError(`a post takes ${most} characters, not ${post.length}`);
  return post;
}
