import type { Ask, AskTerms } from '../../model/ask.ts';
import { ID_BYTES, idOf } from '../../model/id.ts';
import type { Observation, Seen } from '../../model/observation.ts';
import { askDrafts, hostOf, openingDrafts } from '../asking.ts';
import type { Observed, Session } from '../session.ts';
import { noticeOf, signHostYes } from '../words.ts';

/** How every meeting of the tests begins: opened, armed, asked. */

export const TERMS: AskTerms = {
  purposes: [{ purpose: 'quality', required: true }],
  media: 'sound',
  keepDays: 1,
  proofDays: 1,
};

export const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));

/** A log with its first entries; the host has pressed the toolbar button. */
export async function openMeeting(session: Session, see: (seen: Seen) => Promise<unknown>): Promise<void> {
  const how = { platform: 'sandbox', software: 'test', policy: 'floor/1', lagMs: 2000 };
  await session.commit(() => openingDrafts(how, 'room', idOf('participant', random(ID_BYTES))));
  await see({ what: 'capture', report: { capture: 'armed' } });
}

/** An ask as the panel makes one, and the words of its notice. */
export async function makeAsk(terms: AskTerms = TERMS): Promise<{ readonly ask: Ask; readonly words: string }> {
  const { words, notice } = await noticeOf(terms, 'en');
  return { ask: { ...terms, id: idOf('ask', random(ID_BYTES)), notice }, words };
}

/** The host asks, and has agreed by asking; nothing is posted yet. */
export async function askEveryone(
  session: Session,
  terms: AskTerms = TERMS,
): Promise<{ readonly ask: Ask; readonly observed: Observed }> {
  const { ask, words } = await makeAsk(terms);
  const yes = await signHostYes(ask);
  return { ask, observed: await session.commit((state) => askDrafts(ask, words, hostOf(state), yes, state)) };
}

/** What is seen becomes observations, each with a key and a time of its own. */
export function seeing(session: Session, now: () => number): (seen: Seen) => Promise<Observed> {
  let n = 0;
  return (seen) => session.observe({ ...seen, key: `k${++n}`, at: now() } as Observation);
}
