import { requestWords } from '../../src/consent/request-words.ts';
import type { ConsentsToWorker } from '../../src/messages/consents-to-worker.ts';
import type { Outcome } from '../../src/model/failure.ts';
import { type AskId, ID_BYTES, idOf } from '../../src/model/id.ts';
import { KEPT_MAX } from '../../src/model/my-consent.ts';
import { joinPost } from '../../src/model/tag-post.ts';
import type { Guest } from './guest.ts';
import { type MeetingTab, say } from './meeting.ts';
import { randomBytes, storage } from './storage.ts';

/**
 * What the page "My consents" asks for in meetings that are open. A meeting that is not, or in which this question is not known any more, has
 * nobody to say it: 'no-meeting', and the page gives the words to send by hand.
 */
export async function answerConsents(
  tabs: Iterable<MeetingTab>,
  guest: Guest,
  message: ConsentsToWorker,
): Promise<Outcome<readonly string[]>> {
  const open = [...tabs];
  if (message.ask === 'open-meetings') return { ok: true, value: [...new Set(open.map(({ meeting }) => meeting))] };
  for (const meeting of open.filter((tab) => tab.meeting === message.meeting)) {
    if (!(await guest.knows(meeting, message.consent))) continue;
    if (message.ask === 'withdraw') await guest.press(meeting, { press: 'withdraw', ask: message.consent as AskId });
    else await request(meeting, message);
    return { ok: true, value: [] };
  }
  return { ok: false, code: 'no-meeting' };
}

async function request(meeting: MeetingTab, { consent, what }: Extract<ConsentsToWorker, { ask: 'request' }>) {
  const { db } = await storage();
  const kept = await db.get('consents', [meeting.meeting, consent]);
  const language = kept?.terms.notice.language ?? 'en';
  const parts = [joinPost(requestWords(language, what), { kind: 'request', ask: consent as AskId, what })];
  say(meeting, { say: 'post', post: idOf('post', randomBytes(ID_BYTES)), parts });
  const requests = [...(kept?.requests ?? []), { at: Date.now(), what, how: 'chat' as const }].slice(-KEPT_MAX);
  // A crash before it is durable: the words are in the chat, and the page does not say so.
  if (kept) await db.put('consents', { ...kept, requests });
}
