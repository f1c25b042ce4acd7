import type { AnswerTag, AskTag, DetailsTag, PartTag, RequestTag, Tag } from '../model/tag.ts';
import { compareNotice, comparePart } from './notice.ts';
import { WORDINGS } from './notices/registry.ts';
import type { Wording } from './notices/wording.ts';

/** Stand for names that we do not know; no post of ours holds them. */
const [HOST, GUEST] = ['\ue000', '\ue001'];
const NAMES_MAX = 130;

/**
 * Whether the words above a host's tag are the very ones that a host's extension writes there: then it is their notice or status, which
 * tells how to answer and is nobody's answer. Other words are somebody's own, and the tag under them is a quote. `unknown`: a notice in
 * a language or version that we do not have.
 */
export async function compareHostsPost(
  words: string,
  tag: Exclude<Tag, AnswerTag | RequestTag>,
): Promise<'same' | 'differs' | 'unknown'> {
  if (tag.kind === 'ask') return compareNotice(words, tag);
  if (tag.kind === 'part') return comparePart(words, tag);
  // The host's own words: nobody else can say what they must be.
  if (tag.kind === 'details') return 'unknown';
  return WORDINGS.some((wording) => fits(bare(words), tag, wording)) ? 'same' : 'differs';
}

function fits(
  words: string,
  tag: Exclude<Tag, AnswerTag | AskTag | PartTag | DetailsTag | RequestTag>,
  wording: Wording,
): boolean {
  switch (tag.kind) {
    case 'on':
      return words === bare(wording.on);
    case 'off':
      return words === bare(wording.off[tag.why]);
    case 'end':
      return words === bare(wording.end);
    case 'attested':
      return (['aloud', 'paper'] as const).some((how) => surrounds(bare(wording.attested(HOST, GUEST, how)), words));
    default:
      return tag satisfies never;
  }
}

/** The fixed parts of a sentence stand in the words, in order, with no more than two names between them. */
function surrounds(sentence: string, words: string): boolean {
  const parts = sentence.split(/[\ue000\ue001]/u);
  let at = 0;
  for (const part of parts) {
    const found = words.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at === words.length && words.length <= sentence.length + NAMES_MAX;
}

function bare(words: string): string {
  return words.replace(/\s+/g, '');
}
