import type { Directory } from '../consent/directory.ts';
import { gate } from '../consent/gate.ts';
import type { Reply } from '../consent/invitations.ts';
import { compareNotice, makeNotice, renderNotice } from '../consent/notice.ts';
import { makeAnswerKey, signAnswer } from '../consent/signature.ts';
import { standingOf } from '../consent/standing.ts';
import type { AskedState, State } from '../consent/state.ts';
import {
  answerWords,
  attestedWords,
  endWords,
  offWhyOf,
  offWords,
  recordingWords,
  scriptWords,
} from '../consent/status-words.ts';
import type { Ask, AskTerms } from '../model/ask.ts';
import { Failure } from '../model/failure.ts';
import { joinPost, splitPost } from '../model/tag-post.ts';
import type { OwnYes } from './asking.ts';
import type { DuePost } from './due.ts';
import { noticePosts } from './notice-posts.ts';

/** The words of our posts, and the reading of other people's. */

const LANGUAGE = 'en';

export const noticeOf = makeNotice;

export function attestationScript(terms: AskTerms): string {
  return scriptWords(LANGUAGE, terms);
}

/**
 * What is due, as it goes into the chat: words for people first, then the tag on a line of its own. limit: of the site's messages, in UTF-16
 * units; a notice that is longer goes in several posts, everything else in one.
 */
export function postTexts(state: State, directory: Directory, due: DuePost, limit: number): string[] {
  const asked = state.asks.get(due.ask);
  if (!asked) throw new Failure('unexpected', 'a post about an ask that the log does not hold');
  return due.says === 'notice' ? noticePosts(asked, limit) : [statusText(state, directory, due, asked)];
}

function statusText(
  state: State,
  directory: Directory,
  due: Exclude<DuePost, { says: 'notice' }>,
  asked: AskedState,
): string {
  switch (due.says) {
    case 'recording':
      if (!state.epoch) throw new Failure('unexpected', 'recording announced without an epoch');
      return joinPost(recordingWords(LANGUAGE), { kind: 'on', ask: asked.id, epoch: state.epoch.epoch, root: null });
    case 'stopped': {
      const verdict = gate(state);
      const why = offWhyOf(verdict.may === 'not' ? verdict.because.map((b) => b.reason) : []);
      return joinPost(offWords(LANGUAGE, why), { kind: 'off', ask: asked.id, why });
    }
    case 'ended':
      return joinPost(endWords(LANGUAGE), { kind: 'end', ask: asked.id });
    case 'attested': {
      const person = state.people.get(due.people[0]);
      const standing = person && standingOf(state, person);
      const host = [...state.people.values()].find((one) => one.self);
      const hostName = (host && directory.people.get(host.participant)?.name) ?? '';
      const name = directory.people.get(due.people[0])?.name ?? '';
      const how = standing?.answer?.channel === 'paper' ? 'paper' : 'aloud';
      return joinPost(attestedWords(LANGUAGE, hostName, name, how), {
        kind: 'attested',
        ask: asked.id,
        count: standing?.yeses.length || 1,
      });
    }
    default:
      return due satisfies never;
  }
}

/** The host's own yes, signed with a key that is used once and forgotten: it binds the ask to its notice. */
export async function signHostYes(ask: Ask): Promise<OwnYes> {
  const purposes = ask.purposes.map((p) => p.purpose);
  const fields = {
    ask: ask.id,
    notice: ask.notice.hash,
    answer: 'consented',
    purposes,
    media: ask.media,
    person: 1,
    people: 1,
    counter: 1,
  } as const;
  const { key, sig } = await signAnswer(await makeAnswerKey(), fields);
  return { key, sig, counter: 1 };
}

/** A participant's answer as their extension posts it. */
export async function answerPost(terms: Ask, reply: Reply, pair: CryptoKeyPair, counter: number): Promise<string> {
  const { answer, purposes, person, people } = reply;
  const tag = await signAnswer(pair, {
    ask: terms.id,
    notice: terms.notice.hash,
    answer,
    purposes,
    media: terms.media,
    person,
    people,
    counter,
  });
  return joinPost(answerWords(LANGUAGE, reply), tag);
}

/** What a tagged post of a host says to a participant's extension; null when it says nothing to it. */
export type ReadPost =
  | { readonly kind: 'ask'; readonly terms: Ask; readonly words: string; readonly unverified: boolean }
  | { readonly kind: 'status'; readonly ask: string; readonly says: 'on' | 'off' | 'paused' | 'end' };

export async function readPost(text: string): Promise<ReadPost | null> {
  const { words, tag } = splitPost(text);
  if (!tag) return null;
  switch (tag.kind) {
    case 'ask': {
      const compared = await compareNotice(words, tag);
      const terms: Ask = { ...tag.terms, id: tag.ask, notice: tag.notice };
      // A wording that this version does not know is shown as it was posted, and marked.
      const rendered = compared === 'unknown' ? words : renderNotice(tag.terms, tag.notice.language);
      return { kind: 'ask', terms, words: rendered, unverified: compared !== 'same' };
    }
    case 'on':
    case 'end':
      return { kind: 'status', ask: tag.ask, says: tag.kind };
    case 'off':
      return { kind: 'status', ask: tag.ask, says: tag.why === 'paused' ? 'paused' : 'off' };
    case 'answer':
    case 'attested':
    // The last of its posts is the ask.
    case 'part':
      return null;
    default:
      return tag satisfies never;
  }
}
