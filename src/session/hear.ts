import type { Heard } from '../consent/heard.ts';
import { compareHostsPost } from '../consent/hosts-post.ts';
import { nameInWriting } from '../consent/in-writing.ts';
import { placeNames } from '../consent/place-names.ts';
import { placeSaid } from '../consent/place-words.ts';
import { recognise } from '../consent/recognise.ts';
import { verifyAnswer } from '../consent/signature.ts';
import type { State } from '../consent/state.ts';
import { answerWords } from '../consent/status-words.ts';
import type { ChatLine } from '../model/chat.ts';
import type { AnswerTag } from '../model/tag.ts';
import { splitPost } from '../model/tag-post.ts';

const regions = new Map<string, Intl.DisplayNames>();
/** Names of countries as the browser's own tables have them: what was read is in the log, so they may be other ones tomorrow. */
const NAMES = placeNames((language, code) => {
  const known = regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  regions.set(language, known);
  return known.of(code);
});

/** Reads a chat line: its words in the language of the ask in force, its tag, and whether the tag's signature holds. */
export async function hear(line: ChatLine, state: State): Promise<Heard> {
  const { words, tag, malformed } = splitPost(line.text);
  const language = state.ask?.notice.language ?? 'en';
  const { says, all, sure } = recognise(words, language);
  const spoken = { says, all, sure };
  const written = nameInWriting(words);
  if (written !== null && !tag && !malformed)
    return { says: 'consented', all: false, sure: true, written, tag: { kind: 'none' } };
  if (malformed) return { ...spoken, sure: sure && says !== 'consented', tag: { kind: 'malformed' } };
  if (!tag) {
    const places = says === 'nothing' ? placeSaid(words, NAMES) : [];
    return { ...spoken, ...(places.length > 0 && { places }), tag: { kind: 'none' } };
  }
  if (tag.kind !== 'answer') {
    // A host's post is never an answer. Under somebody else's words it is a quote: a yes above it is unclear, a no is a no.
    if (line.sender.self) return { ...spoken, tag: { kind: 'ours' } };
    const compared = await compareHostsPost(words, tag);
    const no = says === 'refused' || says === 'withdrawn';
    if (compared === 'same' || (compared === 'unknown' && !no)) {
      const tells = tag.kind === 'ask' || tag.kind === 'on' ? 'asks' : tag.kind === 'end' ? 'ends' : 'tells';
      return { says: 'nothing', all: false, sure: false, tag: { kind: 'other', ask: tag.ask, says: tells } };
    }
    return { ...spoken, sure: sure && says !== 'consented', tag: { kind: 'malformed' } };
  }
  const asked = state.asks.get(tag.ask);
  const valid = await verifyAnswer(tag, asked?.notice.hash ?? tag.notice);
  // The banner's own wording stands for its tag word by word; anything else is read like every other line.
  return wordsFit(words, tag, language)
    ? { says: tag.answer, all, sure: true, tag: { ...tag, valid } }
    : { ...spoken, tag: { ...tag, valid } };
}

function wordsFit(words: string, tag: AnswerTag, language: string): boolean {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const { answer, purposes, person, people } = tag;
  return bare(words) === bare(answerWords(language, { answer, purposes, person, people }));
}
