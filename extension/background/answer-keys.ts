import { makeAnswerKey } from '../../src/consent/signature.ts';
import type { Database } from '../../src/database/schema.ts';

/** The key of one stay in one meeting, and how many answers it has signed. */
interface AnswerKey {
  readonly stay: string;
  readonly pair: CryptoKeyPair;
  readonly counter: number;
}

/**
 * A fresh key for every stay in a meeting: answers of one stay can be told to come from one hand, answers of two meetings under one
 * link cannot. Each use counts up from 1, so that an old answer posted again is known to be old.
 *
 * @param anew set when whoever asks cannot tell us from a newcomer: to them we are somebody new, and so is the key, while others who
 *   ask go on with the one that they know
 */
export async function nextAnswerKey(
  db: Database,
  meeting: string,
  stay: string,
  anew?: string,
): Promise<{ pair: CryptoKeyPair; counter: number }> {
  const at = anew === undefined ? `answer-key/${meeting}` : `answer-key/${meeting}/${anew}`;
  const stored = (await db.get('settings', at)) as AnswerKey | undefined;
  const known = stored?.stay === stay ? stored : { stay, pair: await makeAnswerKey(), counter: 0 };
  const next: AnswerKey = { ...known, counter: known.counter + 1 };
  // Counted before it is used: a crash in between skips a number, and never uses one twice.
  await db.put('settings', next, at);
  return { pair: next.pair, counter: next.counter };
}
