import type { Heard } from '../consent/heard.ts';
import { compareHostsPost } from '../consent/hosts-post.ts';
import { nameInWriting } from '../consent/in-writing.ts';
import { NOTICE_LANGUAGES, renderingOf } from '../consent/notice.ts';
import { detailsWantedIn } from '../consent/notices/details-word.ts';
import { type PaymentNumber, paymentNumberIn } from '../consent/payment-numbers.ts';
import { placeSaid } from '../consent/place-words.ts';
import { type Recognised, recogniseIn } from '../consent/recognise.ts';
import { isRequestWords } from '../consent/request-words.ts';
import { residenceSaid } from '../consent/residence-words.ts';
import { verifyAnswer } from '../consent/signature.ts';
import type { SpreadNumbers } from '../consent/spread-number.ts';
import type { AskedState, State } from '../consent/state.ts';
import { answerWords } from '../consent/status-words.ts';
import { type NoticeRef, noticesOf } from '../model/ask.ts';
import type { ChatLine } from '../model/chat.ts';
import type { AnswerTag, RequestTag } from '../model/tag.ts';
import { splitPost } from '../model/tag-post.ts';
import { NAMES_OF_PLACES } from './places.ts';

/**
 * Reads a chat line: its words in the languages of the ask in force, its tag, and whether the tag's signature holds.
 *
 * @param spread what was written before in this meeting, where recording is to pause at a number of a card or an account; null where it is not
 * @param now ms of a clock that only goes on
 */
export async function hear(line: ChatLine, state: State, spread: SpreadNumbers | null = null, now = 0): Promise<Heard> {
  const heard = await read(line, state);
  const number = spread ? numberIn(line, spread, now) : null;
  return number ? { ...heard, number } : heard;
}

/** In this line, or with the ones before it. A post of ours has none, and its digits go on with nobody's. */
function numberIn(line: ChatLine, spread: SpreadNumbers, now: number): PaymentNumber | null {
  const { words, tag } = splitPost(line.text);
  return paymentNumberIn(words) ?? (tag ? null : spread.hear(line, words, now));
}

async function read(line: ChatLine, state: State): Promise<Heard> {
  const { words, tag, malformed } = splitPost(line.text);
  const { says, all, sure } = spokenIn(words, languagesOf(state));
  const spoken = { says, all, sure };
  const written = nameInWriting(words);
  if (written !== null && !tag && !malformed)
    return { says: 'consented', all: false, sure: true, written, tag: { kind: 'none' } };
  if (malformed) return { ...spoken, sure: sure && says !== 'consented', tag: { kind: 'malformed' } };
  if (!tag) {
    const place =
      says === 'nothing' ? (placeSaid(words, NAMES_OF_PLACES) ?? residenceSaid(words, NAMES_OF_PLACES)) : null;
    const details = says === 'nothing' && state.ask ? detailsWantedIn(words, languagesOf(state)) : null;
    return {
      ...spoken,
      ...(place && { place }),
      ...(details !== null && { details }),
      tag: { kind: 'none' },
    };
  }
  if (tag.kind === 'request') return { ...spoken, ...asksFor(line, words, tag, sure && says !== 'consented') };
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
  const shown = asked ? await shownBy(asked, tag.notice) : null;
  const valid = await verifyAnswer(tag, shown?.hash ?? asked?.notice.hash ?? tag.notice);
  // The banner's own wording stands for its tag word by word; anything else is read like every other line.
  return wordsFit(words, tag)
    ? { says: tag.answer, all, sure: true, tag: { ...tag, shown, valid } }
    : { ...spoken, tag: { ...tag, shown, valid } };
}

/** Whoever answers a line quotes it: a pause that was asked for before is not asked for again. */
function spokenIn(words: string, languages: readonly string[]): Recognised {
  const spoken = recogniseIn(words, languages);
  return spoken.says === 'pause' && QUOTE.test(words) ? recogniseIn(words.replace(QUOTES, ''), languages) : spoken;
}

/** Lines that begin as quotes do. */
const QUOTE = /^[ \t]*>/mu;
const QUOTES = /^[ \t]*>.*$/gmu;

/** Under other words it is a quote, or was put there by hand: nobody asks for anything. */
function asksFor(
  line: ChatLine,
  words: string,
  { ask, what }: RequestTag,
  sure: boolean,
): Partial<Heard> & Pick<Heard, 'tag'> {
  if (line.sender.self) return { tag: { kind: 'ours' } };
  if (!isRequestWords(words, what)) return { sure, tag: { kind: 'malformed' } };
  return { says: 'nothing', sure: false, tag: { kind: 'request', ask, what } };
}

/** Before anybody asked, words are read as English ones: the host's own "stop" is the only thing that matters then. */
function languagesOf({ ask }: State): string[] {
  return ask ? noticesOf(ask).map(({ language }) => language) : ['en'];
}

/** The text that somebody's banner showed them: one that was posted, or the same question in their own language. */
async function shownBy(asked: AskedState, hash: string): Promise<NoticeRef | null> {
  return noticesOf(asked).find((notice) => notice.hash === hash) ?? renderingOf(asked, hash);
}

/** In whichever language their extension writes. */
function wordsFit(words: string, tag: AnswerTag): boolean {
  const bare = (text: string) => text.replace(/\s+/g, '');
  const { answer, purposes, person, people } = tag;
  return NOTICE_LANGUAGES.some(
    (language) => bare(words) === bare(answerWords(language, { answer, purposes, person, people })),
  );
}
