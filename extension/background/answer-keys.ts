import { makeAnswerKey } from '../../src/consent/signature.ts';
import type { Database } from '../../src/database/schema.ts';

/** A fresh key a meeting: answers of one meeting can be told to come from one hand, answers of two meetings cannot. */
export async function answerKey(db: Database, meeting: string): Promise<CryptoKeyPair> {
  const at = `answer-key/${meeting}`;
  const stored = (await db.get('settings', at)) as CryptoKeyPair | undefined;
  if (stored) return stored;
  const made = await makeAnswerKey();
  await db.put('settings', made, at);
  return made;
}

/** Counts this browser's answers in a meeting from 1, so that an old one posted again is known to be old. */
export async function nextCounter(db: Database, meeting: string): Promise<number> {
  const at = `answer-counter/${meeting}`;
  const tx = db.transaction('settings', 'readwrite');
  const stored = await tx.store.get(at);
  const next = (typeof stored === 'number' ? stored : 0) + 1;
  await tx.store.put(next, at);
  await tx.done;
  return next;
}
