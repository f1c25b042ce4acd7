import { type AskTerms, type NoticeRef, termsProblem } from '../model/ask.ts';
import { base64url } from '../model/id.ts';
import type { AskTag, PartTag } from '../model/tag.ts';
import { cutNotice, PARTS_MAX } from './notice-parts.ts';
import { WORDINGS } from './notices/registry.ts';
import type { Wording } from './notices/wording.ts';

/** Languages in which a notice can be posted. */
export const NOTICE_LANGUAGES: readonly string[] = WORDINGS.map((wording) => wording.language);

/** Version of each language's notice. */
export const NOTICE_VERSION: Readonly<Record<string, number>> = Object.fromEntries(
  WORDINGS.map((w) => [w.language, w.version]),
);

/**
 * The words posted in the chat and shown in the banner. Pure function of the tag's parameters, so that every extension renders the
 * very same. language is one of NOTICE_LANGUAGES exactly. Throws RangeError for another one and for terms that cannot be asked.
 */
export function renderNotice(terms: AskTerms, language: string): string {
  const problem = termsProblem(terms);
  if (problem) throw new RangeError(`terms that cannot be asked: ${problem}`);
  return exactly(language)
    .notice(terms)
    .map((sentences) => sentences.join(' '))
    .join('\n');
}

/** The words of each post when the notice goes in so many; null when it cannot be cut so often. Throws as `renderNotice` does. */
export function noticeParts(terms: AskTerms, language: string, of: number): string[] | null {
  if (of === 1) return [renderNotice(terms, language)];
  const wording = exactly(language);
  const cut = cutNotice(wording.notice(terms).flat(), of);
  return cut?.map((words, i) => `${wording.part(i + 1, of)} ${words}`) ?? null;
}

/** base64url SHA-256 of the UTF-8 words, without the tag line. */
export async function noticeHash(words: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(words));
  return base64url(new Uint8Array(digest));
}

/** The notice with the reference that goes into the ask and its tag. */
export async function makeNotice(terms: AskTerms, language: string): Promise<{ words: string; notice: NoticeRef }> {
  const words = renderNotice(terms, language);
  return { words, notice: { language, version: exactly(language).version, hash: await noticeHash(words) } };
}

/**
 * Which text of these terms a hash is of, among all languages that this extension has; null: of none. Somebody's banner shows the question
 * in their own language, and what they saw is what they sign.
 */
export async function renderingOf(terms: AskTerms, hash: string): Promise<NoticeRef | null> {
  for (const language of NOTICE_LANGUAGES) {
    const { notice } = await makeNotice(terms, language);
    if (notice.hash === hash) return notice;
  }
  return null;
}

/** Whether the words of a post before the last are the very ones of that part. They bind nobody to anything: the ask does that. */
export function comparePart(words: string, { terms, notice, part, of }: PartTag): 'same' | 'differs' | 'unknown' {
  if (NOTICE_VERSION[notice.language] !== notice.version) return 'unknown';
  const right = of > PARTS_MAX ? undefined : noticeParts(terms, notice.language, of)?.[part - 1];
  return right !== undefined && bare(words) === bare(right) ? 'same' : 'differs';
}

/**
 * Whether the words in the chat are the ones that the tag stands for, and the hash in the tag is theirs. White space does not count:
 * sites turn line breaks into spaces or into nothing. Of a notice in several posts they are those of the last one. `unknown`: this extension does not have that language or version, so it
 * cannot say what the tag stands for.
 */
export async function compareNotice(words: string, tag: AskTag): Promise<'same' | 'differs' | 'unknown'> {
  if (NOTICE_VERSION[tag.notice.language] !== tag.notice.version) return 'unknown';
  const rendered = renderNotice(tag.terms, tag.notice.language);
  const { of = 1 } = tag;
  const last = of > PARTS_MAX ? undefined : noticeParts(tag.terms, tag.notice.language, of)?.at(-1);
  const same = last !== undefined && bare(words) === bare(last) && (await noticeHash(rendered)) === tag.notice.hash;
  return same ? 'same' : 'differs';
}

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}

function exactly(language: string): Wording {
  const wording = WORDINGS.find((w) => w.language === language);
  if (!wording) throw new RangeError(`no notice in ${language}`);
  return wording;
}
