import type { Directory } from '../consent/directory.ts';
import { gate } from '../consent/gate.ts';
import type { Reply } from '../consent/invitations.ts';
import { askedAnew } from '../consent/name-only.ts';
import { compareNotice, makeNotice } from '../consent/notice.ts';
import type { Stated } from '../consent/notices/details.ts';
import { wordingOf } from '../consent/notices/registry.ts';
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
import { type Ask, type AskTerms, type NoticeRef, noticesOf } from '../model/ask.ts';
import { Failure } from '../model/failure.ts';
import { SETTINGS } from '../model/settings.ts';
import type { OnTag } from '../model/tag.ts';
import { joinPost, splitPost } from '../model/tag-post.ts';
import type { OwnYes } from './asking.ts';
import { detailsPosts } from './details-posts.ts';
import type { DuePost } from './due.ts';
import { noticePosts } from './notice-posts.ts';

/** The words of our posts, and the reading of other people's. */

export const noticeOf = makeNotice;

/** The language must be one of NOTICE_LANGUAGES. */
export function attestationScript(terms: AskTerms, language: string): string {
  return scriptWords(language, terms);
}

/**
 * What is due, as it goes into the chat: words for people first, then the tag on a line of its own. limit: of the site's messages, in UTF-16
 * units; a notice that is longer goes in several posts, everything else in one. stated: what the whole notice says of the host's side. root: of the
 * log's tree, for everybody who reads that recording is on to be its witness.
 */
export function postTexts(
  state: State,
  directory: Directory,
  due: DuePost,
  limit: number,
  stated: Stated = SETTINGS,
  root: OnTag['root'] = null,
): string[] {
  const asked = state.asks.get(due.ask);
  if (!asked) throw new Failure('unexpected', 'a post about an ask that the log does not hold');
  switch (due.says) {
    case 'notice': {
      const again = askedAnew(state, directory, due);
      return noticesOf(asked).flatMap((notice) => noticePosts({ ...asked, notice }, limit, again));
    }
    // It belongs to the notice, and everybody who can read that must be able to read it.
    case 'going-on':
    case 'in-writing': {
      const why = due.says === 'going-on' ? 'implied' : 'written';
      return noticesOf(asked).map(({ language }) =>
        joinPost(offWords(language, why), { kind: 'off', ask: asked.id, why }),
      );
    }
    case 'details':
      return detailsPosts(state, asked, stated, due.language, limit);
    default:
      return [statusText(state, directory, due, asked, root)];
  }
}

function statusText(
  state: State,
  directory: Directory,
  due: Exclude<DuePost, { says: 'notice' | 'going-on' | 'in-writing' | 'details' }>,
  asked: AskedState,
  root: OnTag['root'],
): string {
  const { language } = asked.notice;
  switch (due.says) {
    case 'recording':
      if (!state.epoch) throw new Failure('unexpected', 'recording announced without an epoch');
      return joinPost(recordingWords(language), { kind: 'on', ask: asked.id, epoch: state.epoch.epoch, root });
    case 'stopped': {
      const verdict = gate(state);
      const why = offWhyOf(verdict.may === 'not' ? verdict.because.map((b) => b.reason) : []);
      return joinPost(offWords(language, why), { kind: 'off', ask: asked.id, why });
    }
    case 'ended':
      return joinPost(endWords(language), { kind: 'end', ask: asked.id });
    case 'attested': {
      const person = state.people.get(due.people[0]);
      const standing = person && standingOf(state, person);
      const host = [...state.people.values()].find((one) => one.self);
      const hostName = (host && directory.people.get(host.participant)?.name) ?? '';
      const name = directory.people.get(due.people[0])?.name ?? '';
      const how = standing?.answer?.channel === 'paper' ? 'paper' : 'aloud';
      return joinPost(attestedWords(language, hostName, name, how), {
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

/** A participant's answer as their extension posts it: in the meeting's language, bound to the text that they were shown. */
export async function answerPost(
  terms: Ask,
  reply: Reply,
  pair: CryptoKeyPair,
  counter: number,
  shown: NoticeRef = terms.notice,
): Promise<string> {
  const { answer, purposes, person, people } = reply;
  const tag = await signAnswer(pair, {
    ask: terms.id,
    notice: shown.hash,
    answer,
    purposes,
    media: terms.media,
    person,
    people,
    counter,
  });
  return joinPost(answerWords(terms.notice.language, reply), tag);
}

/** What a tagged post of a host says to a participant's extension; null when it says nothing to it. */
export type ReadPost =
  | {
      readonly kind: 'ask';
      readonly terms: Ask;
      readonly words: string;
      /** What those words are. */
      readonly shown: NoticeRef;
      readonly unverified: boolean;
      /** Answers that were given to it before may count no more. */
      readonly again?: true;
    }
  | {
      readonly kind: 'details';
      readonly ask: string;
      readonly words: string;
      readonly part: number;
      readonly of: number;
    }
  | {
      readonly kind: 'status';
      readonly ask: string;
      readonly says: 'on' | 'off' | 'paused' | 'end';
      /** Of the host's log, as recording begins. */
      readonly root?: { readonly epoch: string; readonly size: number; readonly hash: string };
    };

/** reader: language of whoever reads it. The notice comes in it where we have it, else in that of the chat. */
export async function readPost(text: string, reader: string): Promise<ReadPost | null> {
  const { words, tag } = splitPost(text);
  if (!tag) return null;
  switch (tag.kind) {
    case 'ask': {
      const compared = await compareNotice(words, tag);
      const again = tag.again && ({ again: true } as const);
      const terms: Ask = { ...tag.terms, id: tag.ask, notice: tag.notice };
      // A wording that this version does not know is shown as it was posted, and marked.
      if (compared === 'unknown') return { kind: 'ask', terms, words, shown: tag.notice, unverified: true, ...again };
      const language = wordingOf(reader)?.language ?? tag.notice.language;
      const { words: rendered, notice } = await makeNotice(tag.terms, language);
      return { kind: 'ask', terms, words: rendered, shown: notice, unverified: compared !== 'same', ...again };
    }
    case 'on':
      return {
        kind: 'status',
        ask: tag.ask,
        says: 'on',
        ...(tag.root && { root: { epoch: tag.epoch, ...tag.root } }),
      };
    case 'end':
      return { kind: 'status', ask: tag.ask, says: 'end' };
    case 'off':
      // They say what the notice leaves out, and nothing about whether recording runs.
      if (tag.why === 'implied' || tag.why === 'written') return null;
      return { kind: 'status', ask: tag.ask, says: tag.why === 'paused' ? 'paused' : 'off' };
    case 'details':
      return { kind: 'details', ask: tag.ask, words, part: tag.part, of: tag.of };
    case 'answer':
    case 'attested':
    case 'request':
    // The last of its posts is the ask.
    case 'part':
      return null;
    default:
      return tag satisfies never;
  }
}
