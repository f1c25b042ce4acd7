import { Failure } from '../model/failure.ts';
import type { Ground } from './ground.ts';
import { EPOCH_KEYS, KEY_BYTES } from './key-files.ts';
import { identitiesOf, ownRecipient } from './recipients.ts';
import { readState, settled } from './state.ts';
import { type Identities, markOf, readMark, unwrapKey, wrapKey } from './wrap.ts';

/** One window at a time; another one that wants the same finds it done. */
const LOCK = 'vault-rewrap';

/** left: keys that wait for somebody to unlock. settled: none is wrapped for those before any more. */
export interface Rewrapped {
  readonly done: number;
  readonly left: number;
  readonly settled: boolean;
}

/**
 * Wraps every key for the recipients of now, and takes over the bare keys of earlier versions; media is not touched. It may be broken off
 * anywhere and begun again: a key file holds the old form or the new one, and what opens the old form goes last of all, when no file
 * needs it. Keys that are damaged, or that were never wrapped for the host, stay as they are.
 * unlocked: the vault's identity, where somebody has unlocked it. found: those of locks that were left behind.
 */
export async function rewrapAll(
  ground: Ground,
  unlocked: string | null,
  told: { readonly signal: AbortSignal; readonly progress: (done: number, total: number) => void },
  found: readonly string[] = [],
): Promise<Rewrapped> {
  return ground.locks.alone(LOCK, async () => {
    const db = await ground.database();
    const state = await readState(db);
    if (!state.unsettled) return { done: 0, left: 0, settled: true };
    const recipients = [await ownRecipient(db, state), ...state.organisation.recipients];
    const known = await identitiesOf(db, state, unlocked);
    const who = { ...known, keys: [...known.keys, ...found] };
    const epochs = await ground.keys.names(EPOCH_KEYS);
    let [done, left] = [0, 0];
    for (const [at, epoch] of epochs.entries()) {
      if (told.signal.aborted) throw new Failure('cancelled');
      const outcome = await rewrap(ground, epoch, recipients, who);
      if (outcome === 'done') done++;
      if (outcome === 'locked') left++;
      told.progress(at + 1, epochs.length);
    }
    if (left > 0) return { done, left, settled: false };
    // A crash before this finds every key wrapped already, and comes here at once.
    await settled(ground, state);
    return { done, left, settled: true };
  });
}

async function rewrap(
  { keys }: Ground,
  epoch: string,
  recipients: readonly string[],
  who: Identities,
): Promise<'done' | 'as-it-is' | 'locked'> {
  const file = await keys.get(EPOCH_KEYS, epoch);
  if (!file) return 'as-it-is';
  const wanted = await markOf(epoch, recipients);
  if (readMark(file)?.recipients === wanted.recipients) return 'as-it-is';
  try {
    const key = file.length === KEY_BYTES ? file : await unwrapKey(who, epoch, file);
    return (await keys.replace(EPOCH_KEYS, epoch, await wrapKey(recipients, epoch, key))) ? 'done' : 'as-it-is';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'vault-locked') return 'locked';
    if (['not-recipient', 'older-lock', 'damaged'].includes(error.code)) return 'as-it-is';
    throw error;
  }
}
