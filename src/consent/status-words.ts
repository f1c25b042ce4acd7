import type { AskTerms } from '../model/ask.ts';
import type { Reason } from '../model/gate.ts';
import type { OffWhy } from '../model/tag.ts';
import { cleanName } from './confusable.ts';
import { en } from './notices/en.ts';
import { wordingOf } from './notices/registry.ts';
import type { AnswerWords, Wording } from './notices/wording.ts';

/** The words of our posts besides the notice. An unknown language falls back to English. Each goes above its tag. */

/** Longest names in a post, so that it fits. */
const POST_NAME_MAX = 60;

export function recordingWords(language: string): string {
  return wordsOf(language).on;
}

export function offWords(language: string, why: OffWhy): string {
  return wordsOf(language).off[why];
}

export function endWords(language: string): string {
  return wordsOf(language).end;
}

/** Names are as the page wrote them: cleaned, cut, and without brackets, which could imitate a tag. */
export function attestedWords(language: string, host: string, name: string, how: 'aloud' | 'paper'): string {
  return wordsOf(language).attested(postName(host), postName(name), how);
}

/** What the banner posts for its participant. Read again without its tag it is a no, a withdrawal, or a question for the host. */
export function answerWords(language: string, said: AnswerWords): string {
  return wordsOf(language).answer(said);
}

/** What the host reads aloud before attesting an answer. */
export function scriptWords(language: string, terms: AskTerms): string {
  return wordsOf(language).script(terms);
}

/** The most telling of the gate's reasons, for the chat: the first of this table that is among them. */
const WHY: Readonly<Record<Reason, OffWhy>> = {
  withdrawn: 'declined',
  refused: 'declined',
  'guardian-refused': 'declined',
  paused: 'paused',
  'announcement-missing': 'paused',
  stopped: 'stopped',
  'going-on-without': 'stopped',
  waiting: 'waiting',
  'implied-pending': 'waiting',
  'explicit-needed': 'waiting',
  'written-needed': 'waiting',
  'guardian-missing': 'waiting',
  'notice-not-shown': 'waiting',
  'people-missing': 'waiting',
  'doubt-open': 'waiting',
  'not-asked': 'waiting',
  'new-epoch': 'waiting',
  'roster-unknown': 'unsure',
  'roster-partial': 'unsure',
  'counter-differs': 'unsure',
  'not-in-call': 'unsure',
  'watch-lost': 'unsure',
  'not-armed': 'fault',
  'capture-failed': 'fault',
};

export function offWhyOf(reasons: readonly Reason[]): OffWhy {
  const order = Object.keys(WHY) as Reason[];
  const first = order.find((reason) => reasons.includes(reason));
  return first ? WHY[first] : 'fault';
}

function postName(name: string): string {
  return cleanName(name.replace(/[[\]]/g, ' '), POST_NAME_MAX) || '?';
}

function wordsOf(language: string): Wording {
  return wordingOf(language) ?? en;
}
